"""What pages and other domains may ask about support, always through the one who asks."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.formats import number_format

from ketnoi.cases import queries as cases
from ketnoi.support import access
from ketnoi.support.models import SupportGiven

if TYPE_CHECKING:
    from ketnoi.cases.models import Case

SHOWN = 100


@dataclass(frozen=True)
class Given:
    """A record as its page shows it, and whether the reader may mark it as a mistake."""

    record: SupportGiven
    detail: str
    may_mark: bool

    @property
    def hours(self) -> str:
        """The hours as people write them, without idle zeros; empty when none were noted."""
        hours = self.record.hours
        return "" if hours is None else number_format(f"{hours.normalize():f}")


def support_of(case: "Case", member: Any) -> list[Given]:
    """Support this member may know of in a file, the newest first."""
    found = _of(case, member).select_related("agency").order_by("-given_on", "-noted_at")
    return [_given(record, case, member) for record in found[:SHOWN]]


def support_in(member: Any, code: str, pk: UUID) -> SupportGiven | None:
    """One record, looked up through its file."""
    case = cases.case_by_code(member, code)
    record = _of(case, member).filter(pk=pk).first() if case else None
    if record is not None and case is not None:
        record.case = cases.within(case)[record.case_id]
    return record


def kinds_given(files: Iterable[UUID], member: Any) -> dict[UUID, set[str]]:
    """Which kinds of support each of these files was given, as far as this member may know."""
    found = SupportGiven.objects.visible_to(member).filter(
        case_id__in=list(files), mistaken_at=None
    )
    kinds: dict[UUID, set[str]] = defaultdict(set)
    for case_id, kind in found.values_list("case_id", "kind").distinct():
        kinds[case_id].add(kind)
    return kinds


def may_record(case: "Case", member: Any) -> bool:
    """Whether this member may write down support in the file."""
    takes_part = cases.takes_part(member, case)
    return access.may_record(member=member, case=case, takes_part=takes_part)


def _of(case: "Case", member: Any) -> QuerySet[SupportGiven]:
    return SupportGiven.objects.visible_to(member).filter(case_id__in=cases.within(case))


def _given(record: SupportGiven, case: "Case", member: Any) -> Given:
    record.case = cases.within(case)[record.case_id]
    is_hers = access.may_mark_mistaken(member=member, given=record)
    return Given(record, record.detail.open(), is_hers and record.mistaken_at is None)
