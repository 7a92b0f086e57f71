"""The pages of the sender and of the receiver, as a browser without script meets them."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases.models import Case
from ketnoi.foundation.envelope import spoken
from ketnoi.foundation.guard.context import reading
from ketnoi.foundation.trail.models import Line
from ketnoi.transfers.tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene():
    return make.sender()


@pytest.fixture
def desk(client, scene):
    return agencies.signed_in(client, scene.lan)


def page(name, scene):
    return reverse(f"transfers:{name}", args=[scene.file.code])


def typed(**said):
    return {
        "province": "79",
        "office": "Phòng Bảo trợ",
        "reason": "moved",
        "packs": ["contact", "need"],
        "basis": "consent",
        "given": "spoken",
        **said,
    }


def handed_in(desk, data, code):
    file = SimpleUploadedFile("tep.bin", data)
    return desk.post(reverse("transfers:arrivals"), {"data": file, "code": code})


def words_in(answer):
    return re.search(r'name="words" value="([^"]+)"', answer.content.decode())


def test_the_words_are_shown_before_she_is_asked_and_kept_as_they_were(desk, scene):
    shown = desk.post(page("transfer", scene), typed())

    assert shown.status_code == 200
    assert "Hãy đọc cho chị ấy nghe đúng lời này" in shown.content.decode()
    words = words_in(shown)[1]
    assert "Phòng Bảo trợ" in words
    assert "Liên hệ, Nhu cầu" in words

    answer = desk.post(page("transfer", scene), typed(words=words))

    assert answer.url == page("transfer", scene)
    assert make.fresh(scene.file, scene.lan).wording.open() == words


def test_words_for_other_packs_are_no_yes_to_these(desk, scene):
    words = words_in(desk.post(page("transfer", scene), typed()))[1]

    again = desk.post(page("transfer", scene), typed(words=words, packs=["contact", "identity"]))

    assert "Họ tên, tuổi" in words_in(again)[1]
    with reading(scene.lan):
        assert "Chờ phụ trách duyệt" not in again.content.decode()


def test_a_refusal_is_a_sentence_and_what_was_typed_stays(desk, scene):
    answer = desk.post(page("transfer", scene), typed(basis="legal_duty", given=""))

    assert answer.status_code == 422
    said = answer.content.decode()
    assert "Hãy ghi lý do khi chuyển mà chưa có sự đồng ý." in said
    assert 'value="Phòng Bảo trợ"' in said


@pytest.mark.parametrize("office", ["", "x" * 121])
def test_the_office_has_a_name_of_a_checked_length(desk, scene, office):
    assert desk.post(page("transfer", scene), typed(office=office)).status_code == 422


def test_from_the_first_page_to_the_receipt(client, scene):
    desk = agencies.signed_in(client, scene.lan)
    words = words_in(desk.post(page("transfer", scene), typed()))[1]
    desk.post(page("transfer", scene), typed(words=words))
    agencies.signed_in(client, scene.mai).post(page("approve", scene))
    agencies.signed_in(client, scene.lan)
    told = desk.post(page("make", scene)).content.decode()
    code = re.search(r"<code>([A-Z0-9-]{19})</code>", told)[1]
    copy = desk.get(page("packet", scene))
    assert copy.headers["Content-Disposition"] == 'attachment; filename="tep.bin"'

    agencies.signed_in(client, make.receiver())
    opened = handed_in(client, copy.content, code.lower())
    assert "Phòng" not in opened.url
    preview = client.get(opened.url).content.decode()
    assert "Út" in preview
    received = client.post(opened.url)
    receipt = re.search(r"<code>([A-Z0-9-]{11})</code>", client.get(received.url).content.decode())[
        1
    ]
    assert client.get(opened.url).status_code == 404

    agencies.signed_in(client, scene.lan)
    assert page("receipt", scene) in desk.get(page("transfer", scene)).content.decode()
    wrong = desk.post(page("receipt", scene), {"typed": spoken.new(9)})
    assert "không phải mã của tệp vừa làm" in wrong.content.decode()
    slip = desk.post(page("receipt", scene), {"typed": receipt[:-1]})
    assert (slip.status_code, "gõ nhầm" in slip.content.decode()) == (422, True)
    desk.post(page("receipt", scene), {"typed": receipt})

    shown = desk.get(reverse("pathway:case", args=[scene.file.code])).content.decode()
    assert "Đã chuyển" in shown
    assert reverse("cases:note", args=[scene.file.code]) not in shown
    assert reverse("cases:reopen", args=[scene.file.code]) in shown


def test_a_wrong_code_and_a_broken_file_are_said_on_the_page(client, scene):
    _transfer, data, code = make.sent(scene)
    binh = make.receiver()
    agencies.signed_in(client, binh)

    wrong = handed_in(client, data, other := spoken.new(16))
    broken = handed_in(client, data[:-1], code)
    foreign = handed_in(client, b"%PDF-1.4", code)

    assert "không mở được tệp" in wrong.content.decode()
    assert other in wrong.content.decode()
    assert "bị hỏng" in broken.content.decode()
    assert "không phải tệp chuyển hồ sơ" in foreign.content.decode()
    assert {a.status_code for a in (wrong, broken, foreign)} == {422}
    with reading(binh):
        assert not Case.objects.exists()


def test_a_file_that_is_too_large_is_said_on_the_page(client, settings):
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
    agencies.signed_in(client, make.receiver())

    answer = handed_in(client, b"KNCH" + b"x" * (1024 * 1024), spoken.new(16))

    assert "Tệp lớn hơn 1 MB." in answer.content.decode()


def test_what_is_too_large_to_arrive_is_not_made(desk, scene, settings):
    from ketnoi.transfers import actions

    begun = make.started(scene.file, by=scene.lan)
    actions.approve_transfer(transfer=begun, by=scene.mai, now=begun.started_at)
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 1024

    answer = desk.post(page("make", scene), follow=True)

    assert "Tệp quá lớn." in answer.content.decode()
    assert make.fresh(scene.file, scene.lan).state == "approved"


@pytest.mark.parametrize("role", ["volunteer", "coordinator", "admin"])
def test_who_opens_no_files_takes_none_in(client, role):
    agencies.signed_in(client, agencies.member(role=role))

    assert client.get(reverse("transfers:arrivals")).status_code == 404


@pytest.mark.parametrize("name", ["transfer", "packet", "receipt", "approve", "received"])
def test_whoever_does_not_hold_the_file_finds_nothing(client, scene, name):
    make.sent(scene)
    agencies.signed_in(client, make.receiver())

    assert client.get(page(name, scene)).status_code == 404


def test_downloading_leaves_a_line(desk, scene):
    make.sent(scene)

    desk.get(page("packet", scene))

    with reading(scene.lan):
        assert Line.objects.filter(chain=scene.file.pk, verb="transfer.downloaded").exists()


def test_the_code_of_receipt_is_shown_again_to_the_holder_of_the_new_file(client, scene):
    _transfer, data, code = make.sent(scene)
    new = make.taken_in(data, code, binh := make.receiver())
    agencies.signed_in(client, agencies.member(binh.agency, "specialist"))

    shown = client.get(reverse("pathway:case", args=[new.code])).content.decode()

    assert (here := reverse("transfers:received", args=[new.code])) in shown
    code = spoken.grouped(make.receipt_of(new, binh), 3)
    assert code in client.get(here).content.decode()
