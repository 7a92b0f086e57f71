"""Money of a fund: never more than there is, never twice, never changed."""

from datetime import timedelta
from decimal import Decimal
from io import BytesIO
from uuid import uuid4

import pytest
from openpyxl import load_workbook

from ketnoi.agencies.tests import make as agencies
from ketnoi.foundation import clock
from ketnoi.foundation.guard.context import acting
from ketnoi.support import actions, queries
from ketnoi.support.models import Commitment, Entry, Fund, SupportGiven
from ketnoi.support.rules import Bill
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


def test_money_comes_in_is_promised_paid_and_comes_back(fund, promise, kim, lead):
    given = make.paid(promise, 5 * MILLION, by=kim)
    make.came_back(promise, 2 * MILLION, by=kim)

    assert stands(lead, fund) == (6, 1, 3)
    assert (given.cost, given.funds, given.payment.amount) == (5 * MILLION, "donation", 5 * MILLION)
    assert make.fresh(lead, fund).received == 10 * MILLION
    numbers = [(entry.number, entry.kind) for entry in make.entries(lead, fund)]
    assert numbers == [(1, "received"), (2, "promised"), (3, "paid"), (4, "returned")]


def test_what_is_not_paid_is_free_again(fund, promise, kim, lead):
    make.paid(promise, MILLION, by=kim)

    actions.release_money(commitment=promise, key=uuid4(), by=kim, now=clock.now())

    assert stands(lead, fund) == (9, 0, 1)
    with pytest.raises(actions.Refused, match="không còn tiền"):
        actions.release_money(commitment=promise, key=uuid4(), by=kim, now=clock.now())


def test_no_more_is_promised_than_is_free(fund, promise, file, kim, lead):
    with pytest.raises(actions.Refused, match=r"chỉ còn 4\.000\.000 đồng"):
        make.promised(fund, file, 5 * MILLION, by=kim)

    assert stands(lead, fund) == (4, 6, 0)


def test_no_more_is_paid_than_was_promised_and_nothing_is_half_done(fund, promise, file, kim, lead):
    with pytest.raises(actions.Refused, match=r"Chỉ còn 6\.000\.000 đồng"):
        make.paid(promise, 7 * MILLION, by=kim)

    assert stands(lead, fund) == (4, 6, 0)
    with acting(kim):
        assert not SupportGiven.objects.exists()


def test_no_more_comes_back_than_was_paid(fund, promise, kim, lead):
    make.paid(promise, MILLION, by=kim)

    with pytest.raises(actions.Refused, match=r"mới chi 1\.000\.000 đồng"):
        make.came_back(promise, 2 * MILLION, by=kim)


def test_a_page_that_is_sent_twice_moves_money_once(fund, file, kim, lead):
    first, second, third, fourth = (uuid4() for _ in range(4))
    for _twice in range(2):
        make.received(fund, MILLION, by=lead, key=first)
        promise = make.promised(fund, file, 2 * MILLION, by=kim, key=second)
        given = make.paid(promise, MILLION, by=kim, key=third)
        make.came_back(promise, MILLION, by=kim, key=fourth)

    assert stands(lead, fund) == (10, 1, 0)
    with acting(kim):
        assert [one.pk for one in SupportGiven.objects.all()] == [given.pk]
        assert Commitment.objects.count() == 1


def test_one_key_is_not_used_for_two_things(fund, kim, lead):
    key = uuid4()
    make.received(fund, MILLION, by=lead, key=key)

    with pytest.raises(actions.Refused, match="đã được gửi một lần"):
        make.received(fund, 2 * MILLION, by=lead, key=key)


