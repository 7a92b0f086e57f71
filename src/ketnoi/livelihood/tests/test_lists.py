"""A list of opportunities: nothing is on offer before somebody has looked, and nothing twice."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook

from ketnoi.agencies.tests import make as agencies
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused
from ketnoi.foundation.guard.context import acting
from ketnoi.livelihood import actions, queries
from ketnoi.livelihood.models import OfferList, Opportunity
from ketnoi.livelihood.tests import make

pytestmark = pytest.mark.django_db
BRING = "/cb/sinh-ke/danh-sach/"


@pytest.fixture
def dung():
    return make.job_centre()


@pytest.fixture
def enter(client):
    def as_member(member):
        client.force_login(
            member.user, backend="allauth.account.auth_backends.AuthenticationBackend"
        )
        return client

    return as_member


def words(response):
    return response.content.decode()


def added(source, by):
    return actions.add_offers(source=source, by=by, now=clock.now())


def lines(source, by):
    with acting(by):
        return queries.lines_of(source)


def test_twenty_vacancies_come_in_one_list(dung):
    source = make.brought(make.twenty(), by=dung)
    assert not Opportunity.objects.exists()

    added(source, dung)

    offers = Opportunity.objects.order_by("places")
    assert [offer.places for offer in offers] == list(range(1, 21))
    first = offers[0]
    assert (first.wage, first.phone, first.schooling) == (5_000_000, "+84912345678", "lower")
    assert (first.least_age, first.most_age, first.skills) == (18, 45, ["sewing"])
    assert (first.shifts, first.hours, first.has_childcare) == (["day"], "Ban ngày", True)
    assert (first.commune_id, first.agency, first.verified_on) == ("31591", dung.agency, None)


def test_the_same_file_twice_adds_nothing(dung):
    added(make.brought(make.twenty(), by=dung), dung)
    again = make.brought(make.twenty(), by=dung)

    with pytest.raises(Refused, match="Không có dòng nào thêm được"):
        added(again, dung)

    assert Opportunity.objects.count() == 20
    assert all(line.is_known for line in lines(again, dung))


def test_two_that_send_the_same_file_at_once_add_it_once(dung):
    one, other = (make.brought(make.twenty(), by=dung) for _ in range(2))
    added(one, dung)

    with pytest.raises(Refused):
        added(other, dung)
    assert Opportunity.objects.count() == 20


def test_what_another_agency_has_on_offer_is_not_added_again(dung):
    make.opportunity(
        make.employer(), title="VIỆC SỐ 1", partner="xưởng may mẫu", commune_id="31591"
    )

    added(make.brought(make.twenty(), by=dung), dung)

    assert Opportunity.objects.count() == 20


def test_a_line_that_is_there_twice_is_added_once(dung):
    added(make.brought([{"title": "Ủi"}, {"title": "ủi "}], by=dung), dung)

    assert Opportunity.objects.count() == 1


def test_each_flaw_is_a_sentence_with_its_line_and_the_good_lines_can_go_ahead(dung):
    source = make.brought(
        [{}, {"title": "Một", "places": "nhiều", "wage": "cao"}, {"title": "Hai"},
         {"title": "Ba", "commune": "Tân Lập"}, {"title": "Bốn", "commune": "Nơi không có"}],
        by=dung,
    )  # fmt: skip

    told = {line.number: line.flaws for line in lines(source, dung) if line.flaws}
    added(source, dung)

    assert told == {
        5: [
            "Số chỗ: Hãy ghi một số từ 1 đến 999.",
            "Tiền công một tháng: Hãy ghi một số tiền, ví dụ 5.000.000 hoặc 5 triệu.",
        ],
        7: ["Xã, phường: Có nhiều xã, phường cùng tên. Hãy ghi thêm tên tỉnh."],
        8: ["Xã, phường: Chưa tìm thấy xã, phường này. Hãy ghi tên xã và tên tỉnh."],
    }
    assert [offer.title for offer in Opportunity.objects.all()] == ["Hai"]


def test_a_list_is_added_once(dung):
    source = make.brought([{"title": "Ủi"}], by=dung)
    added(source, dung)

    with pytest.raises(Refused, match="đã xong"):
        added(source, dung)


def test_a_list_that_is_dropped_adds_nothing(dung):
    source = make.brought([{"title": "Ủi"}], by=dung)
    actions.drop_offers(source=source, by=dung, now=clock.now())

    with pytest.raises(Refused):
        added(source, dung)
    assert not Opportunity.objects.exists()


def test_when_one_line_cannot_be_kept_none_is(dung, monkeypatch):
    source = make.brought(make.twenty(), by=dung)
    kept = Opportunity.save
    calls = iter(range(100))

    def falls(self, **how):
        if next(calls) == 9:
            raise RuntimeError("gone")
        kept(self, **how)

    monkeypatch.setattr(Opportunity, "save", falls)
    with pytest.raises(RuntimeError):
        added(source, dung)

    assert not Opportunity.objects.exists()
    with acting(dung):
        assert OfferList.objects.get().state == "looked_at"


@pytest.mark.parametrize("content", [b"khong phai excel", b""])
def test_what_is_no_list_is_refused_in_a_sentence(dung, content):
    said = {"content": content, "kind": "job", "by": dung, "now": clock.now()}

    with pytest.raises(Refused, match="Chưa đọc được tệp này"):
        actions.bring_offers(**said)


def test_an_empty_list_and_an_agency_without_this_work_are_refused(dung):
    police = agencies.member(agencies.agency("police"))

    with pytest.raises(Refused, match="chưa có dòng nào"):
        make.brought([], by=dung)
    with pytest.raises(Refused, match="không thêm được"):
        make.brought([{"title": "Ủi"}], by=police)


def test_another_agency_finds_no_list(dung):
    source = make.brought([{"title": "Ủi"}], by=dung)
    stranger = make.job_centre()

    with acting(stranger):
        assert queries.offer_list(stranger, source.pk) is None
        assert not OfferList.objects.exists()
    with pytest.raises(Refused):
        added(source, stranger)


def test_the_template_is_read_back_with_its_one_example(dung):
    content = queries.template_of_list()

    source = actions.bring_offers(content=content, kind="job", by=dung, now=clock.now())

    [line] = lines(source, dung)
    assert line.flaws == []
    sheet = load_workbook(io.BytesIO(content)).active
    assert not any(str(cell.value).startswith("=") for row in sheet for cell in row)


def test_a_list_is_sent_looked_at_and_added_on_three_pages(enter):
    client = enter(make.employer())
    file = SimpleUploadedFile("ds.xlsx", make.sheet(make.twenty()))

    sent = client.post(BRING, {"file": file, "kind": "job"})
    page = words(client.get(sent["Location"]))
    client.post(sent["Location"] + "them/")

    assert "Thêm 20 cơ hội" in page
    assert Opportunity.objects.count() == 20


def test_the_page_asks_for_a_file_and_says_what_is_wrong_with_it(enter, dung):
    client = enter(dung)

    nothing = client.post(BRING, {"kind": "job"})
    wrong = client.post(BRING, {"file": SimpleUploadedFile("ds.xlsx", b"x"), "kind": "job"})
    large = SimpleUploadedFile("ds.xlsx", b"x" * 2_000_001)
    too_large = client.post(BRING, {"file": large, "kind": "job"})

    assert [r.status_code for r in (nothing, wrong, too_large)] == [422] * 3
    assert "Hãy chọn một tệp Excel." in words(nothing)
    assert "Chưa đọc được tệp này" in words(wrong)
    assert "Tệp lớn hơn 2 MB" in words(too_large)


def test_the_template_is_downloaded_as_excel(enter, dung):
    told = enter(dung).get(BRING + "mau/")

    assert told["Content-Type"].endswith("spreadsheetml.sheet")
    assert told.content[:2] == b"PK"
