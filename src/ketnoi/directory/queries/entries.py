"""An entry as it is read today: how sure, at what cost, when, how near, and why."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import IntEnum
from typing import Any

from django.utils.translation import gettext as _

from ketnoi.agencies.terms import Level, Purpose
from ketnoi.directory import rules
from ketnoi.directory.models import Schedule, Service
from ketnoi.directory.queries.room import Room
from ketnoi.directory.terms import Accessibility, Checked, Cost, Language, Weekday
from ketnoi.foundation.vietnamese.dates import format_day
from ketnoi.places import queries as places

NEAR_KM = 15
A_ROW_OF_DAYS = 3
DOUBTFUL = frozenset({Checked.UNVERIFIED, Checked.OVERDUE, Checked.EXPIRED})


class Reach(IntEnum):
    """How near a service stands to somebody."""

    HERE, NEAR, PROVINCE, COUNTRY, ELSEWHERE = range(5)


@dataclass(frozen=True)
class Wish:
    """What would suit somebody: near this commune, in this language, reached in these ways, now.

    at: a moment, by whose hours a service is open or closed, with the days on which all are closed.
    """

    commune: Any = None
    language: str | None = None
    eases: tuple[str, ...] = ()
    at: datetime | None = None
    holidays: frozenset[date] = frozenset()


ANYTHING = Wish()


@dataclass(frozen=True)
class Entry:
    """A service or a hotline with its words of today."""

    record: Any
    checked: Checked
    mark: str
    basis: str
    cost: str
    hours: str
    reasons: list[str] = field(default_factory=list)
    reach: Reach = Reach.COUNTRY
    rank: tuple[int, ...] = ()

    def with_room(self, room: Room) -> "Entry":
        """The same entry; whether it has room is the first of its reasons."""
        return replace(self, reasons=[*filter(None, [room.words]), *self.reasons])

    @property
    def doubtful(self) -> bool:
        """Whether it carries a mark of doubt."""
        return self.checked in DOUBTFUL and not getattr(self.record, "by_law", False)

    @property
    def sure(self) -> str:
        """How sure we are, and by what, in one sentence."""
        return f"{self.mark}; {self.basis}"

    @property
    def needs(self) -> list[str]:
        """What it helps with, in words."""
        return [str(Purpose(code).label) for code in self.record.purposes]

    @property
    def speaks(self) -> list[str]:
        """The languages somebody is answered in, in words."""
        return [str(Language(code).label) for code in self.record.languages]

    @property
    def eases(self) -> list[str]:
        """What makes it reachable with a disability, in words."""
        return [str(Accessibility(code).label) for code in self.record.accessibility]


def entry(record: Any, *, today: date, wish: Wish = ANYTHING) -> Entry:
    """A service or a hotline with its words of today, and how it suits a wish."""
    checked = rules.checked(
        verified_on=record.verified_on, hidden_from=record.hide_after, today=today
    )
    words = {
        "record": record,
        "checked": checked,
        "mark": _mark(record, checked),
        "basis": _basis(record),
        "cost": _cost(record),
        "hours": "; ".join(_hours(line) for line in schedules(record)),
    }
    if not isinstance(record, Service):
        return Entry(**words)
    reach, where = _reach(record, wish.commune)
    hours = _open_at(record, wish)
    lacks = len(set(wish.eases) - set(record.accessibility))
    unspoken = bool(wish.language) and wish.language not in record.languages
    reasons = [hours, where, *_reasons(record, wish), words["mark"]]
    doubt, paid = list(Checked).index(checked), record.cost != Cost.FREE
    rank = (hours == _("đang đóng cửa"), reach, unspoken, lacks, doubt, paid)
    return Entry(
        **words, reasons=[r for r in reasons if r], reach=reach, rank=tuple(map(int, rank))
    )


def schedules(record: Any) -> list[Schedule]:
    """The hours of an entry; a service without hours of its own has those of its number."""
    own = list(record.schedules.all())
    if own or not getattr(record, "hotline", None):
        return own
    return list(record.hotline.schedules.all())


def _mark(record: Any, checked: Checked) -> str:
    by_law = getattr(record, "by_law", False)
    return _("do Nhà nước quy định") if by_law else str(Checked(checked).label)


def _basis(record: Any) -> str:
    if record.verified_on is None:
        return _("nguồn: %(source)s") % {"source": record.source}
    return _("kiểm tra lần cuối: %(day)s") % {"day": format_day(record.verified_on)}


def _cost(record: Any) -> str:
    label, note = str(Cost(record.cost).label), getattr(record, "cost_note", "")
    return f"{label}. {note}" if note else label


def _open_at(record: Service, wish: Wish) -> str:
    """Whether somebody answers there then; nothing where its hours are not known."""
    hours = schedules(record)
    if wish.at is None or not hours:
        return ""
    is_open = rules.is_open(hours, at=wish.at, holidays=wish.holidays)
    return _("đang mở cửa") if is_open else _("đang đóng cửa")


def _reasons(record: Service, wish: Wish) -> Iterator[str]:
    if wish.language and wish.language in record.languages:
        spoken = str(Language(wish.language).label)
        yield _("có người nói %(language)s") % {"language": _small(spoken)}
    for ease in wish.eases:
        if ease in record.accessibility:
            yield _small(str(Accessibility(ease).label))
    if record.cost == Cost.FREE:
        yield _("miễn phí")


def _small(words: str) -> str:
    return words[0].lower() + words[1:]


def _reach(record: Service, commune: Any) -> tuple[Reach, str]:
    """How near it is; a secret place has no distance, only the province it serves."""
    agency = record.agency
    is_told = agency.commune is not None and not record.location_secret
    if agency.level == Level.COMMUNE and is_told:
        return _distance(agency.commune, commune)
    if agency.province_id is None:
        return Reach.COUNTRY, _("cả nước")
    if commune is not None and commune.province_id != agency.province_id:
        return Reach.ELSEWHERE, ""
    return Reach.PROVINCE, _("cả tỉnh, thành phố")


def _distance(here: Any, commune: Any) -> tuple[Reach, str]:
    name = {"place": str(here)[0].lower() + str(here)[1:]}
    if commune is None:
        return Reach.PROVINCE, _("tại %(place)s") % name
    if here.pk == commune.pk:
        return Reach.HERE, _("ngay tại %(place)s") % name
    km = places.kilometres(here, commune)
    if km > NEAR_KM:
        return Reach.ELSEWHERE, ""
    return Reach.NEAR, _("cách khoảng %(km)d km") % {"km": round(km)}


def _hours(line: Schedule) -> str:
    if line.always_open:
        return _("24 giờ mỗi ngày")
    return _("%(days)s, %(opens)s đến %(closes)s") % {
        "days": _days([d for d in rules.DAYS if d in line.days]),
        "opens": f"{line.opens_at:%H:%M}",
        "closes": f"{line.closes_at:%H:%M}",
    }


def _days(days: list[str]) -> str:
    names = [str(Weekday(d).label) for d in days]
    first = rules.DAYS.index(days[0])
    if len(days) >= A_ROW_OF_DAYS and tuple(days) == rules.DAYS[first : first + len(days)]:
        return _("%(first)s đến %(last)s") % {"first": names[0], "last": names[-1]}
    return ", ".join(names)
