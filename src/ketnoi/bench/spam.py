"""A flood: so many forms a second, some bare, some good, some with proofs that are bad."""

import random
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from threading import Event, Lock, Thread

from ketnoi.bench.people import RECEIPT, TELL, TYPING, fields, opened, worked_out
from ketnoi.bench.town import Town, ask

SENDERS = 16
INSIDE = "203.0.113."
KINDS = ("bare", "good", "bad")


@dataclass
class Spam:
    """What was sent, and how much of it got in."""

    sent: int = 0
    taken: int = 0
    bad_sent: int = 0
    bad_taken: int = 0
    begun: float = field(default_factory=time.monotonic)
    ended: float = 0.0
    lock: Lock = field(default_factory=Lock)

    @property
    def a_second(self) -> float:
        """How many a second there really were."""
        return self.sent / (self.ended - self.begun)


@contextmanager
def flooding(town: Town, *, is_inside: bool, a_second: int) -> Iterator[Spam]:
    """Send for as long as the block lasts."""
    bad, stop = _bad_proofs(town), Event()
    spam, turns = Spam(), count()

    def send(number: int) -> None:
        line, chance = town.connect(), random.Random(number)  # noqa: S311
        while not stop.is_set():
            turn = next(turns)
            time.sleep(max(0.0, spam.begun + turn / a_second - time.monotonic()))
            kind = KINDS[turn % len(KINDS)]
            form = bad[turn // len(KINDS) % len(bad)] if kind == "bad" else {}
            form = _stamped() if kind == "good" else form
            _status, page = ask(line, TELL, _address(chance, is_inside), {**form, "what": "spam"})
            _note(spam, kind, RECEIPT in page)

    senders = [Thread(target=send, args=(number,)) for number in range(SENDERS)]
    for each in senders:
        each.start()
    try:
        yield spam
    finally:
        stop.set()
        for each in senders:
            each.join()
        spam.ended = time.monotonic()


def _note(spam: Spam, kind: str, is_taken: bool) -> None:
    with spam.lock:
        spam.sent += 1
        spam.taken += is_taken and kind != "bad"
        spam.bad_sent += kind == "bad"
        spam.bad_taken += is_taken and kind == "bad"


def _stamped() -> dict[str, str]:
    """What somebody has who opened the form a while ago; made here, which is quicker."""
    from ketnoi.foundation.inputs import stamped

    opened = datetime.fromtimestamp(time.time(), tz=UTC) - timedelta(minutes=1)
    return {"stamp": stamped.new_stamp(at=opened, purpose="tip")}


def _address(chance: random.Random, is_inside: bool) -> str:
    if is_inside:
        return f"{INSIDE}{chance.randrange(1, 255)}"
    return f"10.{chance.randrange(256)}.{chance.randrange(256)}.9"


def _bad_proofs(town: Town) -> list[dict[str, str]]:
    """One that was used for another form, one whose fields were moved, one that has expired."""
    from ketnoi.foundation.flood import proofs
    from ketnoi.foundation.inputs import stamped

    line, address = town.connect(), "192.0.2.9"
    asked = opened(line, address) | {"website": "x", "what": "spam"}
    _status, page = ask(line, TELL, address, asked)
    good = fields(page) | {"found": worked_out(page)}
    other = opened(line, address) | {"website": "x"}
    time.sleep(TYPING)
    replayed = {**other, "proof": good["proof"], "found": good["found"]}
    name, _dot, rest = good["proof"].partition(".")
    second, _dot, rest = rest.partition(".")
    spliced = {**good, "proof": f"{name}.{second}{good['found'][:1]}.{rest}"}
    key, _opened = stamped.read_stamp(other["stamp"], purpose="tip")
    long_ago = datetime.fromtimestamp(time.time(), tz=UTC) - proofs.LASTS - timedelta(seconds=5)
    expired = {**other, "proof": proofs.new_proof(purpose="tip", form=key, now=long_ago)}
    return [replayed, spliced, expired]
