"""How she lives, as she was asked: each time, and the first time beside the latest."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import QuerySet

from ketnoi.cases import queries as cases
from ketnoi.support import access, rules
from ketnoi.support.models import Assessment, Finding
from ketnoi.support.terms import NOT_ASKED, Area, Change, Level

if TYPE_CHECKING:
    from ketnoi.cases.models import Case


@dataclass(frozen=True)
class Asked:
    """One assessment with its nine parts, and whether the reader may mark it as a mistake."""

    record: Assessment
    findings: list[Finding]
    may_mark: bool


@dataclass(frozen=True)
class Compared:
    """One part of her life: how it was first, how it is now, and what became of it."""

    area: str
    first: str
    latest: str
    change: Change


def assessments_of(case: "Case", member: Any) -> list[Asked]:
    """Every time she was asked, as far as this member may know of it, the latest day first."""
    found = list(_of(case, member).order_by("-asked_on", "-noted_at", "-pk"))
    parts = Finding.objects.visible_to(member).filter(assessment__in=found)
    by_assessment: dict[UUID, dict[str, Finding]] = {one.pk: {} for one in found}
    for finding in parts:
        finding.case = cases.within(case)[finding.case_id]
        by_assessment[finding.assessment_id][finding.area] = finding
    return [_asked(one, by_assessment[one.pk], case, member) for one in found]


def compared(asked: list[Asked]) -> list[Compared]:
    """Each part of her life first and latest, side by side; nothing where it was never asked."""
    standing = [one for one in reversed(asked) if one.record.mistaken_at is None]
    rows = [_compare(area, standing) for area in Area]
    return [row for row in rows if row is not None]


def has_assessment(case: "Case", member: Any) -> bool:
    """Whether she was asked how she lives, as far as this member knows."""
    return _of(case, member).filter(mistaken_at=None).exists()


def assessment_in(member: Any, code: str, pk: UUID) -> Assessment | None:
    """One assessment, looked up through its file."""
    case = cases.case_by_code(member, code)
    found = _of(case, member).filter(pk=pk).first() if case else None
    if found is not None and case is not None:
        found.case = cases.within(case)[found.case_id]
    return found


def may_assess(case: "Case", member: Any) -> bool:
    """Whether this member may write down how she lives."""
    takes_part = cases.takes_part(member, case)
    return access.may_assess(member=member, case=case, takes_part=takes_part)


def _of(case: "Case", member: Any) -> QuerySet[Assessment]:
    found = Assessment.objects.visible_to(member).filter(case_id__in=cases.within(case))
    return found.select_related("agency", "noted_by")


def _asked(record: Assessment, parts: dict[str, Finding], case: "Case", member: Any) -> Asked:
    record.case = cases.within(case)[record.case_id]
    may_mark = access.may_take_back(member=member, assessment=record)
    in_order = [parts[area] for area in Area if area in parts]
    return Asked(record, in_order, may_mark and record.mistaken_at is None)


def _compare(area: str, asked: list[Asked]) -> Compared | None:
    levels = [f.level for one in asked for f in one.findings if f.area == area]
    first, latest = rules.first_and_latest(levels=levels)
    if not first:
        return None
    became = Change(rules.change(before=first, after=latest))
    return Compared(str(Area(area).label), _label(first), _label(latest), became)


def _label(level: str) -> str:
    return str(Level(level).label if level else NOT_ASKED)
