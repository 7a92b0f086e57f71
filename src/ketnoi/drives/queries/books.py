"""The book of a need, and who offered something for it, for the people of the agency."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from ketnoi.drives import access, rules
from ketnoi.drives.models import GoodsEntry, Need, Pledge
from ketnoi.drives.terms import PledgeState

SHOWN = 200


@dataclass(frozen=True)
class Booked:
    """An entry as the page of a need shows it."""

    entry: GoodsEntry
    may_correct: bool


def entries_of(need: Need, member: Any) -> list[Booked]:
    """The entries of a need, the latest first."""
    found = GoodsEntry.objects.visible_to(member).filter(need=need)
    near = found.select_related("corrects", "correction", "went_to", "pledge")
    may = access.may_answer_for(member=member) and need.ended_at is None
    latest = near.order_by("-number")[:SHOWN]
    return [Booked(entry, may and _can_be_corrected(entry)) for entry in latest]


def entry_of_need(member: Any, need: UUID, pk: UUID) -> GoodsEntry | None:
    """One entry, looked up through its need."""
    found = GoodsEntry.objects.visible_to(member).filter(need_id=need, pk=pk)
    return found.select_related("need", "corrects").first()


def pledges_of(need: Need, member: Any) -> list[Pledge]:
    """What was offered for a need, who waits for a call first."""
    found = Pledge.objects.visible_to(member).filter(need=need)
    ordered = sorted(found.order_by("offered_at", "pk"), key=_rank)
    for pledge in ordered:
        pledge.need = need
    return ordered


def pledge_of_need(member: Any, need: UUID, pk: UUID) -> Pledge | None:
    """One offer, looked up through its need, with the key that opens who offers it."""
    found = Pledge.objects.visible_to(member).filter(need_id=need, pk=pk)
    return found.select_related("need__drive__key", "need__province", "need__commune").first()


def to_call(member: Any) -> dict[UUID, int]:
    """How many offers wait for a call, by drive."""
    waiting = Pledge.objects.visible_to(member).filter(state=PledgeState.OFFERED)
    sums: dict[UUID, int] = {}
    for drive in waiting.values_list("need__drive_id", flat=True):
        sums[drive] = sums.get(drive, 0) + 1
    return sums


def _rank(pledge: Pledge) -> int:
    return list(PledgeState).index(PledgeState(pledge.state))


def _can_be_corrected(entry: GoodsEntry) -> bool:
    over = entry.pledge is not None and entry.pledge.state == PledgeState.ENDED
    stands = entry.corrects_id is None and not hasattr(entry, "correction")
    return stands and not over and rules.may_be_corrected(kind=entry.kind)
