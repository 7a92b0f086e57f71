"""What the system does by itself with tips, as a worker runs it."""

from ketnoi.foundation import clock
from ketnoi.foundation.actor import NETWORK
from ketnoi.foundation.jobs import periodic, task
from ketnoi.vigilance import actions


@periodic(cron="55 2 * * *")
@task(queue="system", queueing_lock="forget_tips")
def forget_tips(timestamp: int) -> None:
    """Every night: what was told long ago is forgotten."""
    actions.forget_tips(by=NETWORK, now=clock.now())
