"""An invented province of women and offers, the same for the same seed. Nobody in it exists.

What is assumed stands in `assumptions.toml`.
"""

import random
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ketnoi.matching.rules.asked import Ground, Offer, Seeker

ASSUMED = tomllib.loads(Path(__file__).with_name("assumptions.toml").read_text())
NEEDS = ("step_free", "sight", "hearing")
HOURS = ("morning", "afternoon", "evening", "night", "weekend")
PATTERNS = (("morning", "afternoon"), ("morning",), ("afternoon", "evening"), ("evening", "night"))
MOVABLE = ("loan", "tools")
SKILLED = ("sewing", "cooking", "computer", "licence")
GROWN_UP = 18


@dataclass(frozen=True)
class Province:
    """Women in the order in which they came, offers, and how far communes lie apart."""

    seekers: list[Seeker]
    offers: list[Offer]
    ground: Ground


class Chance(random.Random):
    """Chance in the words of the assumptions."""

    def is_so(self, share: float) -> bool:
        """Whether something of this likelihood is."""
        return self.random() < share

    def one(self, weights: dict[str, float]) -> str:
        """One of these, by their weights."""
        return self.choices(list(weights), list(weights.values()))[0]

    def step(self, weights: list[float]) -> int:
        """A number from 0 on, by weights."""
        return self.choices(range(len(weights)), weights)[0]


class Land:
    """Communes: where they lie, how large they are, who lives there."""

    def __init__(self, chance: Chance) -> None:
        self.names = [f"xa-{number:03}" for number in range(ASSUMED["communes"])]
        side = ASSUMED["across_km"]
        self.middles = {n: (chance.random() * side, chance.random() * side) for n in self.names}
        self.sizes = [chance.lognormvariate(0, ASSUMED["commune_sizes"]) for _ in self.names]
        self.khmer = {n: chance.betavariate(*ASSUMED["khmer_in_communes"]) for n in self.names}

    def commune(self, chance: Chance) -> str:
        """One of them, the large more often."""
        return chance.choices(self.names, self.sizes)[0]


def province(women: int, offers: int, seed: int) -> Province:
    """Invent it."""
    chance = Chance(f"province {seed}")
    land = Land(chance)
    found = [_seeker(number, chance, land) for number in range(women)]
    told = [_offer(number, chance, land) for number in range(offers)]
    return Province(found, told, Ground(land.middles))


def _seeker(number: int, chance: Chance, land: Land) -> Seeker:
    told, home = ASSUMED["women"], land.commune(chance)
    people = _people(chance, land.khmer[home])
    has = _has(chance, told["has"], told["has_less"].get(people, {}))
    disabled = chance.is_so(told["disability"])
    groups = {f"commune:{home}", f"people:{people}"} | ({"disability"} if disabled else set())
    wants = [chance.one(told["wants"]) for _ in range(chance.choice(told["wishes"]))]
    return Seeker(
        id=f"w{number:05}",
        wants=tuple(dict.fromkeys(wants)),
        age=int(chance.triangular(*told["ages"])),
        commune=home,
        farthest_km=_farthest(chance, told, has),
        schooling=chance.step(told["schooling"][people]),
        has=has,
        needs_childcare=chance.is_so(told["needs_childcare"]),
        access=frozenset({chance.choice(NEEDS)} if disabled else ()),
        urgency=chance.step(told["urgency"]),
        groups=frozenset(groups),
        **_limits(chance, told, land),
    )


def _limits(chance: Chance, told: dict[str, Any], land: Land) -> dict[str, Any]:
    """When she can, and where she must not be seen."""
    free = () if chance.is_so(told["free_at_any_hour"]) else ("morning", *chance.sample(HOURS, 2))
    many = chance.randint(1, told["avoids_most"]) if chance.is_so(told["avoids_communes"]) else 0
    partner = _partner(chance)
    return {
        "free": frozenset(free),
        "no_night": chance.is_so(told["no_night"]),
        "avoids": frozenset(chance.sample(land.names, many)),
        "avoids_partners": frozenset({partner} if chance.is_so(told["avoids_a_partner"]) else ()),
    }


def _people(chance: Chance, khmer: float) -> str:
    if chance.is_so(khmer):
        return "khmer"
    return "hoa" if chance.is_so(ASSUMED["hoa"]) else "kinh"


def _has(chance: Chance, shares: dict[str, float], less: dict[str, float]) -> frozenset[str]:
    return frozenset(s for s, share in shares.items() if chance.is_so(share * less.get(s, 1)))


def _farthest(chance: Chance, told: dict[str, Any], has: frozenset[str]) -> int | None:
    far = chance.choice(told["farthest_km"])
    far += told["with_motorbike_km"] if "motorbike" in has else 0
    return None if chance.is_so(told["says_no_limit"]) else far


def _partner(chance: Chance) -> str:
    return f"p{chance.randrange(ASSUMED['offers']['partners'])}"


def _offer(number: int, chance: Chance, land: Land) -> Offer:
    told = ASSUMED["offers"]
    kind = chance.one(told["kinds"])
    work = kind in told["at_work"]
    hours = PATTERNS[chance.step(told["hours"])] if work else ()
    return Offer(
        id=f"o{number:04}",
        kind=kind,
        places=int(chance.one(told["places"])),
        partner=_partner(chance),
        commune=land.commune(chance),
        from_home=kind in MOVABLE and chance.is_so(told["from_home"]),
        min_age=chance.choice(told["ages"]) if work else GROWN_UP,
        schooling=chance.step(told["schooling"]) if work else 0,
        asks=_asked(chance, told),
        has_childcare=chance.is_so(told["childcare_at_work" if work else "childcare_elsewhere"]),
        access=frozenset(need for need in NEEDS if chance.is_so(told["access"])),
        hours=frozenset(hours),
        verified=chance.is_so(told["verified"]),
    )


def _asked(chance: Chance, told: dict[str, Any]) -> frozenset[str]:
    asks = {skill for skill in ("land", "motorbike") if chance.is_so(told[f"asks_{skill}"])}
    skill = {chance.choice(SKILLED)} if chance.is_so(told["asks_a_skill"]) else set()
    return frozenset(asks | skill)
