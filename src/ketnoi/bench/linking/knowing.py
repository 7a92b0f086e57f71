"""Have we met her before? Keyed tokens, then the weights of the engine on what they find."""

import secrets
import statistics
import time
from array import array
from collections.abc import Sequence
from typing import Any

import numpy as np

from ketnoi.bench.linking.invented import Row
from ketnoi.linkage.rules import engine, tokens, weighing
from ketnoi.linkage.rules.settings import settings

TOP, OPENED = 5, 20
ASKED_OF_PEER = 12


class Index:
    """Tokens by record, as the look-up reads them: sorted numbers, no name anywhere."""

    def __init__(self, records: Sequence[tuple[Any, ...]], key: bytes) -> None:
        self.key = key
        made, owners = array("Q"), array("I")
        for at, record in enumerate(records):
            for token in tokens.tokens(record[1:], key).values():
                made.append(int(token, 16))
                owners.append(at)
        every = np.frombuffer(made, np.uint64)
        order = np.argsort(every, kind="stable")
        self.every, self.owners = every[order], np.frombuffer(owners, np.uint32)[order]

    def like(self, values: tuple[Any, ...]) -> list[tuple[float, int]]:
        """Who shares tokens, weighed; most alike first."""
        return tokens.rank(tokens.tokens(values, self.key), self._owners)

    def _owners(self, token: str) -> list[int]:
        wanted = np.uint64(int(token, 16))
        first = np.searchsorted(self.every, wanted, "left")
        last = np.searchsorted(self.every, wanted, "right")
        return self.owners[first:last].tolist()


def asked(records: Sequence[tuple[Any, ...]], rows: Sequence[Row], many: int) -> tuple[list, list]:
    """Records that stand in the index, and others of women who are known there."""
    known: dict[int, int] = {}
    kept, questions = [], []
    for record, row in zip(records, rows, strict=True):
        known[row.woman] = known.get(row.woman, 0) + 1
        second = known[row.woman] == 2  # noqa: PLR2004 - her second record is the question
        (questions if second and len(questions) < many else kept).append((record, row.woman))
    return kept, questions


def look_up(kept: list, questions: list) -> dict[str, float]:
    """Processor milliseconds and hits of our look-up, scoring included."""
    index = Index([record for record, _woman in kept], secrets.token_bytes(32))
    scale = weighing.Scale(engine.levels(), engine.taught(), len(kept))
    times, walls, first, among = [], [], 0, 0
    for record, woman in questions:
        start, busy = time.perf_counter(), time.process_time()
        found = weighed(record, index, kept, scale)[:TOP]
        times.append((time.process_time() - busy) * 1000)
        walls.append((time.perf_counter() - start) * 1000)
        women = [kept[at][1] for _weight, at in found]
        first += women[:1] == [woman]
        among += woman in women
    times.sort()
    walls.sort()
    many = len(questions)
    return {
        "p50": statistics.median(times),
        "p95": times[int(0.95 * many)],
        "wall_p95": walls[int(0.95 * many)],
        "first": first / many,
        "top5": among / many,
    }


def weighed(record: tuple, index: Index, kept: list, scale: Any) -> list[tuple[float, int]]:
    """The first by tokens, weighed as the engine weighs: what the tokens find is opened."""
    asks = weighing.named(record[1:])
    near = index.like(record[1:])[:OPENED]
    told = [(scale.likely(asks, weighing.named(kept[at][0][1:])), w, at) for w, at in near]
    return [(likely, at) for likely, _weight, at in sorted(told, key=lambda t: (-t[0], -t[1]))]


def peer(kept: list, questions: list) -> float:
    """The median processor milliseconds of Splink's `predict_between`: one record against all."""
    from splink import DuckDBAPI, Linker

    engine.quiet()
    api = DuckDBAPI()
    everybody = api.register(engine.table([record for record, _woman in kept]))
    linker = Linker(everybody, settings(taught=engine.levels()))
    times = []
    for record, _woman in questions[:ASKED_OF_PEER]:
        one = api.register(engine.table([record]))
        start = time.process_time()
        found = linker.inference.predict_between(everybody, one, warning_mode="never")
        found.as_pyarrow_table()
        times.append((time.process_time() - start) * 1000)
    return statistics.median(times)
