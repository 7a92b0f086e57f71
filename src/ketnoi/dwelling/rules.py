"""What life in the house follows: what is kept, who may visit, who holds a transport."""

from collections.abc import Iterable
from datetime import datetime
from typing import TypeVar

LOOK_FOR = "transport.look_for"
"""Within what time the house finds out about somebody who did not arrive."""
WISHED = frozenset({"her_wish", "collects", "sent_on", "away"})
ORDER = ("her", "lead", "outcome")
STEPS = {
    ("planned", "left"): "underway",
    ("overdue", "left"): "underway",
    ("planned", "delayed"): "planned",
    ("underway", "delayed"): "underway",
    ("planned", "overdue"): "overdue",
    ("underway", "overdue"): "overdue",
    ("planned", "arrived"): "arrived",
    ("underway", "arrived"): "arrived",
    ("overdue", "arrived"): "arrived",
    ("planned", "called_off"): "called_off",
    ("underway", "called_off"): "called_off",
    ("overdue", "called_off"): "called_off",
}
Hand = TypeVar("Hand")


def kept(*, received: int, given: int) -> int:
    """What of a thing is still kept. Source: the nature of a record."""
    return received - given


def may_give(*, amount: int, kept: int) -> bool:
    """Whether so much can be handed to her: nothing twice. Source: the nature of a record."""
    return 0 < amount <= kept


def may_stay(*, thing: str, why: str) -> bool:
    """Whether something may remain with the house after she left: papers only where she wants it
    or cannot be reached. Source: the network's own agreement; they are hers.
    """
    return thing != "papers" or why in WISHED


def next_of_visit(*, her: str, lead: str, outcome: str) -> str:
    """Whose word a visit waits for; nobody's when it is over. She is asked first.

    Source: the practice of shelters.
    """
    if outcome or "no" in (her, lead):
        return ""
    return next(step for step, said in zip(ORDER, (her, lead, outcome), strict=True) if not said)


def venue(*, her: str, lead: str) -> str:
    """Where they meet: elsewhere, unless both say at the house. Source: shelters' practice."""
    return "house" if her == lead == "house" else "neutral"


def is_named(*, visitor: str, names: Iterable[str]) -> bool:
    """Whether a visitor has the name of somebody who must not know of her; names are folded.

    A name of several words also matches when one of the two says more of it than the other.
    Source: how people write names.
    """
    said = visitor.split()
    return any(_same(said, name.split()) for name in names)


def _same(one: list[str], other: list[str]) -> bool:
    short, long = sorted((one, other), key=len)
    return bool(short) and (short == long or (len(short) > 1 and set(short) <= set(long)))


def next_state(*, state: str, step: str, has_left: bool) -> str | None:
    """Where a transport stands after a step; None where the step does not fit. She leaves once.

    News of somebody who was overdue puts it back to where it was: on the way, or not yet left.
    Source: the network's own agreement.
    """
    if (state, step) == ("overdue", "delayed"):
        return "underway" if has_left else "planned"
    if has_left and step == "left":
        return None
    return STEPS.get((state, step))


def holder_of(*, state: str, giver: Hand, receiver: Hand, house: Hand) -> Hand | None:
    """Who must do something about a transport now. Source: the network's own agreement."""
    return {"planned": giver, "underway": receiver, "overdue": house}.get(state)


def hands_of(*, step: str, giver: Hand, receiver: Hand, house: Hand) -> set[Hand]:
    """Who writes a step down: each hand its own part. Source: the network's own agreement."""
    whole = {giver, receiver, house}
    return {"left": {giver}, "arrived": {receiver}, "delayed": whole}.get(step, {house})


def may_be_planned(*, planned_at: datetime, arrive_by: datetime, now: datetime) -> bool:
    """She leaves before she arrives, and neither has happened. Source: the nature of a plan."""
    return now <= planned_at < arrive_by
