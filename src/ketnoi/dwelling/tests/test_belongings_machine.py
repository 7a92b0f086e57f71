"""Belongings in any order: given back once, and what is kept is what came less what went.

A second book is kept here in plain numbers; before every step it says whether it will be allowed.
"""

from datetime import timedelta

import pytest
from django.db.models import Sum
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from ketnoi.dwelling import actions, queries
from ketnoi.dwelling.models import HandBack
from ketnoi.dwelling.terms import Thing, WhyKept
from ketnoi.dwelling.tests import make
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused
from ketnoi.foundation.guard.context import acting
from ketnoi.protection.tests import make as shelters
from ketnoi.protection.tests.test_beds_machine import of_length
from tests.promises.still import undone

WHICH, MONEY = st.sampled_from(range(4)), st.sampled_from([1, 50, 100])
PAPERS_MAY = {"her_wish", "collects", "sent_on", "away"}


class Kept(RuleBasedStateMachine):
    """One woman in the house, and what she brought: `received - given`, by thing."""

    @initialize()
    def begin(self):
        self.undone = undone()
        self.undone.__enter__()
        self.now = clock.now()
        self.yen = shelters.officer("shelter", name="Yến")
        self.stay = make.living(self.yen)
        self.things, self.received, self.given, self.struck = [], [], [], set()
        self.left = False

    def teardown(self):
        if hasattr(self, "undone"):
            self.undone.__exit__(None, None, None)

    @rule(kind=st.sampled_from([thing.value for thing in Thing]), amount=MONEY)
    def receive(self, kind, amount):
        money = amount if kind == "money" else None
        said = {"kind": kind, "words": "…", "amount": money, "her_word": "said"}
        if made := self._told(not self.left, actions.receive_belonging, stay=self.stay, **said):
            self.things.append(made)
            self.received.append(money or 1)
            self.given.append(0)

    @rule(which=WHICH, amount=MONEY, is_fresh=st.booleans())
    def give(self, which, amount, is_fresh):
        if which < len(self.things):
            seen = self.given[which] if is_fresh else self.given[which] - 1
            fits = amount <= self._kept(which)
            said = {"amount": amount, "seen": seen, "her_word": "signed"}
            thing = self.things[which]
            if self._told(is_fresh and fits, actions.give_back, belonging=thing, **said):
                self.given[which] += amount

    @rule(which=WHICH)
    def strike(self, which):
        if which < len(self.things):
            may = which not in self.struck and not self.given[which]
            if self._told(may, actions.strike_belonging, belonging=self.things[which]):
                self.struck.add(which)

    @rule(which=WHICH, why=st.sampled_from([why.value for why in WhyKept]))
    def keep_on(self, which, why):
        if which < len(self.things):
            may = self._kept(which) > 0
            may = may and (self.things[which].kind != "papers" or why in PAPERS_MAY)
            self._told(may, actions.keep_on, belonging=self.things[which], why=why)

    @rule(forgets=st.booleans())
    def leave(self, forgets):
        kept = {str(t.pk): "signed" for n, t in enumerate(self.things) if self._kept(n)}
        forgotten = kept.popitem() if kept and forgets else None
        may = not self.left and forgotten is None
        now = self._later()
        left = {"left_at": now, "left_reason": "her_wish", "left_to": "home"}
        try:
            actions.leave_house(stay=self.stay, kept=kept, by=self.yen, now=now, **left)
        except Refused:
            assert not may
            return
        assert may
        self.left = True
        self.given = [0 if n in self.struck else r for n, r in enumerate(self.received)]
        with acting(self.yen):
            self.stay = queries.stay_in_house(self.yen, self.stay.code)

    @invariant()
    def the_books_agree(self):
        if not hasattr(self, "things"):
            return
        with acting(self.yen):
            rows = {row.pk: row for row in queries.belongings_of(self.stay, self.yen)}
            for n, thing in enumerate(self.things):
                row = rows[thing.pk]
                back = HandBack.objects.filter(belonging=thing).aggregate(n=Sum("amount"))["n"]
                assert row.given == self.given[n] == (back or 0) <= row.whole
                assert row.kept == self._kept(n)

    def _kept(self, n):
        return 0 if n in self.struck else self.received[n] - self.given[n]

    def _told(self, may, do, **said):
        try:
            done = do(**said, by=self.yen, now=self._later())
        except Refused:
            assert not may, said
            return None
        assert may, said
        return done

    def _later(self):
        self.now += timedelta(seconds=1)
        return self.now


@pytest.mark.django_db
def test_nothing_is_given_back_twice_and_nothing_is_lost():
    run_state_machine_as_test(Kept, settings=of_length(8, 20))


@pytest.mark.full
@pytest.mark.django_db
def test_nothing_is_given_back_twice_and_nothing_is_lost_in_many_turns():
    run_state_machine_as_test(Kept, settings=of_length(80, 40))
