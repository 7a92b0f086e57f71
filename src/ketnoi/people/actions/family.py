"""Children and others who depend on her: persons of their own, tied to her until it ends."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from ketnoi.foundation.action import Refused, action, note
from ketnoi.people import access
from ketnoi.people.actions.record import index_person, make_key
from ketnoi.people.models import Person, Tie


@action
def add_relative(
    *,
    person: Person,
    kind: str,
    lives: str,
    carer: str,
    by: Any,
    now: datetime,
    **facts: Any,
) -> Tie:
    """Begin the record of a child of hers, or of somebody else who depends on her."""
    _refuse_strangers(person, by)
    relative = Person(key=make_key(), holder_id=person.holder_id, keeper_id=by.member_id, **facts)
    relative.save(force_insert=True)
    index_person(relative)
    tie = Tie(
        person=person,
        relative=relative,
        holder_id=person.holder_id,
        keeper_id=by.member_id,
        noted_at=now,
        kind=kind,
        lives=lives,
        carer=carer,
    )
    tie.save(force_insert=True)
    note("relative.added", by=by, about=tie, kind=kind, relative=relative.pk)
    return tie


@action
def describe_tie(*, tie: Tie, kind: str, lives: str, carer: str, by: Any) -> Tie:
    """What they are to each other, where the relative lives and who cares."""
    _refuse_strangers(tie.person, by)
    _refuse_ended(tie)
    tie.kind, tie.lives, tie.carer = kind, lives, carer
    tie.save(update_fields=["kind", "lives", "carer"])
    note("tie.described", by=by, about=tie, kind=kind, lives=lives, carer=carer)
    return tie


@action
def end_tie(*, tie: Tie, reason: str, by: Any, now: datetime) -> Tie:
    """They no longer belong together in her file, or never did; both records stay."""
    _refuse_strangers(tie.person, by)
    _refuse_ended(tie)
    tie.ended_at, tie.ended_by_id, tie.end_reason = now, by.member_id, reason
    tie.save(update_fields=["ended_at", "ended_by", "end_reason"])
    note("tie.ended", by=by, about=tie, reason=reason)
    return tie


def _refuse_strangers(person: Person, by: Any) -> None:
    if not access.may_describe(member=by, person=person):
        raise Refused(_("Chỉ đơn vị phụ trách mới sửa được thông tin này."))


def _refuse_ended(tie: Tie) -> None:
    if tie.ended_at:
        raise Refused(_("Quan hệ này đã được kết thúc trước đó."))
