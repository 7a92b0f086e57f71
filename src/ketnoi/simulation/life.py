"""One world, day by day: women come, officers look, the mail goes round; and the clocks, or not."""

from collections.abc import Callable, Iterator
from typing import Any

from django.db import transaction

from ketnoi.cases import queries as files
from ketnoi.cases.models import Case
from ketnoi.directory import actions as directory
from ketnoi.directory.models import Capacity
from ketnoi.foundation.bulk import OWNER
from ketnoi.foundation.guard.context import acting
from ketnoi.intake import actions as intake
from ketnoi.pathway import jobs as pathway
from ketnoi.reminding import jobs as reminding
from ketnoi.simulation import counting, network
from ketnoi.simulation.arrivals import Arrival, arrivals
from ketnoi.simulation.calendar import Calendar
from ketnoi.simulation.chance import Chance, assumed
from ketnoi.simulation.officer import Officers
from ketnoi.simulation.post import Post
from ketnoi.simulation.report import Told

AWAKE, NIGHT = range(7, 22), (0, 3)
"""When the worker makes a round: every hour of the day; at night a few are enough."""

RETURNS = (0, 12)
"""At which rounds unanswered requests go back: days count there, not hours."""

EVENING = 23.75
"""When shelters say how many places they have: the last thing of a day, and the mark that it is
over."""

ROUND = 7 / 60
"""Minutes past the hour at which the worker makes its round."""

Step = tuple[float, int, Callable[[], None]]


