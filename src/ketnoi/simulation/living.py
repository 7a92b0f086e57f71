"""One step in a process of its own: `python -m ketnoi.simulation.living STEP …`."""

import gc
import json
import sys
from pathlib import Path

from ketnoi.simulation.report import Diary

BOX = "ketnoi.simulation.post.Box"


def ground() -> None:
    """The tables, the law, and the network, before the first woman comes."""
    from ketnoi.foundation import clock, tables
    from ketnoi.foundation.actor import NETWORK
    from ketnoi.law import actions as law
    from ketnoi.places import actions as places
    from ketnoi.simulation import network

    tables.migrate()
    places.load_places(by=NETWORK, now=clock.now())
    law.load_facts(by=NETWORK, now=clock.now())
    network.found(clock.now())


def live(world: str, diary: str, days: str, cases: str, seed: str) -> None:
    """Live the days that are left, say each one, and at the end what was counted."""
    from django.conf import settings

    from ketnoi.simulation import counting
    from ketnoi.simulation.life import Life

    settings.NOTICE_CHANNELS = {"mail": BOX}
    kept = Diary(Path(diary))
    life = Life(clocks=world == "with_clocks", days=int(days), cases=int(cases), seed=int(seed))
    begin = life.last_day() + 1
    if begin:
        life.goes_on(kept.read(begin - 1))
    # What is loaded by now stays: it need not be looked through for garbage a thousand times.
    gc.freeze()
    for day in range(begin, life.days):
        life.day(day, kept.write)
        print(json.dumps({"day": day + 1}), flush=True)
    print(json.dumps({**kept.over(life.days), **counting.at_the_end(life.coordinator)}), flush=True)


def main(step: str, *arguments: str) -> None:
    """Do one step."""
    import django

    django.setup()
    {"ground": ground, "live": live}[step](*arguments)


if __name__ == "__main__":
    main(*sys.argv[1:])
