"""A small choice out of many combinations, in which every two values still meet."""

from collections.abc import Sequence
from itertools import combinations
from random import Random

Row = tuple[str, ...]
Pairs = frozenset[tuple[int, str, int, str]]


def pairs(row: Row) -> Pairs:
    """Every two values of a row, with their columns."""
    columns = list(enumerate(row))
    return frozenset((i, a, j, b) for (i, a), (j, b) in combinations(columns, 2))


def chosen(rows: Sequence[Row], *, seed: int) -> list[Row]:
    """Rows that hold every pair that any row holds; the same ones for the same seed."""
    left = list(rows)
    Random(seed).shuffle(left)  # noqa: S311
    missing = set().union(*map(pairs, left))
    found: list[Row] = []
    while missing:
        best = max(left, key=lambda row: len(pairs(row) & missing))
        missing -= pairs(best)
        found.append(best)
    return found
