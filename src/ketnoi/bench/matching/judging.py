"""Judges: what a round says of itself, held against counts and sums that it had no part in."""

import random
import time
from collections import Counter
from collections.abc import Container
from dataclasses import dataclass

import numpy as np

from ketnoi.matching.rules import checking, reasons, what_if
from ketnoi.matching.rules.fairness import URGENT
from ketnoi.matching.rules.pairs import Pairs
from ketnoi.matching.rules.readers import Audience, No
from ketnoi.matching.rules.rounds import Round
from ketnoi.matching.rules.solving import Optimum


@dataclass(frozen=True)
class Told:
    """How long reasons took, and how many of them were not true."""

    slowest_ms: float
    median_ms: float
    """Of the processor's time."""
    slowest_wall_ms: float
    untrue: int


def unproven(told: Pairs, found: Optimum) -> int:
    """By how much a round could still be better, from its prices alone, added up anew."""
    gain = np.zeros(told.women, dtype=np.int64)
    np.maximum.at(gain, told.woman, told.value - found.prices[told.offer])
    most = int(gain.sum()) + sum(int(p) * int(n) for p, n in zip(found.prices, told.places,
                                                                strict=True))  # fmt: skip
    chosen = found.offer_of[told.woman] == told.offer
    return most - int(told.value[chosen].sum())


def shares(round_: Round, placed_ids: Container[str]) -> dict[str, tuple[int, int]]:
    """Of each group with a floor and of the most urgent quarter: how many, how many placed."""
    held = {floor.group for floor in round_.fair.floors if floor.least}
    found: Counter[str] = Counter()
    placed: Counter[str] = Counter()
    for seeker in round_.asked.seekers:
        for group in seeker.groups & held:
            found[group] += 1
            placed[group] += seeker.id in placed_ids
    by_urgency = sorted(round_.asked.seekers, key=lambda seeker: -seeker.urgency)
    quarter = by_urgency[: -(-len(by_urgency) // 4)]
    there = sum(seeker.id in placed_ids for seeker in quarter)
    told = {group: (many, placed[group]) for group, many in found.items()}
    return {**told, URGENT: (len(quarter), there)}


def explained(round_: Round, many: int, recounted: int, seed: int) -> Told:
    """Ask for reasons of women drawn by lot, the refused first; recount some of them by hand."""
    chance = random.Random(seed)  # noqa: S311 - which women are asked about
    placed = round_.optimum.placed
    refused = np.flatnonzero(~placed).tolist()
    drawn = chance.sample(refused, min(many, len(refused)))
    drawn += chance.sample(range(len(placed)), min(many // 2, len(placed)))
    took, waited, untrue = [], [], 0
    for number, woman in enumerate(drawn):
        before, cpu = time.perf_counter(), time.process_time()
        told = reasons.why(round_, woman, Audience.FILE)
        took.append(1000 * (time.process_time() - cpu))
        waited.append(1000 * (time.perf_counter() - before))
        if number < recounted and isinstance(told, No):
            untrue += not is_true(round_, woman, told)
    return Told(max(took), float(np.median(took)), max(waited), untrue)


def is_true(round_: Round, woman: int, told: No) -> bool:
    """Whether the counts in a refusal are what the second look counts, offer by offer."""
    asked, her = round_.asked, round_.asked.seekers[woman]
    ways = [(offer, checking.broken(her, offer, asked.ground)) for offer in asked.offers]
    fits = [offer for offer, rules in ways if not rules]
    alone = Counter(next(iter(rules)) for _, rules in ways if len(rules) == 1)
    taken = Counter(round_.proposals.values())
    return (
        told.fits == len(fits)
        and {but.rule: but.offers for but in told.buts} == dict(alone)
        and all(taken[offer.id] == offer.places for offer in fits)
    )


def dearest(round_: Round) -> what_if.Gain:
    """What one more place does at the offer for which most would be given."""
    number = int(np.argmax(round_.optimum.prices))
    return what_if.one_more(round_, round_.asked.offers[number].id)
