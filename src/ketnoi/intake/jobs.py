"""What the system does by itself, as a worker runs it."""

from ketnoi.foundation import clock
from ketnoi.foundation.actor import NETWORK
from ketnoi.foundation.jobs import periodic, task
from ketnoi.intake import actions


@periodic(cron="23 * * * *")
@task(queue="system", queueing_lock="drop_drafts")
def drop_drafts(timestamp: int) -> None:
    """Every hour: drafts of those who did not want to be recorded go."""
    actions.drop_drafts(by=NETWORK, now=clock.now())


@periodic(cron="*/10 * * * *")
@task(queue="system", queueing_lock="tell_of_callbacks")
def tell_of_callbacks(timestamp: int) -> None:
    """Every ten minutes: whoever should have called hears it."""
    actions.tell_of_callbacks(by=NETWORK, now=clock.now())


@periodic(cron="50 2 * * *")
@task(queue="system", queueing_lock="forget_callbacks")
def forget_callbacks(timestamp: int) -> None:
    """Every night: what was said for requests that ended long ago is forgotten."""
    actions.forget_callbacks(by=NETWORK, now=clock.now())
