"""Beds, holds and stays in any order: never over capacity, never negative, and sums equal.

A second book is kept here, in plain numbers. Before every step it says whether the step will be
allowed; after every step the two books, the rows of the database and what the network reads agree.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

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
from ketnoi.cases.tests import make as files
from ketnoi.directory import actions as directory
from ketnoi.directory import queries as services
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused
from ketnoi.foundation.guard.context import acting
from ketnoi.protection import actions
from ketnoi.protection.models import Beds, ShelterStay
from ketnoi.protection.terms import Unit
from ketnoi.protection.tests import make
from tests.promises.still import undone

UNITS = [unit.value for unit in Unit]
UNIT, WHICH = st.sampled_from(UNITS), st.sampled_from(range(6))
BELIEVED = timedelta(hours=24)


@dataclass
class Kept:
    """A place that is kept: in a unit by the house itself, or anywhere for another agency."""

    record: Any
    unit: str
    agency_id: Any
    until: datetime


@dataclass
class Book:
    """What should be so."""

    places: dict[str, int | None] = field(default_factory=lambda: dict.fromkeys(UNITS))
    stays: dict[int, tuple[Any, str]] = field(default_factory=dict)
    kept: list[Kept] = field(default_factory=list)
    told_at: datetime | None = None

    @property
    def is_set(self):
        return None not in self.places.values()

    def taken(self, unit):
        return sum(where == unit for _stay, where in self.stays.values())

    def held(self, unit):
        return sum(each.unit == unit for each in self.kept)

    def free(self, unit):
        return self.places[unit] - self.taken(unit) - self.held(unit)

    def left(self, asks=None):
        others = [each for each in self.kept if not each.unit and each.agency_id != asks]
        return sum(map(self.free, UNITS)) - len(others)

    def has_room(self, unit, asks):
        return not self.is_set or (self.free(unit) > 0 and self.left(asks) > 0)


class House(RuleBasedStateMachine):
    """A shelter, four files of two agencies, and places that are kept."""

    @initialize(opening=st.sampled_from([(1, 1, 0), (1, 1, 1), (2, 1, 1), None]))
    def begin(self, opening):
        self.undone = undone()
        self.undone.__enter__()
        self.now = clock.now()
        self.yen = make.officer("shelter", name="Yến")
        self.lead = agencies.member(self.yen.agency, role="lead", name="Hạnh")
        self.others = [agencies.member(name=name) for name in ("Lan", "Kim")]
        make.tell_of(self.yen.agency)
        self.files = [files.case(by) for by in (*self.others, *self.others)]
        for file in self.files:
            make.opened(file, self.yen.agency)
        self.shut = set()
        self.book = Book()
        if opening:
            self.set_places(*opening)

    def teardown(self):
        if hasattr(self, "undone"):
            self.undone.__exit__(None, None, None)

    @rule(women=st.integers(0, 2), both=st.integers(0, 2), wheels=st.integers(0, 1))
    def set_places(self, women, both, wheels):
        wanted = dict(zip(UNITS, (women, both, wheels), strict=True))
        fits = all(wanted[u] >= self.book.taken(u) + self.book.held(u) for u in UNITS)
        used = len(self.book.stays) + len(self.book.kept)
        may = fits and sum(wanted.values()) >= used
        if self._told(may, actions.set_places, places=wanted, by=self.lead):
            self.book.places = wanted
            self.book.told_at = self.now

    @rule(which=st.sampled_from(range(4)), unit=UNIT, kept=st.booleans())
    def admit(self, which, unit, kept):
        outside = [n for n in range(4) if n not in self.book.stays]
        which = outside[which % len(outside)] if outside else which
        own = [each for each in self.book.kept if each.unit] if kept else []
        hold = own[0] if own else None
        unit, asks = hold.unit if hold else unit, self.files[which].holder_id
        may = which not in self.book.stays and which not in self.shut
        may = may and (hold is not None or self.book.has_room(unit, asks))
        if stay := self._told(may, self._admit, which=which, unit=unit, hold=hold):
            self.book.stays[which] = (stay, unit)
            used = [hold] if hold else [k for k in self.book.kept if k.agency_id == asks]
            self.book.kept = [each for each in self.book.kept if each not in used]
            self._heard()

    @rule(which=WHICH)
    def leave(self, which):
        if self.book.stays:
            which = list(self.book.stays)[which % len(self.book.stays)]
            stay, _unit = self.book.stays[which]
            left = {"left_at": self.now, "left_reason": "her_wish", "left_to": "home"}
            assert self._told(True, actions.leave, stay=stay, by=self.yen, **left)
            del self.book.stays[which]
            self._told(False, actions.leave, stay=stay, by=self.yen, **left)
            self._heard()

    @rule(which=WHICH, unit=UNIT)
    def change_room(self, which, unit):
        if self.book.stays:
            which = list(self.book.stays)[which % len(self.book.stays)]
            stay, before = self.book.stays[which]
            may = before != unit and (not self.book.is_set or self.book.free(unit) > 0)
            if self._told(may, actions.change_room, stay=stay, unit=unit, by=self.yen):
                self.book.stays[which] = (stay, unit)
                self._heard()

    @rule(unit=UNIT, hours=st.sampled_from([1, 24, 25]))
    def keep_bed(self, unit, hours):
        may = hours <= 24 and self.book.is_set and self.book.has_room(unit, None)
        if hold := self._told(may, actions.keep_bed, unit=unit, hours=hours, by=self.yen):
            self.book.kept.append(Kept(hold, unit, self.yen.agency_id, hold.until))

    @rule(which=st.booleans(), hours=st.sampled_from([2, 8]))
    def hold_place(self, which, hours):
        by = self.others[which]
        mine = [each for each in self.book.kept if each.agency_id == by.agency_id]
        may = bool(self._believed() and not mine and self.book.left() > 0)
        service = self._service()
        if hold := self._told(may, directory.hold_place, service=service, hours=hours, by=by):
            self.book.kept.append(Kept(hold, "", by.agency_id, hold.until))

    @rule(which=WHICH)
    def release(self, which):
        if self.book.kept:
            one = self.book.kept[which % len(self.book.kept)]
            assert self._told(True, directory.release_place, hold=one.record, by=self.yen)
            self.book.kept.remove(one)

    @rule(which=st.sampled_from(range(4)))
    def shut_or_open(self, which):
        """The file is closed to the shelter while she may be there, or open again."""
        if which in self.shut:
            make.opened(self.files[which], self.yen.agency)
            self.shut.remove(which)
        else:
            make.shut(self.files[which])
            self.shut.add(which)

    @rule(hours=st.sampled_from([1, 2, 5, 30]))
    def time_passes(self, hours):
        self.now += timedelta(hours=hours)
        self.book.kept = [each for each in self.book.kept if each.until > self.now]

    @rule()
    def count_night(self):
        try:
            actions.count_night(by=self.yen, now=self._later())
        except Refused:
            return
        self._heard()

    @invariant()
    def the_books_agree(self):
        if not hasattr(self, "book"):
            return
        with acting(self.yen):
            rows = {each.unit: each for each in Beds.objects.all()}
            running = ShelterStay.objects.filter(left_at=None).values_list("unit", flat=True)
            assert sum(row.taken for row in rows.values()) == len(running)
            for unit, row in rows.items():
                assert row.taken == list(running).count(unit) == self.book.taken(unit)
                assert row.places == self.book.places[unit]
                assert row.places is None or 0 <= row.taken + self.book.held(unit) <= row.places
        if self.book.is_set:
            assert self.book.left() >= 0

    @invariant()
    def the_network_reads_what_is_so(self):
        if hasattr(self, "book"):
            room = services.room_of(self._service(), now=self.now)
            assert room.free == (self.book.left() if self._believed() else None)

    def _admit(self, *, which, unit, hold, now):
        kept = {"hold": hold.record.pk} if hold else {}
        return make.admitted(self.files[which], self.yen, unit=unit, now=now, **kept)

    def _told(self, may, do, **said):
        """Do it; what was done, or nothing, just as the second book said beforehand."""
        try:
            done = do(**said, now=self._later())
        except Refused:
            assert not may, said
            return None
        assert may, said
        return done

    def _later(self):
        self.now += timedelta(seconds=1)
        return self.now

    def _heard(self):
        if self.book.is_set:
            self.book.told_at = self.now

    def _believed(self):
        return self.book.told_at is not None and self.now - self.book.told_at <= BELIEVED

    def _service(self):
        return make.service_of(self.yen)


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
def test_no_bed_is_taken_twice_and_none_is_lost():
    run_state_machine_as_test(House, settings=of_length(16, 30))


@pytest.mark.full
@pytest.mark.django_db
def test_no_bed_is_taken_twice_and_none_is_lost_in_many_turns():
    run_state_machine_as_test(House, settings=of_length(150, 60))
