"""Somebody answers a call: it begins, what is said is kept, and it ends with an outcome."""

from datetime import datetime
from typing import Any
from uuid import uuid4

from django.utils.translation import gettext as _

from ketnoi.agencies import actions as agencies
from ketnoi.foundation.action import Refused, action, note, part
from ketnoi.foundation.crypto import tag
from ketnoi.intake import access, queries, rules
from ketnoi.intake.actions.asking import new_callback
from ketnoi.intake.models import Call, Callback, CallWords
from ketnoi.intake.terms import NUMBERS, CallOutcome, CameBy, Danger
from ketnoi.law import queries as law
from ketnoi.people import actions as people

SAID = ("called", "number", "safe_hours", "notes")
"""What is sealed of a call; the rest is codes."""


@action
def begin_call(*, by: Any, now: datetime) -> Call:
    """The telephone rings and somebody answers. Pressed again before a word is kept, it is one."""
    if not access.may_answer(member=by):
        raise Refused(_("Vai của bạn không trực điện thoại."))
    empty = queries.empty_call(by)
    if empty is not None:
        note("call.pressed_again", by=by, about=empty)
        return empty
    call = Call(agency_id=by.files, begun_at=now, begun_by=by)
    call.due_at = law.due(code=rules.clock_of(danger=""), start=now)
    call.save(force_insert=True)
    note("call.begun", by=by, about=call)
    return call


@action
def keep_call(*, call: Call, by: Any, now: datetime, **said: Any) -> Call:
    """What was said so far is kept; the call goes on, with the clock of what was said of danger."""
    fresh = lock_call(call=call, by=by)
    write_call(call=fresh, said=said, now=now)
    note("call.kept", by=by, about=fresh, danger=fresh.danger)
    return fresh


@action
def end_call(*, call: Call, outcome: str, by: Any, now: datetime, **said: Any) -> Call:
    """A call ends with an outcome; whoever wants to be called again waits in the queue for it."""
    fresh = lock_call(call=call, by=by)
    if not outcome:
        raise Refused(_("Hãy chọn kết quả để kết thúc cuộc gọi."))
    write_call(call=fresh, said=said, now=now)
    if not rules.call_may_end(outcome=outcome, danger=fresh.danger):
        raise Refused(_("Chị ấy đang nguy hiểm: hãy gọi 113 trước, rồi chọn kết quả khác."))
    if outcome == CallOutcome.CALLBACK:
        fresh.callback = call_again(call=fresh, said=said, now=now)
    fresh.outcome, fresh.ended_at, fresh.ended_by_id = outcome, now, by.member_id
    fresh.save(update_fields=["outcome", "ended_at", "ended_by", "callback"])
    note("call.ended", by=by, about=fresh, outcome=outcome)
    return fresh


@part
def write_call(*, call: Call, said: dict[str, Any], now: datetime) -> None:
    """The codes of a call, and sealed what was said; danger that is new begins its own clock."""
    words = {name: said.pop(name) or "" for name in SAID if name in said}
    clock = rules.clock_of(danger=said.get("danger", call.danger))
    if clock != rules.clock_of(danger=call.danger):
        urgent = law.due(code=clock, start=now)
        call.due_at = min(call.due_at, urgent) if said["danger"] == Danger.YES else urgent
    for name, value in said.items():
        setattr(call, name, value)
    call.save(update_fields=[*said, "due_at"])
    seal_words(call=call, words=words)


@part
def seal_words(*, call: Call, words: dict[str, str]) -> CallWords:
    """What was said, over what was kept before; the tag follows the number."""
    sealed = CallWords.objects.filter(call=call).select_related("key").first()
    is_new = sealed is None
    if sealed is None:
        key = people.make_key()
        sealed = CallWords(pk=uuid4(), agency_id=call.agency_id, call=call, key=key)
    for name, text in words.items():
        setattr(sealed, name, text)
    number = sealed.number.open()
    sealed.number_tag = tag(NUMBERS, number) if number else None
    if is_new:
        sealed.save(force_insert=True)
    else:
        sealed.save(update_fields=["sealed_words", "number_tag"])
    return sealed


@part
def call_again(*, call: Call, said: dict[str, Any], now: datetime) -> Callback:
    """A request to be called, with what she said on the telephone."""
    words = CallWords.objects.filter(call=call).select_related("key").get()
    told = {name: getattr(words, name).open() for name in ("called", "number", "safe_hours")}
    if not told["number"]:
        raise Refused(_("Hãy ghi số để gọi lại, và giờ gọi an toàn."))
    asked = new_callback(
        agency_id=call.agency_id,
        came_by=CameBy.CALL,
        said={**told, "language": call.language},
        is_danger=call.danger == Danger.YES,
        now=now,
    )
    agencies.tell_later(agency_id=call.agency_id)
    return asked


@part
def lock_call(*, call: Call, by: Any) -> Call:
    """The call as it stands now, for one who may answer; others who change it wait."""
    if not access.may_answer(member=by):
        raise Refused(_("Vai của bạn không trực điện thoại."))
    found = Call.objects.visible_to(by).filter(agency_id=by.files, pk=call.pk)
    fresh = found.select_for_update(of=("self",)).first()
    if fresh is None:
        raise Refused(_("Cuộc gọi này do đơn vị khác nghe."))
    if fresh.ended_at:
        raise Refused(_("Cuộc gọi này đã có kết quả."))
    return fresh
