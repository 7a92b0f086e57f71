"""`ketnoi bench pages [--quick]`: what the daily pages cost, and whether that grows with files."""

import argparse
import os
import platform
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from ketnoi.bench.figures import Figure, passed, verdict
from ketnoi.bench.house import FOLDER, House
from ketnoi.bench.measuring import (
    CALIBRATION,
    ELSEWHERE,
    FULL,
    KINDS,
    QUICK,
    TARGETS,
    Costs,
    Plan,
    Rounds,
    desks,
    eight_clients,
    one_client,
)
from ketnoi.bench.processes import load_average
from ketnoi.foundation.postgres import inspect

MOST_STATEMENTS, MOST_GROWTH, MOST_MEMORY = 15, 1.3, 300
ELSEWHERE_TO_COMPARE = {"open": 104, "today": 1200, "create": 55, "note": 11}
"""The nearest Django system with 200,000 files, without row security, sealing or looks: CPU ms."""

GROWS_ITSELF = ".country"
"""An agency that takes part in ten times as many files shows longer pages: said, not judged."""

NOTES = """\
row security, sealing and recorded looks on; app and db are CPU milliseconds, p50 is on the wall
each commune holds 60 files at both sizes, each province the same share; the one shelter of the
country takes part in ten times as many (".country"): its growth is said and not judged
beside the statements each request checks its pooled connection (an empty query), begins, commits;
a session writes that somebody is there at most every 20 seconds"""

Statements = dict[str, dict]
MS = 1e6


def run(arguments: list[str]) -> int:
    """Measure and say how it went."""
    told = read(arguments)
    plan = QUICK if told.quick else FULL
    with House(told.data, per_province=plan.per_province).filled(plan.sizes) as house:
        before = load_average()
        with desks(house, plan) as served:
            statements = {kind: served[plan.sizes[1]].ask("statements", kind) for kind in KINDS}
            alone = one_client(served, plan)
            together, memory = eight_clients(house, served, plan)
        conditions(house, plan, before)
    figures = [
        *of_statements(statements),
        *of_one_client(alone, plan),
        *of_eight_clients(together, plan),
        Figure("web.memory_mb", memory, MOST_MEMORY, must=True),
    ]
    table(statements, alone, together, plan)
    print("\n".join(figure.line for figure in figures))
    print(verdict(figures))
    return 0 if passed(figures) else 1


def read(arguments: list[str]) -> argparse.Namespace:
    """What can be said to this measurement."""
    parser = argparse.ArgumentParser(prog="ketnoi bench pages", description=__doc__)
    add = parser.add_argument
    add("--quick", action="store_true", help="2.000 và 20.000 hồ sơ / files")
    add("--data", type=Path, default=FOLDER, metavar="DIR", help="thư mục dữ liệu / data folder")
    return parser.parse_args(arguments)


def of_statements(statements: Statements) -> Iterator[Figure]:
    """How many statements a request takes; opening a file has a limit."""
    for kind in KINDS:
        is_open = kind.startswith("open")
        goal = MOST_STATEMENTS if is_open else None
        yield Figure(f"{kind}.statements", statements[kind]["count"], goal, must=is_open)


def of_one_client(costs: Costs, plan: Plan) -> Iterator[Figure]:
    """CPU milliseconds at the larger size, and how much more that is than at the smaller one."""
    small, large = plan.sizes
    calibration = cpu(costs, large, CALIBRATION)
    for kind in (*TARGETS, *ELSEWHERE):
        ours = cpu(costs, large, kind)
        goal = TARGETS.get(kind)
        peer = ELSEWHERE_TO_COMPARE.get(kind) if plan == FULL else None
        yield Figure(f"{kind}.cpu_ms", ours, goal, ratio=ours / calibration, peer=peer)
    for kind in (*TARGETS, *ELSEWHERE):
        yield _growth(kind, lambda size, kind=kind: cpu(costs, size, kind), plan)


def of_eight_clients(rounds: Rounds, plan: Plan) -> Iterator[Figure]:
    """The same with eight at once; here the CPU time is the mean of a whole round."""
    small, large = plan.sizes
    calibration = cpu_together(rounds, large, CALIBRATION)
    for kind, goal in TARGETS.items():
        ours = cpu_together(rounds, large, kind)
        yield Figure(f"{kind}.eight.cpu_ms", ours, goal, ratio=ours / calibration)
    for kind in TARGETS:
        yield _growth(
            f"{kind}.eight", lambda size, kind=kind: cpu_together(rounds, size, kind), plan
        )


def cpu(costs: Costs, size: int, kind: str) -> float:
    """The median CPU time of program and database together, in milliseconds."""
    return median(cost["app"] + cost["db"] for cost in costs[size][kind]) / MS


def cpu_together(rounds: Rounds, size: int, kind: str) -> float:
    """The median over rounds of the mean CPU time of a request, in milliseconds."""
    return median((r.app_ns + r.db_ns) / r.requests for r in rounds[size][kind]) / MS


def conditions(house: House, plan: Plan, load_before: str) -> None:
    """Under which conditions this was measured."""
    version = inspect.server(house.told(plan.sizes[0])["DATABASE_URL"]).version
    print(f"cores {os.cpu_count()}, Python {platform.python_version()}, PostgreSQL {version}")
    print(f"files {plan.sizes[0]} and {plan.sizes[1]}, {plan.requests} requests of each kind")
    print(f"load average before {load_before}, after {load_average()}")
    print(NOTES)


def table(statements: Statements, costs: Costs, rounds: Rounds, plan: Plan) -> None:
    """What each request took, in words and columns."""
    small, large = plan.sizes
    print(
        f"{'':14}{small:>8} {'app':>6}{'db':>7}{'p50':>7}{large:>9} {'app':>6}{'db':>7}{'p50':>7}"
    )
    for kind in KINDS:
        cells = []
        for size in plan.sizes:
            app, db, wall = (
                median(cost[name] for cost in costs[size][kind]) / MS
                for name in ("app", "db", "wall")
            )
            cells.append(f"{app:15.1f}{db:7.1f}{wall:7.1f} ")
        print(f"{kind:14}", *cells, _purposes(statements[kind]["by"]))
    for kind in (*TARGETS, CALIBRATION):
        waits = {
            s: median(ns for r in rounds[s][kind] for ns in r.waits_ns) / MS for s in plan.sizes
        }
        said = ", ".join(f"{size}: {ms:.0f} ms" for size, ms in waits.items())
        print(f"{kind:14} eight clients, p50 {said}")


def _growth(kind: str, of: Callable[[int], float], plan: Plan) -> Figure:
    small, large = plan.sizes
    must = not kind.endswith(GROWS_ITSELF)
    return Figure(f"{kind}.growth", of(large) / of(small), MOST_GROWTH, must=must)


def _purposes(by: dict[str, int]) -> str:
    return " + ".join(f"{count} {name}" for name, count in by.items())
