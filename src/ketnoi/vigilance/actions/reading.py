"""Somebody at the desk reads a tip: judges it, answers, writes down what it names."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from django.utils.translation import gettext as _

from ketnoi.foundation.action import Refused, action, note
from ketnoi.foundation.crypto import tag
from ketnoi.foundation.vietnamese import Unreadable
from ketnoi.vigilance import access, rules
from ketnoi.vigilance.models import Message, Sighting, Tip, Triage
from ketnoi.vigilance.terms import Standing


@action
def judge_tip(
    *,
    tip: Tip,
    credibility: str,
    standing: str,
    same_as: Tip | None,
    why: str,
    by: Any,
    now: datetime,
) -> None:
    """Whoever read a tip says how far it is to be believed, and where it stands."""
    _refuse_unless_hers(tip, by)
    is_same = standing == Standing.SAME
    if is_same and (same_as is None or same_as.pk == tip.pk):
        raise Refused(_("Hãy chọn tin này trùng với tin nào."))
    judged = Triage(tip=tip, agency_id=tip.agency_id, author=by, at=now, credibility=credibility)
    judged.standing, judged.same_as = standing, same_as if is_same else None
    judged.why = why
    judged.save(force_insert=True)
    note("tip.judged", by=by, about=tip, credibility=credibility, standing=standing)


@action
def answer_tip(*, tip: Tip, words: str, press: UUID, by: Any, now: datetime) -> None:
    """The desk answers whoever told it; she reads it by her receipt."""
    _refuse_unless_hers(tip, by)
    word = Message(tip=tip, author=by, press=press, at=now)
    word.words = words
    Message.objects.bulk_create([word], ignore_conflicts=True)
    note("tip.answered", by=by, about=tip)


@action
def note_sighting(*, tip: Tip, sign: str, value: str, by: Any, now: datetime) -> None:
    """A telephone, a page, a plate or somebody that the tip names is written down by itself."""
    _refuse_unless_hers(tip, by)
    try:
        plain = rules.plain(sign, value)
    except Unreadable as wrong:
        raise Refused(str(wrong)) from None
    if not plain:
        raise Refused(_("Hãy ghi đúng chữ và số như trong tin."))
    mark = tag("sighting", plain)
    # Once in a tip by its own name: a unique tag would tell what a row that is not seen holds.
    once = uuid5(tip.pk, f"{sign} {mark}")
    seen = Sighting(pk=once, tip=tip, agency_id=tip.agency_id, author=by, at=now, sign=sign)
    seen.value, seen.value_tag = plain, mark
    Sighting.objects.bulk_create([seen], ignore_conflicts=True)
    note("tip.sighting_noted", by=by, about=tip, sign=sign)


def _refuse_unless_hers(tip: Tip, by: Any) -> None:
    if not (access.may_read(member=by) and tip.agency_id == by.files):
        raise Refused(_("Chỉ cán bộ xác minh và phụ trách của nơi nhận tin làm được việc này."))
