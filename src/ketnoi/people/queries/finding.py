"""Finding a person by what somebody knows of her: name, year, phone, paper."""

import time
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from ketnoi.foundation import clock, name_index, trail
from ketnoi.foundation.action import Refused
from ketnoi.foundation.crypto import exact_tags, tags
from ketnoi.foundation.vietnamese import Unreadable, names
from ketnoi.foundation.vietnamese.papers import parse_paper
from ketnoi.foundation.vietnamese.phones import parse_phone
from ketnoi.law import queries as law
from ketnoi.people.models import Paper, Phone
from ketnoi.people.queries import likeness
from ketnoi.people.queries.glance import Glance, at_a_glance

SHOWN = 20
MOST_OPENED = 300
FIRST_LOOK = 200
MOST_OF_A_NUMBER = 50
LIKELY, CERTAIN = 0.5, 0.9
OLDEST = 90
KEPT_FOR = 600.0
"""Seconds after which a process forgets the tokens of names it holds and reads them again."""


@dataclass(frozen=True)
class Match:
    """A person who may be the one, how likely, and why (codes)."""

    person_id: UUID
    score: float
    why: tuple[str, ...]


@dataclass(frozen=True)
class Asked:
    """What somebody knows of the person she looks for."""

    name: str = ""
    birth_year: int | None = None
    phone: str = ""
    paper: str = ""

    @property
    def criteria(self) -> list[str]:
        """Which kinds of things are known."""
        return [kind for kind, value in vars(self).items() if value]


def find(
    member: Any, *, name: str = "", birth_year: int | None = None, phone: str = "", paper: str = ""
) -> list[Match]:
    """Who of the people this member may know is like that, the likeliest first, with reasons.

    Each search is counted and leaves a line; too many within an hour are refused. Writes: a page
    that searches is a POST.
    """
    asked = Asked(name, birth_year, phone, paper)
    _count(member)
    found = alike(member, asked)
    trail.look("people.searched", by=member, criteria=asked.criteria, found=len(found))
    return found


def alike(member: Any, asked: Asked) -> list[Match]:
    """The same without counting and without a line: for actions and jobs that leave their own."""
    numbered = _by_number(member, asked)
    look = Look(asked, numbered)
    look.at(at_a_glance(member, numbered))
    tokens = names.tokens(asked.name)
    if tokens:
        _by_name(member, look, tokens)
    return look.ranked()[:SHOWN]


class Look:
    """A last look at people who may be meant: each name is opened once and compared."""

    def __init__(self, asked: Asked, numbered: dict[UUID, tuple[str, ...]] | None = None) -> None:
        self.asked, self.numbered = asked, numbered or {}
        self.matches: dict[UUID, Match] = {}

    def at(self, people: Iterable[Glance]) -> None:
        """Compare these with what is asked for."""
        for person in people:
            numbers = self.numbered.get(person.pk, ())
            self.matches[person.pk] = _match(person, self.asked, numbers)

    def ranked(self) -> list[Match]:
        """Who is likely enough, the likeliest first."""
        likely = [match for match in self.matches.values() if match.score >= LIKELY]
        return sorted(likely, key=lambda m: (-m.score, str(m.person_id)))

    def has_found(self) -> bool:
        """Whether somebody is as good as certain."""
        return any(match.score >= CERTAIN for match in self.matches.values())


def index_progress() -> tuple[int, int] | None:
    """How many people are in the index of names, and of how many; None when all of them are."""
    state = name_index.state()
    if state is None:
        return 0, 0
    return None if state.whole and state.is_usable else (state.done, state.total)


def index_tenths() -> int | None:
    """How many tenths of the index of names are made, None when all are; too coarse to count by."""
    if (progress := index_progress()) is None:
        return None
    done, total = progress
    return 10 * done // total if total else 0


def _count(member: Any) -> None:
    most = law.fact("search.per_hour", on=clock.today()).value or 0
    if again := name_index.next_search(most):
        at = again.astimezone(clock.ZONE)
        raise Refused(
            _("Bạn đã tìm %(most)d lần trong một giờ. Hãy tìm tiếp từ %(at)s.")
            % {"most": most, "at": f"{at:%H:%M}"}
        )


