"""Other ways to fill the same places, each in a process of its own: `python rivals.py WAY FILE`.

Nothing of the product is imported: what they find is independent of it. The file holds the pairs
that fit (woman, offer, points), the places, and each woman's dearest first.
"""

import json
import resource
import sys
import time
from collections.abc import Callable
from typing import Any

import numpy as np

Array = Any
Taken = tuple[int, int]
"""Points and women placed."""


def first_come(woman: Array, offer: Array, points: Array, places: Array) -> Taken:
    """In the order in which they came, each takes what is best for her of what is left: today."""
    left, earned, placed = places.copy(), 0, 0
    begin = np.searchsorted(woman, np.arange(int(woman.max()) + 2))
    for one, other in zip(begin, begin[1:], strict=False):
        free = left[offer[one:other]] > 0
        if free.any():
            best = one + int(np.argmax(np.where(free, points[one:other], -1)))
            left[offer[best]] -= 1
            earned, placed = earned + int(points[best]), placed + 1
    return earned, placed


def greedy(woman: Array, offer: Array, points: Array, places: Array) -> Taken:
    """The best pair of all, then the next best, as long as there is room."""
    left, free = places.tolist(), [True] * (int(woman.max()) + 1)
    earned = placed = 0
    order = np.argsort(-points, kind="stable")
    for w, o, p in zip(woman[order].tolist(), offer[order].tolist(), points[order].tolist(),
                       strict=True):  # fmt: skip
        if free[w] and left[o]:
            free[w] = False
            left[o] -= 1
            earned, placed = earned + p, placed + 1
    return earned, placed


def scipy_dense(woman: Array, offer: Array, points: Array, places: Array) -> Taken:
    """Exact: Jonker and Volgenant on a table of women and single seats, in scipy."""
    from scipy.optimize import linear_sum_assignment

    women = int(woman.max()) + 1
    table = np.zeros((women, len(places)), dtype=np.float32)
    table[woman, offer] = points
    seats = np.repeat(np.arange(len(places)), np.minimum(places, women))
    table = table[:, seats]
    rows, columns = linear_sum_assignment(table, maximize=True)
    found = table[rows, columns]
    return int(found.sum()), int((found > 0).sum())


def scipy_highs(woman: Array, offer: Array, points: Array, places: Array) -> Taken:
    """Exact: all pairs in one linear program, HiGHS as scipy carries it."""
    from scipy.optimize import linprog
    from scipy.sparse import csr_matrix

    women, many = int(woman.max()) + 1, len(points)
    rows = np.concatenate([woman, women + offer])
    columns = np.concatenate([np.arange(many)] * 2)
    shape = (women + len(places), many)
    table = csr_matrix((np.ones(2 * many), (rows, columns)), shape=shape)
    room = np.concatenate([np.ones(women), places])
    told = linprog(-points.astype(float), A_ub=table, b_ub=room, bounds=(0, 1), method="highs")
    return round(-told.fun), round(float(told.x.sum()))


def or_tools(woman: Array, offer: Array, points: Array, places: Array) -> Taken:
    """Exact: minimum-cost flow of Google's OR-tools on all pairs."""
    from ortools.graph.python import min_cost_flow

    women, offers = int(woman.max()) + 1, len(places)
    sink = women + offers
    flow = min_cost_flow.SimpleMinCostFlow()
    add = flow.add_arcs_with_capacity_and_unit_cost
    pairs = add(woman, women + offer, np.ones_like(points), -points.astype(np.int64))
    zeros = np.zeros(women, dtype=np.int64)
    add(np.arange(women), np.full(women, sink), zeros + 1, zeros)
    add(women + np.arange(offers), np.full(offers, sink), places, np.zeros(offers, np.int64))
    flow.set_nodes_supplies(np.arange(sink + 1), np.append(zeros + 1, [0] * offers + [-women]))
    if flow.solve() != flow.OPTIMAL:
        raise SystemExit("OR-tools found no optimum")
    used = flow.flows(pairs) > 0
    return int(points[used].sum()), int(used.sum())


WAYS: dict[str, Callable[..., Taken]] = {
    way.__name__: way for way in (first_come, greedy, scipy_dense, scipy_highs, or_tools)
}


def main(way: str, file: str) -> None:
    """Read, fill, and say what came of it and what it took."""
    told = np.load(file)
    columns = [told[name].astype(np.int64) for name in ("woman", "offer", "points", "places")]
    if way == "or_tools":
        columns[:2] = [column.astype(np.int32) for column in columns[:2]]
    wall, cpu = time.perf_counter(), time.process_time()
    points, placed = WAYS[way](*columns)
    took = {"seconds": time.perf_counter() - wall, "cpu": time.process_time() - cpu}
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"points": points, "placed": placed, "memory_mb": memory, **took}))


if __name__ == "__main__":
    main(*sys.argv[1:])
