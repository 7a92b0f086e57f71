"""Transports in any order: no open one without somebody and a moment, whatever anybody does."""

from datetime import timedelta

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from ketnoi.dwelling import actions
from ketnoi.dwelling.models import Transport, TransportEvent
from ketnoi.dwelling.tests import make
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused
from ketnoi.foundation.actor import NETWORK
from ketnoi.foundation.guard.context import acting
from ketnoi.protection.tests import make as shelters
from ketnoi.protection.tests.test_beds_machine import of_length
from tests.promises.still import undone

HANDS = st.sampled_from(["yen", "lan"])
HOURS = st.sampled_from([1, 2, 5])
OPEN = ("planned", "underway", "overdue")


class Way(RuleBasedStateMachine):
    """One transport out of the house; a second book says where it stands and with whom."""

    @initialize(direction=st.sampled_from(["out", "back"]))
    def begin(self, direction):
        self.undone = undone()
        self.undone.__enter__()
        self.now = clock.now()
        self.yen = shelters.officer("shelter", name="Yến")
        stay = make.living(self.yen)
        with acting(self.yen):
            self.lan = stay.case.keeper
        self.giver, self.receiver = ("yen", "lan") if direction == "out" else ("lan", "yen")
        about = {"direction": direction, "now": self.now}
        self.ride = make.planned(stay, self.yen, self.lan.agency, **about)
        self.state, self.steps, self.until = "planned", 1, self.ride.arrive_by
        self.left = False

    def teardown(self):
        if hasattr(self, "undone"):
            self.undone.__exit__(None, None, None)

    @rule(by=HANDS)
    def set_out(self, by):
        may = by == self.giver and not self.left and self.state in ("planned", "overdue")
        now = self._later()
        if self._told(may, actions.set_out, by=by, left_at=now, now=now):
            self.state, self.left = "underway", True

    @rule(by=HANDS)
    def arrive(self, by):
        now = self._later()
        may = by == self.receiver and self.state in OPEN
        if self._told(may, actions.arrive, by=by, arrived_at=now, now=now):
            self.state = "arrived"

    @rule(by=HANDS, hours=HOURS)
    def delay(self, by, hours):
        now = self._later()
        until = now + timedelta(hours=hours)
        said = {"arrive_by": until, "why": "road"}
        if self._told(self.state in OPEN, actions.delay_arrival, by=by, now=now, **said):
            self.until = until
            if self.state == "overdue":
                self.state = "underway" if self.left else "planned"

    @rule(by=HANDS)
    def call_off(self, by):
        may = by == "yen" and self.state in OPEN
        if self._told(may, actions.call_off_transport, by=by, why="other", now=self._later()):
            self.state = "called_off"

    @rule(hours=HOURS)
    def time_passes(self, hours):
        self.now += timedelta(hours=hours)
        actions.find_overdue(by=NETWORK, now=self.now)
        if self.state in ("planned", "underway") and self.until < self.now:
            self.state, self.steps = "overdue", self.steps + 1

    @invariant()
    def somebody_must_do_something_by_a_moment(self):
        if not hasattr(self, "state"):
            return
        with acting(NETWORK):
            row = Transport.objects.get(pk=self.ride.pk)
            assert TransportEvent.objects.filter(transport=row).count() == self.steps
        who = {"planned": self.giver, "underway": self.receiver, "overdue": "yen"}.get(self.state)
        owner = getattr(self, who).agency_id if who else None
        assert (row.state, row.owner_id) == (self.state, owner)
        assert (row.due_at is not None) == (self.state in OPEN)

    def _told(self, may, do, *, by, now, **said):
        try:
            do(transport=self.ride, by=getattr(self, by), now=now, **said)
        except Refused:
            assert not may, said
            return False
        assert may, said
        self.steps += 1
        return True

    def _later(self):
        self.now += timedelta(seconds=1)
        return self.now


@pytest.mark.django_db
def test_no_open_transport_is_without_somebody_and_a_moment():
    run_state_machine_as_test(Way, settings=of_length(8, 20))


@pytest.mark.full
@pytest.mark.django_db
def test_no_open_transport_is_without_somebody_and_a_moment_in_many_turns():
    run_state_machine_as_test(Way, settings=of_length(80, 40))
