"""The pages of loans."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ketnoi.agencies.tests import make as agencies
from ketnoi.foundation import clock
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
def hers(client, kim):
    return agencies.signed_in(client, kim)


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


def address(loan, part=""):
    return f"/cb/ho-so/{loan.case.code}/vay/{loan.pk}/{part}"


def test_a_loan_is_written_down_and_paid_back_from_its_page(hers, file, kim):
    there = f"/cb/ho-so/{file.code}/vay/"
    about = {"amount": "3 triệu", "source": "women_fund", "purpose": "craft", "rate": "6,6"}
    about |= {"count": "3", "every": "1", **day("granted_on"), **day("first_due_on", 30)}
    page = hers.post(there, typed_on(hers, there, **about, words=make.WORDS))
    assert page.status_code == 302
    one = page["Location"]

    typed = typed_on(hers, one, amount="1.016.500", **day("on"), document="PT 7")
    for _twice in range(2):
        assert hers.post(one, typed).status_code == 302

    text = text_of(hers, one)
    for said in ("2.000.000 đồng", "16.500 đồng", "6,60% một năm", make.WORDS, "PT 7", "đủ"):
        assert said in text
    assert "2.000.000 đồng" in text_of(hers, there)
    assert file.code in text_of(hers, "/cb/vay/")


def test_a_wrong_rate_is_said_and_nothing_typed_is_lost(hers, file):
    there = f"/cb/ho-so/{file.code}/vay/"
    page = hers.post(there, typed_on(hers, there, amount="3 triệu", rate="25", words=make.WORDS))

    text = page.content.decode()
    assert page.status_code == 422
    assert "Hãy nhập lãi suất từ 0 đến 20" in text
    assert make.WORDS in text


def test_what_is_missed_is_a_question_with_ways_out(hers, file, kim):
    loan = make.late(file, kim)

    text = text_of(hers, address(loan))

    assert "Chuyện gì đã xảy ra, và điều gì giúp được?" in text
    assert "không bị phạt và không thêm lãi" in text
    for part in ("hoi-tham/", "lich/", "tam-dung/", "xoa-no/"):
        assert f'href="{address(loan, part)}"' in text
    assert "Cần hỏi thăm" in text_of(hers, "/cb/vay/")


def test_another_schedule_and_a_pause(hers, file, kim):
    loan = make.late(file, kim)
    there = address(loan, "lich/")
    about = {"why": "loss", "count": "4", "every": "3", **day("first_due_on", 20)}
    assert hers.post(there, typed_on(hers, there, **about, words=make.WORDS)).status_code == 302
    there = address(loan, "tam-dung/")
    assert hers.post(there, typed_on(hers, there, why="illness", months="2")).status_code == 302

    text = text_of(hers, address(loan))
    assert "Lịch số 2 (Lịch trả mới)" in text
    assert "Lịch số 3 (Tạm dừng trả)" in text
    assert "Chuyện gì đã xảy ra, và" not in text


def test_asked_again_on_a_day(hers, file, kim):
    loan = make.late(file, kim)
    there = address(loan, "hoi-tham/")

    assert hers.post(there, day("on", 9)).status_code == 302
    assert "Hẹn hỏi thăm" in text_of(hers, address(loan))
    assert hers.post(there, day("on", -9)).status_code == 422


def test_a_payment_is_corrected_and_both_stay(hers, file, kim):
    loan = make.lent(file, kim)
    make.repaid(loan, 5, by=kim)
    make.repaid(loan, 7, by=kim)
    [there, _other] = re.findall(r'href="([^"]+/dinh-chinh/[^"]+)"', text_of(hers, address(loan)))

    assert hers.post(there, typed_on(hers, there)).status_code == 302

    assert make.sums(kim, loan) == (MILLION - 5, 5, 0, 0)
    assert "Ghi nhầm" in text_of(hers, address(loan))


def test_forgiven_by_two(client, hers, file, kim, lead):
    loan = make.lent(file, kim)
    there = address(loan, "xoa-no/")
    assert hers.post(there, {"why": "illness", "words": make.WORDS}).status_code == 302
    [wish] = [t.href for t in make.waiting(lead) if "/vay/xoa/" in t.href]
    assert "chờ một phụ trách đơn vị khác" in text_of(hers, wish)
    assert hers.post(wish).status_code == 422

    second = agencies.signed_in(client, lead)
    assert make.WORDS in text_of(second, wish)
    assert second.post(wish).status_code == 302
    assert make.sums(kim, loan) == (0, 0, MILLION, 0)
    assert second.post(f"{wish}chua/").status_code == 302
    assert "Đã xóa phần còn nợ" in text_of(second, address(loan))


def test_a_wish_is_sent_back(client, file, kim, lead):
    loan = make.lent(file, kim)
    wish = make.wished_forgiven(loan, by=kim)

    agencies.signed_in(client, lead).post(f"/cb/ho-so/{file.code}/vay/xoa/{wish.pk}/chua/")

    assert make.sums(kim, loan) == (MILLION, 0, 0, 0)


def test_the_holder_reads_it_and_is_told_whom_to_call(client, file, kim):
    loan = make.late(file, kim)
    agencies.signed_in(client, file.keeper)

    text = text_of(client, address(loan))
    assert "hãy gọi nơi cho vay" in text
    assert "Ghi lần trả" in text
    assert "Đính chính" not in text
    assert client.get("/cb/vay/").status_code == 200
    assert file.code not in text_of(client, "/cb/vay/")


def test_somebody_else_finds_nothing(client, file, kim):
    loan, tam = make.lent(file, kim), make.officer("legal_aid")
    make.opened(file, tam.agency)
    agencies.signed_in(client, tam)

    for part in ("", "lich/", "tam-dung/", "xoa-no/", "hoi-tham/", f"dinh-chinh/{loan.key}/"):
        assert client.get(address(loan, part)).status_code == 404
    assert "1.000.000 đồng" not in text_of(client, f"/cb/ho-so/{file.code}/vay/")


@pytest.mark.parametrize("role", ["verifier", "specialist", "coordinator", "admin", "volunteer"])
def test_who_has_nothing_to_do_with_money_has_no_list(client, kim, role):
    agencies.signed_in(client, agencies.member(kim.agency, role=role))

    assert client.get("/cb/vay/").status_code == 404


def test_ten_loans_cost_as_many_statements_as_one(hers, file, kim):
    counts = []
    for times in (1, 5):
        for _each in range(times):
            make.lent(file, kim)
        hers.get("/cb/vay/")
        with CaptureQueriesContext(connection) as counted:
            hers.get("/cb/vay/")
        counts.append(len(counted))

    assert counts[0] == counts[1]
