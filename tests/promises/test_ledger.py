"""The books of funds: never negative, sums equal, the same press once, whatever people press.

Two officers and a lead receive, promise, pay, let go, take back and correct, on pages that are as
old as the first step and with buttons that are pressed again. A plain reckoning beside the
program says what each step must do; after every step accounts, entries and reckoning agree.
"""

from dataclasses import dataclass, field
from datetime import timedelta
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

from ketnoi.agencies.tests import make as agencies
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused
from ketnoi.foundation.guard.context import acting
from ketnoi.support import actions, queries
from ketnoi.support.models import Commitment, Entry, Fund
from ketnoi.support.tests import make
from tests.promises.still import undone

ACCOUNTS = ("outside", "free", "promised", "paid")
WHICH, SUM = st.integers(0, 30), st.integers(1, 4)
MOVES = {
    "received": ("outside", "free"),
    "promised": ("free", "promised"),
    "released": ("promised", "free"),
    "paid": ("promised", "paid"),
    "returned": ("paid", "free"),
}


@dataclass(eq=False)
class Book:
    """A fund or a promise as it is reckoned beside the program, and its page, which grows old."""

    page: Any
    fund: "Book | None" = None
    is_open: bool = True
    sums: dict[str, int] = field(default_factory=lambda: dict.fromkeys(ACCOUNTS, 0))


@dataclass(eq=False)
class Line:
    """An entry as it is reckoned."""

    kind: str
    amount: int
    fund: Book
    promise: Book | None
    taken_back: bool = False


