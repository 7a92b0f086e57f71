"""Both worlds at once, each in its own process, with a word about how far they are."""

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from ketnoi.foundation.postgres import held
from ketnoi.simulation.houses import WORLDS, Houses

SAID_EVERY = 5


def both(houses: Houses, *, fresh: bool) -> dict[str, dict[str, Any]]:
    """Let both live to the end. Gives what each came to."""
    with held(houses.cluster):
        say("Đang chuẩn bị… / Preparing…")
        houses.build(fresh=fresh)
        started = {world: houses.start(world) for world in WORLDS}
        try:
            with ThreadPoolExecutor(len(WORLDS)) as lanes:
                told = list(lanes.map(_follow, started.keys(), started.values()))
        finally:
            for process in started.values():
                process.terminate()
                process.wait()
    return dict(zip(WORLDS, told, strict=True))


def say(line: str) -> None:
    """Say how far we are, on the side of the output that no program reads."""
    print(line, file=sys.stderr, flush=True)


def _follow(world: str, process: subprocess.Popen) -> dict[str, Any]:
    told: dict[str, Any] = {}
    for line in process.stdout or ():
        told = json.loads(line)
        if told.get("day", 1) % SAID_EVERY == 0:
            say(f"{world}: ngày {told['day']} / day {told['day']}")
    if process.wait():
        raise SystemExit(f"{world}: dừng giữa chừng, chạy lại để tiếp. / Stopped; run it again.")
    return told
