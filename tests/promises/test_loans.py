"""Loans: never negative, never over, sums equal, the same press once, whatever people press.

An officer of the lender, a lead, and whoever keeps the file write down payments, take them back,
give other schedules, pause and forgive, on pages as old as the first step and with buttons that
are pressed again. A second book in plain numbers says what each step must do; after every step
the accounts, the entries and that book agree.
"""

from copy import copy
from dataclasses import dataclass
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
from ketnoi.lending import actions
from ketnoi.lending.models import Entry, Loan
from ketnoi.lending.tests import make
from tests.promises.still import undone

WHICH, SUM = st.integers(0, 30), st.integers(1, 500)
ACCOUNTS = ("owed", "repaid", "forgiven", "interest")


@dataclass(eq=False)
class Book:
    """A loan in plain numbers, and its page, which grows old."""

    first: Any
    lent: int
    owed: int
    repaid: int = 0
    forgiven: int = 0
    interest: int = 0
    cost: int = 0
    """The interest of the first instalment, in which everything here is paid."""
    before: int = 0
    wish: Any = None

    @property
    def page(self):
        """The page as it was opened at first, whatever happened since."""
        return copy(self.first)

    @property
    def due(self):
        return max(0, self.cost - (self.interest - self.before))


@dataclass(eq=False)
class Paid:
    """A payment in plain numbers."""

    book: Book
    key: Any
    principal: int
    interest: int
    taken_back: bool = False


class Loans(RuleBasedStateMachine):
    """Two loans of one agency that takes part in a file: one costs something, one does not."""

    @initialize()
    def begin(self):
        self.undone = undone()
        self.undone.__enter__()
        self.kim = make.officer(name="Kim")
        self.lead = agencies.member(self.kim.agency, role="lead", name="Ngọc")
        self.file = make.file_for(self.kim)
        self.books = [self._lend(1000, "0"), self._lend(1000, "18")]
        self.paid, self.presses = [], []

    def teardown(self):
        if hasattr(self, "undone"):
            self.undone.__exit__(None, None, None)

    def _lend(self, amount, rate):
        wanted = make.wanted(4)
        page = make.lent(self.file, self.kim, amount, rate=rate, wanted=wanted)
        return Book(page, amount, amount, cost=int(amount * int(rate) / 1200))

    @rule(which=WHICH, amount=SUM, by_holder=st.booleans())
    def pay(self, which, amount, by_holder):
        book, key = self._one(self.books, which), uuid4()
        by = self.file.keeper if by_holder else self.kim
        can = book.owed > 0 and amount <= book.owed + book.due
        interest = min(amount, book.due)
        do = partial(make.repaid, book.page, amount, by=by, key=key)
        if self._press(do, can=can):
            do()
            principal = amount - interest
            self.paid.append(Paid(book, key, principal, interest))
            book.owed -= principal
            book.repaid += principal
            book.interest += interest

    @rule(which=WHICH)
    def pay_the_rest(self, which):
        book = self._one(self.books, which)
        if book.owed:
            self.pay(which, book.owed + book.due, by_holder=False)

    @rule(which=WHICH)
    def take_back(self, which):
        if (one := self._one(self.paid, which)) is None:
            return
        book, press = one.book, uuid4()
        can = not one.taken_back and not book.forgiven
        do = partial(make.taken_back, book.page, one.key, by=self.kim, press=press)
        if self._press(do, can=can):
            one.taken_back = True
            book.owed += one.principal
            book.repaid -= one.principal
            book.interest -= one.interest

    @rule(which=WHICH, count=st.integers(1, 5))
    def reschedule(self, which, count):
        book, key = self._one(self.books, which), uuid4()
        can = count <= book.owed
        do = partial(make.rescheduled, book.page, count, by=self.kim, key=key)
        if self._press(do, can=can):
            self._reckon(book)

    @rule(which=WHICH, months=st.integers(1, 3))
    def pause(self, which, months):
        book, key = self._one(self.books, which), uuid4()
        do = partial(make.paused, book.page, months, by=self.kim, key=key)
        if self._press(do, can=book.owed > 0):
            self._reckon(book)

    @rule(which=WHICH, by_lead=st.booleans())
    def wish(self, which, by_lead):
        book = self._one(self.books, which)
        can = book.owed > 0 and book.wish is None
        by = self.lead if by_lead else self.kim
        do = partial(make.wished_forgiven, book.page, by=by)
        if wish := self._press(do, can=can, again=False):
            book.wish = wish

    @rule(which=WHICH, agrees=st.booleans(), by_lead=st.booleans())
    def decide(self, which, agrees, by_lead):
        book = self._one(self.books, which)
        if (wish := book.wish) is None:
            return
        step = actions.agree_to_forgiveness if agrees else actions.return_forgiveness
        by = self.lead if by_lead else self.kim
        can = by_lead and wish.proposed_by != by and (book.owed > 0 or not agrees)
        do = partial(step, forgiveness=wish, by=by, now=clock.now())
        if self._press(do, can=can, again=False):
            book.wish = None
            if agrees:
                book.owed, book.forgiven = 0, book.owed

    @rule(which=WHICH)
    def press_again(self, which):
        if press := self._one(self.presses, which):
            press()

    @invariant()
    def accounts_entries_and_book_agree(self):
        for book in getattr(self, "books", []):
            with acting(self.lead):
                now = Loan.objects.get(pk=book.page.pk)
                entries = list(Entry.objects.filter(loan=now))
            assert book.lent == book.repaid + book.owed + book.forgiven
            for account in ACCOUNTS:
                put = sum(one.amount for one in entries if one.put_into == account)
                taken = sum(one.amount for one in entries if one.taken_from == account)
                assert getattr(now, account) == put - taken == getattr(book, account) >= 0
            self._what_is_asked_for_is_what_is_owed(book)

    def _what_is_asked_for_is_what_is_owed(self, book):
        account = make.seen(self.kim, book.page)
        left = sum(stand.left for stand in account.stands)
        assert account.behind == 0
        assert left == 0 if not book.owed else left >= book.owed
        if book.owed:
            assert account.most(clock.today()) == book.owed + book.due

    def _reckon(self, book):
        """Another schedule: a month's interest on what is owed, less what was paid ahead."""
        ahead = book.interest - book.before
        rate = 0 if book is self.books[0] else 18
        book.cost = max(0, int(book.owed * rate / 1200) - ahead)
        book.before = book.interest

    def _press(self, do, *, can, again=True):
        """Press a button; it must do what the book says, or say no and do nothing."""
        try:
            done = do()
        except Refused:
            assert not can
            return None
        assert can
        if again:
            self.presses.append(do)
        return done

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
def test_loans_are_never_wrong():
    run_state_machine_as_test(Loans, settings=of_length(6, 25))


@pytest.mark.django_db
def test_the_second_book_sees_what_the_program_does():
    loans = Loans()
    loans.begin()
    loans.pay(1, 115, by_holder=True)
    loans.take_back(0)
    loans.pay(1, 215, by_holder=False)
    loans.pause(1, 2)
    loans.press_again(2)
    loans.wish(1, by_lead=False)
    loans.decide(1, agrees=True, by_lead=True)
    loans.accounts_entries_and_book_agree()

    book = loans.books[1]
    assert (book.owed, book.repaid, book.forgiven, book.interest) == (0, 200, 800, 15)
    loans.teardown()


@pytest.mark.full
@pytest.mark.django_db
def test_loans_are_never_wrong_in_many_turns():
    run_state_machine_as_test(Loans, settings=of_length(100, 60))
