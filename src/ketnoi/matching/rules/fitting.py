"""What stands between a woman and an offer: each rule by its name, none can be bought with points.

Source: the network's agreement on livelihood (issue of December 2026); ages in law come with the
offer. A rule answers for all pairs at once: True where it stands in the way.
"""

from collections.abc import Callable

import numpy as np

from ketnoi.matching.rules.columns import UNKNOWN, Array, Table

BLOCK = 1000


def kind(round_: Table) -> Array:
    """She does not want this kind. Source: her own words."""
    return round_.her["wish"][:, round_.its["kind"]] == UNKNOWN


def age(round_: Table) -> Array:
    """She is too young for it, or her age is not known where one is asked. Source: the offer."""
    least = round_.its["min_age"]
    return (round_.her["age"][:, None] < least) & (least > UNKNOWN)


def too_old(round_: Table) -> Array:
    """She is surely older than it takes; an age nobody knows is asked. Source: the offer."""
    return round_.her["age"][:, None] > round_.its["max_age"]


def schooling(round_: Table) -> Array:
    """It asks for more years of school than she has. Source: the offer."""
    return round_.her["schooling"][:, None] < round_.its["schooling"]


def skills(round_: Table) -> Array:
    """It asks for a skill, a paper, land or a vehicle that she does not have. Source: the offer."""
    return _lacks(1 - round_.her["has"], round_.its["asks"])


def childcare(round_: Table) -> Array:
    """She needs somebody to mind her child, and there is nobody. Source: her own words."""
    return round_.her["childcare"][:, None] & ~round_.its["childcare"]


def access(round_: Table) -> Array:
    """She needs a ramp, a reader, a quiet room, and it has none. Source: her own words."""
    return _lacks(round_.her["access"], 1 - round_.its["access"])


def distance(round_: Table) -> Array:
    """It is farther than she can go each day. Source: her own words; middles of communes."""
    farthest = round_.her["farthest"][:, None]
    away = round_.km[round_.her["home"]][:, round_.its["spot"]]
    return (away > farthest) & ~round_.its["from_home"]


def night(round_: Table) -> Array:
    """It is at night, and she will not work at night. Source: her own words."""
    return round_.her["no_night"][:, None] & round_.its["night"]


def hours(round_: Table) -> Array:
    """It is at hours at which she cannot. Source: her own words."""
    return _lacks(1 - round_.her["free"], round_.its["hours"])


def verified(round_: Table) -> Array:
    """Nobody has looked at who offers it. Source: the network's agreement; never left out."""
    return np.broadcast_to(~round_.its["verified"], (len(round_.seekers), len(round_.offers)))


def said_no(round_: Table) -> Array:
    """She did not choose it before. Source: her own words."""
    return _marked(round_.her["said_no"], round_.its["id"])


def unsafe_place(round_: Table) -> Array:
    """It lies where she must not be, or nobody knows where. Source: her safety plan; secret."""
    there = _marked(round_.her["avoids"], round_.its["risky"])
    return there | (round_.her["avoids_any"][:, None] & round_.its["nowhere"])


def unsafe_partner(round_: Table) -> Array:
    """Somebody she must not meet is there, or nobody knows who. Source: her safety plan; secret."""
    there = _marked(round_.her["firms"], round_.its["firm"])
    return there | (round_.her["firms_any"][:, None] & round_.its["nobody"])


RULES: dict[str, Callable[[Table], Array]] = {
    rule.__name__: rule
    for rule in (
        kind, age, schooling, skills, childcare, access, distance, night, hours, verified, said_no,
        unsafe_place, unsafe_partner, too_old,
    )
}  # fmt: skip
"""Every rule, in the order of the bits that it has in an answer."""

BITS = {name: 1 << number for number, name in enumerate(RULES)}
SAFETY = frozenset({"age", "night", "verified", "unsafe_place", "unsafe_partner"})
"""What protects her: no round, no weight and no floor may go round it."""

SECRET = frozenset({"unsafe_place", "unsafe_partner"})
"""What would tell a reader outside her file where she is not safe."""


def hindered(round_: Table) -> Array:
    """For each woman and offer the bits of the rules that stand in the way; 0 where it fits.

    Source: the rules above.
    """
    found = np.zeros((len(round_.seekers), len(round_.offers)), dtype=np.uint16)
    for start in range(0, len(found), BLOCK):
        part = round_.of(slice(start, start + BLOCK))
        for name, rule in RULES.items():
            found[start : start + BLOCK] |= rule(part).astype(np.uint16) * np.uint16(BITS[name])
    return found


def names(bits: int) -> tuple[str, ...]:
    """The rules that these bits stand for. Source: the rules above."""
    return tuple(name for name, bit in BITS.items() if bits & bit)


def _lacks(missing: Array, needed: Array) -> Array:
    """Where something that is needed is missing."""
    return (missing @ needed.T) > 0


def _marked(marks: Array, number: Array) -> Array:
    """Where the word with this number is marked; UNKNOWN is a word nobody said."""
    if not marks.shape[1]:
        return np.zeros((len(marks), len(number)), dtype=bool)
    return (marks[:, number] > 0) & (number > UNKNOWN)
