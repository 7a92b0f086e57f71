"""`ketnoi bench match [--quick]`: the best round, its proof, its reasons; a season of arrivals."""

import argparse
import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from ketnoi.bench.figures import Figure, passed, verdict
from ketnoi.bench.house import FOLDER, say
from ketnoi.bench.link import alone
from ketnoi.bench.linking import peers
from ketnoi.bench.matching import judging, rivals, seasons
from ketnoi.bench.matching.province import province
from ketnoi.bench.processes import load_average
from ketnoi.matching.rules import agreement, checking, rounds, solving
from ketnoi.matching.rules.fairness import URGENT, earned

SEED, SEASON_SEEDS, EVERY = 7, (3, 5, 11, 19), 8
EXACT, TODAY = ("scipy_highs", "scipy_dense"), ("first_come", "greedy")
PEERS = Path(rivals.__file__).with_name("peers.txt")
MOST_SECONDS, TARGET_SECONDS, MOST_MB, MOST_MS = 15, 10, 1024, 50
LEAST_AGAINST_TODAY, LEAST_SHARE, LEAST_URGENT, MOST_COST = 1.10, 90, 85, 1
MOST_LOSS, LEAST_OF_HINDSIGHT = 0.25, 95
NOTES = """\
round: from lists of women and offers in memory to a proof; with floors: the whole of what is used,
the second look at every pair included. Rivals begin with the pairs that fit, ready made.
processor seconds, one thread: on a machine with nothing else to do they are the wall's.
today: first come, first served. exact: solvers that share no code with ours.
a season: prices know a past year and who came, never how the province was invented."""

Found = dict[str, Any]


def run(arguments: list[str]) -> int:
    """Measure and say how it went."""
    told = _told(arguments)
    before = load_average()
    told.data.mkdir(parents=True, exist_ok=True)
    file = told.data / f"pairs-{told.women}.npz"
    say(f"{told.women} phụ nữ, {told.offers} nơi / women, offers")
    found = alone(_ours, told.women, told.offers, told.asked, file)
    others = dict(_rivals(told, file))
    figures = [*of_the_round(found, others), *of_reasons(found), *of_fairness(found)]
    figures += [*of_seasons(told)]
    print(
        f"women {told.women}, offers {told.offers}, pairs {found['pairs']}, seats {found['seats']}"
    )
    print(f"load average before {before}, after {load_average()}\n{NOTES}")
    print("\n".join(figure.line for figure in figures))
    print(verdict(figures))
    return 0 if passed(figures) else 1


def of_the_round(found: Found, others: dict[str, Found]) -> Iterator[Figure]:
    """The best round beside the others."""
    ours = found["points"]
    for name, other in others.items():
        told = other["points"]
        if name in TODAY:
            goal = LEAST_AGAINST_TODAY if name == TODAY[0] else None
            yield Figure(
                f"points / {name}", ours / told, goal, ours / told, told, goal is not None, True
            )
            continue
        yield Figure(f"points missing to {name}", abs(told - ours), 0, ours / told, told, must=True)
        yield Figure(f"{name}: processor s", other["cpu"], ratio=other["cpu"] / found["cpu"])
        yield Figure(f"{name}: memory MB", other["memory_mb"])
    yield Figure("what the prices leave unproven", found["unproven"], 0, must=True)
    yield Figure("round: processor s", found["cpu"], MOST_SECONDS, must=True)
    yield Figure("round: processor s, target", found["cpu"], TARGET_SECONDS)
    yield Figure("round: wall s on this machine", found["seconds"], MOST_SECONDS)
    yield Figure("round: memory MB", found["memory_mb"], MOST_MB, must=True)
    yield Figure("pairs shown to HiGHS, %", 100 * found["seen"] / found["pairs"])


def of_reasons(found: Found) -> Iterator[Figure]:
    """Safety, reasons, what one more place does."""
    yield Figure("broken rules, second look", found["faults"], 0, must=True)
    yield Figure("slowest reason, processor ms", found["slowest_ms"], MOST_MS, must=True)
    yield Figure("slowest reason, wall ms", found["slowest_wall_ms"], MOST_MS)
    yield Figure("median reason, processor ms", found["median_ms"])
    yield Figure(f"untrue reasons of {found['recounted']}", found["untrue"], 0, must=True)
    yield Figure("one more place: processor s", found["what_if_cpu"])
    yield Figure("one more place: women it helps", found["what_if_helped"])


def of_fairness(found: Found) -> Iterator[Figure]:
    """Shares of groups, and what the floors cost."""
    behind, share = _behind(found["shares"], found["placed"] / found["women"])
    before, share_before = _behind(found["plain_shares"], found["plain_placed"] / found["women"])
    worst, least = min(behind, key=lambda group: behind[group]), LEAST_SHARE
    yield Figure("with floors: processor s", found["fair_cpu"], MOST_SECONDS, must=True)
    yield Figure("with floors: memory MB", found["fair_memory_mb"], MOST_MB, must=True)
    yield Figure("with floors: cost, % of points", found["cost"], MOST_COST, must=True)
    yield Figure(f"least share, % ({worst})", behind[worst], least, must=True, at_least=True)
    for group in sorted(group for group in behind if not group.startswith("commune:")):
        yield Figure(f"share, % ({group})", behind[group], least, must=True, at_least=True)
    yield Figure("most urgent quarter placed, %", share, LEAST_URGENT, must=True, at_least=True)
    yield Figure("without floors: least share, %", min(before.values()))
    yield Figure("without floors: most urgent, %", share_before)
    yield Figure(f"groups too small for a floor, of {len(behind)}+", found["without_floor"])


