"""What is said of public pages: weight must hold, time is a target beside the plainest page."""

from dataclasses import replace

from ketnoi.bench import public
from ketnoi.bench.figures import passed
from ketnoi.bench.phone import Seen
from ketnoi.bench.public import Measured

LIGHT = Seen(bytes=9_000, script=700, requests=4, first_ms=900, largest_ms=1_200)


def measured(seen: Seen) -> dict[str, Measured]:
    pages = {address: Measured([LIGHT, seen], cpu_ms=4.0) for address in public.PAGES}
    pages[public.CALIBRATION].cpu_ms = 2.0
    return pages


def test_a_light_page_passes_and_is_told_beside_the_plainest():
    figures = {f.name: f for f in public.figures_of(measured(LIGHT))}

    assert passed(list(figures.values()))
    assert figures["home.bytes"].ours == 9_000
    assert figures["kien-thuc.cpu_ms"].ratio == 2.0


def test_one_heavy_look_fails_and_one_slow_look_is_said():
    heavy = list(public.figures_of(measured(replace(LIGHT, bytes=30_001))))
    scripted = list(public.figures_of(measured(replace(LIGHT, script=4_001))))
    slow = {f.name: f for f in public.figures_of(measured(replace(LIGHT, largest_ms=9_000)))}

    assert not passed(heavy)
    assert not passed(scripted)
    assert passed(list(slow.values()))
    assert not slow["home.lcp_ms"].ok
