"""What anybody does on the public pages: tells, is given a receipt, reads, adds a picture."""

import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from ketnoi.foundation import clock
from ketnoi.foundation.guard.context import acting
from ketnoi.foundation.tests import flooding, papers
from ketnoi.vigilance import queries
from ketnoi.vigilance.models import Message, Tip
from ketnoi.vigilance.tests import make

pytestmark = pytest.mark.django_db
RECEIPT = re.compile(r"\d{4} \d{4} \d{4} \d{4}")


@pytest.fixture
def us():
    return make.team()


@pytest.fixture
def desk(us):
    return make.desk(us.mai)


def typed(**more):
    return {"what": make.WHAT, "place": make.PLACE, "who": make.WHO, **flooding.aged(), **more}


def tips(member):
    with acting(member):
        return [row.tip for row in queries.tips_of(member)]


def read(client, receipt, **more):
    return client.post(
        "/bao-tin/tra-loi/", {"receipt": receipt, **flooding.aged(purpose="box"), **more}
    )


def test_a_tip_is_taken_without_a_name_a_cookie_or_a_word_in_an_address(client, us, desk):
    answer = client.post("/bao-tin/", typed())

    [receipt] = RECEIPT.findall(answer.content.decode())
    assert (answer.status_code, dict(answer.cookies)) == (200, {})
    assert answer.headers["Cache-Control"] == "no-store"
    [tip] = tips(us.vy)
    assert (tip.what.open(), tip.typed_by_id) == (make.WHAT, None)
    assert receipt.replace(" ", "") not in str(Tip.objects.values())


def test_sent_twice_it_is_one_tip_with_one_receipt(client, us, desk):
    said = typed()
    answers = [client.post("/bao-tin/", said).content.decode() for _ in range(2)]

    receipts = {RECEIPT.findall(answer)[0] for answer in answers}
    assert (len(receipts), len(tips(us.vy))) == (1, 1)


def test_nothing_is_kept_of_what_is_refused(client, us, desk):
    answer = client.post("/bao-tin/", typed(what=""))

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Hãy ghi điều bạn thấy" in page and make.PLACE in page
    assert tips(us.vy) == []


def test_without_a_desk_nobody_is_asked(client, us):
    assert "chưa có nơi nhận" in client.get("/bao-tin/").content.decode()
    assert client.post("/bao-tin/", typed()).status_code == 200


def test_the_answer_is_read_with_the_receipt_and_more_is_written(client, us, desk):
    receipt = make.told(desk)
    make.answered(make.known(receipt, us.vy), us.vy)

    page = read(client, receipt).content.decode()
    more = {"receipt": receipt, "words": "Xe màu trắng", **flooding.aged(purpose="word")}
    after = client.post("/bao-tin/viet-them/", more).content.decode()

    assert "Xe đó màu gì?" in page and us.vy.name not in page
    assert "Xe màu trắng" in after
    by_whom = {word.words.open(): word.author for word in make.known(receipt, us.vy).said}
    assert by_whom["Xe màu trắng"] is None


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        (lambda r: r[:-1] + str((int(r[-1]) + 1) % 10), "Hãy xem lại từng nhóm bốn số"),
        (lambda r: r[:-1], "Mã gồm 16 chữ số"),
        (lambda r: "abc", "Mã gồm 16 chữ số"),
        (lambda r: "0000 0000 0000 0000", "Không thấy tin nào có mã này"),
    ],
)
def test_a_receipt_that_was_mistyped_is_answered_kindly(client, desk, wrong, says):
    answer = read(client, wrong(make.told(desk)))

    assert answer.status_code == 422
    assert says in answer.content.decode()


def test_a_receipt_may_be_typed_in_groups(client, desk):
    receipt = make.told(desk)

    assert read(client, queries.in_groups(receipt)).status_code == 200


def test_who_guesses_receipts_is_asked_for_a_step_more(client, desk):
    answers = [read(client, "0000000000000000").status_code for _ in range(9)]

    assert answers == [422] * 8 + [429]


