"""The box of a savings group: never overdrawn, sums equal, the same press once, shared to nothing.

Three members put shares in, save, draw, borrow, pay back and share out, with buttons that are
pressed again. A second book in plain numbers says what each step must do.
"""

from collections import Counter
from functools import partial
from uuid import uuid4

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from ketnoi.foundation.action import Refused
from ketnoi.foundation.guard.context import acting
from ketnoi.lending.models import GroupEntry
from ketnoi.lending.tests import make
from ketnoi.lending.tests import make_groups as groups
from tests.promises.still import undone
from tests.promises.test_loans import of_length

WHO, SUM = st.integers(0, 2), st.integers(1, 40_000)
KINDS = ("saved", "drawn", "borrowed", "returned", "cost", "written_off")


class Boxes(RuleBasedStateMachine):
    """One group of three."""

    @initialize()
    def begin(self):
        self.undone = undone()
        self.undone.__enter__()
        self.kim = make.officer(name="Kim")
        self.group, self.savers = groups.with_savers(self.kim)
        self.savings, self.loans = Counter(), Counter()
        self.box, self.gain = 0, 0
        self.presses, self.written = [], []

    def teardown(self):
        if hasattr(self, "undone"):
            self.undone.__exit__(None, None, None)

    @rule(shares=st.dictionaries(WHO, st.integers(1, 7), min_size=1))
    def meet(self, shares):
        key, told = uuid4(), {self.savers[who]: count for who, count in shares.items()}
        can = max(shares.values()) <= 5
        if self._press(lambda: groups.met(self.group, told, by=self.kim, key=key), can=can):
            for who, count in shares.items():
                self._add("saved", who, count * groups.SHARE)

    @rule(kind=st.sampled_from(KINDS), who=WHO, amount=SUM)
    def write(self, kind, who, amount):
        key, saver = uuid4(), self.savers[who]
        can = self._bears(kind, who, amount)
        do = partial(groups.wrote, saver, kind, amount, by=self.kim, key=key)
        if entry := self._press(do, can=can):
            self._add(kind, who, amount)
            self.written.append([entry, kind, who, amount])

    @rule(who=WHO, more=st.integers(0, 1))
    def borrow_all_there_is_or_more(self, who, more):
        if self.box + more:
            self.write("borrowed", who, self.box + more)

    @rule(which=st.integers(0, 30))
    def take_back(self, which):
        if not self.written:
            return
        one = self.written[which % len(self.written)]
        entry, kind, who, amount = one
        key, can = uuid4(), kind is not None and self._bears(kind, who, -amount)
        if self._press(lambda: groups.corrected(entry, by=self.kim, key=key), can=can):
            self._add(kind, who, -amount)
            one[1] = None

    @rule()
    def share_out(self):
        key, can = uuid4(), not sum(self.loans.values()) and sum(self.savings.values()) > 0
        if self._press(lambda: groups.shared(self.group, by=self.kim, key=key), can=can):
            self.savings, self.box, self.gain = Counter(), 0, 0

    @rule(which=st.integers(0, 30))
    def press_again(self, which):
        if self.presses:
            self.presses[which % len(self.presses)]()

    @invariant()
    def accounts_and_the_second_book_agree(self):
        if not hasattr(self, "group"):
            return
        saved, lent, box, gain = groups.sums(self.kim, self.group)
        assert (box, gain) == (self.box, self.gain)
        assert saved == sum(self.savings.values())
        assert lent == sum(self.loans.values())
        assert box + lent == saved + gain
        assert min(box, saved, lent) >= 0
        with acting(self.kim):
            entries = list(GroupEntry.objects.filter(group=self.group))
        put = sum(one.amount for one in entries if one.put_into == "box")
        assert box == put - sum(one.amount for one in entries if one.taken_from == "box")
        for who, saver in enumerate(self.savers):
            hers = (self.savings[who], self.loans[who])
            assert groups.of_saver(self.kim, saver) == hers
            assert min(hers) >= 0

    def _bears(self, kind, who, amount):
        """Whether box, savings and loan are still not below zero after it."""
        savings, loan, box = self.savings[who], self.loans[who], self.box
        match kind:
            case "saved":
                return savings + amount >= 0 and box + amount >= 0
            case "drawn":
                return savings - amount >= 0 and box - amount >= 0
            case "borrowed":
                return loan + amount >= 0 and box - amount >= 0
            case "returned":
                return loan - amount >= 0 and box + amount >= 0
            case "cost":
                return box + amount >= 0
            case _:
                return loan - amount >= 0

    def _add(self, kind, who, amount):
        match kind:
            case "saved" | "drawn":
                signed = amount if kind == "saved" else -amount
                self.savings[who] += signed
                self.box += signed
            case "borrowed" | "returned":
                signed = amount if kind == "borrowed" else -amount
                self.loans[who] += signed
                self.box -= signed
            case "cost":
                self.box += amount
                self.gain += amount
            case _:
                self.loans[who] -= amount
                self.gain -= amount

    def _press(self, do, *, can):
        try:
            done = do()
        except Refused:
            assert not can
            return None
        assert can
        self.presses.append(do)
        return done


@pytest.mark.django_db
def test_boxes_are_never_wrong():
    run_state_machine_as_test(Boxes, settings=of_length(6, 25))


@pytest.mark.full
@pytest.mark.django_db
def test_boxes_are_never_wrong_in_many_turns():
    run_state_machine_as_test(Boxes, settings=of_length(80, 60))
