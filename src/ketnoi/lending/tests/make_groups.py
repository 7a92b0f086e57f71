"""Scenes of savings groups."""

from typing import Any
from uuid import UUID, uuid4

from ketnoi.agencies.models import Member
from ketnoi.foundation import clock
from ketnoi.foundation.guard.context import acting
from ketnoi.lending import actions, queries
from ketnoi.lending.models import Group, GroupEntry, Saver

SHARE = 10_000
NAMES = ("Hoa", "Lý", "Sen", "Mận")


def group(by: Member, **facts: Any) -> Group:
    """A group that began today."""
    about = {"name": "Tổ bản Nà Lụng", "commune": None, "share": SHARE, **facts}
    return actions.open_group(opened_on=clock.today(), by=by, now=clock.now(), **about)


def joined(group: Group, *, by: Member, name: str = "Hoa") -> Saver:
    """Somebody joins it."""
    return actions.add_saver(group=group, name=name, by=by, now=clock.now())


def with_savers(by: Member, many: int = 3) -> tuple[Group, list[Saver]]:
    """A group with so many members."""
    made = group(by)
    return made, [joined(made, by=by, name=name) for name in NAMES[:many]]


def met(group: Group, shares: dict[Saver, int], *, by: Member, key: UUID | None = None) -> Group:
    """They meet, and each puts in so many shares."""
    about: dict[str, Any] = {"on": clock.today(), "key": key or uuid4()}
    return actions.record_meeting(group=group, shares=shares, by=by, now=clock.now(), **about)


def wrote(
    saver: Saver, kind: str, amount: int, *, by: Member, key: UUID | None = None
) -> GroupEntry:
    """One of them saves, draws, borrows or pays back."""
    about: dict[str, Any] = {"on": clock.today(), "key": key or uuid4()}
    return actions.record_in_group(
        saver=saver, kind=kind, amount=amount, by=by, now=clock.now(), **about
    )


def corrected(entry: GroupEntry, *, by: Member, key: UUID | None = None) -> Group:
    """What was written was a mistake."""
    return actions.correct_in_group(entry=entry, key=key or uuid4(), by=by, now=clock.now())


def shared(group: Group, *, by: Member, key: UUID | None = None) -> Group:
    """They share out."""
    return actions.share_out(group=group, key=key or uuid4(), by=by, now=clock.now())


def sums(by: Member, group: Group) -> tuple[int, int, int, int]:
    """What was saved, is lent out, lies in the box, and was gained."""
    with acting(by):
        found = queries.group(by, group.pk)
        assert found is not None
        return found.savings, found.lent, found.box, found.gain


def of_saver(by: Member, saver: Saver) -> tuple[int, int]:
    """What one of them saved, and borrowed."""
    with acting(by):
        found = queries.saver_in(by, saver.group_id, saver.pk)
        assert found is not None
        return found.savings, found.lent
