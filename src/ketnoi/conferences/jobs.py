"""What the system does by itself, as a worker runs it."""

from django.db import transaction

from ketnoi.conferences import actions
from ketnoi.foundation import clock
from ketnoi.foundation.actor import NETWORK
from ketnoi.foundation.jobs import periodic, task


@periodic(cron="*/5 * * * *")
@task(queue="system", queueing_lock="bring_back_work")
def bring_back_work(timestamp: int) -> None:
    """Every five minutes: no work and no conference is left without a desk."""
    with transaction.atomic():
        actions.go_round(by=NETWORK, now=clock.now())
