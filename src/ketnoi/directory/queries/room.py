"""Whether a service has room, as far as what was said of it can still be believed."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from ketnoi.agencies.terms import Purpose
from ketnoi.directory import rules
from ketnoi.directory.models import Capacity
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


def room_of(service: Any, *, now: datetime) -> Room:
    """Whether this service has room now."""
    return rooms([service], now=now)[service.pk]


def rooms(services: Collection[Any], *, now: datetime) -> dict[UUID, Room]:
    """Whether each of these services has room now."""
    newest = Capacity.objects.filter(service__in=services).order_by("service_id", "-at")
    said = {c.service_id: c for c in newest.distinct("service_id")}
    return {service.pk: _room(service, said.get(service.pk), now) for service in services}


def _room(service: Any, said: Capacity | None, now: datetime) -> Room:
    free = _free(said, now) if said else None
    if said is None or free is None:
        counted = COUNTED & set(service.purposes)
        return Room(None, _("chưa rõ còn chỗ, hãy hỏi trước") if counted else "")
    words = _("còn {free} chỗ (báo lúc {moment})") if free else _("hết chỗ (báo lúc {moment})")
    return Room(free, words.format(free=free, moment=format_moment(said.at)))


def _free(said: Capacity, now: datetime) -> int | None:
    return rules.free_places(places=said.places, taken=said.taken, at=said.at, now=now)
