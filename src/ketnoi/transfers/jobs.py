"""What the system does by itself, as a worker runs it."""

from django.db import transaction

from ketnoi.foundation import clock
from ketnoi.foundation.actor import NETWORK, System
from ketnoi.foundation.guard.context import acting
from ketnoi.foundation.jobs import periodic, task
from ketnoi.transfers import actions, queries


@periodic(cron="17 * * * *")
@task(queue="system", queueing_lock="lapse_transfers")
def lapse_transfers(timestamp: int) -> None:
    """Every hour: transfers whose time is over lapse, and what nobody took in goes."""
    now = clock.now()
    with transaction.atomic(), acting(NETWORK):
        late = [(one.holder_id, one.pk) for one in queries.late(NETWORK, now=now)]
    for holder_id, pk in late:
        by = System(agency_id=holder_id)
        with transaction.atomic(), acting(by):
            found = [one for one in queries.late(by, now=now) if one.pk == pk]
            for one in found:
                actions.lapse_transfer(transfer=one, by=by, now=now)
    actions.drop_arrivals(by=NETWORK, now=now)