def _behind(shares: dict[str, Any], overall: float) -> tuple[dict[str, float], float]:
    """Each group's share against that of all, and how many of the most urgent are placed."""
    told = dict(shares)
    many, urgent = told.pop(URGENT)
    return {g: 100 * placed / n / overall for g, (n, placed) in told.items()}, 100 * urgent / many


def of_seasons(told: argparse.Namespace) -> Iterator[Figure]:
    """Women who come one after the other."""
    lived = []
    for seed in told.seasons:
        say(f"một năm / a season: {told.coming}, seed {seed}")
        lived.append(alone(seasons.season, told.coming, told.season, told.coming, EVERY, seed))
    ours = statistics.mean(100 * s.ours / s.hindsight for s in lived)
    greedy = statistics.mean(100 * s.greedy / s.hindsight for s in lived)
    loss = (100 - ours) / (100 - greedy)
    yield Figure("season: loss / greedy's loss", loss, MOST_LOSS, loss, 1, must=True)
    goal = LEAST_OF_HINDSIGHT
    yield Figure("season: % of hindsight, target", ours, goal, ours / greedy, None, at_least=True)
    yield Figure("season: greedy, % of hindsight", greedy)


def _ours(women: int, offers: int, many: int, file: Path) -> Found:
    made = province(women, offers, SEED)
    points = agreement.on(seasons.DAY)
    wall, cpu = time.perf_counter(), time.process_time()
    asked = rounds.asked(made.seekers, made.offers, made.ground, points, "2026-12-05")
    best = solving.optimum(asked.pairs)
    found = {"seconds": time.perf_counter() - wall, "cpu": time.process_time() - cpu}
    found |= {"memory_mb": _memory(), "unproven": judging.unproven(asked.pairs, best)}
    told = asked.pairs
    columns = {"woman": told.woman, "offer": told.offer, "points": told.points}
    np.savez(file, places=told.places, **columns)
    found |= {"pairs": len(told.woman), "seats": int(told.places.sum()), "seen": best.seen}
    found |= {"points": earned(told, best), "women": women}
    return found | _fair(rounds.asked(made.seekers, made.offers, made.ground, points, "2026-12-05"),
                         best, many)  # fmt: skip


def _fair(asked: rounds.Asked, plain: solving.Optimum, many: int) -> Found:
    cpu = time.process_time()
    made = rounds.make(asked)
    found = {"fair_cpu": time.process_time() - cpu, "fair_memory_mb": _memory()}
    told = judging.explained(made, many, many // 5, SEED)
    cpu = time.process_time()
    gain = judging.dearest(made)
    found["what_if_cpu"] = time.process_time() - cpu
    faults = checking.faults(made.proposals, asked.seekers, asked.offers, asked.ground)
    return found | {
        "what_if_helped": len(gain.placed) + len(gain.better),
        "faults": len(faults),
        "cost": made.fair.cost_percent,
        "shares": judging.shares(made, made.proposals),
        "placed": len(made.proposals),
        "plain_shares": judging.shares(made, rounds.proposals(asked, plain.offer_of)),
        "plain_placed": int(plain.placed.sum()),
        "without_floor": sum(not floor.least for floor in made.fair.floors),
        "slowest_ms": told.slowest_ms,
        "median_ms": told.median_ms,
        "slowest_wall_ms": told.slowest_wall_ms,
        "untrue": told.untrue,
        "recounted": many // 5,
    }


def _rivals(told: argparse.Namespace, file: Path) -> Iterator[tuple[str, Found]]:
    """Each in a process of its own; the exact ones of which one is enough only when asked."""
    ways = [(way, Path(sys.executable)) for way in (*TODAY, *(EXACT if told.quick else ()))]
    if not told.quick:
        ways.append(("or_tools", peers.python(told.data, PEERS)))
        ways += [("scipy_highs", Path(sys.executable))] if told.all else []
    for way, interpreter in ways:
        say(f"so sánh / rival: {way}")
        command = [str(interpreter), rivals.__file__, way, str(file)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise SystemExit(f"{way}: {done.stderr[-2000:]}")
        yield way, json.loads(done.stdout.splitlines()[-1])


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _told(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="ketnoi bench match", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="1.000 × 200, không cần thư viện thêm")
    parser.add_argument("--all", action="store_true", help="cả / also HiGHS: mọi cặp / all pairs")
    parser.add_argument("--data", type=Path, default=FOLDER, metavar="DIR")
    told = parser.parse_args(arguments)
    told.women, told.offers = (1_000, 200) if told.quick else (10_000, 2_000)
    told.asked = 200 if told.quick else 500
    told.seasons = SEASON_SEEDS[:1] if told.quick else SEASON_SEEDS
    told.coming, told.season = (400, 20) if told.quick else (800, 40)
    return told
