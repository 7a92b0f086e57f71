"""Somebody tells something without a name, and may add to it by the receipt."""

import base64
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as public_

from ketnoi.foundation.action import Refused, action, note
from ketnoi.foundation.actor import Guest
from ketnoi.foundation.uploads import Fit
from ketnoi.law import queries as law
from ketnoi.people import actions as people
from ketnoi.vigilance.models import Desk, Message, Tip

MOST_WORDS = 50
"""So many words and pictures one box takes of whoever holds its receipt."""


@action
def tell_tip(
    *, desk: Desk, channel: str, what: str, place: str, who: str, by: Guest, now: datetime
) -> None:
    """A tip comes. The same form sent twice is one tip."""
    if Tip.objects.filter(mailbox=by.key).exists():
        note("tip.told_again", by=by, about=None)
        return
    told = Tip(agency_id=desk.agency_id, mailbox=UUID(by.key), channel=channel, came_at=now)
    told.key, told.typed_by_id = people.make_key(), by.typed_by
    told.what, told.place, told.who = what, place, who
    told.read_by = law.due(code="tip.triage", start=now)
    told.answer_by = law.due(code="tip.answer", start=now)
    # Two presses at the same moment: the database keeps one.
    Tip.objects.bulk_create([told], ignore_conflicts=True)
    note("tip.came", by=by, about=None, channel=channel)


@action
def add_word(*, tip: Tip, words: str, press: UUID, by: Guest, now: datetime) -> None:
    """Whoever holds the receipt writes more."""
    _refuse_when_full(tip)
    word = Message(tip=tip, press=press, at=now)
    word.words = words
    Message.objects.bulk_create([word], ignore_conflicts=True)
    note("tip.word_came", by=by, about=None)


@action
def add_picture(*, tip: Tip, picture: Fit, press: UUID, by: Guest, now: datetime) -> None:
    """Whoever holds the receipt adds a picture, which was drawn anew without place and device."""
    _refuse_when_full(tip)
    word = Message(tip=tip, press=press, at=now, media=picture.media.value)
    word.picture = base64.b64encode(picture.data).decode()
    Message.objects.bulk_create([word], ignore_conflicts=True)
    note("tip.picture_came", by=by, about=None)


def _refuse_when_full(tip: Tip) -> None:
    if Message.objects.filter(tip=tip, author=None).count() >= MOST_WORDS:
        raise Refused(public_("Hộp này đã đầy. Hãy gửi một tin mới."))
