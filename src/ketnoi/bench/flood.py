"""`ketnoi bench flood [--quick]`: a real tip passes while two hundred forms a second come."""

import argparse
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles

from ketnoi.bench.figures import Figure, passed, verdict
from ketnoi.bench.people import Told, calibrated, tell_while
from ketnoi.bench.processes import load_average
from ketnoi.bench.spam import Spam, flooding
from ketnoi.bench.town import Town, running

SPAM_A_SECOND, LEAST_A_SECOND = 200, 150
QUICK, FULL = 8, 60
MOST_MS, MOST_STEPS = 2_000, 1
OF_TWENTY = 20
NOTES = """\
a real server with its own database; clients, server and database on the same machine
many: each spam comes from a network of its own; inside: the real person sits in the spammer's /24
p95: from pressing Send to the receipt, with the step more and the work of the device
spam: a third bare, a third with good stamps, a third with proofs of others, spliced, expired"""


@dataclass(frozen=True)
class Case:
    """Where the spam comes from, and where the real person sits."""

    name: str
    is_inside: bool


CASES = (Case("many", is_inside=False), Case("inside", is_inside=True))


def run(arguments: list[str]) -> int:
    """Measure and say how it went."""
    parser = argparse.ArgumentParser(prog="ketnoi bench flood", description=__doc__)
    parser.add_argument("--quick", action="store_true", help=f"{QUICK} s / seconds")
    told = parser.parse_args(arguments)
    seconds = QUICK if told.quick else FULL
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory() as folder, running(Path(folder) / "town") as town:
        before, quiet = load_average(), calibrated(town)
        for case in CASES:
            figures.extend(_measured(town, case, seconds, quiet))
    print(f"load average before {before}, after {load_average()}")
    print(NOTES)
    print("\n".join(figure.line for figure in figures))
    print(verdict(figures))
    return 0 if passed(figures) else 1


def _measured(town: Town, case: Case, seconds: int, quiet: float) -> Iterator[Figure]:
    with flooding(town, is_inside=case.is_inside, a_second=SPAM_A_SECOND) as spam:
        tips = tell_while(town, is_inside=case.is_inside, seconds=seconds)
    return _figures(case.name, tips, spam, quiet)


def _figures(name: str, tips: list[Told], spam: Spam, quiet: float) -> Iterator[Figure]:
    p95 = quantiles([tip.ms for tip in tips], n=OF_TWENTY)[-1]
    yield Figure(f"{name}.p95_ms", p95, MOST_MS, ratio=p95 / quiet, must=True)
    yield Figure(f"{name}.most_steps", max(tip.steps for tip in tips), MOST_STEPS, must=True)
    lost = sum(not tip.is_taken for tip in tips)
    yield Figure(f"{name}.real_tips_lost", lost, 0, must=True)
    yield Figure(f"{name}.real_tips", len(tips))
    yield Figure(f"{name}.bad_proofs_taken", spam.bad_taken, 0, must=True)
    yield Figure(f"{name}.bad_proofs_sent", spam.bad_sent)
    yield Figure(f"{name}.spam_a_second", spam.a_second, LEAST_A_SECOND, at_least=True)
    yield Figure(f"{name}.spam_at_ease", spam.taken)
