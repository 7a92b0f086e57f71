"""The pad: one page, 113 first, an outcome at the end; and the pages of missed calls."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from ketnoi.agencies.tests import make as agencies
from ketnoi.foundation.guard.context import acting
from ketnoi.intake import queries
from ketnoi.intake.tests import answering as make
from ketnoi.intake.tests import calling

pytestmark = pytest.mark.django_db
QUEUE, LISTS = "/cb/goi-lai/", "/cb/cuoc-goi/nho/"


@pytest.fixture
def us():
    return calling.team()


@pytest.fixture
def lan(client, us):
    agencies.signed_in(client, us.lan)
    return client


def rings(lan):
    return lan.post("/cb/cuoc-goi/moi/").url


def words(response):
    return response.content.decode()


def test_one_page_says_113_and_what_may_be_told_beside_the_notes(lan):
    page = words(lan.get(rings(lan)))

    for told in ("gọi 113", "Điều có thể nói", "trợ giúp pháp lý miễn phí", "Kết quả cuộc gọi"):
        assert told in page


def test_it_does_not_end_without_an_outcome_and_loses_nothing(lan):
    pad = rings(lan)
    refused = lan.post(pad, {"notes": make.NOTES, "ket-thuc": "1"})

    assert refused.status_code == 422 and make.NOTES in words(refused)
    assert "Hãy chọn kết quả để kết thúc cuộc gọi." in words(refused)
    assert lan.post(pad, {"notes": make.NOTES}).url == pad
    assert make.NOTES in words(lan.get(pad))
    assert lan.post(pad, {"outcome": "silent", "ket-thuc": "1"}).url == QUEUE
    assert "Im lặng" in words(lan.get(pad))


def test_a_number_that_called_before_is_said_without_saying_who(lan, us):
    make.ended(make.call(us.lan), us.lan, "hung_up", called="Chị Mây")
    pad = rings(lan)
    lan.post(pad, {"number": "0912 345 002"})

    page = words(lan.get(pad))
    assert "Số này đã gọi 1 lần trước" in page
    assert "Chị Mây" not in page


def test_what_she_agreed_to_stands_in_the_first_conversation(lan):
    pad = rings(lan)
    typed = {"called": make.CALLED, "number": "0912 345 002", "outcome": "taken_in"}
    after = lan.post(pad, {**typed, "ket-thuc": "1"})

    form = lan.get(after.url).context["form"]
    assert (form["called"].value(), form["number"].value()) == (make.CALLED, "0912 345 002")


def test_the_queue_and_the_day_name_a_call_without_an_outcome(lan, us):
    pad = rings(lan)

    assert pad in words(lan.get(QUEUE))
    with acting(us.lan):
        assert len(queries.open_calls(us.lan)) == 1


def test_another_agency_finds_no_pad_and_no_list(client, us):
    call, source = make.call(us.lan), make.brought(us.lan)
    agencies.signed_in(client, us.kim)

    assert client.get(f"/cb/cuoc-goi/{call.pk}/").status_code == 404
    assert client.get(f"{LISTS}{source.pk}/").status_code == 404


def test_a_list_is_looked_at_then_added(lan):
    content = make.sheet(("912345003", make.ago(5), "12", "Khmer", "Có"), ("xxx", "", "", "", ""))
    sent = lan.post(LISTS, {"file": SimpleUploadedFile("a.xlsx", content)})
    page = words(lan.get(sent.url))

    assert "1 số cần gọi lại" in page and "Số điện thoại: Hãy ghi số" in page
    assert lan.post(f"{sent.url}them/").url == QUEUE
    assert "Lời nhắn thoại" in words(lan.get(QUEUE))
    assert "0912 345 003" not in words(lan.get(sent.url))
    assert lan.get(f"{LISTS}mau/")["Content-Disposition"].endswith('"cuoc-goi-nho.xlsx"')


def test_what_is_no_list_is_refused_in_a_sentence(lan):
    for content in (b"\x89PNG\xff", "một câu".encode()):
        sent = lan.post(LISTS, {"file": SimpleUploadedFile("a.xlsx", content)})
        assert sent.status_code == 422 and "Chưa đọc được tệp này" in words(sent)
