"""Books of a fund as they are read by somebody who must not know of a file it pays for."""

import pytest

from ketnoi.agencies.tests import make as agencies
from ketnoi.blocking import actions as blocking
from ketnoi.foundation import clock
from ketnoi.foundation.guard.context import acting
from ketnoi.support import queries
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


def books_of(member, fund):
    """The sums and the lines of a fund, as this member reads them."""
    with acting(member):
        found = queries.fund(member, fund.pk)
        lines = reversed(queries.entries_of(found, member))
        sums = (found.received, found.free, found.promised, found.paid, found.balance)
        return sums, [(one.entry.number, one.entry.amount // MILLION) for one in lines]


def test_whoever_must_not_know_of_a_file_reads_books_without_it(fund, promise, kim, lead):
    make.paid(promise, 2 * MILLION, by=kim)
    make.received(fund, 3 * MILLION, by=lead)
    with acting(lead):
        hidden = Entry.objects.get(fund=fund, number=2)
    blind = agencies.member(kim.agency, role="lead", name="Sương")
    said = {"reason": "relative", "her_word": "wants", "by": promise.case.keeper}
    case = promise.case
    blocking.block(case=case, agency=kim.agency, member=blind, now=clock.now(), **said)

    everything = (13 * MILLION, 7 * MILLION, 4 * MILLION, 2 * MILLION, 11 * MILLION)
    assert books_of(lead, fund) == (everything, [(1, 10), (2, 6), (3, 2), (4, 3)])
    without = (13 * MILLION, 13 * MILLION, 0, 0, 13 * MILLION)
    assert books_of(blind, fund) == (without, [(1, 10), (2, 3)])
    with acting(blind):
        assert queries.entry_of_fund(blind, fund.pk, hidden.pk) is None


def test_what_she_writes_who_is_blocked_keeps_its_own_number(fund, promise, kim, lead):
    blind = agencies.member(kim.agency, role="lead", name="Sương")
    said = {"reason": "relative", "her_word": "wants", "by": promise.case.keeper}
    case = promise.case
    blocking.block(case=case, agency=kim.agency, member=blind, now=clock.now(), **said)

    assert make.received(fund, MILLION, by=blind).number == 3
    assert books_of(blind, fund)[1] == [(1, 10), (2, 1)]
    assert books_of(lead, fund)[1] == [(1, 10), (2, 6), (3, 1)]
