"""What a worker does for agencies: telling members that something waits, sweeping sessions."""

from django.core.management import call_command
from django.db import transaction
from procrastinate import RetryStrategy

from ketnoi.agencies import queries
from ketnoi.foundation import notices
from ketnoi.foundation.jobs import periodic, task
from ketnoi.foundation.trail import sealing

# After 1, 6, 11 … minutes: a mail server that is down for a day is waited for.
PATIENCE = RetryStrategy(max_attempts=24, wait=60, linear_wait=300)


@periodic(cron="41 2 * * *")
@task(queue="system", queueing_lock="sweep_sessions")
def sweep_sessions(timestamp: int) -> None:
    """Every night: sessions that are over go."""
    call_command("clearsessions")


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


@periodic(cron="*/15 * * * *")
@task(queue="system", queueing_lock="hand_over_seals")
def hand_over_seals(timestamp: int) -> None:
    """Every quarter of an hour: who keeps the seals is given the newest; it stands for all before.

    Each is handed over by itself: a mail server that is down keeps nobody else waiting.
    """
    newest, handed = sealing.latest(), sealing.last_handed()
    for witness in queries.witnesses() if newest else ():
        if handed.get(witness.agency_id, 0) < newest.number:
            hand_over_seal.defer(witness_id=str(witness.pk))


@task(queue="notices", retry=PATIENCE)
def hand_over_seal(witness_id: str) -> None:
    """The newest seal to one agency, and a line that says it has it."""
    newest, witness = sealing.latest(), queries.witnesses().filter(pk=witness_id).first()
    if newest and witness:
        text = f"{newest.line}\n{newest.spoken}"
        to = witness.address if witness.channel == "mail" else witness.agency.key
        notices.hand_over(text, to=to, channel=witness.channel)
        sealing.note_handed(receiver=witness.agency_id, number=newest.number)
