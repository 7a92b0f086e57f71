"""What the system does by itself, as a worker runs it."""

from django.db import transaction

from ketnoi.foundation import clock
from ketnoi.foundation.actor import System
from ketnoi.foundation.jobs import periodic, task
from ketnoi.pathway import actions


@periodic(cron="7 * * * *")
@task(queue="system", queueing_lock="return_unanswered", pass_context=False)
def return_unanswered(timestamp: int) -> None:
    """Every hour: requests nobody answered go back."""
    with transaction.atomic():
        actions.return_unanswered(by=System(), now=clock.now())
