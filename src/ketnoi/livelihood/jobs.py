"""What the system does by itself with links of partners, as a worker runs it."""

from ketnoi.foundation import clock
from ketnoi.foundation.actor import NETWORK
from ketnoi.foundation.jobs import periodic, task
from ketnoi.livelihood import actions


@periodic(cron="35 2 * * *")
@task(queue="system", queueing_lock="end_old_links")
def end_old_links(timestamp: int) -> None:
    """Every night: what was told leaves links that nobody opened in time."""
    actions.end_old_links(by=NETWORK, now=clock.now())
