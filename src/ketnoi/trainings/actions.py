"""What is done with the events of the network."""

import tomllib
from datetime import datetime
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from ketnoi.agencies import queries as agencies
from ketnoi.foundation.action import Refused, action, note, part
from ketnoi.foundation.actor import Actor
from ketnoi.trainings import access
from ketnoi.trainings.models import NetworkEvent

EVENTS = Path(__file__).parent / "data" / "events.toml"


@action
def load_events(*, by: Actor, now: datetime) -> int:
    """The workshop of the article, and what came before and after it, as a release tells them."""
    if not access.may_load(by=by):
        raise Refused(_("Chỉ quản trị mới nạp được các sự kiện."))
    events = [
        _load_event(**row) for row in tomllib.loads(EVENTS.read_text(encoding="utf-8"))["events"]
    ]
    note("events.loaded", by=by, about=events[0], count=len(events))
    return len(events)


@part
def _load_event(*, key: str, organiser: str = "", **facts: Any) -> NetworkEvent:
    found = agencies.network().filter(key=organiser).first() if organiser else None
    event, _new = NetworkEvent.objects.update_or_create(
        key=key, defaults={**facts, "organiser": found}
    )
    return event