def test_a_person_in_the_network_of_a_flood_passes_with_one_step_more(client, us, desk):
    spam = [client.post("/bao-tin/", {"what": "spam"}) for _ in range(9)]
    said = typed()
    asked = client.post("/bao-tin/", said)
    passed = client.post("/bao-tin/", flooding.found(asked))

    assert (asked.status_code, passed.status_code) == (429, 200)
    assert spam[-1].headers["Content-Type"].startswith("text/plain")
    assert [tip.what.open() for tip in tips(us.vy)] == [make.WHAT]


def test_without_script_a_moment_is_waited_and_a_proof_serves_one_form_only(client, us, desk):
    for _ in range(9):
        client.post("/bao-tin/", {"what": "spam"})
    said, other = typed(), typed(what="spam")
    early = flooding.waited("tip", said["stamp"], at=clock.now())
    waited = flooding.waited("tip", said["stamp"], at=clock.now() - timedelta(seconds=4))

    assert client.post("/bao-tin/", said | early).status_code == 429
    assert client.post("/bao-tin/", other | waited).status_code == 429
    assert client.post("/bao-tin/", said | waited).status_code == 200
    assert [tip.what.open() for tip in tips(us.vy)] == [make.WHAT]


@pytest.mark.parametrize("odd", [{"website": "http://mua.vn"}, flooding.A_WHILE * 0])
def test_who_is_odd_is_asked_for_a_step_more_and_loses_nothing(client, us, desk, odd):
    said = typed(**odd) if isinstance(odd, dict) else typed(**flooding.aged(odd))
    asked = client.post("/bao-tin/", said)

    assert asked.status_code == 429
    assert dict(asked.context["typed"])["place"] == make.PLACE
    assert client.post("/bao-tin/", flooding.found(asked)).status_code == 200


def test_a_form_that_lay_open_for_a_day_is_sent_with_one_press_more(client, us, desk):
    old = typed(**flooding.aged(timedelta(days=1)))
    asked = client.post("/bao-tin/", old)
    again = asked.context["form"]["stamp"].value()

    assert asked.status_code == 422
    assert make.PLACE in asked.content.decode()
    assert client.post("/bao-tin/", {**old, "stamp": again}).status_code == 200


def sends(client, receipt, data):
    paper = SimpleUploadedFile("anh.php", data, content_type="text/html")
    return client.post(
        "/bao-tin/anh/", {"receipt": receipt, "picture": paper, **flooding.aged(purpose="picture")}
    )


@pytest.mark.parametrize(
    "data", [papers.picture(), papers.picture() + b"<script>alert(1)</script>"]
)
def test_of_a_picture_only_its_points_are_kept(client, us, desk, data):
    receipt = make.told(desk)

    assert sends(client, receipt, data).status_code == 200
    [word] = make.known(receipt, us.vy).said
    client.force_login(us.vy.user)
    kept = client.get(f"/cb/tin-bao/{word.tip_id}/anh/{word.pk}/")
    assert kept.content[:3] == b"\xff\xd8\xff"
    assert not any(bad in kept.content for bad in (papers.HIDDEN, b"Exif", b"script"))


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (papers.document(), "Chỉ nhận ảnh"),
        (b"MZ\x90", "Chỉ nhận tệp"),
        (papers.picture()[:80], "Không đọc được tệp này"),
        (b"\xff\xd8\xff" + b"0" * 51 * 1024 * 1024, "Tệp lớn hơn"),
        (papers.picture("PNG", size=(8000, 8000)), "Ảnh này quá lớn"),
        (b"", "Tệp này trống"),
    ],
)
def test_what_is_no_picture_is_refused_in_a_sentence(client, us, desk, data, says):
    receipt = make.told(desk)
    answer = sends(client, receipt, data)

    assert answer.status_code == 422
    assert says in answer.content.decode()
    with acting(us.vy):
        assert Message.objects.count() == 0
