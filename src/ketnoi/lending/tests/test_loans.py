"""Loans: what she pays counts once and never too much; what is missed is a call for help."""

from datetime import timedelta
from uuid import uuid4

import pytest

from ketnoi.agencies.tests import make as agencies
from ketnoi.foundation import clock
from ketnoi.foundation.guard.context import acting
from ketnoi.lending import actions, queries
from ketnoi.lending.models import Entry, Loan
from ketnoi.lending.tests import make
from ketnoi.lending.tests.make import MILLION

pytestmark = pytest.mark.django_db


@pytest.fixture
def kim():
    return make.officer(name="Kim")


@pytest.fixture
def lead(kim):
    return agencies.member(kim.agency, role="lead", name="Ngọc")


@pytest.fixture
def file(kim):
    return make.file_for(kim)


@pytest.fixture
def loan(file, kim):
    return make.lent(file, kim)


def test_a_loan_begins_with_its_schedule_and_somebody_who_looks(loan, kim):
    account = make.seen(kim, loan)

    assert make.sums(kim, loan) == (MILLION, 0, 0, 0)
    assert [stand.left for stand in account.stands] == [100_000] * 10
    [task] = make.waiting(loan.case.keeper)
    assert (task.member, task.agency, task.asker) == (
        loan.case.keeper, loan.case.holder, kim.agency,
    )  # fmt: skip
    due = account.next.instalment.due_on + timedelta(days=5)
    assert task.due_at.astimezone(clock.ZONE).date() == due


def test_a_loan_that_is_sent_twice_is_one(file, kim):
    key = uuid4()

    assert make.lent(file, kim, key=key) == make.lent(file, kim, key=key)

    with acting(kim):
        assert Loan.objects.count() == 1


def test_a_payment_that_is_sent_twice_counts_once(loan, kim):
    key = uuid4()
    make.repaid(loan, 150_000, by=kim, key=key)
    make.repaid(loan, 150_000, by=kim, key=key)

    assert make.sums(kim, loan) == (850_000, 150_000, 0, 0)
    with pytest.raises(actions.Refused, match="đã được gửi một lần"):
        make.repaid(loan, 160_000, by=kim, key=key)


def test_interest_is_met_first_and_paying_early_saves_the_rest(file, kim):
    loan = make.lent(file, kim, rate="12")
    make.repaid(loan, 60_000, by=kim)
    assert make.sums(kim, loan) == (950_000, 50_000, 0, 10_000)

    with pytest.raises(actions.Refused, match=r"chỉ còn phải trả 950\.000"):
        make.repaid(loan, 950_001, by=kim)
    make.repaid(loan, 950_000, by=kim)

    assert make.sums(kim, loan) == (0, MILLION, 0, 10_000)
    assert make.seen(kim, loan).state == "repaid"
    assert make.waiting(loan.case.keeper) == []
    with pytest.raises(actions.Refused, match="không còn nợ"):
        make.repaid(loan, 1, by=kim)


@pytest.mark.parametrize(("amount", "said"), [(0, "lớn hơn 0"), (10**11, "lớn hơn 0")])
def test_what_is_no_sum_is_refused(loan, kim, amount, said):
    with pytest.raises(actions.Refused, match=said):
        make.repaid(loan, amount, by=kim)


@pytest.mark.parametrize("days", [1, -1])
def test_money_is_not_paid_tomorrow_nor_before_it_was_lent(loan, kim, days):
    with pytest.raises(actions.Refused, match="từ ngày vay đến hôm nay"):
        make.repaid(loan, 5, by=kim, on=clock.today() + timedelta(days=days))


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        (lambda: {"amount": 0}, "lớn hơn 0"),
        (lambda: {"rate": "21"}, "từ 0 đến 20"),
        (lambda: {"granted_on": clock.today() + timedelta(days=3)}, "chưa tới"),
        (lambda: {"wanted": make.wanted(0)}, "số lần trả"),
        (lambda: {"wanted": make.wanted(3, days=-1)}, "số lần trả"),
    ],
)
def test_what_cannot_be_agreed_on_is_refused(file, kim, facts, said):
    with pytest.raises(actions.Refused, match=said):
        make.lent(file, kim, **facts())


def test_a_payment_by_mistake_is_taken_back_once_and_stays(file, kim):
    loan, key, press = make.lent(file, kim, rate="12"), uuid4(), uuid4()
    make.repaid(loan, 60_000, by=kim, key=key)

    for _twice in range(2):
        make.taken_back(loan, key, by=kim, press=press)

    assert make.sums(kim, loan) == (MILLION, 0, 0, 0)
    with acting(kim):
        [payment] = queries.payments_of(loan, kim)
        assert (payment.total, payment.is_taken_back) == (60_000, True)
        assert Entry.objects.filter(kind="corrected").count() == 2
    for once in (key, press, uuid4()):
        with pytest.raises(actions.Refused, match="đã được đính chính"):
            make.taken_back(loan, once, by=kim)


