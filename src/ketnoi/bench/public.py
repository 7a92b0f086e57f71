"""`ketnoi bench public [--quick]`: the weight of public pages, and how soon a phone shows them."""

import argparse
import os
import platform
from collections.abc import Iterator
from dataclasses import dataclass, field
from statistics import median

from ketnoi.bench.figures import Figure, passed, verdict
from ketnoi.bench.phone import Phone, Seen
from ketnoi.bench.processes import load_average
from ketnoi.bench.showing import Showing

MOST_BYTES, MOST_SCRIPT, MOST_LCP_MS = 30_000, 4_000, 2_500
CALIBRATION = "/an-toan/"
"""A page that asks the database nothing: what any page takes at least."""
PAGES = (
    *("/", "/ho-tro/", "/ho-tro/viec-lam/", "/duong-day-nong/", "/dia-chi-tin-cay/", "/viec-lam/"),
    *("/kien-thuc/", "/kien-thuc/lay-chong-xa/2/", "/kien-thuc/hoi-truoc-khi-di/", "/can-giup/"),
    *("/kien-thuc/the/a4/", "/km/kien-thuc/", CALIBRATION),
)
NOTES = """\
first view: an empty cache, 400 kbit/s down and up, 400 ms there and back, processor slowed by four
(DevTools protocol of Chromium, width 360); bytes as they come over the line, headers too
cpu: program and database together, milliseconds for one request on this machine, beside it
how many times that of the page that asks the database nothing"""


@dataclass(frozen=True)
class Plan:
    """How often each page is looked at by the phone, and asked for without it."""

    looks: int
    requests: int


QUICK, FULL = Plan(3, 40), Plan(11, 200)


@dataclass
class Measured:
    """What was seen of one page, and what it cost."""

    seen: list[Seen] = field(default_factory=list)
    cpu_ms: float = 0.0


def run(arguments: list[str]) -> int:
    """Measure and say how it went."""
    parser = argparse.ArgumentParser(prog="ketnoi bench public", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="ít lần hơn / fewer looks")
    plan = QUICK if parser.parse_args(arguments).quick else FULL
    before = load_average()
    with Showing() as showing:
        measured = measure(showing, plan)
    print(f"cores {os.cpu_count()}, Python {platform.python_version()}, looks {plan.looks}")
    print(f"load average before {before}, after {load_average()}")
    print(NOTES)
    figures = list(figures_of(measured))
    print("\n".join(figure.line for figure in figures))
    print(verdict(figures))
    return 0 if passed(figures) else 1


def measure(showing: Showing, plan: Plan) -> dict[str, Measured]:
    """Every page: the phone looks in turns, so that a busy moment does not hit one page alone."""
    measured = {address: Measured() for address in PAGES}
    with Phone() as phone:
        for _look in range(plan.looks):
            for address, page in measured.items():
                page.seen.append(phone.look_at(showing.url + address))
    for address, page in measured.items():
        page.cpu_ms = showing.cpu_ms(address, requests=plan.requests)
    return measured


def figures_of(measured: dict[str, Measured]) -> Iterator[Figure]:
    """Weight must hold; time is a target, said beside what the plainest page takes."""
    least = measured[CALIBRATION].cpu_ms
    for address, page in measured.items():
        name, seen = address.strip("/") or "home", page.seen
        yield Figure(f"{name}.bytes", max(s.bytes for s in seen), MOST_BYTES, must=True)
        yield Figure(f"{name}.script", max(s.script for s in seen), MOST_SCRIPT, must=True)
        yield Figure(f"{name}.requests", max(s.requests for s in seen))
        yield Figure(f"{name}.first_view_ms", median(s.first_ms for s in seen))
        yield Figure(f"{name}.lcp_ms", median(s.largest_ms for s in seen), MOST_LCP_MS)
        yield Figure(f"{name}.cpu_ms", page.cpu_ms, ratio=page.cpu_ms / least if least else None)
