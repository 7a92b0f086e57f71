"""`ketnoi bench search [--quick]`: finding a sealed name, beside finding a plain one."""

import argparse
import hashlib
import json
from collections.abc import Iterator
from math import sqrt
from pathlib import Path
from statistics import mean, quantiles, stdev

from ketnoi.bench.figures import Figure, passed, verdict
from ketnoi.bench.house import FOLDER, PACKAGE, House, say, start
from ketnoi.bench.processes import load_average
from ketnoi.foundation.postgres import Cluster, databases

QUICK, FULL = (20_000,), (200_000, 1_000_000)
PAIRED = 2_020
CLIENTS, ROUNDS, SECONDS = 8, 3, 10
LEAST_CPU, LEAST_WALL, LEAST_RATE = 40.0, 10.0, 8.0
MOST_LOST, MOST_RARE_MISSED = 0.5, 3.0
JUDGED_AT = 1_000_000
DECIDES = (
    "bench/names.toml",
    "bench/namesakes.py",
    "bench/plain.py",
    "bench/register.py",
    "foundation/name_index.py",
    "foundation/crypto/tags.py",
    "foundation/vietnamese/names.py",
    "people/queries/indexing.py",
)
MS, POINTS, SURE = 1e6, 100.0, 1.96
NOTES = """\
each name is looked for both ways in turn in one database; backend CPU and wall in milliseconds
ours: keyed tags through the one function, at most 300 names opened, looked at once more
peer: plain names and years in GIN(yob, name gin_trgm_ops), the 300 likest, the same last look
the year is known, the commune is not: many bear the same name in one year, for both sides"""

Results = list[dict]


class Register(House):
    """The cluster of the measurements, with invented people in it."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, per_province=0)
        digest = hashlib.sha256(b"".join((PACKAGE / name).read_bytes() for name in DECIDES))
        self.filled_by = digest.hexdigest()[:6]

    def database(self, size: int) -> str:
        """Another name whenever what fills it has changed."""
        return f"bench_search_{size}_{self.mark}_{self.filled_by}"

    def _fill(self, fast: Cluster, size: int) -> None:
        name = f"filling_search_{size}"
        databases.drop(fast, name)
        databases.create(fast, name)
        told = self._told(name, owner=True)
        say(f"{size} người: đang dựng… / {size} people: building…")
        self._run("ketnoi.bench.loading", "tables", told=told)
        loader, done = start("ketnoi.bench.register", str(size), told=told), 0
        while line := loader.stdout.readline():
            done += int(line)
            say(f"{done} / {size}")
        if loader.wait():
            raise SystemExit("Chưa dựng được. / Filling failed.")
        databases.rename(fast, name, self.database(size))

    def measured(self, size: int, pairs: int) -> Results:
        """Every name looked for both ways."""
        told = self.told(size, owner=True)
        facts = ("measure", str(size), str(pairs))
        return json.loads(self._run("ketnoi.bench.seeking", *facts, told=told))

    def rates(self, size: int) -> dict[str, float]:
        """Searches a second by eight clients at once, each way in turn."""
        told = self.told(size, owner=True)
        clients = [
            start("ketnoi.bench.seeking", "client", str(size), str(n), told=told)
            for n in range(CLIENTS)
        ]
        for one in clients:
            one.stdout.readline()
        counts = {"ours": 0, "peer": 0}
        for number in range(ROUNDS):
            for side in ("ours", "peer") if number % 2 else ("peer", "ours"):
                for one in clients:
                    one.stdin.write(f"{side} {SECONDS}\n")
                    one.stdin.flush()
                counts[side] += sum(int(one.stdout.readline()) for one in clients)
        for one in clients:
            one.stdin.close()
            one.wait()
        return {side: count / (ROUNDS * SECONDS) for side, count in counts.items()}


def run(arguments: list[str]) -> int:
    """Measure and say how it went."""
    parser = argparse.ArgumentParser(prog="ketnoi bench search", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="20.000 người / people")
    parser.add_argument("--size", type=int, action="append", help="số người / people")
    parser.add_argument("--pairs", type=int, default=PAIRED, help="số lần tìm / searches")
    parser.add_argument("--data", type=Path, default=FOLDER, metavar="DIR")
    told = parser.parse_args(arguments)
    sizes = tuple(told.size or (QUICK if told.quick else FULL))
    figures: list[Figure] = []
    with Register(told.data).filled(sizes) as register:
        for size in sizes:
            before = load_average()
            results, rates = register.measured(size, told.pairs), register.rates(size)
            figures += of(size, results, rates)
            print(f"people {size}, load average before {before}, after {load_average()}")
            print("\n".join(by_kind(results)))
    print(NOTES)
    print("\n".join(figure.line for figure in figures))
    print(verdict(figures))
    return 0 if passed(figures) else 1


def of(size: int, results: Results, rates: dict[str, float]) -> Iterator[Figure]:
    """The figures of one size. How much is saved shows among many people, and is judged there."""
    paired = [result for result in results if "peer" in result]
    judged = size >= JUDGED_AT
    for what, per_cent, least in (
        ("cpu", 50, LEAST_CPU),
        ("cpu", 95, None),
        ("wall", 50, None),
        ("wall", 95, LEAST_WALL),
    ):
        ours, peer = (at(per_cent, paired, side, what) / MS for side in ("ours", "peer"))
        yield _less(f"{size}.{what}_p{per_cent}_ms", ours, peer, least, judged)
    ours, peer = (1000 / rates[side] for side in ("ours", "peer"))
    yield _less(f"{size}.eight_clients_ms_each", ours, peer, LEAST_RATE, judged)
    yield from _of_recall(size, results, paired)


def _of_recall(size: int, results: Results, paired: Results) -> Iterator[Figure]:
    lost = [POINTS * (r["peer"]["found"] - r["ours"]["found"]) for r in paired]
    interval = SURE * stdev(lost) / sqrt(len(lost))
    missed = {s: POINTS * (1 - mean(r[s]["found"] for r in paired)) for s in ("ours", "peer")}
    rare = [r["ours"]["found"] for r in results if r["rare"]]
    peer = round(missed["peer"], 2)
    yield Figure(f"{size}.missed_at_10_pct", missed["ours"], peer=peer)
    yield Figure(f"{size}.lost_points", mean(lost), MOST_LOST, must=True)
    yield Figure(f"{size}.lost_points_plus_minus", interval)
    yield Figure(
        f"{size}.out_of_list_missed_pct", POINTS * (1 - mean(rare)), MOST_RARE_MISSED, must=True
    )
    yield Figure(f"{size}.paired_searches", len(paired))
    yield Figure(f"{size}.out_of_list_searches", len(rare))


def _less(name: str, ours: float, peer: float, least: float | None, judged: bool) -> Figure:
    goal = round(peer / least, 2) if least and judged else None
    return Figure(name, ours, goal, ratio=peer / ours, peer=round(peer, 2), must=bool(goal))


def at(per_cent: int, results: Results, side: str, what: str) -> float:
    """The value that so many per cent of the searches stay below."""
    return quantiles((r[side][what] for r in results), n=100)[per_cent - 1]


def by_kind(results: Results) -> Iterator[str]:
    """How many are found, by how the name was typed."""
    paired = [result for result in results if "peer" in result]
    for kind in sorted({result["kind"] for result in paired}):
        of_kind = [result for result in paired if result["kind"] == kind]
        ours, peer = (mean(r[side]["found"] for r in of_kind) for side in ("ours", "peer"))
        yield f"{kind:10}{len(of_kind):6} found: ours {ours:.3f}, peer {peer:.3f}"
