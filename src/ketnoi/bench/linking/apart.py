"""Agencies that may not show each other names: our keyed tokens beside anonlink's Bloom filters.

Both see the same normalised records; both take the best threshold, chosen with the truth.
"""

import json
import secrets
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ketnoi.bench.linking import judging
from ketnoi.bench.linking.invented import Row
from ketnoi.linkage.rules import tokens

LEFT, RIGHT = "police", "union"


def two_sides(records: Sequence[tuple], rows: Sequence[Row], many: int) -> tuple[list, list]:
    """One record per woman and agency, from two agencies."""
    sides: dict[str, dict[int, tuple]] = {LEFT: {}, RIGHT: {}}
    for record, row in zip(records, rows, strict=True):
        if row.agency in sides and len(sides[row.agency]) < many:
            sides[row.agency].setdefault(row.woman, record)
    return list(sides[LEFT].items()), list(sides[RIGHT].items())


def by_tokens(left: list, right: list) -> list[tuple[float, int, int]]:
    """Weights by shared tokens, both keys on, as the service between installations sees them."""
    network, service = secrets.token_bytes(32), secrets.token_bytes(32)

    def twice(values: tuple[Any, ...]) -> dict[str, str]:
        made = tokens.tokens(values, network)
        return {kind: tokens.keyed(token, service) for kind, token in made.items()}

    places: dict[str, list[int]] = {}
    for at, (_woman, record) in enumerate(right):
        for token in twice(record[1:]).values():
            places.setdefault(token, []).append(at)
    return [
        (weight, at, other)
        for at, (_woman, record) in enumerate(left)
        for weight, other in tokens.rank(twice(record[1:]), lambda t: places.get(t, ()))
    ]


def by_filters(left: list, right: list, python: Path) -> list[tuple[float, int, int]]:
    """Dice coefficients of anonlink, from its own environment."""
    told = {"left": [r for _w, r in left], "right": [r for _w, r in right]}
    script = Path(__file__).with_name("peer_anonlink.py")
    done = subprocess.run(
        [str(python), str(script)], input=json.dumps(told), capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    if done.returncode:
        sys.stderr.write(done.stderr)
        raise SystemExit("anonlink failed")
    return [tuple(pair) for pair in json.loads(done.stdout.splitlines()[-1])]


def best(weighed: list[tuple[float, int, int]], left: list, right: list) -> judging.Score:
    """One to one, the surest first, at the threshold where it is most often right."""
    true = len({w for w, _r in left} & {w for w, _r in right})
    used_left: set[int] = set()
    used_right: set[int] = set()
    right_ones = proposed = 0
    found = judging.Score(1.0, 0.0, 0.0)
    for weight, one, two in sorted(weighed, reverse=True):
        if one in used_left or two in used_right:
            continue
        used_left.add(one)
        used_right.add(two)
        proposed += 1
        right_ones += left[one][0] == right[two][0]
        score = judging.Score(right_ones / proposed, right_ones / true, weight)
        found = max(found, score, key=lambda s: s.f1)
    return found
