"""Real people who tell something while a flood goes on: opened, typed, sent, worked, sent again."""

import re
import time
from dataclasses import dataclass
from hashlib import sha256
from html import unescape
from http.client import HTTPConnection
from statistics import quantiles
from threading import Thread

from ketnoi.bench.town import Town, ask

TELL, QUIET = "/bao-tin/", "/an-toan/"
OUTSIDE, INSIDE = "198.51.100.7", "203.0.113.77"
TYPING = 2.5
PEOPLE, MANY_LOOKS = 4, 20
RECEIPT, ONE_MORE = 'id="receipt"', 429
HIDDEN = re.compile(r'<input type="hidden" name="(\w+)"(?: value="([^"]*)")?')
ASKED = re.compile(r'data-head="([^"]+)" data-most="(\d+)" data-target="(\w+)"')
WORDS = {"what": "Xe lạ đón người lúc nửa đêm", "place": "Bến đò", "who": ""}


@dataclass(frozen=True)
class Told:
    """How long one tip took from pressing to the receipt, and how many steps more."""

    ms: float
    steps: int
    is_taken: bool


def opened(line: HTTPConnection, address: str) -> dict[str, str]:
    """The hidden fields of a form that was just opened."""
    _status, page = ask(line, TELL, address)
    return fields(page)


def fields(page: str) -> dict[str, str]:
    """The hidden fields of a page."""
    return {name: unescape(value) for name, value in HIDDEN.findall(page)}


def worked_out(page: str) -> str:
    """What the script of the page finds."""
    found = ASKED.search(page)
    head, most, target = found.groups() if found else ("", "0", "")
    tried = (str(number) for number in range(int(most) + 1))
    return next(n for n in tried if sha256(f"{head}.{n}".encode()).hexdigest() == target)


def tell_while(town: Town, *, is_inside: bool, seconds: int) -> list[Told]:
    """Some people tell one thing after the other for so long."""
    until, tips = time.monotonic() + seconds, []

    def one(number: int) -> None:
        line = town.connect()
        while time.monotonic() < until:
            tips.append(_tell(line, INSIDE if is_inside else f"198.51.{100 + number}.7"))

    people = [Thread(target=one, args=(number,)) for number in range(PEOPLE)]
    for each in people:
        each.start()
    for each in people:
        each.join()
    return tips


def calibrated(town: Town) -> float:
    """What a page takes that asks the database next to nothing, while it is quiet; in ms."""
    line, waits = town.connect(), []
    for _ in range(MANY_LOOKS):
        begun = time.perf_counter()
        ask(line, QUIET, OUTSIDE)
        waits.append((time.perf_counter() - begun) * 1000)
    return quantiles(waits, n=20)[-1]


def _tell(line: HTTPConnection, address: str) -> Told:
    form = opened(line, address) | WORDS
    time.sleep(TYPING)
    begun, steps = time.perf_counter(), 0
    status, page = ask(line, TELL, address, form)
    while status == ONE_MORE and steps < MANY_LOOKS:
        steps += 1
        status, page = ask(line, TELL, address, fields(page) | {"found": worked_out(page)})
    return Told((time.perf_counter() - begun) * 1000, steps, RECEIPT in page)
