"""What a method found, held against the truth: all true pairs, not only those it looked at."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ketnoi.bench.linking.invented import Row

THRESHOLDS = (0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99)
"""Each method is taken at its best, chosen with the truth in hand: the same favour for all."""


@dataclass(frozen=True)
class Score:
    """How right the groups of a method are."""

    precision: float
    recall: float
    at: float

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def error(self) -> float:
        return 1 - self.f1


def pairs_in(sizes: Iterable[int]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes)


def judge(groups: Iterable[Sequence[int]], rows: Sequence[Row], at: float) -> Score:
    """Precision and recall of every pair within the groups (rows stand at their ids)."""
    together, proposed = 0, 0
    for group in groups:
        proposed += pairs_in([len(group)])
        together += pairs_in(Counter(rows[pk].woman for pk in group).values())
    true = pairs_in(Counter(row.woman for row in rows).values())
    return Score(together / proposed if proposed else 1.0, together / true, at)


def recall_of(groups: Iterable[Sequence[int]], rows: Sequence[Row], group: str) -> float:
    """The share of true pairs of one group of women that came together."""
    chosen = [[pk for pk in found if rows[pk].group == group] for found in groups]
    true = pairs_in(Counter(row.woman for row in rows if row.group == group).values())
    together = sum(pairs_in(Counter(rows[pk].woman for pk in g).values()) for g in chosen)
    return together / true if true else 1.0


def components(pairs: Iterable[tuple[int, int, float]], at: float) -> list[list[int]]:
    """Connected components, as Splink groups."""
    above: dict[int, int] = {}

    def top(pk: int) -> int:
        above.setdefault(pk, pk)
        while above[pk] != pk:
            above[pk] = above[above[pk]]
            pk = above[pk]
        return pk

    for one, two, likely in pairs:
        if likely >= at:
            above[top(one)] = top(two)
    found: dict[int, list[int]] = {}
    for pk in above:
        found.setdefault(top(pk), []).append(pk)
    return list(found.values())
