"""What the public may read: topics with their law of today, the six questions, who to call."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from ketnoi.agencies.terms import Purpose
from ketnoi.directory import queries as directory
from ketnoi.law import queries as law
from ketnoi.learning import rules
from ketnoi.learning.rules import Question, Screen, Told, Topic
from ketnoi.learning.terms import Outlook, Said

if TYPE_CHECKING:
    from ketnoi.law.models import Fact

HERE = Path(__file__).parent
DATA, STATIC = HERE / "data", HERE / "static"
RECORDED = "learning/{language}/{slug}-{number}.mp3"
READ = frozenset({"V1", "V2"})
"""Only what somebody read in the law itself, or in a page that quotes it."""
WHEN_IN_DOUBT = frozenset({Purpose.SAFE_PLACE, Purpose.IDENTIFICATION})


@dataclass(frozen=True)
class Card:
    """A number with its words of today, and the picture that a telephone reads."""

    entry: directory.Entry
    qr: rules.Picture


@cache
def topics() -> tuple[Topic, ...]:
    """Every topic, in the order of the page."""
    return tuple(rules.topic(one) for one in _read("topics.toml")["topics"])


def topic(slug: str) -> Topic | None:
    """One topic by its address."""
    return next((one for one in topics() if one.slug == slug), None)


def screen(topic: Topic, number: int) -> Screen | None:
    """One screen of a topic."""
    return topic.screens[number - 1] if 1 <= number <= topic.last else None


def law_of(screen: Screen, *, on: date) -> "list[Fact]":
    """The facts behind a screen that hold on a day and that somebody read; others stay away."""
    found = (_fact(code, on) for code in screen.laws)
    return [fact for fact in found if fact is not None and fact.status in READ]


def recording(topic: Topic, screen: Screen, language: str, *, folder: Path = STATIC) -> str:
    """The recorded voice of a screen in a language; nothing where nobody has recorded it."""
    name = RECORDED.format(language=language, slug=topic.slug, number=screen.number)
    return name if (folder / name).is_file() else ""


@cache
def questions() -> tuple[Question, ...]:
    """The six questions about an invitation."""
    return tuple(Question(**one) for one in _read("check.toml")["questions"])


def looked_at(answers: Mapping[str, str]) -> tuple[Outlook, list[Told]]:
    """How an invitation looks, and what is said about each answer; nothing of it is kept."""
    lines = rules.told(questions(), answers)
    unclear = any(line.said == Said.UNSURE for line in lines)
    return rules.outlook(signs=[line.is_sign for line in lines], unclear=unclear), lines


def numbers() -> list[directory.Entry]:
    """Numbers that can be called at once, when in doubt or in danger."""
    found = directory.hotlines()
    return [e for e in found if e.record.dialable and WHEN_IN_DOUBT & set(e.record.purposes)]


def cards(*, few: bool = False) -> list[Card]:
    """Every number that can be called from a page, or the few for a small card."""
    found = numbers() if few else [e for e in directory.hotlines() if e.record.dialable]
    return [Card(e, rules.qr(e.record.number)) for e in found]


def lines_to_print(*, on: date) -> Iterator[str]:
    """Numbers and confirmed addresses as lines of words."""
    for card in cards():
        record = card.entry.record
        yield from (record.number, f"{record.name}.", f"{card.entry.cost}. {card.entry.hours}")
    for address in addresses_to_print(on=on):
        yield from (f"{address.label}.", address.how_to_reach)


def addresses_to_print(*, on: date) -> list:
    """Trusted addresses that somebody confirmed and that still stand; paper is not corrected."""
    found = directory.trusted_addresses().filter(verified_on__isnull=False, verified_on__lte=on)
    return list(found)


def _fact(code: str, on: date) -> "Fact | None":
    try:
        return law.fact(code, on=on)
    except LookupError:
        return None


def _read(name: str) -> dict:
    return tomllib.loads((DATA / name).read_text())