def test_after_its_last_day_nothing_is_promised_and_nothing_paid(fund, promise, file, kim, lead):
    yesterday = clock.today() - timedelta(days=1)
    actions.end_fund(fund=fund, ends_on=yesterday, by=lead, now=clock.now())

    for do in (
        lambda: make.promised(fund, file, MILLION, by=kim),
        lambda: make.paid(promise, MILLION, by=kim),
        lambda: make.paid(promise, MILLION, by=kim, given_on=yesterday),
    ):
        with pytest.raises(actions.Refused, match="chỉ chi đến hết ngày"):
            do()
    actions.release_money(commitment=promise, key=uuid4(), by=kim, now=clock.now())
    assert stands(lead, fund) == (10, 0, 0)


def test_before_its_first_day_nothing_is_paid(fund, promise, kim):
    with pytest.raises(actions.Refused, match="mở từ ngày"):
        make.paid(promise, MILLION, by=kim, given_on=clock.today() - timedelta(days=90))


def test_a_wrong_entry_is_taken_back_once_by_a_counter_entry(fund, promise, kim, lead):
    given = make.paid(promise, 5 * MILLION, by=kim)
    entry = make.entries(lead, fund)[-1]

    actions.correct_entry(entry=entry, key=uuid4(), by=lead, now=clock.now())

    assert stands(lead, fund) == (4, 6, 0)
    assert [one.kind for one in make.entries(lead, fund)][-1] == "corrected"
    assert make.fresh(kim, given).mistaken_by == lead
    for one in make.entries(lead, fund)[-2:]:
        with pytest.raises(actions.Refused, match="đã được đính chính"):
            actions.correct_entry(entry=one, key=uuid4(), by=lead, now=clock.now())


def test_support_that_was_a_mistake_gives_its_money_back(fund, promise, file, kim, lead):
    given = make.paid(promise, 5 * MILLION, by=kim)
    with acting(kim):
        found = queries.support_in(kim, file.code, given.pk)

    actions.mark_support_mistaken(given=found, by=kim, now=clock.now())

    assert stands(lead, fund) == (4, 6, 0)


@pytest.mark.parametrize("number", [1, 2, 3])
def test_what_was_used_further_is_not_taken_back(fund, promise, kim, lead, number):
    make.promised(fund, promise.case, 3 * MILLION, by=kim)
    make.paid(promise, 5 * MILLION, by=kim)
    make.came_back(promise, MILLION, by=kim)
    entry = next(one for one in make.entries(lead, fund) if one.number == [0, 1, 2, 4][number])

    with pytest.raises(actions.Refused, match="đã được dùng tiếp"):
        actions.correct_entry(entry=entry, key=uuid4(), by=lead, now=clock.now())


@pytest.mark.parametrize("number", [4, 5])
def test_a_release_and_a_return_are_taken_back_too(fund, promise, kim, lead, number):
    make.paid(promise, 5 * MILLION, by=kim)
    make.came_back(promise, MILLION, by=kim)
    actions.release_money(commitment=promise, key=uuid4(), by=kim, now=clock.now())
    before = stands(lead, fund)
    entry = next(one for one in make.entries(lead, fund) if one.number == number)

    actions.correct_entry(entry=entry, key=uuid4(), by=lead, now=clock.now())

    assert sum(stands(lead, fund)) == sum(before) == 10
    assert stands(lead, fund)[0] == before[0] - 1


@pytest.mark.parametrize("amount", [0, -5, 10**13])
def test_what_is_no_sum_moves_nothing(fund, lead, amount):
    with pytest.raises(actions.Refused, match="lớn hơn 0"):
        make.received(fund, amount, by=lead)

    assert stands(lead, fund) == (10, 0, 0)


def test_money_comes_in_by_a_paper_and_not_tomorrow(fund, lead):
    about = {"fund": fund, "amount": MILLION, "key": uuid4(), "by": lead, "now": clock.now()}

    with pytest.raises(actions.Refused, match="số chứng từ"):
        actions.receive_money(document="", on=clock.today(), **about)
    with pytest.raises(actions.Refused, match="chưa tới"):
        actions.receive_money(document="1", on=clock.today() + timedelta(days=1), **about)


