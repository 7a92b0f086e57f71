"""Scenes: women, offers and whole rounds, by hand or by Hypothesis."""

from datetime import date
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

from ketnoi.matching.rules import agreement, rounds
from ketnoi.matching.rules.asked import Ground, Offer, Seeker

DAY = date(2026, 12, 5)
GROUND = Ground({"a": (0, 0), "b": (3, 4), "c": (30, 40)})
COMMUNES, PARTNERS, KINDS = ("a", "b", "c"), ("p", "q"), ("job", "loan", "market")
HOURS, SKILLS = ("morning", "evening", "night"), ("land", "sewing")


def tried(many: int) -> settings:
    """So many examples, the same each time."""
    return settings(max_examples=many, derandomize=True, deadline=None)


def seeker(id_: str = "w", **told: Any) -> Seeker:
    """A woman who can take nearly anything."""
    return Seeker(**{"id": id_, "wants": KINDS, "age": 30, "commune": "a", **told})


def offer(id_: str = "o", **told: Any) -> Offer:
    """A place that fits nearly anybody."""
    about = {"kind": "job", "places": 1, "partner": "p", "commune": "a", "verified": True}
    return Offer(**{"id": id_, **about, **told})


def asked(seekers: Any, offers: Any, seed: str = "2026-12-05") -> rounds.Asked:
    """A round of these, before it is made."""
    return rounds.asked(tuple(seekers), tuple(offers), GROUND, agreement.on(DAY), seed)


def a_round(seekers: Any, offers: Any, seed: str = "2026-12-05") -> rounds.Round:
    """A round of these."""
    return rounds.make(asked(seekers, offers, seed))


def some(words: Any, most: int = 2) -> Any:
    """A few of these words."""
    return st.frozensets(st.sampled_from(words), max_size=most)


def seekers(least: int = 1, most: int = 7) -> Any:
    """Women as different as they come."""
    one = st.builds(
        Seeker,
        id=st.just(""),
        wants=st.permutations(KINDS).map(lambda kinds: tuple(kinds[:2])),
        age=st.one_of(st.none(), st.integers(14, 60)),
        commune=st.sampled_from(("", *COMMUNES)),
        farthest_km=st.one_of(st.none(), st.sampled_from((1, 6, 60))),
        schooling=st.integers(0, 2),
        has=some(SKILLS),
        needs_childcare=st.booleans(),
        access=some(("ramp",), 1),
        free=some(HOURS),
        no_night=st.booleans(),
        avoids=some(COMMUNES, 1),
        avoids_partners=some(PARTNERS, 1),
        said_no=some(("o0", "o1"), 1),
        urgency=st.integers(0, 4),
        groups=some(("khmer", "disability", "xa"), 3),
    )
    return st.lists(one, min_size=least, max_size=most).map(numbered("w"))


def offers(least: int = 1, most: int = 4) -> Any:
    """Offers as different as they come, most of them checked."""
    one = st.builds(
        Offer,
        id=st.just(""),
        kind=st.sampled_from(KINDS),
        places=st.integers(0, 2),
        partner=st.sampled_from(("", *PARTNERS)),
        commune=st.sampled_from(("", *COMMUNES)),
        from_home=st.booleans(),
        min_age=st.one_of(st.none(), st.sampled_from((15, 18))),
        max_age=st.sampled_from((None, None, 35)),
        schooling=st.sampled_from((0, 0, 1)),
        asks=some(SKILLS, 1),
        has_childcare=st.booleans(),
        access=some(("ramp",), 1),
        hours=some(HOURS, 1),
        verified=st.sampled_from((True, True, True, False)),
    )
    return st.lists(one, min_size=least, max_size=most).map(numbered("o"))


def numbered(letter: str) -> Any:
    """Give each its id."""
    return lambda rows: [
        type(row)(**{**vars(row), "id": f"{letter}{number}"}) for number, row in enumerate(rows)
    ]


def easy(least: int = 2, most: int = 9) -> Any:
    """Women whom much fits, so that they must share places out."""
    one = st.builds(
        Seeker,
        id=st.just(""),
        wants=st.permutations(KINDS).map(tuple),
        age=st.just(30),
        commune=st.sampled_from(COMMUNES),
        has=some(SKILLS),
        urgency=st.integers(0, 3),
        groups=some(("khmer", "disability", "xa"), 3),
    )
    return st.lists(one, min_size=least, max_size=most).map(numbered("w"))


def wide(least: int = 1, most: int = 5) -> Any:
    """Offers that fit many."""
    one = st.builds(
        Offer,
        id=st.just(""),
        kind=st.sampled_from(KINDS),
        places=st.integers(1, 3),
        partner=st.just("p"),
        commune=st.sampled_from(COMMUNES),
        asks=some(SKILLS, 1),
        verified=st.just(True),
    )
    return st.lists(one, min_size=least, max_size=most).map(numbered("o"))
