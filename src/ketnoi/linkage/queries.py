"""What pages may ask about lists, always through the one who asks."""

import json
from typing import Any
from uuid import UUID

from django.db.models import Count

from ketnoi.linkage import access
from ketnoi.linkage.models import Pair, ReturneeList, Row
from ketnoi.linkage.rules import process
from ketnoi.linkage.terms import SAID_OF, Decision, Flaw

SHOWN, PAIRS_SHOWN = 10, 20
PARTS = ("name", "", "birth", "phone", "place", "", "cmnd", "paper")


def lists_of(member: Any) -> list[ReturneeList]:
    """The lists of one's agency, newest first."""
    return list(ReturneeList.objects.visible_to(member).defer("file").order_by("-made_at")[:50])


def returnee_list(member: Any, pk: UUID) -> ReturneeList | None:
    """One list of one's agency."""
    found = ReturneeList.objects.visible_to(member).select_related("key").defer("file")
    return found.filter(pk=pk).first()


def first_rows(source: ReturneeList) -> list[dict[str, str]]:
    """The first good lines, as they were read."""
    found = Row.objects.filter(source=source, flaw="").order_by("number")[:SHOWN]
    return [told(source, row) for row in found]


def flawed_rows(source: ReturneeList) -> list[tuple[int, str]]:
    """Every line that was not taken, with its reason."""
    found = Row.objects.filter(source=source).exclude(flaw="").order_by("number")
    return [(number, str(Flaw(code).label)) for number, code in found.values_list("number", "flaw")]


def pairs_to_decide(source: ReturneeList) -> list[dict[str, Any]]:
    """Pairs nobody has decided yet, the likeliest first, those put off at the end."""
    waiting = Pair.objects.filter(source=source, decision__in=(Decision.OPEN, Decision.LATER))
    found = waiting.select_related("one", "two", "person__key")
    return [_shown(source, pair) for pair in found.order_by("-decision", "-likely")[:PAIRS_SHOWN]]


def counted(source: ReturneeList) -> dict[str, int]:
    """How many pairs are in which decision."""
    found = Pair.objects.filter(source=source).values_list("decision").annotate(n=Count("pk"))
    return dict(found.order_by())


def pair(member: Any, source: ReturneeList, pk: str) -> Pair | None:
    """One pair of a list."""
    found = Pair.objects.visible_to(member).filter(source=source)
    return next((p for p in found if str(p.pk) == pk), None)


def may_bring(member: Any) -> bool:
    """Whether this member may send in lists and decide about pairs."""
    return access.may_bring(member=member)


def engine_missing() -> bool:
    """Whether the engine still has to be installed by the administrator."""
    return not process.is_there()


def told(source: ReturneeList, row: Row) -> dict[str, str]:
    """What a line says."""
    row.source = source
    return {"number": str(row.number), **json.loads(row.told.open())}


def reasons(codes: str) -> list[str]:
    """On what two records agree and disagree, in words."""
    found = zip(PARTS, codes.split("|"), strict=True)
    return [str(SAID_OF[part][int(c)]) for part, c in found if part and int(c) in SAID_OF[part]]


def _shown(source: ReturneeList, found: Pair) -> dict[str, Any]:
    person = found.person
    other = told(source, found.two) if found.two else None
    if person:
        other = {"name": person.name.open() or person.called.open(),
                 "birth": str(person.birth_year or "")}  # fmt: skip
    return {
        "pair": found,
        "percent": round(found.likely / 10),
        "one": told(source, found.one),
        "other": other,
        "is_known": person is not None,
        "reasons": reasons(found.codes),
    }
