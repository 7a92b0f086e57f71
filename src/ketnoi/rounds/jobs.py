"""What a worker does with a round: reading, matching, writing; what the system ends by itself."""

from django.db import transaction
from procrastinate import RetryStrategy

from ketnoi.foundation import clock
from ketnoi.foundation.actor import NETWORK
from ketnoi.foundation.guard.context import acting
from ketnoi.foundation.jobs import periodic, task
from ketnoi.rounds import actions, queries

PATIENCE = RetryStrategy(max_attempts=3, wait=60)


@task(queue="system", retry=PATIENCE)
def run_round(round_id: str) -> None:
    """Make a round. What it reads stays in memory; a worker that fell begins anew, same seed."""
    with transaction.atomic(), acting(NETWORK):
        round_ = queries.to_run(round_id)
    if round_ is None:
        return
    found = queries.gathered(
        round_, lambda n, of: actions.note_how_far(round_=round_, read=n, to_read=of, by=NETWORK)
    )
    now = clock.now()
    try:
        best = queries.made(round_, found, now)
    except queries.Unsafe:
        actions.give_up_round(round_=round_, by=NETWORK, now=now)
        return
    numbers = queries.numbers_of(best, now)
    actions.conclude_round(
        round_=round_, found=found, best=best, numbers=numbers, by=NETWORK, now=now
    )


@periodic(cron="2-57/5 * * * *")
@task(queue="system", queueing_lock="end_results")
def end_results(timestamp: int) -> None:
    """Every five minutes: no proposal stands on an offer that is gone, or beyond its day."""
    with transaction.atomic():
        actions.go_round(by=NETWORK, now=clock.now())
