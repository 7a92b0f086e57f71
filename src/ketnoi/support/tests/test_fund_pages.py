"""The pages of funds and of the money of a file."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from ketnoi.agencies.tests import make as agencies
from ketnoi.foundation import clock
from ketnoi.foundation.guard.context import acting
from ketnoi.support.models import Fund
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


def day(name, days=0):
    on = clock.today() + timedelta(days=days)
    return {f"{name}_0": str(on.day), f"{name}_1": str(on.month), f"{name}_2": str(on.year)}


def text_of(client, url):
    return client.get(url).content.decode()


def typed_on(client, url, **typed):
    """What a person types on a page, with the key that the page carries."""
    form = client.get(url).context["form"]
    key = {"key": str(form.initial["key"])} if "key" in form.fields else {}
    return {**key, **typed}


def test_a_fund_is_opened_filled_and_its_books_are_read(client, lead):
    make.signed_in(client, lead)
    opened = {"name": "Quỹ khởi nghiệp", "source": "donation", **day("opened_on")}

    page = client.post("/cb/quy/", opened)
    assert page.status_code == 302
    there = page["Location"]
    typed = typed_on(client, there, amount="5 triệu", document="PT 01", **day("on"))
    assert client.post(there, typed).status_code == 302
    assert client.post(there, typed).status_code == 302

    text = text_of(client, there)
    assert text.count("5.000.000 đồng") >= 2
    with acting(lead):
        assert Fund.objects.get().free == 5 * MILLION
    assert "Quỹ khởi nghiệp" in text_of(client, "/cb/quy/")


def test_money_is_promised_and_support_paid_from_it(client, fund, file, kim, lead):
    make.signed_in(client, kim)
    money = f"/cb/ho-so/{file.code}/tien/"
    asked = {"fund": str(fund.pk), "kind": "vocational", "amount": "3tr", "words": make.WORDS}
    assert client.post(money, typed_on(client, money, **asked)).status_code == 302

    there = f"/cb/ho-so/{file.code}/ho-tro/"
    form = client.get(there).context["form"]
    [(promise, label)] = form.fields["commitment"].choices[1:]
    assert "còn 3.000.000 đồng" in label
    paid = {"kind": "vocational", "cost": "1tr", "commitment": promise, "document": "PC 2"}
    paid |= {"quantity": "2", "unit": "month", **day("given_on")}
    typed = typed_on(client, there, **paid)
    for _twice in range(2):
        assert client.post(there, typed).status_code == 302

    text = text_of(client, there)
    assert "2 tháng" in text
    assert make.accounts(lead, fund) == (7 * MILLION, 2 * MILLION, MILLION)
    assert "2.000.000 đồng" in text_of(client, money)


def test_what_is_too_much_is_said_and_nothing_typed_is_lost(client, fund, file, kim):
    money = f"/cb/ho-so/{file.code}/tien/"
    make.signed_in(client, kim)
    asked = {"fund": str(fund.pk), "kind": "medical", "amount": "30 triệu", "words": make.WORDS}

    page = client.post(money, typed_on(client, money, **asked))

    assert page.status_code == 422
    text = page.content.decode()
    assert "chỉ còn 10.000.000 đồng" in text
    assert make.WORDS in text


def test_a_promise_is_let_go_and_money_comes_back(client, fund, file, kim, lead):
    promise = make.promised(fund, file, 4 * MILLION, by=kim)
    make.paid(promise, 3 * MILLION, by=kim)
    make.signed_in(client, kim)
    there = f"/cb/ho-so/{file.code}/tien/{promise.pk}/"

    back = typed_on(client, f"{there}hoan/", amount="2tr", **day("on"))
    assert client.post(f"{there}hoan/", back).status_code == 302
    assert client.post(f"{there}thoi/").status_code == 302

    assert make.accounts(lead, fund) == (9 * MILLION, 0, MILLION)


def test_a_wrong_entry_is_corrected_and_both_stay(client, fund, lead):
    make.signed_in(client, lead)
    [entry] = make.entries(lead, fund)
    there = f"/cb/quy/{fund.pk}/but-toan/{entry.pk}/"

    assert "10.000.000 đồng" in text_of(client, there)
    assert client.post(there, typed_on(client, there)).status_code == 302

    text = text_of(client, f"/cb/quy/{fund.pk}/")
    assert "Bút toán đảo (1)" in text
    assert make.accounts(lead, fund) == (0, 0, 0)


def test_a_last_day_is_set(client, fund, lead):
    make.signed_in(client, lead)

    there = f"/cb/quy/{fund.pk}/han-chi/"
    assert client.post(there, day("ends_on", 5)).status_code == 302

    assert "Chi đến hết ngày" in text_of(client, f"/cb/quy/{fund.pk}/")
    assert client.post(there, day("ends_on", -400)).status_code == 422


def test_the_sheet_has_every_entry_and_no_name(client, fund, file, kim, lead):
    promise = make.promised(fund, file, 4 * MILLION, by=kim)
    make.paid(promise, 3 * MILLION, by=kim)

    page = make.signed_in(client, lead).get(f"/cb/quy/{fund.pk}/so-quy/")

    assert page["Content-Disposition"] == 'attachment; filename="so-quy.xlsx"'
    sheet = load_workbook(BytesIO(page.content)).active
    lines = [row for row in sheet.iter_rows(values_only=True) if row[0] in {1, 2, 3}]
    assert [line[3] for line in lines] == [10 * MILLION, 4 * MILLION, 3 * MILLION]
    assert [line[6] for line in lines] == [None, file.code, file.code]
    assert make.WORDS not in str(list(sheet.values))


def test_a_caseworker_reads_the_books_and_changes_nothing_in_them(client, fund, kim):
    make.signed_in(client, kim)
    [entry] = make.entries(kim, fund)

    assert "Ghi tiền vào" not in text_of(client, f"/cb/quy/{fund.pk}/")
    there = f"/cb/quy/{fund.pk}/but-toan/{entry.pk}/"
    assert client.post(there, typed_on(client, there)).status_code == 422


@pytest.mark.parametrize("role", ["verifier", "specialist", "coordinator", "admin", "volunteer"])
def test_who_has_nothing_to_do_with_money_finds_no_fund(client, fund, kim, role):
    make.signed_in(client, agencies.member(kim.agency, role=role))

    for part in ("", f"{fund.pk}/", f"{fund.pk}/so-quy/", f"{fund.pk}/han-chi/"):
        assert client.get(f"/cb/quy/{part}").status_code == 404


def test_another_agency_finds_nothing(client, fund, file, kim):
    promise = make.promised(fund, file, MILLION, by=kim)
    make.signed_in(client, file.keeper)

    assert client.get(f"/cb/quy/{fund.pk}/").status_code == 404
    for part in ("thoi", "hoan"):
        assert client.get(f"/cb/ho-so/{file.code}/tien/{promise.pk}/{part}/").status_code == 404
    assert "1.000.000 đồng" in text_of(client, f"/cb/ho-so/{file.code}/tien/")


def test_ten_entries_cost_as_many_statements_as_one(client, fund, file, kim, lead):
    make.signed_in(client, lead)
    counts = []

    for times in (1, 9):
        for _each in range(times):
            make.promised(fund, file, MILLION, by=kim)
        client.get(f"/cb/quy/{fund.pk}/")
        with CaptureQueriesContext(connection) as counted:
            client.get(f"/cb/quy/{fund.pk}/")
        counts.append(len(counted))

    assert counts[0] == counts[1]
