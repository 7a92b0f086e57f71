"""Savings groups of an agency, their members and their books. They know of no file."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from ketnoi.lending import rules
from ketnoi.lending.models import Group, GroupEntry, Saver

SHOWN = 200


@dataclass(frozen=True)
class Part:
    """What one member of a group gets when it shares out."""

    saver: Saver
    part: int

    @property
    def gain(self) -> int:
        """More than she saved, or less."""
        return self.part - self.saver.savings


def groups_of(member: Any) -> list[Group]:
    """The groups beside which a member's agency stands, those that go on first."""
    found = Group.objects.visible_to(member).select_related("commune").order_by("name", "pk")
    return sorted(found, key=lambda group: group.ended_on is not None)


def group(member: Any, pk: UUID) -> Group | None:
    """One group of a member's agency."""
    return Group.objects.visible_to(member).filter(pk=pk).select_related("commune").first()


def savers_of(group: Group, member: Any) -> list[Saver]:
    """Who saves in it, in the order in which they came; who left is no longer among them."""
    found = Saver.objects.visible_to(member).filter(group=group, left_at=None)
    return list(found.select_related("key").order_by("number"))


def saver_in(member: Any, group: UUID, pk: UUID) -> Saver | None:
    """One of its members, looked up through her group."""
    found = Saver.objects.visible_to(member).filter(group_id=group, pk=pk, left_at=None)
    return found.select_related("group", "key").first()


def book_of(group: Group, member: Any, *, saver: Saver | None = None) -> list[GroupEntry]:
    """The entries of a group, or of one of its members, the latest first."""
    found = GroupEntry.objects.visible_to(member).filter(group=group)
    if saver is not None:
        found = found.filter(saver=saver)
    found = found.select_related("saver", "correction", "corrects").order_by("-number")
    return list(found[:SHOWN])


def group_entry_in(member: Any, group: UUID, pk: UUID) -> GroupEntry | None:
    """One entry, looked up through its group."""
    found = GroupEntry.objects.visible_to(member).filter(group_id=group, pk=pk)
    return found.select_related("group", "saver").first()


def parts_of(group: Group, member: Any) -> list[Part]:
    """How the box is shared out among those who saved, to the last đồng."""
    savers = [saver for saver in savers_of(group, member) if saver.savings]
    parts = rules.shared_out(box=group.box, saved={one.pk: one.savings for one in savers})
    return [Part(saver, parts[saver.pk]) for saver in savers]
