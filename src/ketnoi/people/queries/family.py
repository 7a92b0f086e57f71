"""Who belongs to her: always asked through her, never through the relative alone."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from ketnoi.people import rules
from ketnoi.people.models import Tie
from ketnoi.people.terms import MAY_BE_CHILDREN


def family_of(member: Any, person_id: UUID) -> list[Tie]:
    """Her children and others who depend on her, those whose tie ended last."""
    found = Tie.objects.visible_to(member).filter(person_id=person_id)
    with_records = found.select_related("person__key", "relative__key", "ended_by")
    return sorted(with_records, key=lambda tie: (tie.ended_at is not None, tie.noted_at))


def tie_of(member: Any, person_id: UUID, pk: UUID) -> Tie | None:
    """One of her ties, looked up through her."""
    return next((tie for tie in family_of(member, person_id) if tie.pk == pk), None)


def may_be_child(tie: Tie, *, on: date) -> bool:
    """Whether the relative may be under 18 on that day; a child of unknown age counts as one."""
    known = rules.is_minor(birth_year=tie.relative.birth_year, on=on)
    return tie.kind in MAY_BE_CHILDREN if known is None else known


def supported_with(member: Any, relatives: Iterable[UUID]) -> dict[UUID, UUID]:
    """For relatives who are tied to somebody: to whom, so that their file is found by them too."""
    found = Tie.objects.visible_to(member).filter(relative_id__in=list(relatives), ended_at=None)
    return dict(found.values_list("relative_id", "person_id"))
