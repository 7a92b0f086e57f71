"""Measuring: one client and eight, the two sizes always in turn, so that a busy hour hits both."""

import json
from collections import defaultdict
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Any

from ketnoi.bench import clients
from ketnoi.bench.house import House, say, start

TARGETS = {"open": 30, "list": 30, "code": 30, "phone": 30, "create": 45, "note": 20, "today": 40}
"""CPU milliseconds of program and database that a request should take at most."""

CALIBRATION = "help"
ELSEWHERE = tuple(
    f"{kind}.{desk}"
    for desk in ("province", "country")
    for kind in ("open", "list", "code", "today", "note")
)
KINDS = (*TARGETS, CALIBRATION, *ELSEWHERE)
WARM_UP, ROUNDS = 5, 4

Costs = dict[int, dict[str, list[dict[str, int]]]]
Rounds = dict[int, dict[str, list[clients.Round]]]


@dataclass(frozen=True)
class Plan:
    """How much is measured."""

    sizes: tuple[int, int]
    per_province: int
    requests: int


QUICK, FULL = Plan((2_000, 20_000), 11, 60), Plan((20_000, 200_000), 111, 200)


class Desk:
    """A process that serves one size and tells what each request costs."""

    def __init__(self, house: House, size: int) -> None:
        told = house.told(size, owner=True)
        self.process = start("ketnoi.bench.serving", "1", str(house.postmaster()), told=told)
        self.hear()

    def ask(self, *what: Any) -> Any:
        """One question, one answer."""
        self.process.stdin.write(json.dumps(what) + "\n")
        self.process.stdin.flush()
        return self.hear()

    def hear(self) -> Any:
        """The next line it says."""
        line = self.process.stdout.readline()
        if not line:
            raise SystemExit("Phép đo dừng giữa chừng. / The measurement broke off.")
        return json.loads(line)


@contextmanager
def desks(house: House, plan: Plan) -> Iterator[dict[int, Desk]]:
    """One serving process for each size."""
    served = {size: Desk(house, size) for size in plan.sizes}
    try:
        yield served
    finally:
        for desk in served.values():
            desk.process.stdin.close()
            desk.process.wait()


def one_client(served: dict[int, Desk], plan: Plan) -> Costs:
    """Request by request, the two sizes in turn."""
    costs: Costs = {size: defaultdict(list) for size in plan.sizes}
    for number in range(-WARM_UP, plan.requests):
        for kind in KINDS:
            for size in plan.sizes if number % 2 else reversed(plan.sizes):
                cost = served[size].ask("cost", kind)
                if number >= 0:
                    costs[size][kind].append(cost)
        if number % 20 == 0:
            say(f"một người / one client: {number} / {plan.requests}")
    return costs


def eight_clients(
    house: House,
    served: dict[int, Desk],
    plan: Plan,
    kinds: tuple[str, ...] = (*TARGETS, CALIBRATION),
) -> tuple[Rounds, float]:
    """Rounds of requests to real web servers, the two sizes in turn."""
    rounds: Rounds = {s: defaultdict(list) for s in plan.sizes}
    with ExitStack() as stack:
        webs = {
            size: stack.enter_context(clients.web(house.told(size), house.postmaster()))
            for size in plan.sizes
        }
        for number in range(-1, ROUNDS):
            for kind in kinds:
                for size in plan.sizes if number % 2 else reversed(plan.sizes):
                    lines = served[size].ask("lines", kind, plan.requests // ROUNDS)
                    done = webs[size].round(lines)
                    if number >= 0:
                        rounds[size][kind].append(done)
            say(f"tám người / eight clients: {number + 1} / {ROUNDS}")
        memory = max(served_by.memory_mb() for served_by in webs.values())
    return rounds, memory
