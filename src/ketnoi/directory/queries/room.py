"""Whether a service has room, as far as what was said of it can still be believed."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from ketnoi.agencies.terms import Purpose
from ketnoi.directory import rules
from ketnoi.directory.models import Capacity, Hold, Service
from ketnoi.foundation.vietnamese.dates import format_moment

COUNTED = frozenset({Purpose.SAFE_PLACE})
"""Needs for which nobody may be sent where it is not known whether there is room."""


@dataclass(frozen=True)
class Room:
    """How many places are free (None: not known), and what to say of it."""

    free: int | None
    words: str

    @property
    def is_full(self) -> bool:
        """Whether it was said that nothing is free."""
        return self.free == 0


def room_of(service: Any, *, now: datetime, asks: UUID | None = None) -> Room:
    """Whether this service has room now."""
    return rooms([service], now=now, asks=asks)[service.pk]


def holds_of(service: Any, *, now: datetime) -> QuerySet[Hold]:
    """The places of a service that are kept for somebody now."""
    return _standing(now).filter(service=service).select_related("agency", "service")


def held_for(agency_id: UUID, service: Any, *, now: datetime) -> Hold | None:
    """The place that is kept for an agency here, if there is one."""
    return holds_of(service, now=now).filter(agency_id=agency_id).first()


def beds_of(agency_id: UUID) -> Service | None:
    """The service under which a shelter tells of its beds: its first one for a safe place."""
    found = Service.objects.filter(agency_id=agency_id, purposes__contains=[Purpose.SAFE_PLACE])
    return found.order_by("key").first()


def is_counted(service: Any) -> bool:
    """Whether what was last said of its places follows from beds, and was not typed."""
    last = Capacity.objects.filter(service=service).order_by("-at", "-counted").first()
    return last is not None and last.counted


def kept_places(*, now: datetime) -> list[Hold]:
    """Every place in the network that is kept for somebody now."""
    return list(_standing(now).select_related("agency", "service"))


def hold(member: Any, pk: UUID, hold: UUID) -> Hold | None:
    """A place that is kept, looked up through its service: for the two agencies it concerns."""
    found = Hold.objects.filter(service_id=pk, pk=hold).select_related("agency", "service").first()
    hers = found and member.agency_id in {found.agency_id, found.service.agency_id}
    return found if hers else None


def rooms(
    services: Collection[Any], *, now: datetime, asks: UUID | None = None
) -> dict[UUID, Room]:
    """Whether each of these services has room now; what is kept for who asks is room for her."""
    newest = Capacity.objects.filter(service__in=services).order_by("service_id", "-at")
    said = {c.service_id: c for c in newest.distinct("service_id")}
    held: dict[UUID, list[Hold]] = defaultdict(list)
    for each in _standing(now).filter(service__in=services):
        if each.agency_id != asks:
            held[each.service_id].append(each)
    return {s.pk: _room(s, said.get(s.pk), held[s.pk], now) for s in services}


def _standing(now: datetime) -> QuerySet[Hold]:
    return Hold.objects.filter(ended_at=None, until__gt=now).order_by("until")


def _room(service: Any, said: Capacity | None, held: list[Hold], now: datetime) -> Room:
    free = _free(said, now) if said else None
    if said is None or free is None:
        counted = COUNTED & set(service.purposes)
        return Room(None, _("chưa rõ còn chỗ, hãy hỏi trước") if counted else "")
    free = max(0, free - len(held))
    words = _("còn {free} chỗ (báo lúc {moment})") if free else _("hết chỗ (báo lúc {moment})")
    told = words.format(free=free, moment=format_moment(said.at))
    return Room(free, f"{told}, {_kept(held)}" if held else told)


def _kept(held: list[Hold]) -> str:
    words = _("{count} chỗ đang giữ đến {moment}")
    return words.format(count=len(held), moment=format_moment(held[-1].until))


def _free(said: Capacity, now: datetime) -> int | None:
    return rules.free_places(places=said.places, taken=said.taken, at=said.at, now=now)