class Books(RuleBasedStateMachine):
    """Two funds of one agency that takes part in a file."""

    @initialize()
    def begin(self):
        self.undone = undone()
        self.undone.__enter__()
        self.kim = make.officer("osso", name="Kim")
        self.lead = agencies.member(self.kim.agency, role="lead", name="Ngọc")
        self.file = make.shared_file(self.kim)
        self.funds = [Book(make.fund(self.lead, name=f"Quỹ {n}")) for n in (1, 2)]
        self.promises, self.lines, self.given, self.presses = [], [], [], []
        # Without something in the books most steps would find nothing to do.
        for fund in (0, 1):
            self.receive(fund, 9)
        for promise in (0, 1):
            self.promise(0, 3)
            self.pay(promise, 1, by_lead=False)

    def teardown(self):
        if hasattr(self, "undone"):
            self.undone.__exit__(None, None, None)

    @rule(which=WHICH, amount=SUM)
    def receive(self, which, amount):
        fund, key = self._one(self.funds, which), uuid4()
        self._press(lambda: make.received(fund.page, amount, by=self.lead, key=key), can=True)
        self._move("received", amount, fund)

    @rule(which=WHICH, amount=SUM)
    def promise(self, which, amount):
        fund, key = self._one(self.funds, which), uuid4()
        can = fund.is_open and amount <= fund.sums["free"]
        press = partial(make.promised, fund.page, self.file, amount, by=self.kim, key=key)
        if (page := self._press(press, can=can)) is not None:
            self.promises.append(Book(page, fund))
            self._move("promised", amount, fund, self.promises[-1])

    @rule(which=WHICH, amount=SUM, by_lead=st.booleans())
    def pay(self, which, amount, by_lead):
        if (promise := self._one(self.promises, which)) is None:
            return
        by, key = self.lead if by_lead else self.kim, uuid4()
        can = promise.fund.is_open and amount <= promise.sums["promised"]
        if given := self._press(lambda: make.paid(promise.page, amount, by=by, key=key), can=can):
            self._move("paid", amount, promise.fund, promise)
            self.given.append((given, self.lines[-1]))

    @rule(which=WHICH, amount=SUM)
    def give_back(self, which, amount):
        if (promise := self._one(self.promises, which)) is None:
            return
        key, can = uuid4(), amount <= promise.sums["paid"]
        press = partial(make.came_back, promise.page, amount, by=self.kim, key=key)
        if self._press(press, can=can):
            self._move("returned", amount, promise.fund, promise)

    @rule(which=WHICH)
    def let_go(self, which):
        if (promise := self._one(self.promises, which)) is None:
            return
        left, about = promise.sums["promised"], {"key": uuid4(), "by": self.kim}
        about |= {"commitment": promise.page, "now": clock.now()}
        if self._press(lambda: actions.release_money(**about), can=left > 0, again=False):
            self._move("released", left, promise.fund, promise)

    @rule(which=WHICH, again=st.booleans())
    def correct(self, which, again):
        lines = [line for line in self.lines if line.taken_back] if again else self.lines
        if (line := self._one(lines, which)) is None:
            return
        number = [one for one in self.lines if one.fund is line.fund].index(line)
        with acting(self.lead):
            entry = queries.entries_of(line.fund.page, self.lead, limit=None)[::-1][number].entry
            entry = queries.entry_of_fund(self.lead, line.fund.page.pk, entry.pk)
        about = {"entry": entry, "key": uuid4(), "by": self.lead, "now": clock.now()}
        if self._press(lambda: actions.correct_entry(**about), can=self._can_be_undone(line)):
            self._undo(line)

    @rule(which=WHICH)
    def was_a_mistake(self, which):
        if (found := self._one(self.given, which)) is None:
            return
        given, line = found
        with acting(self.kim):
            page = queries.support_in(self.kim, self.file.code, given.pk)
        about = {"given": page, "by": self.lead, "now": clock.now()}
        can = self._can_be_undone(line)
        if self._press(lambda: actions.mark_support_mistaken(**about), can=can, again=False):
            self._undo(line)

    @rule(which=WHICH, days=st.sampled_from([-3, -1, 0, 9]))
    def end(self, which, days):
        fund = self._one(self.funds, which)
        about = {"fund": fund.page, "ends_on": clock.today() + timedelta(days=days)}
        actions.end_fund(**about, by=self.lead, now=clock.now())
        fund.is_open = days >= 0

    @rule(which=WHICH)
    def press_again(self, which):
        if press := self._one(self.presses, which):
            press()

    @invariant()
    def accounts_entries_and_reckoning_agree(self):
        if not hasattr(self, "funds"):
            return
        with acting(self.lead):
            for book in self.funds:
                self._agrees(book, Fund, ACCOUNTS, Entry.objects.filter(fund=book.page))
                assert sum(book.sums.values()) == 0
            for book in self.promises:
                entries = Entry.objects.filter(commitment=book.page)
                self._agrees(book, Commitment, ("promised", "paid"), entries)

    def _agrees(self, book, model, accounts, entries):
        now, entries = model.objects.get(pk=book.page.pk), list(entries)
        for account in accounts:
            put = sum(one.amount for one in entries if one.put_into == account)
            taken = sum(one.amount for one in entries if one.taken_from == account)
            assert getattr(now, account) == put - taken == book.sums[account]
            assert account == "outside" or book.sums[account] >= 0

    def _press(self, do, *, can, again=True):
        """Press a button; it must do what the reckoning says, or say no and do nothing."""
        try:
            done = do()
        except Refused:
            assert not can
            return None
        assert can
        if again:
            self.presses.append(do)
        return done

    def _move(self, kind, amount, fund, promise=None):
        self.lines.append(Line(kind, amount, fund, promise))
        self._shift(amount, fund, promise, *MOVES[kind])

    def _undo(self, line):
        line.taken_back = True
        self.lines.append(Line("corrected", line.amount, line.fund, line.promise, True))
        taken_from, put_into = MOVES[line.kind]
        self._shift(line.amount, line.fund, line.promise, put_into, taken_from)

    def _can_be_undone(self, line):
        if line.taken_back:
            return False
        held, put_into = [line.fund, line.promise], MOVES[line.kind][1]
        if put_into == "free":
            held = held[:1]
        return all(book.sums[put_into] >= line.amount for book in held if book)

    def _shift(self, amount, fund, promise, taken_from, put_into):
        for book in filter(None, (fund, promise)):
            book.sums[taken_from] -= amount
            book.sums[put_into] += amount

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
def test_the_books_are_never_wrong():
    run_state_machine_as_test(Books, settings=of_length(20, 30))


@pytest.mark.django_db
def test_the_reckoning_sees_what_the_program_does():
    books = Books()
    books.begin()
    books.promise(1, 5)
    books.promise(1, 8)
    books.pay(2, 4, by_lead=False)
    books.give_back(2, 1)
    books.press_again(7)
    books.correct(6, again=False)
    books.accounts_entries_and_reckoning_agree()

    sums = books.funds[1].sums
    assert (len(books.promises), len(books.lines), len(books.presses)) == (3, 9, 9)
    assert (sums["free"], sums["promised"], sums["paid"]) == (5, 1, 3)
    books.teardown()


@pytest.mark.full
@pytest.mark.django_db
def test_the_books_are_never_wrong_in_many_turns():
    run_state_machine_as_test(Books, settings=of_length(120, 60))
