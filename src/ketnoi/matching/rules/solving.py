"""The best round: HiGHS on a few of the pairs, and a proof by prices that the rest adds nothing.

A round is a transport problem. HiGHS sees each woman's most promising pairs; its prices are rounded
to whole numbers and held against *every* pair. What beats them joins, until nothing does: then what
the women gain and what the places cost, together, is exactly what the round is worth, and no round
can be worth more (weak duality; in whole numbers, so no rounding error is left).
Source: Kantorovich 1942; Dantzig and Wolfe 1960; ADR 49.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from ketnoi.matching.rules import prices
from ketnoi.matching.rules.columns import Array
from ketnoi.matching.rules.pairs import Pairs

HALF, NEARLY = 0.5, 1e-6
FIRST, OF_AN_OFFER, MORE, MOST_ROUNDS = 2, 2, 4, 60
WINDOW, MOST_WINDOWS = 8, 8
DUAL, PRIMAL = 1, 4
"""Numbers of HiGHS for the two ways to walk."""

COARSE, FINE = 0.1, 1e-7
"""Values are whole numbers, so a tenth decides little, and is faster."""

SHORT = 4
"""A woman missing under a floor weighs this many times the best pair."""

NOWHERE = -1


class Unproven(Exception):
    """The search ended without a proof; nothing is proposed on such a round."""


@dataclass(frozen=True)
class Optimum:
    """Who is proposed where, and the prices that prove it: for machines, never for a page."""

    offer_of: Array
    """For each woman the number of her offer, or NOWHERE."""
    value: int
    bound: int
    """No round that keeps the floors can be worth more than this."""
    prices: Array
    floor_prices: Array
    """What any place was worth more to a woman of each group, beside the points."""
    missing: Array
    """How many women each floor lacks, where nobody can reach it."""
    scale: int
    seen: int
    """How many pairs HiGHS was shown."""
    whole: bool
    """No woman is placed by halves."""
    searched: bool = False
    """Proven by trying every pair that could still add something, not by prices alone."""

    @property
    def proven(self) -> bool:
        """Whether no round can have a point more."""
        by_prices = self.value // self.scale == self.bound // self.scale
        return self.whole and (self.searched or by_prices)

    @property
    def placed(self) -> Array:
        """Which women have a place."""
        return self.offer_of != NOWHERE


def optimum(told: Pairs) -> Optimum:
    """The one best round without floors. Source: the module."""
    return Search(told).best()


class Search:
    """HiGHS, kept warm while pairs join and floors change.

    Its columns are: each woman without a place, each floor not reached, then the pairs shown.
    Its rows are: each woman, each offer, each floor.
    """

    def __init__(self, told: Pairs, groups: Sequence[Array] = ()) -> None:
        self.told, self.groups, self.value = told, tuple(groups), told.value
        self.begin, self.any = prices.starts(told.woman, told.women)
        self.shown = np.zeros(len(self.value), dtype=bool)
        self.pairs = np.zeros(0, dtype=np.int64)
        self.first = told.women + len(self.groups)
        self.least: Sequence[int] | None = None
        self.tolerance = COARSE
        self.dear = SHORT * told.scale * int(told.points.max(initial=1))
        self.solver = _solver(told.women, told.places, self.groups, self.dear)
        self._show(self._promising())

    def best(self, least: Sequence[int] | None = None) -> Optimum:
        """The best round in which so many of each group are placed, with its proof."""
        self.least = least
        self._floors()
        for number in range(MOST_ROUNDS):
            # New floors leave the prices right, new pairs leave the round right: begin from those.
            self.solver.setOptionValue("simplex_strategy", PRIMAL if number else DUAL)
            self.solver.run()
            found = self._read()
            if not self._widened() and (found.value == found.bound or not self._sharper()):
                return found if found.proven else _whole(self, found)
        raise Unproven

    def _sharper(self) -> bool:
        """Where a coarse search ends a few lots below the bound, let it end finely."""
        if self.tolerance == FINE:
            return False
        self.tolerance = FINE
        self.solver.setOptionValue("dual_feasibility_tolerance", FINE)
        return True

    def _read(self) -> Optimum:
        """What HiGHS found for the pairs shown, and the bound that holds for all."""
        solution = self.solver.getSolution()
        dual = np.rint(-np.array(solution.row_dual)).astype(np.int64)
        women, offers = self.told.women, len(self.told.places)
        price, floors = (np.maximum(d, 0) for d in np.split(dual[women:], [offers]))
        self.hers, self.left = dual[:women], self.value - price[self.told.offer]
        without = -self.added(floors)
        gain = prices.best_left(self.left, self.begin, self.any, without)
        bound = int(gain.sum()) + int((price * self.told.places).sum()) + self._spare(floors)
        return self.taken(price, floors, bound)

    def taken(self, price: Array, floors: Array, bound: int) -> Optimum:
        """The round that HiGHS stands at, worth what whole women in whole places are worth."""
        taken = np.array(self.solver.getSolution().col_value)
        chosen = self.pairs[taken[self.first :] > HALF]
        offer_of = np.full(self.told.women, NOWHERE, dtype=np.int32)
        offer_of[self.told.woman[chosen]] = self.told.offer[chosen]
        missing = self._missing(offer_of != NOWHERE)
        value = int(self.value[chosen].sum()) - self.dear * int(missing.sum())
        worth = (offer_of, value, bound, price, floors, missing)
        return Optimum(*worth, self.told.scale, len(self.pairs), _is_whole(taken))

    def added(self, floors: Array) -> Array:
        """What the floors add to any place of each woman."""
        found = np.zeros(self.told.women, dtype=np.int64)
        for women, more in zip(self.groups, floors, strict=True):
            found[women] += more
        return found

    def _spare(self, floors: Array) -> int:
        """What the floors give back: their price for each woman who may go without."""
        if self.least is None:
            return 0
        told = zip(self.groups, self.least, floors, strict=True)
        return sum((len(group) - least) * int(price) for group, least, price in told)

    def _missing(self, placed: Array) -> Array:
        if self.least is None:
            return np.zeros(len(self.groups), dtype=np.int64)
        told = zip(self.groups, self.least, strict=True)
        return np.array([max(0, n - int(placed[g].sum())) for g, n in told], dtype=np.int64)

    def near(self, window: int) -> None:
        """Show every pair that is at most so far from being worth its prices; hold the others."""
        loss = self.hers[self.told.woman] - self.left
        self._show(np.flatnonzero((loss <= window) & ~self.shown))
        far = loss[self.pairs] > window
        columns = np.arange(len(self.pairs), dtype=np.int32) + self.first
        none = np.zeros(len(columns))
        self.solver.changeColsBounds(len(columns), columns, none, np.where(far, 0.0, 1.0))

    def _widened(self) -> bool:
        """Show what beats the prices: of each woman the few that beat them most."""
        beats = self.left - self.hers[self.told.woman]
        found = np.flatnonzero((beats > 0) & ~self.shown)
        self._show(found[_rank(self.told.woman[found], -beats[found]) < MORE])
        return bool(len(found))

    def _promising(self) -> Array:
        """Each woman's and each offer's best pairs at the first prices."""
        left = self.told.points - prices.guessed(self.told)[self.told.offer]
        gain = prices.best_left(left, self.begin, self.any, np.zeros(self.told.women, left.dtype))
        loss = gain[self.told.woman] - left
        most = OF_AN_OFFER * self.told.places[self.told.offer] + 2
        near = _rank(self.told.woman, loss) < FIRST
        return np.flatnonzero(near | (_rank(self.told.offer, loss) < most))

    def _show(self, found: Array) -> None:
        self.shown[found] = True
        self.pairs = np.concatenate([self.pairs, found])
        woman, offer = self.told.woman[found], self.told.women + self.told.offer[found]
        rows = np.column_stack([woman, offer]).ravel()
        _add(self.solver, -self.value[found], np.arange(len(found)) * 2, rows, np.ones(len(rows)))

    def _floors(self) -> None:
        """At most so many of each group may be left without a place."""
        import highspy

        row, lower = self.told.women + len(self.told.places), -highspy.kHighsInf
        for number, group in enumerate(self.groups):
            most = highspy.kHighsInf
            if self.least is not None:
                most = float(len(group) - self.least[number])
            self.solver.changeRowBounds(row + number, lower, most)


def _whole(search: Search, parts: Optimum) -> Optimum:
    """Where floors of overlapping groups leave halves of women: the best round of whole ones.

    A pair whose loss against the prices is larger than what the bound is above a known round
    cannot be part of a better one; all others are tried.
    """
    import highspy

    window = WINDOW * search.told.scale
    solver = search.solver
    for name, value in {"mip_rel_gap": 0.0, "mip_abs_gap": search.told.scale / 2}.items():
        solver.setOptionValue(name, value)
    for _ in range(MOST_WINDOWS):
        search.near(window)
        columns = np.arange(search.told.women, solver.getNumCol(), dtype=np.int32)
        whole = np.full(len(columns), highspy.HighsVarType.kInteger)
        solver.changeColsIntegrality(len(columns), columns, whole)
        solver.run()
        found = search.taken(parts.prices, parts.floor_prices, parts.bound)
        ended = solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
        if ended and parts.bound - found.value <= window:
            return replace(found, searched=True)
        window = max(2 * window, parts.bound - found.value)
    raise Unproven


def _solver(women: int, places: Array, groups: Sequence[Array], dear: int) -> Any:
    import highspy

    solver = highspy.Highs()
    options = {"output_flag": False, "threads": 1, "dual_feasibility_tolerance": COARSE}
    for name, value in options.items():
        solver.setOptionValue(name, value)
    free = np.full(len(groups), highspy.kHighsInf)
    upper = np.concatenate([np.ones(women), places.astype(float), free])
    lower = np.full(len(upper), -highspy.kHighsInf)
    lower[:women] = 1
    none: Array = np.zeros(0, dtype=np.int32)
    solver.addRows(len(upper), lower, upper, 0, np.zeros(len(upper), np.int32), none, none * 1.0)
    _add(solver, np.zeros(women), *_without(women, women + len(places), groups))
    rows = women + len(places) + np.arange(len(groups))
    _add(solver, np.full(len(groups), dear), np.arange(len(groups)), rows, -np.ones(len(groups)))
    return solver


def _without(women: int, first: int, groups: Sequence[Array]) -> tuple[Array, Array, Array]:
    """The columns of women without a place: in the row of the woman and of each of her groups."""
    whose = np.concatenate([np.arange(women), *groups]).astype(np.int64)
    rows = np.concatenate(
        [np.arange(women), *(np.full(len(g), first + n) for n, g in enumerate(groups))]
    )
    order = np.argsort(whose, kind="stable")
    many = np.bincount(whose, minlength=women)
    return np.cumsum(many) - many, rows[order], np.ones(len(rows))


def _add(solver: Any, cost: Array, begin: Array, rows: Array, values: Array) -> None:
    import highspy

    many, integer = len(cost), np.int32
    solver.addCols(
        many, cost.astype(float), np.zeros(many), np.full(many, highspy.kHighsInf), len(rows),
        begin.astype(integer), rows.astype(integer), values,
    )  # fmt: skip


def _is_whole(taken: Array) -> bool:
    return bool(np.all(np.abs(taken - np.rint(taken)) < NEARLY))


def _rank(group: Array, key: Array) -> Array:
    """The place of each pair among those of its group, by key, the smallest first."""
    order = np.lexsort((key, group))
    ordered = group[order]
    found = np.empty(len(group), dtype=np.int64)
    found[order] = np.arange(len(group)) - np.searchsorted(ordered, ordered)
    return found