class Life:
    """A network that lives for some days."""

    def __init__(self, *, clocks: bool, days: int, cases: int, seed: int) -> None:
        self.clocks, self.days = clocks, days
        self.chance = Chance(seed)
        self.calendar = Calendar(assumed()["start"])
        self.desks = network.desks(self.chance, days)
        self.communes = [desk for desk in self.desks if desk.is_commune]
        self.shelters = [desk for desk in self.desks if desk.places]
        self.arrivals = arrivals(self.chance, cases=cases, days=days)
        self.officers = Officers(self.chance, self.calendar, self.desks, _numbers())
        self.coordinator = network.coordinator()
        self.post = Post()
        self.unread: set[str] = set()
        mail = assumed()["mail"]
        lasts = [mail["lasts_hours"] / 24] * 2
        self.down = self.chance.spells(mail["every_days"], lasts, days, "mail")

    def day(self, day: int, keep: Callable[[Told], None]) -> None:
        """Live one day: all of it, or nothing. What was counted is kept before it is committed."""
        with transaction.atomic():
            self.calendar.begin()
            for at, _order, step in sorted(self._steps(day), key=lambda s: s[:2]):
                self.calendar.go(self.calendar.at(at))
                step()
            keep(self.told(day))

    def told(self, day: int) -> Told:
        """What the evening finds."""
        found = counting.evening(self.coordinator, now=self.calendar.last)
        return Told(day, sorted(self.unread), dict(self.post.counted), **found)

    def goes_on(self, told: Told) -> None:
        """Take up where an evening left off."""
        self.unread = set(told.unread)
        self.post.counted = dict(told.mail)
        self.calendar.last = self.calendar.at(told.day + EVENING / 24)

    def last_day(self) -> int:
        """The last day that was lived to its end, as the database says; -1 for none."""
        capacity = Capacity.objects.order_by("-at").values_list("at", flat=True).first()
        return (capacity - self.calendar.start).days if capacity else -1

    def _steps(self, day: int) -> Iterator[Step]:
        moments: list[tuple[float, Callable[[], None]]] = [
            *self._comers(day),
            *self._looks(day),
            *((hour + ROUND, lambda h=hour: self._round(day, h)) for hour in (*NIGHT, *AWAKE)),
            *((hour, lambda h=hour: self._watch(day, h)) for hour in self._watches(day)),
            (EVENING, self._report_places),
        ]
        for order, (hour, step) in enumerate(moments):
            yield day + hour / 24, order, step

    def _comers(self, day: int) -> Iterator[tuple[float, Callable[[], None]]]:
        for number, arrival in enumerate(self.arrivals):
            if day <= arrival.at < day + 1:
                hour = (arrival.at - day) * 24
                yield hour, lambda n=number, a=arrival: self._receive(n, a)

    def _receive(self, number: int, arrival: Arrival) -> None:
        desk = self.communes[arrival.commune]
        here = desk.present(arrival.at) or desk.members
        by = here[number % len(here)]
        case = intake.receive(
            called=f"chị {number} {network.INVENTED}",
            number=f"+8490{number:07d}",
            who_answers="herself",
            safe_hours="8–11 giờ",
            message_ok=False,
            needs=arrival.needs,
            danger=arrival.danger,
            commune=None,
            channel="phone",
            vital_reason="",
            by=by,
            now=self.calendar.last,
        )
        self.officers.numbers[case.pk] = number
        if self.chance.happens(assumed()["arrivals"]["asked_at_once"], "asked", number):
            [task] = self._waiting(by, lambda task: task.case_id == case.pk)
            self.officers.do(task, by)

    def _looks(self, day: int) -> Iterator[tuple[float, Callable[[], None]]]:
        for desk in self.desks:
            if not (desk.habits.get("every_day") or self.calendar.works(day)):
                continue
            for hour in desk.habits["looks"]:
                yield hour, lambda d=desk, h=hour: self._may_look(d, day, h)
            for hour in desk.habits["reads"]:
                yield hour + 0.5, lambda d=desk, h=hour: self._reads(d, day, h)

    def _may_look(self, desk: Any, day: int, hour: int) -> None:
        here = desk.present(day + hour / 24)
        if here and self.chance.happens(desk.habits["comes"], "comes", desk.key, day, hour):
            self._look(desk, here[(day + hour) % len(here)])

    def _reads(self, desk: Any, day: int, hour: int) -> None:
        """Whoever was told that something waits may come to look."""
        for officer in desk.present(day + hour / 24):
            name = officer.user.username
            if network.address(name) not in self.unread:
                continue
            self.unread.discard(network.address(name))
            if self.chance.happens(desk.habits["heeds"], "heeds", name, day, hour):
                self._look(desk, officer)

    def _look(
        self, desk: Any, officer: Any, *, likely: float | None = None, late: bool = False
    ) -> None:
        """She opens "Việc hôm nay" and does what can be done, the most urgent first."""
        now, likely = self.calendar.last, desk.habits["does"] if likely is None else likely
        waiting = self._waiting(officer, lambda task: not late or task.due_at < now)
        for task in waiting[: desk.habits["most"]]:
            number = self.officers.numbers[task.case_id]
            if self.chance.happens(likely, "does", number, task.kind, now.isoformat("-", "hours")):
                self.officers.do(task, officer)

    def _waiting(self, officer: Any, wanted: Callable[[Any], bool]) -> list[Any]:
        with acting(officer):
            found = [task for task in files.everything_to_do(officer) if wanted(task)]
        numbers = self.officers.numbers
        return sorted(found, key=lambda t: (t.due_at, t.made_at, numbers[t.case_id], t.kind))

    def _round(self, day: int, hour: int) -> None:
        """The worker's round: the clocks where there are any, then the mail."""
        if self.clocks and hour in RETURNS:
            pathway.return_unanswered.func(timestamp=0)
        if self.clocks:
            reminding.remind.func(timestamp=0)
        is_down = network.within(day + (hour + ROUND) / 24, self.down)
        self.unread |= self.post.deliver(self.calendar.step(), down=is_down)

    def _watches(self, day: int) -> list[int]:
        return assumed()["coordinator"]["looks"] if self.calendar.works(day) else []

    def _watch(self, day: int, hour: int) -> None:
        """The coordinator opens the board when she was told, and calls where something is late."""
        told, mine = assumed()["coordinator"], network.address(self.coordinator.user.username)
        is_told = mine in self.unread
        self.unread.discard(mine)
        if not is_told and not self.chance.happens(told["unasked"], "unasked", day, hour):
            return
        called = self._late()[: told["calls"]]
        for desk in called:
            self._call(desk, told["called_does"])
        still = is_told and bool({d.key for d in called} & {d.key for d in self._late()})
        if still and self.chance.happens(told["keeps_at_it"], "again", day, hour):
            self.unread.add(mine)

    def _late(self) -> list[Any]:
        """The agencies where something is late, the longest first, as the board shows them."""
        with acting(self.coordinator):
            late = files.open_tasks(self.coordinator).filter(due_at__lt=self.calendar.last)
            tasks = sorted(late, key=lambda task: (task.due_at, task.made_at))
        desks = [self.officers.by_agency[task.agency_id] for task in tasks]
        return list({desk.key: desk for desk in desks}.values())

    def _call(self, desk: Any, likely: float) -> None:
        here = desk.present(self.calendar.days)
        if here:
            self._look(desk, here[0], likely=likely, late=True)

    def _report_places(self) -> None:
        for desk in self.shelters:
            by, now = desk.members[0], self.calendar.step()
            taken = self.officers.taken(desk, by)
            taken = desk.places if desk.is_full(self.calendar.days) else min(taken, desk.places)
            directory.report_capacity(
                service=desk.service, places=desk.places, taken=taken, by=by, now=now
            )


def _numbers() -> dict[Any, int]:
    """Which woman a file is about, as the order in which they came says."""
    known = Case.objects.using(OWNER).order_by("received_at").values_list("pk", flat=True)
    return {pk: number for number, pk in enumerate(known)}
