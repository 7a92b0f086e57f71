"""What the system does by itself about people, as a worker runs it."""

from ketnoi.foundation.actor import NETWORK, System
from ketnoi.foundation.jobs import periodic, task
from ketnoi.people import actions, queries

AT_ONCE = 500


@periodic(cron="* * * * *")
@task(queue="system", queueing_lock="index_names", lock="index_names", pass_context=False)
def index_names(timestamp: int) -> None:
    """Every minute: whatever of the index of names is missing is made, from where it stopped."""
    if queries.must_be_indexed():
        actions.begin_index(by=NETWORK)
    if queries.is_being_indexed():
        for agency in queries.holders():
            while actions.index_next(by=System(agency), most=AT_ONCE):
                pass
        actions.finish_index(by=NETWORK)
