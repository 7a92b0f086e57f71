"""The book of a drive against plain numbers: never negative, sums equal, a press counts once.

An officer and a lead note, confirm, receive, give, end and take back, on pages that are as old as
the first step and with buttons that are pressed again. Plain numbers beside the program say what
each step must do; after every step rows, entries and numbers agree.
"""

from dataclasses import dataclass, field
from functools import partial
from typing import Any
from uuid import uuid4

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

from ketnoi.drives import actions
from ketnoi.drives.models import GoodsEntry, Need, Pledge
from ketnoi.drives.tests import make
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused
from ketnoi.foundation.guard.context import acting
from tests.promises.still import undone

ACCOUNTS = ("outside", "missing", "promised", "stock", "given")
WHICH, MANY = st.integers(0, 30), st.integers(1, 5)


@dataclass(eq=False)
class Sums:
    """A need or a pledge in plain numbers, and its page, which grows old."""

    page: Any
    need: "Sums | None" = None
    state: str = "offered"
    left: dict[str, int] = field(default_factory=lambda: dict.fromkeys(ACCOUNTS, 0))


@dataclass(eq=False)
class Line:
    """An entry in plain numbers."""

    page: Any
    moves: tuple[str, str]
    amount: int
    need: Sums
    pledge: Sums | None = None
    taken_back: bool = False


