"""No work that was given and no open conference is ever without an owner and a next deadline.

Agencies come and go, everybody answers, moves, calls off or does nothing; after every step each
open thing lies on the desk of an agency that takes part in the file.
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

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases.models import Task
from ketnoi.cases.tests import make as cases
from ketnoi.conferences import actions, queries
from ketnoi.conferences.models import Assignment
from ketnoi.conferences.tests import make
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused
from ketnoi.foundation.actor import System
from ketnoi.foundation.guard.context import acting
from tests.promises.still import undone

WHO = st.sampled_from(range(4))
WHICH = st.sampled_from(range(12))


class Talks(RuleBasedStateMachine):
    """A file of Lan's and Hà's agency, with two agencies that come and go."""

    @initialize()
    def begin(self):
        self.undone = undone()
        self.undone.__enter__()
        self.lan = agencies.member(name="Lan")
        self.ha = agencies.member(self.lan.agency, role="lead", name="Hà")
        self.yen = agencies.member(agencies.agency("shelter", "province"), name="Yến")
        self.minh = agencies.member(agencies.agency("police", "province"), name="Minh")
        self.people = [self.lan, self.ha, self.yen, self.minh]
        self.file = cases.case(self.lan)
        self.doors = {m.pk: make.let_in(self.file, m.agency) for m in (self.yen, self.minh)}
        self.now = clock.now()

    def teardown(self):
        if hasattr(self, "undone"):
            self.undone.__exit__(None, None, None)

    @rule(by=WHO, to=WHO)
    def give(self, by, to):
        self._try(
            actions.give_assignment,
            case=self.file,
            work=make.work(self.people[to].agency, days=60),
            by=self.people[by],
        )

    @rule(which=WHICH, by=WHO, answer=st.sampled_from(["done", "cannot"]))
    def answer(self, which, by, answer):
        said = {"answer": answer, "cannot": "no_time", "outcome": "Xong"}
        for one in self._some(self.work(), which):
            self._try(actions.answer_assignment, assignment=one, by=self.people[by], **said)

    @rule(which=WHICH, by=WHO)
    def take_back(self, which, by):
        for one in self._some(self.work(), which):
            self._try(actions.take_back, assignment=one, by=self.people[by])

    @rule(hours=st.integers(1, 90), both=st.booleans())
    def call(self, hours, both):
        invited = [self.yen.agency, self.minh.agency][: 1 + both]
        about = {"way": "phone", "place": "", "topics": [], "her": make.ASKED}
        starts_at = self.now + timedelta(hours=hours)
        self._try(
            actions.call_conference,
            case=self.file,
            invited=invited,
            starts_at=starts_at,
            by=self.lan,
            **about,
        )

    @rule(which=WHICH, by=WHO, coming=st.sampled_from(["comes", "does_not"]))
    def reply(self, which, by, coming):
        for one in self._some(self.talks(), which):
            self._try(actions.answer_invitation, conference=one, by=self.people[by], coming=coming)

    @rule(which=WHICH, hours=st.integers(1, 90))
    def move(self, which, hours):
        for one in self._some(self.talks(), which):
            moment = self.now + timedelta(hours=hours)
            self._try(
                actions.move_conference, conference=one, by=self.lan, starts_at=moment, why="other"
            )

    @rule(which=WHICH)
    def call_off(self, which):
        for one in self._some(self.talks(), which):
            self._try(actions.call_off_conference, conference=one, by=self.ha, why="solved")

    @rule(which=WHICH, both=st.booleans())
    def hold(self, which, both):
        """Its hour comes; the holder's two meet, or everybody who was invited with them."""
        for one in self._some([t for t in self.talks() if t.state == "called"], which):
            self.now = max(self.now, one.starts_at)
            guests = [m for m in (self.yen, self.minh) if m.agency_id in one.invited]
            self._try(
                actions.hold_conference,
                conference=one,
                present=[self.lan, self.ha, *(guests if both else [])],
                others=[],
                her=make.ASKED,
                decisions=[make.work(self.lan.agency, days=60)],
                body="Đã bàn.",
                by=self.lan,
            )

    @rule(which=WHICH, by=WHO)
    def confirm(self, which, by):
        for one in self._some(self.talks(), which):
            self._try(actions.confirm_minutes, conference=one, by=self.people[by])

    @rule(which=st.booleans())
    def come_or_go(self, which):
        who = self.yen if which else self.minh
        if door := self.doors.pop(who.pk, None):
            make.shut(self.file, door)
            actions.bring_back(case=self.file, by=self.lan, now=self.now)
        else:
            self.doors[who.pk] = make.let_in(self.file, who.agency)

    @rule(hours=st.sampled_from([3, 40]))
    def time_passes(self, hours):
        self.now += timedelta(hours=hours)
        actions.go_round(by=System(), now=self.now)

    @invariant()
    def each_open_thing_has_a_desk(self):
        if not hasattr(self, "doors"):
            return
        system = System(self.lan.agency_id)
        inside = {self.lan.agency_id, *(m.agency_id for m in self.people if m.pk in self.doors)}
        with acting(system):
            open_things = [*self.work(), *self.talks()]
            for one in open_things:
                tasks = Task.objects.filter(subject=one.subject, done_at=None)
                assert {task.agency_id for task in tasks} & inside, one
                assert {task.agency_id for task in tasks} <= inside, one

    def work(self):
        return self._asked(lambda by: queries.open_assignments(self.file, by))

    def talks(self):
        return self._asked(lambda by: queries.open_conferences(self.file, by))

    def _asked(self, query):
        system = System(self.lan.agency_id)
        with acting(system):
            return list(query(system).order_by("pk"))

    def _some(self, found, which):
        return [found[which % len(found)]] if found else []

    def _try(self, do, **said):
        try:
            do(**said, now=self.now)
        except Refused:
            return


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
def test_nothing_that_was_given_or_called_is_lost():
    run_state_machine_as_test(Talks, settings=of_length(24, 30))


@pytest.mark.django_db
def test_work_and_talks_are_seen_by_the_machine():
    talks = Talks()
    talks.begin()
    talks.give(0, 2)
    talks.call(5, both=True)

    assert (len(talks.work()), len(talks.talks()), Assignment.objects.count()) == (1, 1, 0)
    talks.hold(0, both=True)
    assert [talk.state for talk in talks.talks()] == ["held"]
    talks.teardown()


@pytest.mark.full
@pytest.mark.django_db
def test_nothing_that_was_given_or_called_is_lost_in_many_turns():
    run_state_machine_as_test(Talks, settings=of_length(60, 50))
