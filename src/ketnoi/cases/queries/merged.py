"""Files that turned out to be about one person: which one is open today, and what it holds."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from ketnoi.cases import access
from ketnoi.cases.models import Case
from ketnoi.foundation.action import Refused

NEAR = ("key", "holder", "keeper", "commune")


def cases_visible_to(member: Any, *, one: bool = False) -> QuerySet[Case]:
    """Files this member may open; `one` when a single file is named."""
    found: Any = Case.objects.visible_to(member, one=one).select_related(*NEAR)
    return found.annotate(merged_ids=_merged_ids(member)) if one else found


def open_today(member: Any, case: Case | None) -> Case | None:
    """The file this one was merged into, as far as this member may open that; else itself."""
    if case is None or case.merged_into_id is None:
        return case
    found = cases_visible_to(member, one=True).filter(pk=case.merged_into_id).first()
    return found or case


def open_in_lists(member: Any) -> Q:
    """What lists show: a merged file only to those who know nothing but that one."""
    return Q(merged_into=None) | ~Q(holder_id=member.files)


def led(member: Any, files: Iterable[Case]) -> list[tuple[Case, Case]]:
    """Each of these files with the one that is opened in its place, in two questions."""
    found = list(files)
    merged = {case.merged_into_id for case in found if case.merged_into_id}
    targets = cases_visible_to(member).filter(pk__in=merged) if merged else []
    today = {case.pk: case for case in targets}
    return [(case, today.get(case.merged_into_id or case.pk, case)) for case in found]


def within(case: Case) -> dict[UUID, Case]:
    """The file and those that were merged into it, by id; each is sealed with a key of its own."""
    if (known := case.__dict__.get("_within")) is None:
        known = case.__dict__["_within"] = {case.pk: case}
        if getattr(case, "merged_ids", None) != []:
            merged = Case.objects.filter(merged_into=case.pk).select_related(*NEAR)
            known |= {one.pk: one for one in merged.order_by("received_at", "pk")}
    return known


def persons_within(case: Case) -> list[UUID]:
    """The records of the person of this file: its own first, then those of merged files."""
    return list(dict.fromkeys(one.person_id for one in within(case).values()))


def both_locked(member: Any, one: UUID, other: UUID) -> tuple[Case, Case]:
    """Two files as they stand now; nobody changes either until this step ends.

    They are locked in one order, so that two people never wait for each other.
    """
    found = Case.objects.visible_to(member).select_related(*NEAR).select_for_update(of=("self",))
    by_id = {case.pk: case for case in found.filter(pk__in=[one, other]).order_by("pk")}
    if not {one, other} <= by_id.keys():
        raise Refused(_("Không có hồ sơ nào bạn gộp được với mã này."))
    return by_id[one], by_id[other]


def may_keep(member: Any, case: Case) -> bool:
    """Whether this member may keep a file in order, also one that was merged into another."""
    return access.may_keep(member=member, case=case)


def merged_files(member: Any) -> dict[UUID, UUID]:
    """Files that were merged, and into which one, as far as this member may know of them."""
    found = Case.objects.visible_to(member).filter(merged_into__isnull=False)
    return dict(found.values_list("pk", "merged_into_id"))


def _merged_ids(member: Any) -> ArraySubquery:
    merged = Case.objects.visible_to(member, one=True).filter(merged_into=OuterRef("pk"))
    return ArraySubquery(merged.order_by().values("pk"))
