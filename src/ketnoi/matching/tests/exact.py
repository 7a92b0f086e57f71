"""The best round found by others, who share no code with the search: scipy, on every pair."""

from typing import Any

import numpy as np
from scipy.optimize import LinearConstraint, linear_sum_assignment, milp

from ketnoi.matching.rules.pairs import Pairs
from ketnoi.matching.rules.solving import Optimum


def best_value(told: Pairs) -> int:
    """Points and lots of the best round: women against single seats, in Python's whole numbers."""
    seats = [n for n, many in enumerate(told.places) for _ in range(int(many))]
    table = np.zeros((told.women, max(len(seats), 1)))
    value = {(int(w), int(o)): int(v) for w, o, v in zip(told.woman, told.offer, told.value,
                                                        strict=True)}  # fmt: skip
    for woman in range(told.women):
        for seat, offer in enumerate(seats):
            table[woman, seat] = value.get((woman, offer), 0)
    rows, columns = linear_sum_assignment(table, maximize=True)
    taken = [(int(r), seats[c]) for r, c in zip(rows, columns, strict=True) if seats]
    return sum(value.get(pair, 0) for pair in taken)


def best_points(told: Pairs, groups: dict[str, Any], least: list[int]) -> int | None:
    """Points of the best round of whole women that keeps every floor; None when there is none."""
    many = len(told.points)
    if not many:
        return 0 if not any(least) else None
    rows = np.zeros((told.women + len(told.places) + len(groups), many))
    rows[told.woman, np.arange(many)] = 1
    rows[told.women + told.offer, np.arange(many)] = 1
    for number, women in enumerate(groups.values()):
        rows[told.women + len(told.places) + number] = np.isin(told.woman, women)
    low = np.concatenate([np.zeros(told.women + len(told.places)), least])
    high = np.concatenate([np.ones(told.women), told.places, np.full(len(groups), np.inf)])
    found = milp(
        -told.points.astype(float),
        constraints=LinearConstraint(rows, low, high),
        integrality=np.ones(many),
        bounds=(0, 1),
    )
    return None if found.x is None else round(-found.fun)


def unproven(told: Pairs, found: Optimum) -> int:
    """By how much a round could still be better, from its prices alone, pair by pair."""
    gain = [0] * told.women
    for woman, offer, value in zip(told.woman, told.offer, told.value, strict=True):
        gain[woman] = max(gain[woman], int(value) - int(found.prices[offer]))
    places = sum(int(p) * int(many) for p, many in zip(found.prices, told.places, strict=True))
    return sum(gain) + places - found.value
