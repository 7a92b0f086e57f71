"""When something is due, for the calendar of a phone: neutral words, nothing that says what."""

from datetime import timedelta
from typing import Any
from uuid import uuid5

from django.db.models import F, Q, QuerySet
from icalendar import Calendar, Event

from ketnoi.cases import queries as cases
from ketnoi.foundation import links
from ketnoi.foundation.guard.context import acting
from ketnoi.reminding.models import Feed

MOST = 200
NAME, LASTS = "Hẹn", timedelta(minutes=15)


def feeds_of(member: Any) -> QuerySet[Feed]:
    """The address from which her calendar reads, if she has one."""
    return Feed.objects.filter(member_id=member.member_id, ended_at=None)


def feed_by_token(token: str) -> Feed | None:
    """Whose calendar asks from this address, while it works; none from before she was shut out."""
    found = Feed.objects.filter(pk=links.id_of(token), ended_at=None, member__left_at=None)
    shut_out = Q(member__signed_out_at__gte=F("made_at"))
    found = found.exclude(shut_out)
    return found.select_related("member__agency", "member__user").first()


def calendar(feed: Feed) -> bytes:
    """When something of hers is due; on a phone that somebody else looks at it tells nothing."""
    told = Calendar()
    told.add("prodid", "-//lich//vi")
    told.add("version", "2.0")
    with acting(feed.member):
        tasks = list(cases.everything_to_do(feed.member, mine=True)[:MOST])
    for task in tasks:
        event = Event()
        # A name of its own: the id of a task, seen elsewhere, says nothing about this line.
        event.add("uid", str(uuid5(feed.pk, str(task.pk))))
        event.add("dtstamp", task.made_at)
        event.add("dtstart", task.due_at)
        event.add("dtend", task.due_at + LASTS)
        event.add("summary", NAME)
        event.add("class", "PRIVATE")
        told.add_component(event)
    return told.to_ical()
