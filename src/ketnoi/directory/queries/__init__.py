"""What pages and other domains may ask the directory."""

from collections.abc import Collection
from datetime import date
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Prefetch, Q, QuerySet

from ketnoi.directory import rules
from ketnoi.directory.models import Hotline, Service, ServiceAtLocation, TrustedAddress
from ketnoi.directory.queries.entries import Entry, Reach, Wish, entry, schedules
from ketnoi.directory.queries.room import beds_of as beds_of
from ketnoi.directory.queries.room import held_for as held_for
from ketnoi.directory.queries.room import hold as hold
from ketnoi.directory.queries.room import holds_of as holds_of
from ketnoi.directory.queries.room import is_counted as is_counted
from ketnoi.directory.queries.room import kept_places as kept_places
from ketnoi.directory.queries.room import room_of as room_of
from ketnoi.directory.queries.room import rooms
from ketnoi.directory.queries.trusted import Near, near
from ketnoi.directory.queries.trusted import how_far as how_far
from ketnoi.directory.terms import Checked, Cost, Language, Status
from ketnoi.foundation import clock
from ketnoi.foundation.models import Holiday
from ketnoi.foundation.vietnamese.text import fold
from ketnoi.places import queries as places

__all__ = [
    "Entry",
    "entry",
    "find_help",
    "hotline_seen_by",
    "hotlines",
    "place_of",
    "published",
    "published_number",
    "published_places",
    "published_text",
    "schedules",
    "service",
    "service_seen_by",
    "services",
    "services_for",
    "trusted_addresses",
    "trusted_near",
]

MOST = 20
LONGEST = 100


def services_for(
    purpose: str,
    *,
    commune: Any = None,
    language: str | None = None,
    eases: Collection[str] = (),
    asks: UUID | None = None,
) -> list[Entry]:
    """Services for a need, the likeliest first, each with its reasons in words.

    Open now, near, in her language, reached in the ways she needs (eases), checked, free. Those
    that said they are full come last; a place kept for the agency that asks is room.
    """
    found = _services(Q(status=Status.ACTIVE, purposes__contains=[purpose]))
    wish = Wish(commune=commune, language=language, eases=tuple(eases), **_now())
    entries = _ranked(found, wish)
    room = rooms([e.record for e in entries], now=clock.now(), asks=asks)
    told = [e.with_room(room[e.record.pk]) for e in entries]
    return sorted(told, key=lambda e: room[e.record.pk].is_full)


def service(pk: UUID) -> Service | None:
    """One service with its agency, hours and places."""
    return _services(Q(pk=pk)).first()


def service_seen_by(member: Any, *, pk: UUID) -> Service | None:
    """One service, for a page of the staff side; every member may read the directory."""
    return service(pk)


def services() -> list[Entry]:
    """The living directory of the staff side, by agency; also what is paused or overdue."""
    found = _services(~Q(status=Status.DEFUNCT))
    today = clock.today()
    ordered = found.order_by("agency__level", "agency__name", "name", "pk")
    return [entry(record, today=today) for record in ordered]


def hotlines(*, public: bool = True) -> list[Entry]:
    """Numbers to call. The public sees those that were confirmed, or that are fixed by law."""
    found = Hotline.objects.select_related("agency").prefetch_related("schedules")
    today = clock.today()
    entries = [entry(record, today=today) for record in found]
    return [e for e in entries if _is_public(e)] if public else entries


def hotline_seen_by(member: Any, *, pk: UUID) -> Hotline | None:
    """One number, for a page of the staff side."""
    return Hotline.objects.select_related("agency").filter(pk=pk).first()


def trusted_addresses(*, commune: Any = None) -> QuerySet[TrustedAddress]:
    """Trusted addresses the public may read, perhaps those of one commune."""
    found = TrustedAddress.objects.filter(_not_expired()).select_related("commune__province")
    return found if commune is None else found.filter(commune=commune)


def trusted_near(commune: Any) -> list[Near]:
    """Trusted addresses the public may read, those near a commune first."""
    return near(list(trusted_addresses()), commune)


