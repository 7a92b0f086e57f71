"""What the system does by itself, as a worker runs it."""

from django.db import transaction

from ketnoi.agencies import queries as agencies
from ketnoi.cases import queries as cases
from ketnoi.foundation import clock
from ketnoi.foundation.actor import NETWORK
from ketnoi.foundation.guard.context import acting
from ketnoi.foundation.jobs import periodic, task
from ketnoi.reminding import actions, queries


@periodic(cron="0 0 * * *")
@task(queue="system", queueing_lock="say_good_morning", pass_context=False)
def say_good_morning(timestamp: int) -> None:
    """At seven in the morning in Viet Nam (midnight UTC): whoever wants one word a day."""
    for member in agencies.told_in_the_morning():
        with transaction.atomic(), acting(member):
            waits = cases.everything_to_do(member).exists()
        if waits:
            with transaction.atomic():
                actions.tell_in_the_morning(member=member, by=NETWORK)


@periodic(cron="*/10 * * * *")
@task(queue="system", queueing_lock="remind", pass_context=False)
def remind(timestamp: int) -> None:
    """Every ten minutes: what waits too long is said again. Each word is said by itself."""
    with transaction.atomic(), acting(NETWORK):
        found = list(queries.unsaid(NETWORK, now=clock.now()))
    for waiting, word in found:
        with transaction.atomic():
            actions.remind(task=waiting, word=word, by=NETWORK, now=clock.now())
