"""What every story needs at hand: who acts, when, where, which services and which offers."""

from dataclasses import dataclass, field
from typing import Any

from ketnoi.agencies import queries as agencies
from ketnoi.demo.clockwork import Calendar
from ketnoi.demo.invented import People
from ketnoi.directory import queries as directory
from ketnoi.places import queries as places

PROVINCE = "92"
HOME = "31567"


@dataclass
class Stage:
    """Set once, used by all stories."""

    cast: dict[str, Any]
    calendar: Calendar
    people: People
    services: dict[str, Any] = field(default_factory=dict)
    agencies: dict[str, Any] = field(default_factory=dict)
    communes: list[Any] = field(default_factory=list)
    offers: dict[str, Any] = field(default_factory=dict)
    fund: Any = None
    told: int = 0

    def __getattr__(self, key: str) -> Any:
        """Somebody of the cast, by key."""
        try:
            return self.__dict__["cast"][key]
        except KeyError:
            raise AttributeError(key) from None

    def commune(self, number: int) -> Any:
        """A commune of the city; number 0 is Mỹ Tú."""
        return self.communes[number % len(self.communes)]


def build(cast: dict[str, Any], calendar: Calendar) -> Stage:
    """Look everything up once."""
    communes = sorted(places.communes_of(PROVINCE), key=lambda c: (c.code != HOME, c.code))
    return Stage(
        cast=cast,
        calendar=calendar,
        people=People(calendar.today.year),
        services={e.record.key: e.record for e in directory.services()},
        agencies={a.key: a for a in agencies.agencies()},
        communes=communes,
    )