def find_help(
    text: str = "",
    commune: str = "",
    need: str = "",
    free: bool = False,
    khmer: bool = False,
    open_now: bool = False,
) -> list[Entry]:
    """What the public finds: at most twenty services, those near her and sure ones first."""
    wanted = _not_expired() & Q(status=Status.ACTIVE, agency__until=None) & _said(text)
    if need:
        wanted &= Q(purposes__contains=[need])
    if free:
        wanted &= Q(cost=Cost.FREE)
    if khmer:
        wanted &= Q(languages__contains=[Language.KM])
    found = _ranked(_services(wanted), Wish(commune=place_of(commune)))
    return (_open(found) if open_now else found)[:MOST]


def published(*, today: date) -> QuerySet[Service]:
    """What other programs are told: services that somebody confirmed, and only while that holds."""
    confirmed = Q(status=Status.ACTIVE, agency__until=None, verified_on__isnull=False)
    return _services(confirmed & Q(hide_after__gte=today)).order_by("name", "pk")


def published_places(*, today: date) -> QuerySet[ServiceAtLocation]:
    """Where those services are given that keep their place from nobody."""
    services = published(today=today).filter(location_secret=False).order_by()
    found = ServiceAtLocation.objects.filter(location_secret=False, service__in=services)
    return found.select_related(
        "commune__province", "service__agency", "service__hotline"
    ).order_by("service__name", "pk")


def published_number(record: Any, *, today: date) -> Hotline | None:
    """The number of a service that other programs are told; of a secret one, none of an area."""
    number = record.hotline
    if number is None or not number.dialable:
        return None
    if not number.by_law and (number.hide_after is None or number.hide_after < today):
        return None
    return None if record.location_secret and not rules.says_no_area(number.number) else number


def published_text(record: Any, text: str) -> str:
    """A text of a service or an agency; of a secret one, nothing that says a place."""
    function = getattr(record, "function", "")
    secret = getattr(record, "location_secret", False) or rules.is_secret(function)
    return "" if secret and rules.says_a_place(text) else text


def place_of(text: str) -> Any:
    """The commune somebody most likely means, or None."""
    found = places.communes_like(text[:LONGEST], limit=1) if text.strip() else []
    return found[0].commune if found else None


def _services(condition: Q) -> QuerySet[Service]:
    kept = ServiceAtLocation.objects.select_related("commune__province")
    return (
        Service.objects.filter(condition)
        .select_related("agency__commune", "hotline")
        .prefetch_related(Prefetch("places", kept), "schedules", "hotline__schedules")
    )


def _not_expired() -> Q:
    return Q(hide_after=None) | Q(hide_after__gte=clock.today())


def _said(text: str) -> Q:
    """All the words, or a need that the words hint at."""
    folded = fold(text[:LONGEST])
    said = Q()
    for word in folded.split():
        said &= Q(folded__contains=word)
    for purpose in rules.needs_in(folded):
        said |= Q(purposes__contains=[purpose])
    return said


def _ranked(found: QuerySet[Service], wish: Wish) -> list[Entry]:
    today = clock.today()
    entries = [entry(record, today=today, wish=wish) for record in found]
    reaching = [e for e in entries if e.reach != Reach.ELSEWHERE]
    return sorted(reaching, key=lambda e: (*e.rank, e.record.name, str(e.record.pk)))


def _open(entries: list[Entry]) -> list[Entry]:
    now = _now()
    return [e for e in entries if rules.is_open(schedules(e.record), **now)]


def _now() -> dict[str, Any]:
    at = clock.now().astimezone(clock.ZONE)
    closed = Holiday.objects.filter(on=at.date()).values_list("on", flat=True)
    return {"at": at, "holidays": frozenset(closed)}


def _is_public(e: Entry) -> bool:
    if e.checked == Checked.EXPIRED and not e.record.by_law:
        return False
    return e.record.dialable or settings.DEMO or settings.TESTING
