"""Saying again that something waits."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from ketnoi.agencies import actions as agencies
from ketnoi.foundation import links
from ketnoi.foundation.action import Refused, action, note
from ketnoi.foundation.guard.hiding import shut_out
from ketnoi.reminding import queries
from ketnoi.reminding.models import Feed, Reminder
from ketnoi.reminding.terms import Word

if TYPE_CHECKING:
    from ketnoi.cases.models import Task

__all__ = ["Refused", "begin_feed", "end_feed", "remind", "tell_in_the_morning"]


@action
def remind(*, task: "Task", word: Word, by: Any, now: datetime) -> Reminder:
    """Tell whoever must do it, or the coordinators, that something waits; never what."""
    if by.role != "system" or task.done_at or not queries.is_due(task, word, now=now):
        raise Refused("this word is not due")
    turn = queries.turn_of(task, word, now=now)
    if turn is None:
        raise Refused("this word was said already")
    reminder = Reminder(task=task, word=word, turn=turn, at=now)
    reminder.save(force_insert=True)
    kept_out = shut_out(task.case_id)
    if word == Word.ESCALATED:
        agencies.tell_coordinators(but=kept_out.members)
    elif task.member_id:
        agencies.tell_with_substitute(member_id=task.member_id, but=kept_out.members)
    else:
        agencies.tell_later(agency_id=task.agency_id, but=kept_out.members)
    note("task.reminded", by=by, about=task, word=word.value)
    return reminder


@action
def tell_in_the_morning(*, member: Any, by: Any) -> None:
    """Once a day: that something waits, if anything does; never what, nor how much."""
    if by.role != "system":
        raise Refused("this word is not due")
    agencies.tell_member_later(member_id=member.pk)
    note("member.told_in_the_morning", by=by, about=member)


@action
def begin_feed(*, by: Any, now: datetime) -> str:
    """A member's calendar may read when something is due, from an address that is told once.

    The address she had before stops working.
    """
    agencies.hold_member(member_id=by.member_id)
    queries.feeds_of(by).update(ended_at=now)
    token = links.new_token()
    feed = Feed(pk=links.id_of(token), member=by, made_at=now)
    feed.save(force_insert=True)
    note("feed.begun", by=by, about=feed)
    return token


@action
def end_feed(*, by: Any, now: datetime) -> None:
    """A member's calendar reads nothing more."""
    feed = queries.feeds_of(by).select_for_update().first()
    if feed is None:
        raise Refused(_("Bạn chưa có địa chỉ lịch nào."))
    feed.ended_at = now
    feed.save(update_fields=["ended_at"])
    note("feed.ended", by=by, about=feed)
