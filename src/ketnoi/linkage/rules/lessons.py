"""What agreements are worth, learned from records that say by themselves whether they are one
woman: two citizen's numbers, equal or not. Source: `./ketnoi bench link`; logistic regression.

Pure Python on counted patterns: the work does not grow with the list.
"""

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from math import exp, log

Codes = tuple[str, ...]
TOGETHER = ((0, 2, 4),)
"""Name, birth and place say more together than each by itself."""
ROUNDS, HOLD = 25, 0.5
TRUSTED = 0.7
"""How much of the weight that assumes independence is taken over before learning."""
MOST = 12.0
ENOUGH = 400


@dataclass(frozen=True)
class Pattern:
    """Pairs that agree and disagree alike: how many, and how many of them are one woman."""

    codes: Codes
    weight: float
    same: int
    other: int


@dataclass(frozen=True)
class Lessons:
    """What each agreement, and each two together, adds to the weight."""

    base: float
    worth: dict[str, float]
    rows: int

    def logit(self, codes: Codes, weight: float) -> float:
        """The weight of evidence that such a pair is one woman."""
        return self.base + _start(weight) + sum(self.worth.get(f, 0.0) for f in features(codes))


def features(codes: Codes) -> list[str]:
    """Each part by itself, each two parts together, and the three that belong together."""
    marked = [f"{place}{code}" for place, code in enumerate(codes)]
    two = [f"{a}+{b}" for a, b in combinations(marked, 2)]
    return [*marked, *two, *("+".join(marked[i] for i in places) for places in TOGETHER)]


def enough(patterns: list[Pattern]) -> bool:
    """Whether a list knows enough of its own to teach."""
    return min(sum(p.same for p in patterns), sum(p.other for p in patterns)) >= ENOUGH


def learn(patterns: list[Pattern], *, rows: int) -> Lessons:
    """Learn from counted patterns, a worth at a time, each held back by its rareness."""
    known = [p for p in patterns if p.same + p.other]
    heights = [_start(p.weight) for p in known]
    borne = defaultdict(list)
    for at, pattern in enumerate(known):
        for feature in features(pattern.codes):
            borne[feature].append(at)
    worth = dict.fromkeys(borne, 0.0)
    base = 0.0
    for _round in range(ROUNDS):
        base += _step(known, heights, range(len(known)), 0.0, hold=0.0)
        for feature, places in borne.items():
            worth[feature] += _step(known, heights, places, worth[feature], hold=HOLD)
    return Lessons(base, {f: round(w, 4) for f, w in worth.items() if abs(w) > 0.0005}, rows)  # noqa: PLR2004 - what changes nothing is left out


def probability(logit: float) -> float:
    """The probability that belongs to a weight of evidence."""
    return 1 / (1 + exp(-max(min(logit, 30.0), -30.0)))


def for_size(taught: int, rows: int) -> float:
    """In a shorter list than the one that taught, fewer strangers are alike."""
    return max(min(log(taught / max(rows, 1)), 3.0), -3.0)


def _step(known: list[Pattern], heights: list[float], places, now: float, *, hold: float) -> float:  # type: ignore[no-untyped-def]
    slope, bend = -hold * now, hold
    for at in places:
        pattern = known[at]
        likely = probability(heights[at])
        many = pattern.same + pattern.other
        slope += pattern.same - many * likely
        bend += many * likely * (1 - likely)
    step = max(min(slope / (bend + 1e-9), 1.0), -1.0)
    for at in places:
        heights[at] += step
    return step


def _start(weight: float) -> float:
    return TRUSTED * max(min(weight * log(2), MOST), -MOST)
