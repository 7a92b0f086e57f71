"""What the system does by itself, as a worker runs it."""

from django.db import transaction

from ketnoi.foundation import clock
from ketnoi.foundation.actor import NETWORK
from ketnoi.foundation.jobs import periodic, task
from ketnoi.recognition import actions


@periodic(cron="*/5 * * * *")
@task(queue="system", queueing_lock="recognise")
def recognise(timestamp: int) -> None:
    """Every five minutes, whether or not anybody asks: questions that stand are compared."""
    with transaction.atomic():
        actions.recognise(by=NETWORK, now=clock.now())