class Drives(RuleBasedStateMachine):
    """Two needs of one drive."""

    @initialize()
    def begin(self):
        self.undone = undone()
        self.undone.__enter__()
        self.us = make.team()
        drive = make.drive(self.us.lan)
        self.needs = [Sums(make.public(drive, self.us.lan, self.us.mai, n)) for n in (6, 9)]
        for need, amount in zip(self.needs, (6, 9), strict=True):
            need.left |= {"outside": -amount, "missing": amount}
        self.pledges, self.lines, self.presses = [], [], []

    def teardown(self):
        if hasattr(self, "undone"):
            self.undone.__exit__(None, None, None)

    @rule(which=WHICH, amount=MANY, by_public=st.booleans())
    def offer(self, which, amount, by_public):
        need, key = self._one(self.needs, which), uuid4()
        if by_public:
            press = partial(make.offered, need.page, amount, key=key)
            can = need.state != "ended" and amount <= need.left["missing"]
        else:
            press = partial(make.pledged, need.page, self.us.lan, amount, key=key)
            can = need.state != "ended"
        if self._press(press, can=can, again=not by_public):
            [page] = [p for p in make.offers(need.page, self.us.lan) if p.key == key]
            self.pledges.append(Sums(make.opened(page, self.us.lan), need))

    @rule(which=WHICH, amount=MANY)
    def confirm(self, which, amount):
        if (pledge := self._one(self.pledges, which)) is None:
            return
        need = pledge.need
        can = pledge.state == "offered" and amount <= need.left["missing"]
        press = partial(make.agreed, pledge.page, self.us.lan, amount)
        if self._press(press, can=can, again=False):
            pledge.state = "confirmed"
            self._shift(("missing", "promised"), amount, need, pledge)

    @rule(which=WHICH, amount=MANY)
    def arrive(self, which, amount):
        if (pledge := self._one(self.pledges, which)) is None:
            return
        need, key = pledge.need, uuid4()
        press = partial(make.came, need.page, self.us.lan, amount, pledge.page, key=key)
        can = amount <= pledge.left["promised"]
        if done := self._press(press, can=can):
            self._line(done, ("promised", "stock"), amount, need, pledge)

    @rule(which=WHICH, amount=MANY)
    def bring(self, which, amount):
        need, key = self._one(self.needs, which), uuid4()
        press = partial(make.came, need.page, self.us.mai, amount, key=key)
        can = need.state != "ended" and amount <= need.left["missing"]
        if done := self._press(press, can=can):
            self._line(done, ("missing", "stock"), amount, need)

    @rule(which=WHICH, amount=MANY)
    def give(self, which, amount):
        need, key = self._one(self.needs, which), uuid4()
        press = partial(make.went, need.page, self.us.lan, amount, key=key)
        if done := self._press(press, can=amount <= need.left["stock"]):
            self._line(done, ("stock", "given"), amount, need)

    @rule(which=WHICH, ending=st.sampled_from(["withdrawn", "unreached"]))
    def end_pledge(self, which, ending):
        if (pledge := self._one(self.pledges, which)) is None:
            return
        left = pledge.left["promised"]
        can = pledge.need.state != "ended"
        can = can and (pledge.state == "offered" or (pledge.state == "confirmed" and left > 0))
        about = {"pledge": pledge.page, "ending": ending, "key": uuid4(), "by": self.us.lan}
        press = partial(actions.end_pledge, now=clock.now(), **about)
        if self._press(press, can=can, again=False):
            pledge.state = "ended"
            self._shift(("promised", "missing"), left, pledge.need, pledge)

    @rule(which=WHICH, twice=st.booleans())
    def end_need(self, which, twice):
        need = self._one(self.needs, which)
        if not twice:
            return
        about = {"need": need.page, "key": uuid4(), "by": self.us.lan, "now": clock.now()}
        can = need.state != "ended" and need.left["promised"] == 0
        if self._press(lambda: actions.end_need(**about), can=can, again=False):
            need.state = "ended"
            self._shift(("missing", "outside"), need.left["missing"], need)

    @rule(which=WHICH)
    def correct(self, which):
        if (line := self._one(self.lines, which)) is None:
            return
        about = {"entry": line.page, "key": uuid4(), "by": self.us.mai, "now": clock.now()}
        if self._press(lambda: actions.correct_goods(**about), can=self._can_be_undone(line)):
            line.taken_back = True
            self._shift(line.moves[::-1], line.amount, line.need, line.pledge)

    @rule(which=WHICH)
    def press_again(self, which):
        if press := self._one(self.presses, which):
            try:
                press()
            except Refused as refusal:
                assert "thôi cần" in str(refusal)

    @invariant()
    def rows_entries_and_numbers_agree(self):
        if not hasattr(self, "needs"):
            return
        with acting(self.us.mai):
            for need in self.needs:
                self._agrees(need, Need, ACCOUNTS, GoodsEntry.objects.filter(need=need.page))
                assert sum(need.left.values()) == 0
            for pledge in self.pledges:
                entries = GoodsEntry.objects.filter(pledge=pledge.page)
                self._agrees(pledge, Pledge, ("promised", "stock"), entries)
                assert Pledge.objects.get(pk=pledge.page.pk).state == pledge.state

    def _agrees(self, sums, model, accounts, entries):
        now, entries = model.objects.get(pk=sums.page.pk), list(entries)
        for account in accounts:
            put = sum(one.amount for one in entries if one.put_into == account)
            taken = sum(one.amount for one in entries if one.taken_from == account)
            assert getattr(now, account) == put - taken == sums.left[account]
            assert account == "outside" or sums.left[account] >= 0

    def _press(self, do, *, can, again=True):
        """Press a button; it must do what the numbers say, or say no and do nothing."""
        try:
            done = do()
        except Refused:
            assert not can
            return None
        assert can
        if again:
            self.presses.append(do)
        return done or True

    def _line(self, page, moves, amount, need, pledge=None):
        self.lines.append(Line(page, moves, amount, need, pledge))
        self._shift(moves, amount, need, pledge)

    def _can_be_undone(self, line):
        if line.taken_back or line.need.state == "ended":
            return False
        if line.pledge and line.pledge.state == "ended":
            return False
        held = [line.need, line.pledge if line.moves[1] == "stock" else None]
        return all(sums.left[line.moves[1]] >= line.amount for sums in held if sums)

    def _shift(self, moves, amount, *held):
        for sums in filter(None, held):
            sums.left[moves[0]] -= amount
            sums.left[moves[1]] += amount

    def _one(self, found, which):
        return found[which % len(found)] if found else None


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
def test_the_book_of_a_drive_is_never_wrong():
    run_state_machine_as_test(Drives, settings=of_length(8, 30))
