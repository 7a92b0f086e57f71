"""What pages and other domains may ask the law: which fact holds, and by when something is due."""

import re
import time
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, datetime

from ketnoi.foundation import clock
from ketnoi.foundation.models import Holiday
from ketnoi.foundation.timing import Unit, deadline
from ketnoi.foundation.vietnamese.text import fold
from ketnoi.law import rules
from ketnoi.law.models import Fact
from ketnoi.law.terms import Group, Support, Topic

WORD = re.compile(r"\w+")
KEPT_FOR = 60.0
"""Seconds for which a process trusts what it read. Facts change with a release, not with a day."""


@dataclass(frozen=True)
class Kept:
    """The facts and holidays as this process last read them."""

    facts: dict[str, list[Fact]]
    holidays: frozenset[date]
    read_at: float = field(default_factory=time.monotonic)

    def is_fresh(self) -> bool:
        """Whether it may still be trusted."""
        return bool(self.facts) and time.monotonic() - self.read_at < KEPT_FOR


_kept = Kept({}, frozenset())


@dataclass(frozen=True)
class Shelf:
    """A part of the library: the facts of one topic."""

    title: str
    facts: list[Fact]


def forget() -> None:
    """Read the facts again at the next question; the loader calls it."""
    global _kept
    _kept = Kept({}, frozenset())


def fact(code: str, *, on: date) -> Fact:
    """The fact in force on a day. Raises LookupError when there is none."""
    found = rules.in_force(_read().facts.get(code, ()), on)
    if found is None:
        raise LookupError(f"no fact {code} in force on {on}")
    return found


def due(*, code: str, start: datetime, holidays: Collection[date] | None = None) -> datetime:
    """When something that started then must be done, by the rule in force on that day."""
    begun = start.astimezone(clock.ZONE)
    rule = fact(code, on=begun.date())
    if rule.value is None or rule.unit not in set(Unit):
        raise LookupError(f"fact {code} is no deadline")
    closed = _read().holidays if holidays is None else holidays
    return deadline(begun, rule.value, Unit(rule.unit), closed)


def after(amount: int, unit: Unit, *, start: datetime) -> datetime:
    """When so much time has passed, by what two agencies agreed; closed days are not counted."""
    return deadline(start.astimezone(clock.ZONE), amount, unit, _read().holidays)


def holidays() -> frozenset[date]:
    """The days on which offices are closed, as far as they are known."""
    return _read().holidays


def library(*, text: str = "", kind: str = "", on: date | None = None) -> list[Fact]:
    """The facts whose words match, with or without marks; all versions, or those of one day."""
    words = WORD.findall(fold(text))
    return [
        fact
        for versions in _read().facts.values()
        for fact in versions
        if (not kind or fact.kind == kind)
        and (on is None or rules.holds(fact, on))
        and _has(fact, words)
    ]


def shelves(*, text: str = "", kind: str = "", on: date) -> list[Shelf]:
    """The library of a day by topic, without the cells of Article 37 unless they are asked for."""
    facts = library(text=text, kind=kind, on=on)
    if not text and not kind:
        facts = [fact for fact in facts if not fact.code.startswith("article37.")]
    by_topic = [(topic, [f for f in facts if f.topic == topic]) for topic in Topic]
    return [Shelf(str(topic.label), found) for topic, found in by_topic if found]


def supports_for(group: str, *, on: date) -> list[str]:
    """The kinds of support that Article 37 gives a group on a day (codes of terms.Support)."""
    return [s.value for s in Support if fact(f"article37.{s}.{group}", on=on).value]


def support_matrix(*, on: date) -> list[tuple[str, list[bool]]]:
    """Article 37 as a table: one row for each kind of support, one cell for each group."""
    return [
        (str(s.label), [bool(fact(f"article37.{s}.{g}", on=on).value) for g in Group])
        for s in Support
    ]


def _has(fact: Fact, words: list[str]) -> bool:
    if not words:
        return True
    told = " ".join(WORD.findall(fold(f"{fact.title} {fact.text} {fact.legal_ref} {fact.code}")))
    return all(f" {word}" in f" {told}" for word in words)


def _read() -> Kept:
    global _kept
    if not _kept.is_fresh():
        facts: dict[str, list[Fact]] = defaultdict(list)
        for record in Fact.objects.all():
            facts[record.code].append(record)
        _kept = Kept(dict(facts), frozenset(Holiday.objects.values_list("on", flat=True)))
    return _kept
