"""Telling members that something waits, without saying what: done by a worker, tried again."""

from django.db import transaction
from procrastinate import RetryStrategy

from ketnoi.agencies import queries
from ketnoi.foundation import notices
from ketnoi.foundation.jobs import task

# After 1, 6, 11 … minutes: a mail server that is down for a day is waited for.
PATIENCE = RetryStrategy(max_attempts=24, wait=60, linear_wait=300)


@task(queue="notices")
def tell_agency(agency_id: str) -> None:
    """One word to each member who works on files there, each sent by itself."""
    with transaction.atomic():
        for member_id in queries.told_by_mail(agency_id):
            tell_member.defer(member_id=str(member_id))


@task(queue="notices", retry=PATIENCE)
def tell_member(member_id: str) -> None:
    """The one sentence there is, to one member, unless she left meanwhile."""
    if address := queries.mail_address(member_id):
        notices.tell(address)
