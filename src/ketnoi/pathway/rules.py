"""How the tasks of a file become the steps a person reads."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

STEPS = (
    "reception",
    "consent",
    "identification",
    "safe_place",
    "support",
    "livelihood",
    "reintegration",
)
"""The way of a file. Source: the article (reception, protection, reintegration)."""

NEEDS_CONSENT = frozenset(STEPS[2:6])


@dataclass(frozen=True)
class Stand:
    """Where one step stands: done, doing, todo or blocked; the task that speaks for it."""

    step: str
    state: str
    task: Any = None


def steps(tasks: Iterable[Any], *, live: Mapping[str, bool]) -> list[Stand]:
    """Where each step of the way stands, from the tasks that were and are.

    live: whether consent holds for anything yet. Source: the network's own practice.
    """
    by_step: dict[str, list[Any]] = {step: [] for step in STEPS}
    for task in tasks:
        by_step[task.step].append(task)
    return [_stand(step, by_step[step], live) for step in STEPS]


def next_task(tasks: Iterable[Any]) -> Any | None:
    """What happens next: the open task that is due first. Source: the network's own practice."""
    return min((t for t in tasks if t.done_at is None), key=lambda t: t.due_at, default=None)


def _stand(step: str, tasks: list[Any], live: Mapping[str, bool]) -> Stand:
    if step == "reception":
        return Stand(step, "done")
    waiting = next_task(tasks)
    if waiting is not None:
        return Stand(step, "doing", waiting)
    if tasks:
        return Stand(step, "done", tasks[-1])
    return Stand(step, "blocked" if step in NEEDS_CONSENT and not live["consent"] else "todo")
