"""Somebody asks to be called: nothing is kept before her last press, and that counts once."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import gettext as public_

from ketnoi.agencies import actions as agencies
from ketnoi.foundation.action import Refused, action, note, part
from ketnoi.foundation.crypto import exact_tags, tag
from ketnoi.intake import access, queries, rules
from ketnoi.intake.models import (
    BlockedNumber,
    Callback,
    CallbackHour,
    CallbackWords,
    Duty,
    SentForm,
)
from ketnoi.intake.terms import NUMBERS, CameBy
from ketnoi.law import queries as law
from ketnoi.people import actions as people

PURPOSE, HOUR = NUMBERS, "callback-hour"


@action
def name_duty(*, agency: Any, by: Any, now: datetime) -> Duty:
    """From now on this agency calls back whoever asks for it on the public page."""
    if not access.may_name_duty(member=by):
        raise Refused(_("Chỉ điều phối mạng lưới chọn đơn vị gọi lại."))
    Duty.objects.filter(until=None).update(until=now)
    duty = Duty(agency=agency, since=now, named_by=by)
    duty.save(force_insert=True)
    note("callback.duty_named", by=by, about=duty, agency=agency.pk)
    return duty


@action
def ask_to_be_called(*, key: UUID, by: Any, now: datetime, **said: str) -> bool:
    """Somebody asks the agency on duty to call her; the same form sent twice asks once.

    Whether it was kept is nobody's to know: whoever asks is told the same each time.
    """
    duty = queries.duty(now=now)
    if duty is None:
        raise Refused(public_("Lúc này chưa có nơi gọi lại. Hãy gọi một số có người nghe."))
    is_kept = is_first(key=key, now=now) and may_be_kept(number=said.get("number", ""), now=now)
    if is_kept:
        new_callback(agency_id=duty.agency_id, came_by=CameBy.PUBLIC, said=said, now=now)
        agencies.tell_later(agency_id=duty.agency_id)
    note("callback.asked", by=by, about=None, kept=is_kept)
    return is_kept


@part
def is_first(*, key: UUID, now: datetime) -> bool:
    """Whether this form is sent for the first time; of two at one moment one waits and is not."""
    try:
        with transaction.atomic():
            SentForm(key=key, at=now).save(force_insert=True)
    except IntegrityError:
        return False
    return True


@part
def may_be_kept(*, number: str, now: datetime) -> bool:
    """Whether a number may be called, and was not sent too often within this hour."""
    if not number:
        return True
    blocked = BlockedNumber.objects.filter(number_tag__in=exact_tags(PURPOSE, number))
    if blocked.filter(until__gt=now).exists():
        return False
    hour = now.replace(minute=0, second=0, microsecond=0)
    mark = tag(HOUR, f"{number}|{hour.timestamp():.0f}")
    CallbackHour.objects.bulk_create([CallbackHour(mark=mark, hour=hour)], ignore_conflicts=True)
    counted = CallbackHour.objects.select_for_update().get(mark=mark)
    CallbackHour.objects.filter(mark=mark).update(kept=F("kept") + 1)
    return rules.may_keep_more(kept=counted.kept)


@part
def new_callback(
    *, agency_id: UUID, came_by: str, said: dict[str, str], now: datetime, is_danger: bool = False
) -> Callback:
    """A request that waits for a call, with its clock; apart from it what she said, sealed."""
    is_danger = is_danger or rules.says_danger(said.values())
    callback = Callback(agency_id=agency_id, came_by=came_by, asked_at=now, is_danger=is_danger)
    callback.due_at = law.due(code="callback.urgent" if is_danger else "callback.first", start=now)
    callback.save(force_insert=True)
    number = said.get("number", "")
    words = CallbackWords(
        pk=uuid4(),
        agency_id=agency_id,
        callback=callback,
        key=people.make_key(),
        number_tag=tag(PURPOSE, number) if number else None,
        **said,
    )
    words.save(force_insert=True)
    return callback
