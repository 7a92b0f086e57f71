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
