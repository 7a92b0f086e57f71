"""A partner without an account: a link, a code told by phone, one answer, and never who she is."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases.tests import make as files
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused
from ketnoi.foundation.actor import NETWORK, Guest
from ketnoi.foundation.guard.context import acting
from ketnoi.livelihood import actions, queries
from ketnoi.livelihood.models import Candidate, PartnerLink, Placement, WorkProfile
from ketnoi.livelihood.tests import make

pytestmark = pytest.mark.django_db
TOLD = ["skills:sewing", "childcare:needed"]
MARK = re.compile(r'name="visit" value="([^"]+)"')
OTHER = f"{0:06}"


@pytest.fixture
def lan():
    return agencies.member(name="Lan")


@pytest.fixture
def dung():
    return make.job_centre()


@pytest.fixture
def file(lan):
    return files.case(lan, reasons=["trafficked"])


@pytest.fixture
def proposed(file, dung):
    return make.proposal(file, make.opportunity(dung, places=2), by=dung)


@pytest.fixture
def agreed(proposed, lan):
    said = {"answer": "yes", "told": TOLD, "by": lan, "now": clock.now()}
    return actions.she_decides(placement=proposed, **said)


def issue(placement, by):
    return actions.issue_partner_link(placement=placement, by=by, now=clock.now())


def links_of(placement, by):
    with acting(by):
        return queries.partner_links_of(placement, by)


def state(placement, by):
    with acting(by):
        return Placement.objects.get(pk=placement.pk).state


def tried(link, code):
    return actions.try_partner_code(link=link, code=code, by=link.guest, now=clock.now())


def answered(link, answer, reason=""):
    said = {"answer": answer, "reason": reason, "by": link.guest, "now": clock.now()}
    return actions.answer_by_link(link=link, **said)


def opened(client, placement, by):
    """Its address, the mark of the visit, and the page behind the code."""
    _link, token, code = issue(placement, by)
    address = reverse("livelihood:partner", args=[token])
    page = client.post(address, {"code": code}).text
    return address, MARK.search(page)[1], page


def test_before_her_yes_nobody_is_given_a_link(proposed, dung):
    with pytest.raises(Refused, match="đã đồng ý"):
        issue(proposed, dung)

    assert links_of(proposed, dung) == []


def test_the_page_asks_for_the_code_and_says_nothing_else(client, agreed, dung, lan):
    _link, token, _code = issue(agreed, dung)
    answer = client.get(reverse("livelihood:partner", args=[token]))

    assert answer["Cache-Control"] == "no-store"
    for word in ("May", "gửi trẻ", agreed.code, dung.agency.name, lan.agency.name):
        assert word not in answer.text


def test_behind_the_code_stands_what_she_agreed_to_tell_and_not_whose_it_is(
    client, agreed, dung, lan
):
    _address, _mark, page = opened(client, agreed, dung)

    assert "Biết: May" in page
    assert "Cần gửi trẻ" in page
    for word in (agreed.code, dung.agency.name, lan.agency.name, "Út", "Ban ngày"):
        assert word not in page


def test_whoever_holds_a_link_reaches_its_row_and_no_other(agreed, file, lan, dung):
    make.profile(file, lan)
    link, token, _code = issue(agreed, dung)

    with acting(link.guest):
        assert PartnerLink.objects.get().told == sorted(TOLD)
        for model in (Placement, Candidate, WorkProfile):
            assert model.objects.count() == 0
    with acting(Guest(key=str(agreed.pk))):
        assert PartnerLink.objects.count() == 0
    assert queries.partner_link_by_token(token[:-1] + ("a" if token[-1] != "a" else "b")) is None


def test_a_yes_comes_to_both_desks_at_once_and_ends_the_link(client, agreed, dung, lan):
    address, mark, _page = opened(client, agreed, dung)
    said = client.post(address, {"visit": mark, "answer": "accepted"}).text
    again = client.post(address, {"visit": mark, "answer": "accepted"})

    assert "Nơi gửi thấy ngay" in said
    assert again.status_code == 410
    assert state(agreed, lan) == state(agreed, dung) == "partner_agreed"
    [link] = links_of(agreed, lan)
    assert (link.answer, link.ended_why, link.told) == ("accepted", "answered", [])


def test_a_no_has_a_reason_and_without_one_nothing_is_written(client, agreed, dung, lan):
    address, mark, _page = opened(client, agreed, dung)
    without = client.post(address, {"visit": mark, "answer": "declined"})
    client.post(address, {"visit": mark, "answer": "declined", "reason": "full"})

    assert without.status_code == 422
    assert "Hãy chọn lý do không nhận." in without.text
    assert state(agreed, lan) == "partner_declined"
    assert [one.reason for one in links_of(agreed, dung)] == ["full"]


def test_the_last_wrong_code_says_that_the_link_is_gone(client, agreed, dung):
    _link, token, code = issue(agreed, dung)
    address = reverse("livelihood:partner", args=[token])
    wrong = {"code": OTHER if code != OTHER else "111111"}

    assert [client.post(address, wrong).status_code for _ in range(5)] == [422] * 4 + [410]


def test_an_answer_that_nobody_offered_is_no_answer(client, agreed, dung, lan):
    address, mark, _page = opened(client, agreed, dung)
    page = client.post(address, {"visit": mark, "answer": "maybe", "reason": "full"})

    assert page.status_code == 422
    assert state(agreed, lan) == "she_agreed"


def test_a_place_taken_meanwhile_is_said_in_words_for_a_partner(client, agreed, dung, lan):
    address, mark, _page = opened(client, agreed, dung)
    for _ in range(2):
        make.started(files.case(lan), agreed.opportunity, by=dung, holder=lan)
    full = client.post(address, {"visit": mark, "answer": "accepted"})
    client.post(address, {"visit": mark, "answer": "declined", "reason": "full"})

    assert full.status_code == 422
    assert "Chỗ này vừa hết." in full.text
    assert "rút đề xuất" not in full.text
    assert state(agreed, lan) == "partner_declined"


def test_wrong_codes_are_counted_and_then_the_link_is_locked(agreed, dung):
    link, _token, code = issue(agreed, dung)
    wrong = OTHER if code != OTHER else "111111"

    assert [tried(link, wrong) for _ in range(5)] == [False] * 5
    with pytest.raises(Refused, match="không còn dùng được"):
        tried(link, code)
    [kept] = links_of(agreed, dung)
    assert (kept.ended_why, kept.told) == ("locked", [])


def no_longer(placement, lan, dung):
    """She changed her mind."""
    actions.she_decides(placement=placement, answer="no", by=lan, now=clock.now())


def stopped(placement, lan, dung):
    """She took her yes to the job centre back."""
    actions.stop_placement(placement=placement, by=lan, now=clock.now())


def withdrawn(placement, lan, dung):
    """The offer stands no longer."""
    offer = placement.opportunity
    actions.withdraw_opportunity(opportunity=offer, by=dung, now=clock.now())


def recalled(placement, lan, dung):
    """The link was taken back."""
    actions.recall_partner_link(placement=placement, by=lan, now=clock.now())


def replaced(placement, lan, dung):
    """Another link was issued."""
    issue(placement, dung)


@pytest.mark.parametrize("ended", [no_longer, stopped, withdrawn, recalled, replaced])
def test_a_link_that_has_ended_leads_nowhere_and_holds_nothing_of_her(agreed, lan, dung, ended):
    link, token, code = issue(agreed, dung)
    ended(agreed, lan, dung)

    assert queries.partner_link_by_token(token) is None
    for late in (lambda: tried(link, code), lambda: answered(link, "accepted")):
        with pytest.raises(Refused, match="không còn dùng được"):
            late()
    assert next(one for one in links_of(agreed, lan) if one.pk == link.pk).told == []


def test_a_partner_with_an_account_answers_on_its_own_page(file, lan, dung):
    offer = make.vacancy(make.employer(), dung)
    candidate = make.introduced(file, offer, by=dung, holder=lan, told=TOLD)
    with acting(dung):
        placement = Placement.objects.get(pk=candidate.placement_id)

    with pytest.raises(Refused, match="có tài khoản"):
        issue(placement, dung)


def test_a_place_that_was_taken_meanwhile_is_told_and_the_link_is_kept(agreed, lan, dung):
    link, _token, _code = issue(agreed, dung)
    for _ in range(2):
        make.started(files.case(lan), agreed.opportunity, by=dung, holder=lan)

    with pytest.raises(Refused, match="hết chỗ"):
        answered(link, "accepted")
    assert state(agreed, lan) == "she_agreed"
    assert links_of(agreed, dung)[0].ended_at is None


def test_the_officer_sees_link_and_code_once_and_takes_it_back(client, agreed, dung):
    back = "allauth.account.auth_backends.AuthenticationBackend"
    client.force_login(dung.user, backend=back)
    page = reverse("livelihood:partner_link", args=[agreed.pk])
    told = client.post(page).text
    listed = client.get(page).text
    client.post(reverse("livelihood:recall_partner_link", args=[agreed.pk]))

    assert re.search(r"/cb/khach-viec/[\w-]+/", told)
    assert re.search(r"\b\d{6}\b", told)
    assert "Thu hồi liên kết" in listed
    assert not re.search(r"/cb/khach-viec/[\w-]+/", listed)
    assert links_of(agreed, dung)[0].ended_why == "recalled"


def test_what_was_told_leaves_a_link_whose_time_is_over(agreed, dung):
    link, _token, _code = issue(agreed, dung)

    early = actions.end_old_links(by=NETWORK, now=link.until - timedelta(minutes=1))
    over = actions.end_old_links(by=NETWORK, now=link.until)

    assert (early, over) == (0, 1)
    assert [(one.ended_why, one.told) for one in links_of(agreed, dung)] == [("over", [])]