def _by_number(member: Any, asked: Asked) -> dict[UUID, tuple[str, ...]]:
    """Who has this phone or this paper."""
    found: dict[UUID, tuple[str, ...]] = {}
    for kind, model, number in (
        ("phone", Phone, _read(parse_phone, asked.phone)),
        ("paper", Paper, _read(lambda text: parse_paper(text)[1], asked.paper)),
    ):
        if number:
            having = model.objects.visible_to(member).filter(
                number_tag__in=exact_tags(kind, number)
            )
            ids = having.values_list("person_id", flat=True).distinct()[:MOST_OF_A_NUMBER]
            found |= {pk: (*found.get(pk, ()), kind) for pk in ids}
    return found


def _by_name(member: Any, look: Look, tokens: list[str]) -> None:
    """Who has such a name: first as it was typed, then with one letter off."""
    cells = _Cells(look.asked.birth_year)
    first = name_index.find(*cells.as_typed(tokens), most=FIRST_LOOK)
    look.at(at_a_glance(member, first.keys() - look.matches.keys()))
    if not look.has_found():
        near = cells.one_letter_off(tokens)
        second = name_index.find(near, near, most=MOST_OPENED - len(look.matches))
        look.at(at_a_glance(member, second.keys() - look.matches.keys()))


class _Cells:
    """The tags of a name in every cell of the years that come into question."""

    def __init__(self, year: int | None) -> None:
        self.partitions = name_index.partitions()
        self.year = tags.known_year(year)
        self.exact = tags.cells_of([self.year] if self.year else [], self.partitions)

    def as_typed(self, tokens: list[str]) -> tuple[list[int], list[int]]:
        """All tags to look for, and those among them that count twice."""
        pairs, wider = names.pairs(tokens), names.asked_pairs(tokens)
        others = [pair for pair in wider if pair not in set(pairs)]
        exact = tags.pair_tags(pairs, self.exact)
        near = (
            exact,
            tags.pair_tags(pairs, self._around()),
            tags.called_tags(
                names.callable_by(tokens), [*self.exact, *self._around()] if self.year else []
            ),
            tags.pair_tags(others, self.exact or self._around()),
        )
        return list(chain.from_iterable(near)), exact

    def one_letter_off(self, tokens: list[str]) -> list[int]:
        """The tags with one token changed; without a year there would be too many."""
        return tags.pair_tags(names.near_pairs(tokens, rare_tokens()), self.exact)

    def _around(self) -> list[str]:
        """The year before and after, and people whose year is not known; or every year."""
        if self.year:
            years: Iterable[int] = (self.year - 1, self.year + 1, tags.NO_YEAR)
        else:
            today = clock.today().year
            years = (tags.NO_YEAR, *range(today, today - OLDEST, -1))
        return tags.cells_of(years, self.partitions)


def _match(person: Glance, asked: Asked, numbers: tuple[str, ...] = ()) -> Match:
    signs = {"phone": likeness.SAME_PHONE, "paper": likeness.SAME_PAPER}
    scores = [signs[number] for number in numbers]
    by_name = _likeness(person, asked.name)
    by_year, year = likeness.of_years(asked.birth_year, person.birth_year)
    if by_name.score >= LIKELY:
        scores.append(min(by_name.score * by_year, 0.99))
    name = by_name.why if by_name.score >= LIKELY else ()
    return Match(person.pk, likeness.together(scores), (*numbers, *name, *year))


def _likeness(person: Glance, name: str) -> likeness.Likeness:
    """By her name, or by what she is called, which says less."""
    if not name:
        return likeness.Likeness(0)
    by_name = likeness.of_names(name, person.name)
    if by_name.score >= LIKELY:
        return by_name
    called = likeness.of_names(name, person.called)
    return likeness.Likeness(called.score * likeness.ONLY_CALLED, called.why)


def _read(parse: Any, text: str) -> str:
    try:
        return parse(text) if text else ""
    except Unreadable:
        return ""


class _Rare:
    """Tokens outside the list of syllables, in the memory of this process only."""

    def __init__(self) -> None:
        self.found: set[str] = set()
        self.number = 0
        self.begun = float("-inf")

    def fresh(self) -> set[str]:
        """What is known, after reading what is new; from time to time all of it again."""
        if time.monotonic() - self.begun > KEPT_FOR:
            self.found, self.number, self.begun = set(), 0, time.monotonic()
        self.number, new = name_index.rare_since(self.number)
        self.found |= new
        return self.found


_rare = _Rare()


def rare_tokens() -> set[str]:
    """The tokens outside the list that this process knows."""
    return _rare.fresh()