def test_caseworkers_promise_and_pay_and_the_lead_keeps_the_fund(fund, file, kim, lead):
    for do in (
        lambda: make.fund(kim),
        lambda: make.received(fund, MILLION, by=kim),
        lambda: actions.end_fund(fund=fund, ends_on=clock.today(), by=kim, now=clock.now()),
    ):
        with pytest.raises(actions.Refused, match="Chỉ phụ trách đơn vị"):
            do()


def test_another_agency_reads_no_fund_and_uses_none(fund, promise, file, kim):
    lan = file.keeper
    with acting(lan):
        assert not Fund.objects.exists()
        assert not Entry.objects.exists()
        [seen] = queries.commitments_of(file, lan)
        assert queries.commitment_in(lan, file.code, promise.pk) is None
    assert (seen.promised, seen.words.open()) == (6 * MILLION, make.WORDS)
    for do in (
        lambda: make.promised(fund, file, MILLION, by=lan),
        lambda: make.paid(promise, MILLION, by=lan),
    ):
        with pytest.raises(actions.Refused, match="không phải của đơn vị bạn"):
            do()


def test_who_else_takes_part_reads_nothing_of_it(promise, file):
    tam = make.officer("legal_aid", "specialist")
    make.opened(file, tam.agency)

    with acting(tam):
        assert queries.commitments_of(file, tam) == []
        assert not Commitment.objects.exists()


def test_nothing_is_promised_to_a_file_that_is_not_open(fund, kim):
    other = make.files.case(agencies.member())

    with pytest.raises(actions.Refused, match="không hứa chi"):
        make.promised(fund, other, MILLION, by=kim)


def test_a_promise_of_one_file_pays_nothing_in_another(promise, kim):
    other = make.shared_file(kim)
    bill = Bill(commitment=promise, key=uuid4())

    with pytest.raises(actions.Refused, match="không phải của hồ sơ này"):
        make.recorded(other, kim, cost=MILLION, funds="", bill=bill)


def test_the_books_name_a_file_by_its_code_alone(fund, promise, file, kim, lead):
    with acting(lead):
        known = queries.entries_of(fund, lead)
    assert {one.code for one in known} == {"", file.code}


@pytest.mark.parametrize(
    ("bill", "cost", "refusal"),
    [
        ({"quantity": Decimal(3), "unit": ""}, 1, "đơn vị tính"),
        ({"quantity": None, "unit": "day"}, 1, "đơn vị tính"),
        ({"quantity": Decimal(2), "unit": "day", "norm": "shelter.host_meals"}, 120_001, "vượt"),
        ({"norm": "case.next_step"}, 1, "không có hiệu lực"),
        ({"norm": "no.such"}, 1, "không có hiệu lực"),
    ],
)
def test_what_does_not_fit_its_count_or_norm_is_refused(file, kim, bill, cost, refusal):
    with pytest.raises(actions.Refused, match=refusal):
        make.recorded(file, kim, cost=cost, bill=Bill(**bill))


def test_support_keeps_the_norm_of_its_day(file, kim):
    bill = Bill(quantity=Decimal(3), unit="day", norm="shelter.host_meals")

    given = make.recorded(file, kim, cost=180_000, bill=bill)

    assert (given.norm_amount, given.quantity, given.unit) == (60_000, 3, "day")


def test_norms_hold_from_one_day_to_another():
    codes = {norm.code for norm in queries.norms(on=clock.today())}
    long_ago = {norm.code for norm in queries.norms(on=clock.today().replace(year=2019))}

    assert "shelter.host_meals" in codes
    assert long_ago == set()


def test_the_sheet_holds_text_and_sums_and_no_formula(kim, lead):
    fund = make.fund(lead, MILLION, name="=HYPERLINK(0)")
    with acting(lead):
        made = queries.books_as_sheet(fund, queries.entries_of(fund, lead))

    sheet = load_workbook(BytesIO(made)).active
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s", "n"}
    assert "=HYPERLINK(0)" in {cell.value for cell in cells}
    assert MILLION in {cell.value for cell in cells}
