"""One step of a referral: the state, its history, and what waits next."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from ketnoi.agencies import queries as agencies
from ketnoi.cases import actions as cases
from ketnoi.cases.terms import STEP_OF, Basis
from ketnoi.foundation.action import Refused, part
from ketnoi.foundation.actor import Guest
from ketnoi.foundation.timing import Unit
from ketnoi.law import queries as law
from ketnoi.referrals import access, rules
from ketnoi.referrals.actions.more import stop_asking_more
from ketnoi.referrals.models import Referral, ReferralEvent
from ketnoi.referrals.terms import State


@part
def move(
    *,
    referral: Referral,
    after: str,
    by: Any,
    now: datetime,
    due_at: datetime | None = None,
    **said: Any,
) -> Referral:
    """Bring the referral to a state, write its history, and put the next task on a desk.

    Refused when somebody else was a moment faster: the row is locked and looked at again. `said` is
    what its history keeps besides: `decline` and `suggested`, or `outcome`.
    """
    before = hold(referral=referral, after=after, by=by)
    referral.state, referral.state_at = after, now
    referral.save(update_fields=["state", "state_at"])
    write(referral=referral, by=by, now=now, **said)
    kind, _desk = rules.TASKS.get(before, ("", ""))
    cases.settle(case_id=referral.case_id, kind=kind, subject=str(referral.pk), by=by, now=now)
    if after not in rules.IN_HAND:
        stop_asking_more(referral=referral, by=by, now=now)
    wait(referral=referral, by=by, now=now, due_at=due_at)
    return referral


@part
def hold(*, referral: Referral, after: str, by: Any) -> str:
    """Nobody else moves it until this step is done. Gives the state it stands in now.

    Who has it in hand is read again too: what waits next lies on her desk.
    """
    fresh = Referral.objects.select_for_update(of=("self",)).filter(pk=referral.pk).first()
    if fresh is None or not access.may_move(member=by, referral=fresh, after=after):
        raise Refused(_("Chuyển gửi này đã sang bước khác. Hãy mở lại trang để xem."))
    referral.taken_by_id = fresh.taken_by_id
    return fresh.state


@part
def write(*, referral: Referral, by: Any, now: datetime, **said: Any) -> None:
    """Add the state the referral has come to, to its history."""
    event = ReferralEvent(
        referral=referral,
        from_agency_id=referral.from_agency_id,
        to_agency_id=referral.to_agency_id,
        state=referral.state,
        at=now,
        **_who(by),
        **said,
    )
    event.save(force_insert=True)


def _who(by: Any) -> dict[str, Any]:
    """A guest is no member: what she did is kept with her link, and who typed it for her."""
    guest = isinstance(by, Guest)
    return {"link_id": by.key, "by_id": by.typed_by} if guest else {"by_id": by.member_id}


@part
def wait(*, referral: Referral, by: Any, now: datetime, due_at: datetime | None = None) -> None:
    """Put on somebody's desk what the state of the referral asks for, with its deadline."""
    if referral.state not in rules.TASKS:
        return
    kind, desk = rules.TASKS[referral.state]
    ours = desk == rules.SENDER
    cases.ask(
        of=cases.Place(referral.case_id, referral.holder_id, referral.code),
        kind=kind,
        step=STEP_OF[referral.purpose],
        agency_id=referral.from_agency_id if ours else referral.to_agency_id,
        asker_id=referral.from_agency_id,
        member_id=referral.made_by_id if ours else referral.taken_by_id,
        maker_id=by.agency_id,
        page="referrals:referral",
        subject=str(referral.pk),
        due_at=due_at or _due(referral, now),
        now=now,
    )


def _due(referral: Referral, now: datetime) -> datetime:
    """As the two agencies agreed, where their agreement says; else by the network's clock.

    A legal duty and a life in danger wait for no agreement, and no agreement slows them.
    """
    agreed = referral.state == State.SENT and referral.basis == Basis.CONSENT
    within = _agreed_time(referral, now) if agreed else None
    if within:
        return law.after(*within, start=now)
    clock = rules.clock(state=referral.state, urgency=referral.urgency)
    return law.due(code=clock or "", start=now)


def _agreed_time(referral: Referral, now: datetime) -> tuple[int, Unit] | None:
    agreement = agencies.agreed(
        asks=referral.from_agency_id,
        asked=referral.to_agency_id,
        purpose=referral.purpose,
        now=now,
    )
    if agreement is None:
        return None
    hours, days = agreement.answer_hours, agreement.answer_days
    return rules.agreed_time(urgency=referral.urgency, hours=hours, days=days)
