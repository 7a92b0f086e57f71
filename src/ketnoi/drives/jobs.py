"""What the system does by itself, as a worker runs it."""

from django.db import transaction

from ketnoi.drives import actions
from ketnoi.foundation import clock
from ketnoi.foundation.actor import NETWORK
from ketnoi.foundation.jobs import periodic, task


@periodic(cron="40 2 * * *")
@task(queue="system", queueing_lock="forget_givers")
def forget_givers(timestamp: int) -> None:
    """Every night: who gave to a drive that ended half a year ago is forgotten."""
    with transaction.atomic():
        actions.go_round(by=NETWORK, now=clock.now())
