"""What the public may know: what is still missing, where so far as nobody is recognised by it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from ketnoi.drives import rules
from ketnoi.drives.models import Evidence, Need
from ketnoi.drives.rules import Wanted
from ketnoi.foundation.actor import Visitor

ANYONE = Visitor()
SHOWN = 40
Named = Mapping[tuple[str, str], bool]


@dataclass(frozen=True)
class Line:
    """One need on the public page: no agency, no person, and a commune only where many need it."""

    need: Need
    place: str


def lines(*, today: date) -> list[Line]:
    """What is missing, what ends soonest first."""
    found = Need.objects.visible_to(ANYONE).filter(until__gte=today)
    needs = list(found.select_related("commune__province", "province").order_by("until", "pk"))
    named = _named(needs)
    told = [Line(need, _place(need, named)) for need in needs if need.is_wanted_on(today)]
    return told[:SHOWN]


def line(pk: UUID, *, today: date) -> Line | None:
    """One need that somebody can still offer, with the key that seals who offers."""
    near = ("commune__province", "province", "drive__key")
    public = Need.objects.visible_to(ANYONE).filter(until__gte=today)
    need = public.filter(pk=pk).select_related(*near).first()
    if need is None or not need.is_wanted_on(today):
        return None
    alike = list(public.filter(kind=need.kind, commune_id=need.commune_id))
    return Line(need, _place(need, _named(alike)))


def told() -> list[Evidence]:
    """What drives did, the latest first; a second person looked for names in it."""
    return list(Evidence.objects.visible_to(ANYONE).order_by("-checked_at", "pk")[:5])


def _named(needs: list[Need]) -> Named:
    """Whether so many are needed of a kind in a commune that it can be named."""
    wanted = [Wanted(one.kind, one.commune_id or "", one.needed) for one in needs]
    return rules.named_communes(wanted=wanted)


def _place(need: Need, named: Named) -> str:
    is_named = named[need.kind, need.commune_id or ""]
    return need.commune.label if is_named and need.commune else str(need.province)
