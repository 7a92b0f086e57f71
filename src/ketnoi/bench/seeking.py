"""Looking for people both ways, and what it takes: `python -m ketnoi.bench.seeking STEP …`."""

import json
import sys
import time
from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from ketnoi.bench.namesakes import Invented, Slips, is_out_of_list
from ketnoi.bench.register import invented, member_of_it
from ketnoi.foundation.vietnamese.text import fold

SLIPS = 8
SHOWN = 10
WARM_UP = 10
Result = dict[str, Any]


def measure(size: int, wanted: int) -> list[Result]:
    """So many people looked for, each both ways in turn; then more of those with rare names."""
    member = member_of_it()
    step = max(1, size // wanted)
    sides = {"ours": partial(_ours, member), "peer": partial(_peer)}
    found: list[Result] = []
    slips = Slips(SLIPS)
    for number, (pk, who) in enumerate(invented(size)):
        both, rare = number % step == 0, is_out_of_list(who) and number % (step // 3 + 1) == 0
        if not (both or rare):
            continue
        kind, typed = slips.typed(who)
        asked = sides if both else {"ours": sides["ours"]}
        order = list(asked) if number // step % 2 else list(reversed(asked))
        costs = {side: _timed(asked[side], typed, pk) for side in order}
        found.append({"kind": kind, "rare": is_out_of_list(who), **costs})
        if len(found) % 100 == 0:
            print(len(found), file=sys.stderr, flush=True)
    return found[WARM_UP:]


def client(size: int, seed: int) -> None:
    """One of several clients: told which way and for how many seconds, says how often."""
    member = member_of_it()
    slips = Slips(seed)
    people = [w for n, (_pk, w) in enumerate(invented(size)) if n % (size // 500) == seed % 40]
    typed = [slips.typed(who)[1] for who in people]
    ways = {"ours": partial(_ours, member), "peer": _peer}
    print("ready", flush=True)
    for line in sys.stdin:
        side, seconds = line.split()
        until, count = time.monotonic() + float(seconds), 0
        while time.monotonic() < until:
            ways[side](typed[count % len(typed)])
            count += 1
        print(count, flush=True)


def _ours(member: Any, typed: Invented) -> list[UUID]:
    from django.db import transaction

    from ketnoi.foundation.guard.context import acting
    from ketnoi.people import queries as people

    with transaction.atomic(), acting(member):
        asked = people.Asked(name=typed.name, birth_year=typed.year)
        return [match.person_id for match in people.alike(member, asked)][:SHOWN]


def _peer(typed: Invented) -> list[UUID]:
    """The same last look at each of them, without marks to go by."""
    from ketnoi.bench import plain
    from ketnoi.people import queries as people

    asked = people.Asked(name=fold(typed.name), birth_year=typed.year)
    rows = plain.seek(asked.name, typed.year)
    found = [people.Glance(pk, yob, name) for pk, name, yob in rows]
    look = people.Look(asked)
    look.at(found)
    return [match.person_id for match in look.ranked()][:SHOWN]


def _timed(ask: Callable[[Invented], list[UUID]], typed: Invented, right: UUID) -> Result:
    from django.db import connections

    from ketnoi.bench.processes import cpu_ns
    from ketnoi.foundation.bulk import OWNER

    backends = [
        c.connection.info.backend_pid
        for c in (connections["default"], connections[OWNER])
        if c.connection is not None
    ]
    before, begun = sum(map(cpu_ns, backends)), time.perf_counter_ns()
    found = ask(typed)
    wall = time.perf_counter_ns() - begun
    return {
        "cpu": sum(map(cpu_ns, backends)) - before,
        "wall": wall,
        "found": right in found,
    }


def main(what: str, size: str, told: str = "0") -> None:
    """Do one step."""
    import django

    django.setup()
    if what == "client":
        client(int(size), int(told))
    else:
        print(json.dumps(measure(int(size), int(told))), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
