"""The books of a fund against raw SQL, other agencies, and two people at one moment."""

from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from ketnoi.agencies.tests import make as agencies
from ketnoi.foundation import clock
from ketnoi.foundation.action import writing
from ketnoi.foundation.guard.context import acting
from ketnoi.support import actions
from ketnoi.support.models import Entry
from ketnoi.support.tests import make

pytestmark = pytest.mark.django_db
MILLION = 10**6


@pytest.fixture
def kim():
    return make.officer("osso", name="Kim")


@pytest.fixture
def lead(kim):
    return agencies.member(kim.agency, role="lead", name="Ngọc")


@pytest.fixture
def file(kim):
    return make.shared_file(kim)


@pytest.fixture
def fund(lead):
    return make.fund(lead, 10 * MILLION)


@pytest.fixture
def promise(fund, file, kim):
    return make.promised(fund, file, 6 * MILLION, by=kim)


def stands(lead, fund):
    return tuple(sum_ // MILLION for sum_ in make.accounts(lead, fund))


HARMS = [
    "UPDATE support_fund SET free = free + 1",
    "UPDATE support_fund SET outside = outside - 1, free = free + 1",
    "UPDATE support_commitment SET paid = paid + 1",
    "UPDATE support_entry SET amount = amount + 1",
    "DELETE FROM support_entry",
    "DELETE FROM support_fund",
    "INSERT INTO support_fund (id, agency_id, name, source, opened_on, opened_at, opened_by_id,"
    " outside, free, promised, paid) SELECT gen_random_uuid(), agency_id, name, source, opened_on,"
    " opened_at, opened_by_id, -5, 5, 0, 0 FROM support_fund",
    "INSERT INTO support_entry (id, agency_id, fund_id, number, kind, taken_from, put_into, amount,"
    " \"on\", document, key, at, by_id) SELECT gen_random_uuid(), agency_id, fund_id, 99, 'paid',"
    " 'outside', 'paid', 5, \"on\", document, gen_random_uuid(), at, by_id FROM support_entry"
    " WHERE number = 1",
    "INSERT INTO support_entry (id, agency_id, fund_id, number, kind, taken_from, put_into, amount,"
    ' "on", document, key, at, by_id, corrects_id) SELECT gen_random_uuid(), agency_id, fund_id,'
    " 99, 'corrected', 'outside', 'free', 5, \"on\", document, gen_random_uuid(), at, by_id, id"
    " FROM support_entry WHERE number = 1",
]


@pytest.mark.parametrize("harm", HARMS)
def test_raw_sql_cannot_make_the_books_wrong(fund, promise, lead, harm):
    refused = pytest.raises(DatabaseError)
    with writing(), acting(lead), refused, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(harm)

    assert stands(lead, fund) == (4, 6, 0)


def test_an_entry_moves_nothing_in_a_fund_of_another_agency(fund, lead):
    other = agencies.member(agencies.agency("shelter"), role="lead")
    own = make.fund(other)
    entry = Entry(
        agency_id=other.agency_id,
        fund_id=fund.pk,
        number=99,
        kind="received",
        taken_from="outside",
        put_into="free",
        amount=5,
        on=clock.today(),
        key=uuid4(),
        at=clock.now(),
        by=other,
    )

    with writing(), acting(other), pytest.raises(DatabaseError), transaction.atomic():
        entry.save(force_insert=True)

    assert stands(lead, fund) == (10, 0, 0)
    assert stands(other, own) == (0, 0, 0)


def test_whoever_moves_money_makes_others_wait(fund, promise, file, kim, lead):
    for do in (
        lambda: make.received(fund, MILLION, by=lead),
        lambda: make.promised(fund, file, MILLION, by=kim),
        lambda: make.paid(promise, MILLION, by=kim),
        lambda: make.came_back(promise, MILLION, by=kim),
        lambda: actions.release_money(commitment=promise, key=uuid4(), by=kim, now=clock.now()),
    ):
        with CaptureQueriesContext(connection) as asked:
            do()
        said = [query["sql"] for query in asked]
        locks = [at for at, sql in enumerate(said) if "FOR UPDATE" in sql and "support_fund" in sql]
        moves = [at for at, sql in enumerate(said) if 'INSERT INTO "support_entry"' in sql]
        assert locks[0] < moves[0]
