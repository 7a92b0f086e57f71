"""What one-stop offices agreed: days, what a child lacks, how sessions and people are counted."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

ONE_STOP = frozenset({"osso"})
WISHES, CALL_BACK, CHILD_PAPERS = "osso.wishes", "osso.call_back", "osso.child_papers"
SMALL = "report.small_number"


def is_one_stop(*, function: str) -> bool:
    """Whether agencies of this function are one-stop offices. Source: the model of OSSO."""
    return function in ONE_STOP


def is_past(*, starts_at: datetime, now: datetime) -> bool:
    """An appointment is made for an hour to come. Source: the nature of an appointment."""
    return starts_at <= now


def may_be_kept_on(*, starts_on: date, today: date) -> bool:
    """She came on the day of the appointment, or it is written down later.

    Source: the network's own practice; before the day it is moved instead.
    """
    return starts_on <= today


def may_be_held_on(*, held_on: date, today: date) -> bool:
    """A session is written down once it was held. Source: the nature of a record."""
    return held_on <= today


def next_steps(*, registered: str, nationality: str, has_birth_paper: bool) -> list[str]:
    """What is done next about the papers of a child, in order; nothing when nothing is missing.

    Source: practice of the one-stop offices. It says whom to ask, and decides no question of law.
    """
    by_birth = {"nowhere": ["register"], "abroad": ["note_here"], "unknown": ["ask"]}
    steps = by_birth.get(registered, [])
    if registered in {"abroad", "here"} and not has_birth_paper:
        steps = [*steps, "get_paper"]
    if nationality in {"none", "unknown"}:
        steps = [*steps, "nationality"]
    return steps


@dataclass(frozen=True)
class Held:
    """A session as it is counted: in which column and row, and who the client was."""

    month: Hashable
    category: Hashable
    client: Hashable


@dataclass(frozen=True)
class Count:
    """How many sessions were held, and for how many different people: two different numbers."""

    sessions: int
    people: int


def counted(held: Iterable[Held]) -> Count:
    """Every session is counted once, every client once however often she came.

    Source: how the one-stop offices tell their work (women, and sessions).
    """
    found = list(held)
    return Count(len(found), len({one.client for one in found}))


def table(
    held: Iterable[Held], *, months: Sequence[Hashable], categories: Sequence[Hashable]
) -> list[list[Count]]:
    """A row for each month and one for all, a column for each category and one for all.

    Sessions add up; people do not, for one client may come in two months and for two categories.
    Source: how the one-stop offices tell their work.
    """
    inside = [one for one in held if one.month in months and one.category in categories]
    return [
        [
            counted(
                one
                for one in inside
                if month in {None, one.month} and category in {None, one.category}
            )
            for category in (*categories, None)
        ]
        for month in (*months, None)
    ]


Cell = tuple[int, int]
Point = tuple[str, int]


def hidden(counts: Sequence[Sequence[Count]], *, least: int) -> set[Cell]:
    """The cells of such a table that are not shown: those of few people, and as many others as
    it takes that none of these follows from the sums.

    A hidden number follows from the sums exactly when it is a bridge of the graph in which rows
    and columns are the points and hidden cells the lines. Source: the network's own practice
    (small numbers are not told); Gusfield 1988 for the graph.
    """
    found = {
        (row, column)
        for row, cells in enumerate(counts)
        for column, count in enumerate(cells)
        if 0 < count.people < least
    }
    while (bridge := _bridge(found)) is not None:
        found.add(_cheapest(counts, found, bridge))
    return found


def _bridge(hidden_cells: set[Cell]) -> Cell | None:
    """A hidden cell that follows from the sums: without it, its row and column fall apart."""
    for row, column in sorted(hidden_cells):
        if ("column", column) not in _reached(("row", row), hidden_cells - {(row, column)}):
            return row, column
    return None


def _reached(start: Point, cells: set[Cell]) -> set[Point]:
    seen, ahead = {start}, [start]
    while ahead:
        point = ahead.pop()
        for row, column in cells:
            ends = (("row", row), ("column", column))
            if point in ends:
                fresh = set(ends) - seen
                seen |= fresh
                ahead.extend(fresh)
    return seen


def _cheapest(counts: Sequence[Sequence[Count]], found: set[Cell], bridge: Cell) -> Cell:
    """The smallest number still shown that joins what would fall apart; a nought comes last.

    Where the row or the column has no other hidden cell yet, one of theirs is next.
    """
    row, column = bridge
    rest = found - {bridge}
    one, other = _reached(("row", row), rest), _reached(("column", column), rest)
    whole = {(r, c) for r, cells in enumerate(counts) for c, _count in enumerate(cells)} - found
    joins = {cell for cell in whole if _joins(cell, one, other) or _joins(cell, other, one)}
    beside = {(r, c) for r, c in whole if r == row or c == column}
    return min(joins or beside, key=lambda cell: _cost(counts[cell[0]][cell[1]], cell))


def _joins(cell: Cell, one: set[Point], other: set[Point]) -> bool:
    return ("row", cell[0]) in one and ("column", cell[1]) in other


def _cost(count: Count, cell: Cell) -> tuple[bool, int, Cell]:
    return count.people == 0, count.people, cell
