"""What a worker does for agencies: telling members that something waits, sweeping sessions."""

from django.core.management import call_command
from django.db import transaction
from procrastinate import JobContext, RetryStrategy

from ketnoi.agencies import actions, queries
from ketnoi.agencies.models import Bell
from ketnoi.foundation import clock, notices
from ketnoi.foundation.actor import NETWORK
from ketnoi.foundation.guard.context import acting
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
    """The one sentence there is, to one member in the ways she chose, unless she left meanwhile.

    Where something rings for her, each way is a job of its own: one that fails holds none up.
    """
    with transaction.atomic(), acting(NETWORK):
        bells = queries.bells_to_ring(member_id)
        for bell_id in bells:
            ring_bell.defer(bell_id=str(bell_id))
        if bells and queries.is_told_by_mail(member_id):
            tell_by_mail.defer(member_id=member_id)
    if not bells:
        _write_to(member_id)


@task(queue="notices", retry=PATIENCE)
def tell_by_mail(member_id: str) -> None:
    """A letter to one member, unless she left meanwhile."""
    _write_to(member_id)


@task(queue="notices", retry=PATIENCE, pass_context=True)
def ring_bell(context: JobContext, bell_id: str) -> None:
    """One device or number hears; where it cannot, or not for good, a letter goes instead."""
    bell, address = _bell(bell_id)
    if not address:
        tell_by_mail.defer(member_id=str(bell.member_id))
        return
    try:
        notices.tell(address, channel=bell.kind)
    except notices.NotTaken as why:
        if isinstance(why, notices.Gone):
            actions.lose_device(bell=bell, by=NETWORK, now=clock.now())
        tell_by_mail.defer(member_id=str(bell.member_id))
    except Exception as failed:
        if PATIENCE.get_retry_decision(exception=failed, job=context.job) is None:
            tell_by_mail.defer(member_id=str(bell.member_id))
        raise


@task(queue="notices", retry=RetryStrategy(max_attempts=5, wait=30))
def send_code(bell_id: str) -> None:
    """A code to a number that waits for one: made now, told once, kept by nobody."""
    with transaction.atomic(), acting(NETWORK):
        bell = queries.bell_of_job(bell_id)
        if bell.ended_at or bell.confirmed_at:
            return
        address, code = bell.address, actions.issue_code(bell=bell, by=NETWORK, now=clock.now())
    notices.tell_code(address, code, channel=bell.kind)


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


def _write_to(member_id: str) -> None:
    if address := queries.mail_address(member_id):
        notices.tell(address)


def _bell(bell_id: str) -> tuple[Bell, str]:
    """What is to ring, and where; nowhere once it is over."""
    with transaction.atomic(), acting(NETWORK):
        bell = queries.bell_of_job(bell_id)
        return bell, bell.address if bell.rings else ""
