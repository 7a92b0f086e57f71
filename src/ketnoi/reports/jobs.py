"""What the system counts by itself, as a worker runs it."""

from django.db import transaction

from ketnoi.agencies import queries as agencies
from ketnoi.foundation import clock
from ketnoi.foundation.actor import NETWORK
from ketnoi.foundation.jobs import periodic, task
from ketnoi.reports import actions


@periodic(cron="*/10 * * * *")
@task(queue="system", queueing_lock="count_for_the_board", pass_context=False)
def count_for_the_board(timestamp: int) -> None:
    """Every ten minutes: what the board of each coordinator says."""
    for member in agencies.watching():
        with transaction.atomic():
            actions.count_for(member=member, by=NETWORK, now=clock.now())
