"""Groups for those who run them."""

from collections import Counter
from typing import Any
from uuid import UUID

from ketnoi.counselling.models import Group, Meeting, Participation, Seat

NEAR = ("to__secret", "counsellor")


def groups_of(member: Any) -> list[Group]:
    """The groups that this member runs, or whose counsellor she supervises."""
    found = Group.objects.visible_to(member).select_related("counsellor")
    return list(found.order_by("ended_at", "-begins_on", "pk"))


def group(member: Any, group: UUID) -> Group | None:
    """One of them, with what opens it."""
    return Group.objects.visible_to(member).select_related(*NEAR).filter(pk=group).first()


def whole_group(pk: UUID) -> Group | None:
    """A group with what opens it, for an action that has locked it."""
    return Group.objects.select_related(*NEAR).filter(pk=pk).first()


def seats_of(group: Group, member: Any) -> list[Seat]:
    """Who has a seat, as far as her file is still open to this agency."""
    found = Seat.objects.visible_to(member).filter(group=group, left_at=None)
    return list(found.select_related("case").order_by("number"))


def seat_in(member: Any, group: UUID, pk: UUID) -> Seat | None:
    """One seat of a group."""
    found = Seat.objects.visible_to(member).filter(group_id=group, pk=pk)
    return found.select_related(*(f"group__{name}" for name in NEAR), "case").first()


def taken_seats(group: Group) -> frozenset[int]:
    """The numbers of the seats that somebody has, also of files that are closed to us now."""
    found = Seat.objects.filter(group=group, left_at=None)
    return frozenset(found.values_list("number", flat=True))


def meetings_of(group: Group, member: Any) -> list[Meeting]:
    """The meetings of a group, the newest first."""
    found = Meeting.objects.visible_to(member).filter(group=group)
    return list(found.order_by("-held_on", "-written_at"))


def meeting_in(member: Any, group: UUID, pk: UUID) -> Meeting | None:
    """One of them, with what opens it."""
    found = Meeting.objects.visible_to(member).filter(group_id=group, pk=pk)
    return found.select_related(*(f"group__{name}" for name in NEAR)).first()


def came(group: Group, member: Any) -> Counter[UUID]:
    """To how many meetings whoever has a seat came."""
    found = Participation.objects.visible_to(member).filter(meeting__group=group)
    return Counter(found.values_list("seat_id", flat=True))
