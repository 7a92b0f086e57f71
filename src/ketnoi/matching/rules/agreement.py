"""What the network agreed a place is worth, and which floors hold: dated data with an id.

Source: `matching/data/agreements.toml`. Nothing here is learned from who was helped before.
"""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from ketnoi.matching.rules.columns import Array, Table

DATA = Path(__file__).parents[1] / "data" / "agreements.toml"


@dataclass(frozen=True)
class Agreement:
    """Points and floors, as they were signed: every figure a whole number."""

    id: str
    effective_from: date
    signed: str
    placed: int
    wishes: tuple[int, ...]
    near: tuple[tuple[int, int], ...]
    urgency: tuple[int, ...]
    share_percent: int
    urgent_percent: int
    least_awaited: int
    cost_percent: int


def agreements(path: Path = DATA) -> tuple[Agreement, ...]:
    """Every agreement there was, the oldest first. Source: the file."""
    told = tomllib.loads(path.read_text())["agreement"]
    return tuple(sorted((_read(one) for one in told), key=lambda a: a.effective_from))


def on(day: date, known: Sequence[Agreement] | None = None) -> Agreement:
    """The agreement that holds on a day. Source: the newest one that has begun."""
    held = [a for a in (known or agreements()) if a.effective_from <= day]
    return held[-1] if held else (known or agreements())[0]


def worth(round_: Table, points: Agreement) -> Array:
    """What each woman in each place is worth, in points, whether it fits or not.

    Source: the agreement.
    """
    wish = np.minimum(round_.her["wish"], len(points.wishes) - 1)[:, round_.its["kind"]]
    near = _near(round_.km, points)[round_.her["home"]][:, round_.its["spot"]]
    near = np.where(round_.its["from_home"], _near(np.zeros(1), points), near)
    urgency = _steps(round_.her["urgency"], points.urgency)[:, None]
    table = np.asarray(points.wishes, dtype=np.int32)
    return (table[wish] + near + urgency + points.placed).astype(np.int32)


def _read(told: dict[str, Any]) -> Agreement:
    near = tuple((km, points) for km, points in told["near"])
    lists = {name: tuple(told[name]) for name in ("wishes", "urgency")}
    return Agreement(**{**told, **lists, "near": near})


def _near(km: Array, points: Agreement) -> Array:
    """Points for being near; a distance nobody knows earns none."""
    found = np.zeros(km.shape, dtype=np.int32)
    for farthest, earned in reversed(points.near):
        found = np.where(km <= farthest, earned, found)
    return found.astype(np.int32)


def _steps(step: Array, points: tuple[int, ...]) -> Array:
    return np.asarray(points, dtype=np.int32)[np.clip(step, 0, len(points) - 1)]
