"""`ketnoi bench queue [--quick]`: the queue of an agency and the coordinator's board."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles

from ketnoi.bench.figures import Figure, passed, verdict
from ketnoi.bench.house import FOLDER, House
from ketnoi.bench.measuring import CALIBRATION, Desk, Plan, Rounds, desks, eight_clients
from ketnoi.bench.processes import load_average
from ketnoi.bench.serving import Wrong

QUICK, FULL = Plan((2_000, 20_000), 11, 80), Plan((31_000, 310_000), 111, 320)
LEAST_REFERRALS = {QUICK: 12_000, FULL: 200_000}
MS = 1e6
KINDS = ("queue.province", "queue.country", "sent", "referral.province", "board.coordination")
MOST_MS, MOST_MORE_STATEMENTS = 300, 0
NOTES = """\
queue: what is asked of an agency and open; sent: what it asked, ended; board: the coordinator's
what the board says was counted beforehand, as every ten minutes: the round is said apart
wall milliseconds at eight clients with two workers, clients and database on the same machine;
beside it what the help page takes in the same rounds, which asks the database next to nothing"""


def run(arguments: list[str]) -> int:
    """Measure and say how it went."""
    parser = argparse.ArgumentParser(prog="ketnoi bench queue", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="2.000 và 20.000 hồ sơ / files")
    parser.add_argument("--data", type=Path, default=FOLDER, metavar="DIR")
    told = parser.parse_args(arguments)
    plan = QUICK if told.quick else FULL
    with House(told.data, per_province=plan.per_province).filled(plan.sizes) as house:
        before = load_average()
        with desks(house, plan) as served:
            sent = {size: served[size].ask("referrals") for size in plan.sizes}
            counting = {size: served[size].ask("count_board") for size in plan.sizes}
            counts = {
                k: [served[s].ask("statements", k)["count"] for s in plan.sizes] for k in KINDS
            }
            rounds, _memory = eight_clients(house, served, plan, (*KINDS, CALIBRATION))
    if sent[plan.sizes[1]] < LEAST_REFERRALS[plan]:
        raise Wrong(f"too few referrals: {sent}")
    print(f"files and referrals sent: {sent}; load average before {before}, after {load_average()}")
    print(NOTES)
    figures = [*of_statements(counts), *of_waits(rounds, plan)]
    figures.append(Figure("round of counting for the board, s", counting[plan.sizes[1]]))
    print("\n".join(figure.line for figure in figures))
    print(verdict(figures))
    return 0 if passed(figures) else 1


def of_sizes(served: dict[int, Desk], kind: str, plan: Plan) -> list[int]:
    """How many statements the page takes at each size."""
    return [served[size].ask("statements", kind)["count"] for size in plan.sizes]


def of_statements(counts: dict[str, list[int]]) -> Iterator[Figure]:
    """How many statements a page takes, and that ten times the files take no more."""
    for kind, (small, large) in counts.items():
        yield Figure(f"{kind}.statements", large)
        more = large - small
        yield Figure(f"{kind}.more_statements", more, MOST_MORE_STATEMENTS, must=True)


def of_waits(rounds: Rounds, plan: Plan) -> Iterator[Figure]:
    """How long eight people wait: nineteen of twenty no longer than this."""
    small, large = plan.sizes
    calibration = slowest(rounds, large, CALIBRATION)
    for kind in KINDS:
        ours, before = slowest(rounds, large, kind), slowest(rounds, small, kind)
        yield Figure(f"{kind}.p95_ms", ours, MOST_MS, ratio=ours / calibration, must=True)
        yield Figure(f"{kind}.growth", ours / before)
        waits = [ns for done in rounds[large][kind] for ns in done.waits_ns]
        yield Figure(f"{kind}.p50_ms", median(waits) / MS)
    yield Figure(f"{CALIBRATION}.p95_ms", calibration)


def slowest(rounds: Rounds, size: int, kind: str) -> float:
    """The wait in milliseconds that nineteen of twenty requests stay below."""
    waits = [ns for done in rounds[size][kind] for ns in done.waits_ns]
    return quantiles(waits, n=20)[-1] / MS