def test_a_loan_by_mistake_is_taken_back_while_nothing_was_paid(loan, kim):
    key = uuid4()
    make.repaid(loan, 5, by=kim, key=key)
    with pytest.raises(actions.Refused, match="các lần trả trước"):
        make.taken_back(loan, loan.key, by=kim)
    make.taken_back(loan, key, by=kim)

    make.taken_back(loan, loan.key, by=kim)

    assert make.sums(kim, loan) == (0, 0, 0, 0)
    assert make.seen(kim, loan).state == "taken_back"
    assert make.waiting(loan.case.keeper) == []


def test_what_is_missed_asks_for_help_and_costs_nothing(file, kim):
    loan = make.late(file, kim, rate="12")

    account = make.seen(kim, loan)

    assert (account.state, account.behind) == ("behind", 110_000)
    much_later = make.seen(kim, loan, on=clock.today() + timedelta(days=3000))
    assert much_later.behind == sum(stand.left for stand in account.stands) == 1_055_000
    [task] = make.waiting(file.keeper)
    assert task.due_at < clock.now()


def test_whoever_accompanies_her_asks_and_asks_again(file, kim):
    loan, day = make.late(file, kim), clock.today() + timedelta(days=7)

    actions.ask_again(loan=loan, on=day, by=file.keeper, now=clock.now())

    [task] = make.waiting(file.keeper)
    assert task.due_at.astimezone(clock.ZONE).date() == day
    assert make.seen(kim, loan).loan.ask_on == day
    with pytest.raises(actions.Refused, match="đã qua"):
        actions.ask_again(loan=loan, on=clock.today() - timedelta(days=1), by=kim, now=clock.now())


def test_another_schedule_takes_the_place_of_the_old_one(file, kim):
    loan = make.late(file, kim, rate="12")
    make.repaid(loan, 110_000, by=kim)
    key = uuid4()
    for _twice in range(2):
        make.rescheduled(loan, 9, by=kim, key=key)

    account = make.seen(kim, loan)

    assert (account.schedule.number, account.behind, account.state) == (2, 0, "running")
    assert len(account.stands) == 9
    assert sum(one.instalment.principal for one in account.stands) == account.loan.owed
    assert sum(one.left for one in account.stands) > account.loan.owed
    with acting(kim):
        assert [one.words.open() for one in queries.schedules_of(loan, kim)] == [make.WORDS, ""]


def test_months_without_paying_cost_nothing(file, kim):
    loan = make.lent(file, kim, rate="12")
    before = make.seen(kim, loan)

    make.paused(loan, 3, by=kim)

    after = make.seen(kim, loan)
    assert after.schedule.kind == "paused"
    whole = [sum(one.left for one in account.stands) for account in (before, after)]
    assert whole[0] == whole[1]
    assert after.next.instalment.due_on > before.next.instalment.due_on + timedelta(days=85)
    with pytest.raises(actions.Refused, match="từ 1 đến 12"):
        make.paused(loan, 13, by=kim)


def test_the_rest_is_forgiven_by_four_eyes(loan, kim, lead):
    make.repaid(loan, 300_000, by=kim)
    wish = make.wished_forgiven(loan, by=kim)
    [task] = make.waiting(lead)[1:] or make.waiting(lead)
    with pytest.raises(actions.Refused, match="đang chờ"):
        make.wished_forgiven(loan, by=kim)
    with pytest.raises(actions.Refused, match="một phụ trách đơn vị khác"):
        actions.agree_to_forgiveness(forgiveness=wish, by=kim, now=clock.now())
    make.repaid(loan, 100_000, by=kim)

    actions.agree_to_forgiveness(forgiveness=wish, by=lead, now=clock.now())

    assert make.sums(kim, loan) == (0, 400_000, 600_000, 0)
    assert make.seen(kim, loan).state == "forgiven"
    assert make.waiting(lead) == make.waiting(loan.case.keeper) == []
    with pytest.raises(actions.Refused, match="đã được trả lời"):
        actions.return_forgiveness(forgiveness=wish, by=lead, now=clock.now())


def test_a_lead_does_not_agree_to_her_own_wish(loan, lead):
    wish = make.wished_forgiven(loan, by=lead)

    with pytest.raises(actions.Refused, match="một phụ trách đơn vị khác"):
        actions.agree_to_forgiveness(forgiveness=wish, by=lead, now=clock.now())


def test_a_wish_is_sent_back_and_can_be_made_again(loan, kim, lead):
    wish = make.wished_forgiven(loan, by=kim)

    actions.return_forgiveness(forgiveness=wish, by=lead, now=clock.now())

    assert make.sums(kim, loan) == (MILLION, 0, 0, 0)
    assert make.wished_forgiven(loan, by=kim) != wish


def test_after_forgiving_no_payment_is_taken_back(loan, kim, lead):
    key = uuid4()
    make.repaid(loan, 300_000, by=kim, key=key)
    wish = make.wished_forgiven(loan, by=kim)
    actions.agree_to_forgiveness(forgiveness=wish, by=lead, now=clock.now())

    with pytest.raises(actions.Refused, match="đã được xóa"):
        make.taken_back(loan, key, by=kim)
