"""At a one-stop office nobody who has an appointment is lost, and every session counts once.

Two women and a child come, do not come, are called; officers of one office move, keep, miss and
call off. After every step each appointment lies on the desk exactly as often as something of it
waits, and the numbers of the office are those that the machine counted by itself.
"""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from ketnoi.cases.models import Task
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused
from ketnoi.foundation.guard.context import acting
from ketnoi.osso import actions, queries
from ketnoi.osso.models import Appointment, Session
from ketnoi.osso.terms import CallAnswer, Category
from ketnoi.osso.tests import make
from tests.promises.still import undone

WHICH = st.sampled_from(range(12))
CATEGORIES = st.sampled_from(["legal", "mind", "work"])
WAITING = {"planned": "appointment", "missed": "call_her"}


class Office(RuleBasedStateMachine):
    """Kim and Ngân of one office, and the files of two women, of whom one has a child."""

    @initialize()
    def begin(self):
        self.undone = undone()
        self.undone.__enter__()
        self.kim = make.officer()
        self.ngan = make.officer(self.kim.agency, role="lead", name="Ngân")
        self.files = [make.case(self.kim), make.case(self.kim)]
        make.walked_in(self.files[0], by=self.kim, family=[make.child()])
        with acting(self.kim):
            [self.child] = queries.clients_of(self.files[0], self.kim)
        self.now, self.pages = clock.now(), 0
        self.counted = {}
        self.called = set()

    def teardown(self):
        if hasattr(self, "undone"):
            self.undone.__exit__(None, None, None)

    @rule(which=WHICH, category=CATEGORIES, hours=st.integers(1, 60))
    def plan(self, which, category, hours):
        self._try(
            actions.make_appointment,
            case=self.files[which % 2],
            category=category,
            channel="office",
            starts_at=self.now + hours * make.HOURS,
            by=self.kim,
        )

    @rule(which=WHICH, hours=st.integers(-3, 60))
    def move(self, which, hours):
        for one in self._some(which):
            self._try(
                actions.move_appointment,
                appointment=one,
                starts_at=self.now + hours * make.HOURS,
                why="office",
                by=self.ngan,
            )

    @rule(which=WHICH, child=st.booleans())
    def keep(self, which, child):
        for one in self._some(which):
            client = self.child if child else None
            said = {"channel": "office", "minutes": None, "client": client, "by": self.kim}
            held = self._try(actions.keep_appointment, appointment=one, **said)
            self._count(held, client)

    @rule(which=WHICH)
    def miss(self, which):
        for one in self._some(which):
            self._try(actions.miss_appointment, appointment=one, by=self.ngan)

    @rule(which=WHICH, came=st.booleans(), child=st.booleans())
    def hour_comes(self, which, came, child):
        """The hour of an appointment comes, and she with it, or not."""
        for one in self._some(which, "planned"):
            self.now = max(self.now, one.starts_at)
            if came:
                client = self.child if child and one.case_id == self.files[0].pk else None
                said = {"channel": "office", "minutes": None, "client": client, "by": self.kim}
                self._count(self._try(actions.keep_appointment, appointment=one, **said), client)
            else:
                self._try(actions.miss_appointment, appointment=one, by=self.ngan)

    @rule(which=WHICH, answer=st.sampled_from(CallAnswer.values), hours=st.integers(-3, 60))
    def call(self, which, answer, hours):
        for one in self._some(which, "missed"):
            starts_at = self.now + hours * make.HOURS if answer == "new_day" else None
            said = {"answer": answer, "starts_at": starts_at, "by": self.kim}
            try:
                actions.call_back(appointment=one, now=self.now, **said)
            except Refused:
                continue
            self.called |= {one.pk} if answer != "not_reached" else set()

    @rule(which=WHICH)
    def call_off(self, which):
        for one in self._some(which):
            self._try(actions.call_off_appointment, appointment=one, why="other", by=self.kim)

    @rule(which=WHICH, category=CATEGORIES, again=st.booleans())
    def hold(self, which, category, again):
        """A session without an appointment; the page may be sent again."""
        self.pages += not again
        said = {"held_on": self.today(), "channel": "phone", "minutes": 30, "client": None}
        held = self._try(
            actions.record_session,
            case=self.files[which % 2],
            once=f"page {self.pages}",
            category=category,
            by=self.kim,
            **said,
        )
        self._count(held, None)

    @rule(which=WHICH)
    def mistake(self, which):
        found = self._seen(Session)
        for one in [found[which % len(found)]] if found else []:
            if self._try(actions.mark_session_mistaken, session=one, by=self.ngan):
                self.counted.pop(one.pk)

    @rule(hours=st.sampled_from([2, 30, 60]))
    def time_passes(self, hours):
        self.now += timedelta(hours=hours)

    @invariant()
    def each_appointment_lies_where_it_waits(self):
        for one in self.appointments():
            with acting(self.kim):
                tasks = list(Task.objects.filter(subject=one.subject, done_at=None))
            waits = one.state in WAITING and one.pk not in self.called
            kinds = [WAITING[one.state]] if waits else []
            assert [task.kind for task in tasks] == kinds, one.state
            if one.state == "planned":
                assert tasks[0].due_at == one.starts_at

    @invariant()
    def a_session_stands_for_each_appointment_that_was_kept(self):
        kept = {one.pk for one in self.appointments() if one.state == "kept"}
        held = [s.appointment_id for s in self._seen(Session) if s.appointment_id]
        assert sorted(held) == sorted(kept)

    @invariant()
    def the_office_counts_what_was_held(self):
        if not hasattr(self, "counted"):
            return
        days = {"since": self.today().replace(month=1, day=1), "until": self.today()}
        with acting(self.ngan):
            whole = queries.totals(self.ngan, **days)
            report = queries.report(self.ngan, year=self.today().year, today=self.today())
        mine = [(c, who) for c, who, year in self.counted.values() if year == self.today().year]
        assert (whole.sessions, whole.people) == (len(mine), len({who for _c, who in mine}))
        by_category = [report.counts[-1][n].sessions for n, _c in enumerate(Category.values)]
        told = [c for c, _who in mine]
        assert by_category == [told.count(c) for c in Category.values]
        assert sum(by_category) == report.counts[-1][-1].sessions == whole.sessions

    def today(self):
        return self.now.astimezone(clock.ZONE).date()

    def appointments(self):
        return self._seen(Appointment) if hasattr(self, "counted") else []

    def _seen(self, model):
        if not hasattr(self, "counted"):
            return []
        with acting(self.kim):
            return list(model.objects.visible_to(self.kim).order_by("pk"))

    def _some(self, which, *states):
        found = [one for one in self.appointments() if not states or one.state in states]
        return [found[which % len(found)]] if found else []

    def _count(self, held, client):
        if held:
            who = client.relative_id if client else held.case_id
            self.counted[held.pk] = (held.category, who, held.held_on.year)

    def _try(self, do, **said):
        try:
            return do(**said, now=self.now)
        except Refused:
            return None


def of_length(examples, steps):
    return settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )


@pytest.mark.django_db
def test_nobody_with_an_appointment_is_lost_and_every_session_counts_once():
    run_state_machine_as_test(Office, settings=of_length(10, 25))


@pytest.mark.django_db
def test_the_machine_sees_what_is_planned_and_held():
    office = Office()
    office.begin()
    office.plan(0, "legal", 2)
    office.hold(1, "mind", again=False)
    office.hold(1, "mind", again=True)
    office.hold(1, "mind", again=False)
    office.time_passes(2)
    office.keep(0, child=True)

    told = {(category, who) for category, who, _year in office.counted.values()}
    assert told == {("mind", office.files[1].pk), ("legal", office.child.relative_id)}
    assert len(office.counted) == 3
    office.the_office_counts_what_was_held()
    office.teardown()


@pytest.mark.full
@pytest.mark.django_db
def test_nobody_is_lost_and_every_session_counts_once_in_many_turns():
    run_state_machine_as_test(Office, settings=of_length(60, 50))
