"""`ketnoi bench access [--quick]`: what row security costs, and what its shape saves."""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from ketnoi.bench.figures import Figure, passed, verdict
from ketnoi.bench.house import FOLDER, House, say, start
from ketnoi.bench.processes import load_average
from ketnoi.foundation.postgres import Cluster, databases

QUICK, FULL = 50_000, 1_000_000
MOST_BY_KEY, LEAST_COUNT, LEAST_NEWEST, LEAST_SEARCH = 0.6, 4.0, 20.0, 50.0
NOTES = """\
backend CPU milliseconds, median of 15, both ways in turn on the same rows with equal answers
ours: forced row security with a signed context, and the same rule in Python
peer: no row security, the filter in the query with OR and EXISTS; names: the same tags in a table
under a policy of the same rule that reads the settings for each row and cannot use the index"""
LEAST = {"count": LEAST_COUNT, "newest": LEAST_NEWEST, "search": LEAST_SEARCH}

Costs = dict[str, dict[str, float]]


class Hall(House):
    """The cluster of the measurements, with the crowd in it, all of it in memory."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, per_province=0)
        self.cluster = Cluster(folder, shared_buffers="2GB")

    def database(self, size: int) -> str:
        """Another name whenever what fills it has changed."""
        return f"bench_access_{size}_{self.mark}"

    def _fill(self, fast: Cluster, size: int) -> None:
        name = f"filling_access_{size}"
        databases.drop(fast, name)
        databases.create(fast, name)
        told = self._told(name, owner=True)
        say(f"{size} hồ sơ: đang dựng… / {size} files: building…")
        self._run("ketnoi.bench.loading", "tables", told=told)
        loader, done = start("ketnoi.bench.crowd", "fill", str(size), told=told), 0
        while line := loader.stdout.readline():
            done += int(line)
            say(f"{done} / {size}")
        if loader.wait():
            raise SystemExit("Chưa dựng được. / Filling failed.")
        databases.rename(fast, name, self.database(size))


def run(arguments: list[str]) -> int:
    """Measure and say how it went."""
    parser = argparse.ArgumentParser(prog="ketnoi bench access", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="50.000 hồ sơ / files")
    parser.add_argument("--data", type=Path, default=FOLDER, metavar="DIR")
    told = parser.parse_args(arguments)
    size = QUICK if told.quick else FULL
    with Hall(told.data).filled((size,)) as hall:
        before = load_average()
        measured = hall._run("ketnoi.bench.crowd", "measure", told=hall.told(size, owner=True))
    costs = json.loads(measured)
    print(f"files {size}, load average before {before}, after {load_average()}\n{NOTES}")
    figures = list(of(costs, must=not told.quick))
    print("\n".join(figure.line for figure in figures))
    print(verdict(figures))
    return 0 if passed(figures) else 1


def of(costs: Costs, *, must: bool) -> Iterator[Figure]:
    """The figures; what is saved shows only among many files, so a quick run does not judge it."""
    for name, cost in costs.items():
        what, who = name.split(".")
        ours, peer = cost["ours"], cost["peer"]
        if what.startswith("key"):
            yield Figure(
                f"{name}.added_ms", ours - peer, MOST_BY_KEY, peer=round(peer, 2), must=True
            )
        else:
            saves = what != "newest" or who == "volunteer"
            yield Figure(
                f"{name}.cpu_ms",
                ours,
                peer / LEAST[what] if saves else None,
                ratio=peer / ours,
                peer=round(peer, 2),
                must=saves and must,
            )
