"""Who reads a loan, who writes in it, and what no hand can do to its book."""

from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction

from ketnoi.foundation import clock
from ketnoi.foundation.action import writing
from ketnoi.foundation.guard.context import acting
from ketnoi.lending import actions, queries
from ketnoi.lending.actions.books import write_entry
from ketnoi.lending.models import Entry, Loan
from ketnoi.lending.tests import make
from ketnoi.lending.tests.make import MILLION

pytestmark = pytest.mark.django_db


@pytest.fixture
def kim():
    return make.officer(name="Kim")


@pytest.fixture
def file(kim):
    return make.file_for(kim)


@pytest.fixture
def loan(file, kim):
    return make.lent(file, kim)


def test_the_holder_writes_down_what_she_paid_and_eases_nothing(loan, kim):
    lan = loan.case.keeper
    make.repaid(loan, 100_000, by=lan)

    assert make.sums(lan, loan) == (900_000, 100_000, 0, 0)
    for do in (
        lambda: make.paused(loan, 1, by=lan),
        lambda: make.rescheduled(loan, 3, by=lan),
        lambda: make.taken_back(loan, loan.key, by=lan),
        lambda: make.wished_forgiven(loan, by=lan),
    ):
        with pytest.raises(actions.Refused, match="nơi cho vay"):
            do()


def test_who_else_takes_part_knows_of_no_loan(loan, file):
    tam = make.officer("legal_aid")
    make.opened(file, tam.agency)

    with acting(tam):
        assert queries.loans_of(file, tam) == []
        assert queries.loan_in(tam, file.code, loan.pk) is None
        assert not Loan.objects.exists()
        assert not Entry.objects.exists()
    assert make.waiting(tam) == []


def test_whoever_lends_sees_its_loan_and_no_other(loan, file):
    yen = make.officer("shelter")
    make.opened(file, yen.agency)
    own = make.lent(file, yen)

    with acting(yen):
        assert queries.loans_of(file, yen) == [own]
        assert queries.own_loans(yen) == [own]
    with acting(file.keeper):
        assert set(queries.loans_of(file, file.keeper)) == {loan, own}


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE lending_loan SET owed = 0, repaid = amount",
        "UPDATE lending_loan SET amount = 1",
        "UPDATE lending_entry SET amount = 1",
        "UPDATE lending_schedule SET days = '{}'",
        "DELETE FROM lending_entry",
    ],
)
def test_no_hand_changes_the_book(loan, kim, sql):
    with (
        pytest.raises(Exception, match="permission denied"),
        transaction.atomic(),
        acting(kim),
        connection.cursor() as cursor,
    ):
        cursor.execute(sql)


def test_the_database_lets_nobody_pay_more_than_is_owed(loan, kim):
    entry = {"kind": "repaid", "on": clock.today(), "key": uuid4(), "by": kim, "now": clock.now()}
    with (
        pytest.raises(IntegrityError, match="loan_is_never_overpaid"),
        writing(),
        acting(kim),
    ):
        write_entry(loan=loan, amount=MILLION + 1, **entry)
