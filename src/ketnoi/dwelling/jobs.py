"""What the system does by itself, as a worker runs it."""

from django.db import transaction

from ketnoi.dwelling import actions
from ketnoi.foundation import clock
from ketnoi.foundation.actor import NETWORK
from ketnoi.foundation.jobs import periodic, task


@periodic(cron="4-59/5 * * * *")
@task(queue="system", queueing_lock="find_overdue_transports")
def find_overdue_transports(timestamp: int) -> None:
    """Every five minutes: whoever should have arrived is looked for."""
    with transaction.atomic():
        actions.find_overdue(by=NETWORK, now=clock.now())
