"""The reason of every yes and every no, counted anew for one woman; never remembered, so never old.

Two readers. In her file everything is told. Outside it (the office that finds work) only what that
reader could know anyway: her needs, her skills, the offers. What she must avoid and what she did
not choose are left out as if they did not exist: a place she must avoid looks like one that fits
and was simply not hers this time. Source: her safety plan; the network's agreement.
"""

import numpy as np

from ketnoi.matching.rules.agreement import worth
from ketnoi.matching.rules.columns import Array
from ketnoi.matching.rules.fitting import BITS, SECRET, hindered, names
from ketnoi.matching.rules.meeting import meets
from ketnoi.matching.rules.readers import Audience, But, No, Yes
from ketnoi.matching.rules.rounds import Round

NOT_THIS_TIME = "not_this_time"
"""What an outsider is told where nothing he may know stands in the way."""

HERS_ALONE = SECRET | {"said_no"}
"""Rules that stay in her file: what is not safe for her, and what she did not choose."""


def why(round_: Round, woman: int, audience: Audience) -> Yes | No:
    """Why this woman is, or is not, proposed to an offer. Source: the rules, asked anew."""
    seeker = round_.asked.seekers[woman]
    if seeker.id in round_.proposals:
        return _yes(round_, woman, round_.proposals[seeker.id], audience)
    return _no(round_, woman, audience)


def at(round_: Round, woman: int, offer: int, audience: Audience) -> tuple[str, ...]:
    """Why this woman is not proposed to this offer: rules, or that it was not hers this time.

    Source: the rules, asked anew.
    """
    bits = int(_bits(round_, woman, audience)[offer])
    return names(bits) or (NOT_THIS_TIME,)


def shortlist(round_: Round, woman: int, most: int) -> list[str]:
    """What she may be asked about: the proposal first, then what fits, is free and worth most.

    Source: the network's agreement: she chooses from a short list, and may choose nothing.
    """
    asked = round_.asked
    told = asked.table.of(slice(woman, woman + 1))
    points = np.where(hindered(told)[0] == 0, worth(told, asked.points)[0], 0)
    free = [
        (-int(points[number]), offer.id)
        for number, offer in enumerate(asked.offers)
        if points[number] and len(round_.taken.get(offer.id, ())) < offer.places
    ]
    first = round_.proposals.get(asked.seekers[woman].id)
    others = [offer for _, offer in sorted(free) if offer != first]
    return ([first] if first else []) + others[: most - bool(first)]


def _yes(round_: Round, woman: int, offer: str, audience: Audience) -> Yes:
    asked = round_.asked
    number = next(n for n, o in enumerate(asked.offers) if o.id == offer)
    told = meets(asked.seekers[woman], asked.offers[number], asked.ground)
    counted = _counted(round_, woman, number) if audience is Audience.FILE else ()
    return Yes(offer, told, counted)


def _no(round_: Round, woman: int, audience: Audience) -> No:
    bits = _bits(round_, woman, audience)
    room = round_.asked.table.places
    fits = np.flatnonzero(bits == 0)
    sooner, alike = (0, 0) if audience is Audience.OUTSIDE else _ahead(round_, woman, fits)
    buts = tuple(
        But(rule, int((bits == bit).sum()), int(room[bits == bit].sum()))
        for rule, bit in BITS.items()
        if (room[bits == bit] > 0).any()
    )
    both = () if buts or len(fits) else _fewest(bits)
    return No(len(fits), int(room[fits].sum()), sooner, alike, buts, both)


def _bits(round_: Round, woman: int, audience: Audience) -> Array:
    """Which rules stand in the way at each offer, of those that this reader may know."""
    bits = hindered(round_.asked.table.of(slice(woman, woman + 1)))[0]
    if audience is Audience.OUTSIDE:
        hidden = sum(BITS[rule] for rule in HERS_ALONE)
        bits = bits & np.uint16(~hidden & 0xFFFF)
    return bits


def _ahead(round_: Round, woman: int, fits: Array) -> tuple[int, int]:
    """How many of the places that fit her go to women who need one sooner, and as soon."""
    urgency = round_.asked.table.her["urgency"]
    offers = round_.asked.offers
    theirs = [u for f in fits for u in round_.taken.get(offers[f].id, ())]
    there = urgency[theirs] if theirs else np.zeros(0)
    return int((there > urgency[woman]).sum()), int((there == urgency[woman]).sum())


def _fewest(bits: Array) -> tuple[str, ...]:
    told = (names(int(b)) for b in np.unique(bits))
    return min(told, key=lambda rules: (len(rules), rules), default=())


def _counted(round_: Round, woman: int, offer: int) -> tuple[tuple[str, int], ...]:
    """The points of a pair, part by part."""
    asked, points = round_.asked, round_.asked.points
    part = asked.table.of(slice(woman, woman + 1))
    rank = int(part.her["wish"][0, part.its["kind"][offer]])
    step = min(max(asked.seekers[woman].urgency, 0), len(points.urgency) - 1)
    told = {
        "placed": points.placed,
        "wish": points.wishes[min(rank, len(points.wishes) - 1)],
        "urgency": points.urgency[step],
    }
    told["near"] = int(worth(part, points)[0, offer]) - sum(told.values())
    return tuple((name, many) for name, many in told.items() if many)
