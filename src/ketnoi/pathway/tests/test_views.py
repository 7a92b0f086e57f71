"""The pages of a file, as each person sees them."""

import pytest
from django.contrib.messages import get_messages

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases import queries as files
from ketnoi.cases.models import Case, Note, Task
from ketnoi.cases.tests import make as cases
from ketnoi.foundation import clock
from ketnoi.foundation.guard.context import acting
from ketnoi.foundation.trail.models import Line
from ketnoi.pathway import actions as pathway
from ketnoi.referrals.models import Referral
from ketnoi.referrals.tests import make as requests

pytestmark = pytest.mark.django_db


@pytest.fixture
def lan():
    return agencies.member(name="Lan")


@pytest.fixture
def yen():
    return agencies.member(agencies.agency("shelter", "province"), name="Yến")


@pytest.fixture
def file(lan):
    return cases.case(lan, phone=cases.PHONE)


def enter(client, member):
    client.force_login(member.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def test_a_file_is_read_on_one_page(client, lan, file):
    html = enter(client, lan).get(f"/cb/ho-so/{file.code}/").content.decode()

    assert "Út" in html
    assert "Hỏi ý kiến về việc chia sẻ" in html
    assert cases.PHONE[3:] not in html.replace(" ", "")


def test_opening_a_file_is_recorded_before_it_is_shown(client, lan, file):
    enter(client, lan).get(f"/cb/ho-so/{file.code}/")

    with acting(lan):
        [look] = files.looks_at(file, lan)
    assert (look.verb, look.actor) == ("file.opened", lan.actor)


@pytest.mark.parametrize("page", ["", "dong-y/", "ghi-chu/", "nguoi-xem/", "xem/ten/"])
def test_a_strangers_file_and_no_file_are_the_same_404(client, file, page):
    stranger = agencies.member()
    enter(client, stranger)

    theirs = client.get(f"/cb/ho-so/{file.code}/{page}")
    nobodys = client.get(f"/cb/ho-so/KN-26-ZZZZZ/{page}")

    assert theirs.status_code == nobodys.status_code == 404
    assert theirs.content == nobodys.content
    with acting(stranger):
        lines = Line.objects.filter(chain=stranger.agency_id, verb="page.not_found")
        assert lines.count() == 2
        assert lines[0].facts == lines[1].facts


def test_the_public_is_sent_to_sign_in(client, file):
    response = client.get(f"/cb/ho-so/{file.code}/")

    assert response.status_code == 302
    assert response.headers["Location"].startswith("/cb/vao/")


def test_intake_asks_six_questions_and_needs_one(client, lan):
    enter(client, lan)

    refused = client.post("/cb/tiep-nhan/", {"called": "Út"})
    response = client.post("/cb/tiep-nhan/", {"called": "Út", "recorded": "yes"})

    assert refused.status_code == 422
    assert "Út" in refused.content.decode()
    assert response.status_code == 302
    with acting(lan):
        assert Case.objects.count() == 1


def test_who_does_not_want_to_be_recorded_leaves_no_file(client, lan):
    answers = {"called": "Út", "number": "0912345678", "recorded": "no"}
    enter(client, lan).post("/cb/tiep-nhan/", answers)

    with acting(lan):
        assert not Case.objects.exists()
    html = client.get("/cb/tiep-nhan/").content.decode()
    assert "Bản nháp của tôi" in html


def test_wrong_numbers_keep_the_rest_of_the_form(client, lan):
    answers = {"called": "Út", "number": "12", "recorded": "yes", "commune": "không có xã này"}

    html = enter(client, lan).post("/cb/tiep-nhan/", answers).content.decode()

    assert "Số điện thoại gồm 10 chữ số" in html
    assert "Chưa tìm thấy" in html
    assert 'value="Út"' in html


def test_a_referral_goes_from_page_to_page(client, lan, yen, file):
    bed = requests.service(yen.agency, "safe_place")
    enter(client, lan)
    asks = {
        "purpose": "safe_place",
        "recipients": [str(yen.agency_id)],
        "packs": ["contact", "need"],
        "given": "spoken",
    }
    client.post(f"/cb/ho-so/{file.code}/dong-y/", asks)
    new = f"/cb/ho-so/{file.code}/chuyen-gui/{bed.pk}/?nhu-cau=safe_place"
    told = {"packs": ["contact", "need"], "urgency": "urgent", "basis": "consent"}
    draft = client.post(new, told)
    preview = client.get(draft.headers["Location"]).content.decode()
    client.post(draft.headers["Location"] + "gui/")
    enter(client, yen)
    inbox = client.get("/cb/chuyen-gui/").content.decode()
    with acting(yen):
        [referral] = Referral.objects.all()
    client.post(f"/cb/chuyen-gui/{referral.pk}/nhan/")
    opened = client.get(f"/cb/ho-so/{file.code}/")

    assert "0912 345 678" in preview or "+84912345678" in preview
    assert file.code in inbox
    assert opened.status_code == 200
    assert "Út" not in opened.content.decode()


def test_a_withdrawn_consent_closes_the_page(client, lan, yen, file):
    referral = requests.sent(file, requests.service(yen.agency), by=lan)
    enter(client, yen).post(f"/cb/chuyen-gui/{referral.pk}/nhan/")
    with acting(lan):
        [consent] = files.consents_of(file)
    enter(client, lan).post(f"/cb/ho-so/{file.code}/dong-y/{consent.pk}/rut-lai/")
    enter(client, yen)

    assert client.get(f"/cb/ho-so/{file.code}/").status_code == 404
    page = client.get(f"/cb/chuyen-gui/{referral.pk}/").content.decode()
    assert "không ai xem được nữa" in page


def test_a_sealed_value_is_shown_once_with_a_reason(client, lan, file):
    url = f"/cb/ho-so/{file.code}/xem/so-dien-thoai/"
    enter(client, lan)

    before = client.get(url).content.decode()
    shown = client.post(url, {"reason": "call_her"}).content.decode()
    after = client.get(url).content.decode()

    assert "0912 345 678" in shown
    assert "0912 345 678" not in before + after


def test_of_two_editors_the_second_sees_both_values(client, lan, file):
    url = f"/cb/ho-so/{file.code}/thong-tin/"
    enter(client, lan)
    client.post(url, {"risk": "now", "version": "1"})

    second = client.post(url, {"risk": "low", "version": "1"})
    chosen = client.post(url, {"risk": "low", "version": "2"})

    html = second.content.decode()
    assert second.status_code == 422
    assert "Ngay lúc này" in html
    assert "Thấp" in html
    assert 'name="version" value="2"' in html
    assert chosen.status_code == 302


def test_a_note_is_read_by_those_it_names(client, lan, yen, file):
    referral = requests.sent(file, requests.service(yen.agency), by=lan)
    enter(client, yen).post(f"/cb/chuyen-gui/{referral.pk}/nhan/")
    enter(client, lan)
    for privacy in ("agency", "network"):
        said = {"kind": "call", "privacy": privacy, "body": f"Lời {privacy}"}
        client.post(f"/cb/ho-so/{file.code}/ghi-chu/", said)

    hers = client.get(f"/cb/ho-so/{file.code}/").content.decode()
    theirs = enter(client, yen).get(f"/cb/ho-so/{file.code}/").content.decode()

    assert "Lời agency" in hers
    assert "Lời network" in hers
    assert "Lời network" in theirs
    assert "Lời agency" not in theirs


def test_a_wrong_note_stays_and_is_marked(client, lan, file):
    enter(client, lan)
    said = {"kind": "call", "privacy": "agency", "body": "Gọi nhầm máy"}
    client.post(f"/cb/ho-so/{file.code}/ghi-chu/", said)
    with acting(lan):
        note = Note.objects.get()

    client.post(f"/cb/ho-so/{file.code}/ghi-chu/{note.pk}/nham/")

    html = client.get(f"/cb/ho-so/{file.code}/").content.decode()
    assert "Ghi nhầm" in html
    assert "Gọi nhầm máy" in html


def test_the_file_is_found_by_phone_only_where_it_is_hers(client, lan, file):
    found = enter(client, lan).post("/cb/ho-so/tim/", {"words": "0912 345 678"})
    not_found = enter(client, agencies.member()).post("/cb/ho-so/tim/", {"words": "0912345678"})

    assert file.code in found.content.decode()
    assert file.code not in not_found.content.decode()


def test_what_waits_is_on_todays_page(client, lan, yen, file):
    requests.sent(file, requests.service(yen.agency), by=lan, urgency="urgent")

    mine = enter(client, lan).get("/cb/").content.decode()
    theirs = enter(client, yen).get("/cb/").content.decode()

    assert "Đang chờ người khác · 1" in mine
    assert "Cần làm ngay · 1" in theirs


def test_who_was_asked_reads_her_own_steps_and_not_those_of_others(client, lan, yen, file):
    minh = agencies.member(agencies.agency("police", "province"), name="Minh")
    bed = requests.sent(file, requests.service(yen.agency, "safe_place"), by=lan)
    pathway.accept(referral=bed, by=yen, now=clock.now())
    requests.sent(file, requests.service(minh.agency, "identification"), by=lan)

    theirs = enter(client, yen).get(f"/cb/ho-so/{file.code}/").content.decode()
    mine = enter(client, lan).get(f"/cb/ho-so/{file.code}/").content.decode()

    assert "chưa bắt đầu" not in theirs
    assert "chưa bắt đầu" in mine


def test_a_coordinator_sees_what_waits_and_no_name(client, lan, yen, file):
    requests.sent(file, requests.service(yen.agency), by=lan)
    hoa = agencies.member(role="coordinator", name="Hoa")

    board = enter(client, hoa).get("/cb/dieu-phoi/").content.decode()
    sheet = client.get(f"/cb/ho-so/{file.code}/").content.decode()

    assert yen.agency.name in board
    assert "Út" not in sheet
    assert file.code in sheet


def test_following_plans_four_visits(client, lan, file):
    enter(client, lan)
    client.post(f"/cb/ho-so/{file.code}/dong-y/", {})
    client.post(f"/cb/ho-so/{file.code}/theo-doi/")

    with acting(lan):
        assert Task.objects.filter(kind="follow_up", done_at=None).count() == 4


def test_a_button_says_what_was_done(client, lan, file):
    response = enter(client, lan).post(f"/cb/ho-so/{file.code}/nham/")

    said = [str(message) for message in get_messages(response.wsgi_request)]
    assert said == ["Đã đánh dấu hồ sơ ghi nhầm."]
    assert clock.now()
