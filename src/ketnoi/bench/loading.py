"""Filling one database, in a process of its own: `python -m ketnoi.bench.loading STEP …`."""

import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Model

if TYPE_CHECKING:
    from ketnoi.bench.network import Network

PARTS = 2
AT_ONCE = 1000


def tables() -> None:
    """The tables, as the owner."""
    from ketnoi.foundation import tables as foundation

    foundation.migrate()


def ground(network: "Network") -> None:
    """Places, law and people: what is there before the first file."""
    from ketnoi.foundation import clock
    from ketnoi.foundation.actor import NETWORK
    from ketnoi.law import actions as law
    from ketnoi.places import actions as places

    places.load_places(by=NETWORK, now=clock.now())
    law.load_facts(by=NETWORK, now=clock.now())
    people(network)


def people(network: "Network") -> None:
    """The agencies, their people, their services."""
    from ketnoi.foundation import bulk

    desks = list(network.desks.values())
    bulk.load([desk.agency for desk in desks])
    bulk.load([user for desk in desks for user in desk.users])
    bulk.load([member for desk in desks for member in desk.members])
    for keys in network.new_keys():
        bulk.load(keys)
    bulk.load([desk.service for desk in desks])
    agreement, signed = network.agreement()
    bulk.load([agreement])
    bulk.load(signed)


def files(
    network: "Network", numbers: Iterable[int], until: datetime, *, said: Callable[[int], None]
) -> None:
    """Files, a thousand at a time."""
    waiting = iter(numbers)
    while part := list(islice(waiting, AT_ONCE)):
        _load(network, part, until)
        said(len(part))


def _say(count: int) -> None:
    print(count, flush=True)


def _load(network: "Network", numbers: list[int], until: datetime) -> None:
    from ketnoi.bench.filing import Filing
    from ketnoi.bench.stories import story
    from ketnoi.foundation import bulk

    told = [story(number, until=until) for number in numbers]
    written = [Filing(one, network.cast(one), _due()).write() for one in told]
    with transaction.atomic(using=bulk.OWNER):
        for records in _by_kind(record for filing in written for record in filing.records):
            bulk.load(records)
        bulk.load_lines([line for filing in written for line in filing.lines])


def _by_kind(records: Iterable[Model]) -> Iterator[list[Model]]:
    """Records sorted so that nothing comes before what it points to."""
    kinds: dict[type[Model], list[Model]] = defaultdict(list)
    for record in records:
        kinds[type(record)].append(record)
    waiting = dict(kinds)
    while waiting:
        ready = [kind for kind in waiting if not _points_to(kind) & (set(waiting) - {kind})]
        for kind in ready:
            yield waiting.pop(kind)


def _points_to(kind: type[Model]) -> set[type[Model]]:
    return {f.related_model for f in kind._meta.concrete_fields if f.related_model}


def _due() -> Callable[[str, datetime], datetime]:
    from ketnoi.law import queries as law

    return lambda code, start: law.due(code=code, start=start)


def main(
    what: str, size: str = "0", per_province: str = "1", day: str = "", part: str = "0"
) -> None:
    """Do one step; the second one says which day it is for the others."""
    import django

    django.setup()
    from ketnoi.bench.network import Network
    from ketnoi.foundation import bulk, clock

    if what in ("tables", "tidy"):
        return tables() if what == "tables" else bulk.tidy()
    until = datetime.fromisoformat(day) if day else clock.now()
    network = Network(int(size), provinces_of=int(per_province), since=until)
    if what == "ground":
        ground(network)
        print(until.isoformat())
    else:
        files(network, range(int(part), int(size), PARTS), until, said=_say)
    return None


if __name__ == "__main__":
    main(*sys.argv[1:])
