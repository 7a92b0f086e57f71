"""What every step of a placement does: its record, what a partner sees, the next task on a desk."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from ketnoi.cases import actions as cases
from ketnoi.cases.terms import Step, TaskKind
from ketnoi.foundation.action import Refused, part
from ketnoi.law import queries as law
from ketnoi.livelihood import rules
from ketnoi.livelihood.actions import partners
from ketnoi.livelihood.models import Opportunity, Placement, PlacementStep


@part
def bring_to(
    placement: Placement,
    after: str,
    *,
    by: Any,
    now: datetime,
    said_by: Any,
    before: str = "",
    **facts: Any,
) -> None:
    """Bring a placement to a state; `said_by` is who said so, where the system writes it down."""
    before = before or placement.state
    for name, value in {**facts, "state": after, "state_at": now}.items():
        setattr(placement, name, value)
    placement.save(update_fields=[*facts, "state", "state_at"])
    write_step(placement, by=said_by, now=now)
    partners.follow(placement=placement, by=said_by, now=now)
    settle_step(placement, before, by=by, now=now)
    await_next(placement, now)


@part
def refuse_gone_offer(offer: Opportunity) -> None:
    """Nothing goes on with an offer that was withdrawn or has no place left."""
    if offer.withdrawn_at:
        raise Refused(_("Cơ hội này đã được rút. Hãy rút đề xuất và tìm cơ hội khác."))
    if not offer.left:
        raise Refused(_("Cơ hội này vừa hết chỗ. Hãy rút đề xuất và tìm cơ hội khác."))


@part
def write_step(placement: Placement, *, by: Any, now: datetime) -> None:
    """That it came to the state it is in: when, and who said so."""
    step = PlacementStep(
        placement=placement,
        agency_id=placement.agency_id,
        holder_id=placement.holder_id,
        state=placement.state,
        at=now,
        by=by,
    )
    step.save(force_insert=True)


@part
def settle_step(placement: Placement, before: str, *, by: Any, now: datetime) -> None:
    """What waited in the state before is done."""
    kind = rules.TASKS[before][0]
    if kind in rules.ON_A_PAGE_OF_ITS_OWN:
        cases.settle(
            case_id=placement.case_id, kind=kind, subject=str(placement.pk), by=by, now=now
        )


@part
def await_next(placement: Placement, now: datetime) -> None:
    """Put on a desk what the state asks for; the other desk is the one that waits for it."""
    if placement.state not in rules.TASKS:
        return
    kind, desk, _clock = rules.TASKS[placement.state]
    desks = [placement.holder_id, placement.agency_id]
    agency_id, asker_id = desks if desk == rules.HOLDER else reversed(desks)
    here = kind in rules.ON_A_PAGE_OF_ITS_OWN
    cases.ask(
        of=cases.Place(placement.case_id, placement.holder_id, placement.code),
        kind=kind,
        step=Step.LIVELIHOOD,
        agency_id=agency_id,
        asker_id=asker_id if here else placement.holder_id,
        maker_id=None if here else placement.agency_id,
        page="livelihood:placement" if here else "pathway:case",
        subject=str(placement.pk) if here else placement.code,
        due_at=law.due(
            code=rules.clock(state=placement.state, outcome=placement.outcome), start=now
        ),
        now=now,
    )


@part
def look_on(placement: Placement, now: datetime) -> None:
    """The agency that proposed it is told too: the holder is by the state itself."""
    cases.ask(
        of=cases.Place(placement.case_id, placement.holder_id, placement.code),
        kind=TaskKind.NEXT_STEP,
        step=Step.LIVELIHOOD,
        agency_id=placement.agency_id,
        asker_id=placement.holder_id,
        page="livelihood:placement",
        subject=str(placement.pk),
        due_at=law.due(code="case.next_step", start=now),
        now=now,
    )
