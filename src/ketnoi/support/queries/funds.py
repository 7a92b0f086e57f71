"""Funds of an agency and what was promised from them, as far as the one who asks may read it.

Whoever must not know of a file reads books without it: no entry, no sum and no missing number
tells that money was promised to somebody there.
"""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Q, QuerySet, Sum

from ketnoi.cases import queries as cases
from ketnoi.foundation.vietnamese.money import format_money
from ketnoi.law import queries as law
from ketnoi.law.terms import Status
from ketnoi.support import access
from ketnoi.support.models import Commitment, Entry, Fund
from ketnoi.support.terms import NORMS, Unit

if TYPE_CHECKING:
    from ketnoi.cases.models import Case

SHOWN = 200
READ = frozenset({Status.READ, Status.SECONDARY})


@dataclass(frozen=True)
class Booked:
    """An entry as the page of a fund shows it; the file by its code, where the reader may know."""

    entry: Entry
    code: str
    may_correct: bool


@dataclass(frozen=True)
class Norm:
    """A dated amount of the law that bounds a cost, on a day."""

    code: str
    title: str
    amount: int
    unit: str

    @property
    def label(self) -> str:
        """As a list of a form says it."""
        return f"{self.title}: {format_money(self.amount)}/{Unit(self.unit).label}"


def funds_of(member: Any) -> list[Fund]:
    """The funds of a member's agency, those that may still be used first."""
    found = Fund.objects.visible_to(member).order_by("name", "pk")
    return sorted(_as_known(list(found), member), key=lambda fund: fund.ends_on is not None)


def fund(member: Any, pk: UUID) -> Fund | None:
    """One fund of a member's agency."""
    found = _as_known(list(Fund.objects.visible_to(member).filter(pk=pk)), member)
    return found[0] if found else None


def entries_of(fund: Fund, member: Any, *, limit: int | None = SHOWN) -> list[Booked]:
    """The entries of a fund, the latest first."""
    found = _entries(member, fund.pk).select_related("correction", "corrects")
    numbers = _numbers(member, fund.pk)
    codes = _commitments(member).filter(fund=fund).values_list("pk", "code")
    told: dict[Any, str] = dict(codes)
    may = access.may_open_fund(member=member)
    return [
        Booked(_numbered(entry, numbers), told.get(entry.commitment_id, ""), may and _stands(entry))
        for entry in found.order_by("-number")[:limit]
    ]


def entry_of_fund(member: Any, fund: UUID, pk: UUID) -> Entry | None:
    """One entry, looked up through its fund."""
    found = _entries(member, fund).filter(pk=pk).select_related("fund", "commitment", "corrects")
    entry = found.first()
    return _numbered(entry, _numbers(member, fund)) if entry else None


def promised_from(fund: Fund, member: Any) -> list[Commitment]:
    """What was promised from a fund and not paid yet, the longest wait first."""
    waiting = _commitments(member).filter(fund=fund, promised__gt=0)
    return list(waiting.order_by("made_at", "pk"))


def commitments_of(case: "Case", member: Any) -> list[Commitment]:
    """Money that was promised to the person of a file, as far as this member may know."""
    found = _commitments(member).filter(case_id__in=cases.within(case))
    return [_in_file(one, case) for one in found.select_related("agency").order_by("made_at", "pk")]


def commitment_in(member: Any, code: str, pk: UUID) -> Commitment | None:
    """Money that was promised from a fund of this member's agency, looked up through its file."""
    case = cases.case_by_code(member, code)
    if case is None:
        return None
    found = _commitments(member).filter(case_id__in=cases.within(case), agency_id=member.files)
    one = found.select_related("fund").filter(pk=pk).first()
    return _in_file(one, case) if one else None


def to_pay_from(case: "Case", member: Any) -> list[Commitment]:
    """Promises of this member's own agency in a file from which something can still be paid."""
    found = _commitments(member).filter(case=case, agency_id=member.files, promised__gt=0)
    return [_in_file(one, case) for one in found.select_related("fund").order_by("made_at", "pk")]


def may_use_funds(case: "Case", member: Any) -> bool:
    """Whether this member may promise money of her agency to the person of a file."""
    inside = cases.holds(member, case) or cases.takes_part(member, case)
    return inside and access.may_use_funds_of(member=member, agency_id=member.agency_id)


def norms(*, on: date) -> list[Norm]:
    """The norms that hold on a day, out of facts that somebody has read."""
    return [found for code in NORMS if (found := norm(code=code, on=on)) is not None]


def norm(*, code: str, on: date) -> Norm | None:
    """One norm on a day; none where the fact does not hold then, or nobody has read it."""
    if code not in NORMS:
        return None
    try:
        fact = law.fact(code, on=on)
    except LookupError:
        return None
    if fact.value is None or fact.status not in READ:
        return None
    return Norm(code, fact.title, fact.value, NORMS[code][1])


def _commitments(member: Any) -> QuerySet[Commitment]:
    return Commitment.objects.visible_to(member)


def _entries(member: Any, fund: UUID) -> QuerySet[Entry]:
    known = Q(commitment=None) | Q(commitment__in=_commitments(member).values("pk"))
    return Entry.objects.visible_to(member).filter(known, fund_id=fund)


def _numbers(member: Any, fund: UUID) -> dict[UUID, int]:
    """The entries that this member knows of, numbered without a gap."""
    known = _entries(member, fund).order_by("number").values_list("pk", flat=True)
    return {pk: number for number, pk in enumerate(known, start=1)}


def _numbered(entry: Entry, numbers: dict[UUID, int]) -> Entry:
    entry.number = numbers[entry.pk]
    if entry.corrects is not None:
        entry.corrects.number = numbers[entry.corrects.pk]
    return entry


def _as_known(funds: list[Fund], member: Any) -> list[Fund]:
    """Funds whose accounts hold what this member knows of; what is not promised there is free."""
    found = _commitments(member).filter(fund__in=funds).order_by().values("fund_id")
    sums = {one["fund_id"]: one for one in found.annotate(due=Sum("promised"), out=Sum("paid"))}
    for fund in funds:
        known = sums.get(fund.pk, {"due": 0, "out": 0})
        fund.promised, fund.paid = int(known["due"]), int(known["out"])
        fund.free = fund.received - fund.promised - fund.paid
    return funds


def _stands(entry: Entry) -> bool:
    return entry.corrects_id is None and not hasattr(entry, "correction")


def _in_file(one: Commitment, case: "Case") -> Commitment:
    one.case = cases.within(case)[one.case_id]
    return one
