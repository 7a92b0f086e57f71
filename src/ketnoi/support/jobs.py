"""What the system does by itself, as a worker runs it."""

from django.db import transaction

from ketnoi.foundation import clock
from ketnoi.foundation.actor import NETWORK
from ketnoi.foundation.jobs import periodic, task
from ketnoi.support import actions


@periodic(cron="3-58/5 * * * *")
@task(queue="system", queueing_lock="bring_back_steps")
def bring_back_steps(timestamp: int) -> None:
    """Every five minutes: no step of a plan is left without a desk."""
    with transaction.atomic():
        actions.go_round(by=NETWORK, now=clock.now())
