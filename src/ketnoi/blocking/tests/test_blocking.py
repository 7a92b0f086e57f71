"""Who is blocked from a file: for him it does not exist, whichever way he comes."""

import pytest
from django.urls import reverse

from ketnoi.agencies.tests import make as agencies
from ketnoi.blocking import actions, queries
from ketnoi.blocking.models import Block
from ketnoi.blocking.tests.make import blocked
from ketnoi.cases import actions as files
from ketnoi.cases import queries as cases
from ketnoi.cases.models import Case, CaseAccess, EmergencyOpening, Task
from ketnoi.cases.tests import make
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused
from ketnoi.foundation.guard.context import acting, reading
from ketnoi.foundation.trail.models import Line
from ketnoi.people.models import Person
from ketnoi.referrals import actions as referrals
from ketnoi.referrals import queries as inbox
from ketnoi.referrals.tests import make as requests

pytestmark = pytest.mark.django_db


@pytest.fixture
def lan():
    return agencies.member(agencies.agency("women_union"), name="Lan")


@pytest.fixture
def tu(lan):
    """A colleague of Lan's: the brother of the one who is accused."""
    return agencies.member(lan.agency, name="Tú")


@pytest.fixture
def file(lan):
    return make.case(lan, phone=make.PHONE)


def sees(member, file):
    with reading(member):
        return cases.case_by_code(member, file.code) is not None


def test_for_a_blocked_colleague_the_file_is_not_there(lan, tu, file):
    assert sees(tu, file)

    blocked(file, by=lan, member=tu)

    assert not sees(tu, file)
    assert sees(lan, file)
    with reading(tu):
        assert not cases.case_list(tu).exists()
        assert cases.files_by_status(tu) == {}
        assert cases.to_do(tu) == []
        assert cases.alike_files(tu, phone=make.PHONE) == []
        assert not Case.objects.filter(pk=file.pk).exists()
        assert not Person.objects.filter(pk=file.person_id).exists()
        assert not Block.objects.exists()


def test_taken_back_he_sees_it_only_through_another_right(lan, tu, file):
    yen = agencies.member(agencies.agency("shelter", "province"), name="Yến")
    sent = requests.sent(file, requests.service(yen.agency, "safe_place"), by=lan)
    referrals.accept_referral(referral=sent, by=yen, now=clock.now())
    minh = agencies.member(agencies.agency("police", "province"), name="Minh")
    ways = [blocked(file, by=lan, member=one) for one in (tu, yen, minh)]

    assert [sees(one, file) for one in (tu, yen, minh)] == [False, False, False]
    for block in ways:
        actions.unblock(block=block, by=lan, now=clock.now())

    assert [sees(one, file) for one in (tu, yen, minh)] == [True, True, False]


def test_a_door_of_his_own_closes_and_stays_closed(lan, file):
    kim = agencies.member(agencies.agency("osso"), name="Kim")
    said = {"reason": "danger", "words": "…", "by": kim, "now": clock.now()}
    files.open_in_emergency(code=file.code, **said)
    assert sees(kim, file)

    block = blocked(file, by=lan, member=kim)
    actions.unblock(block=block, by=lan, now=clock.now())

    assert not sees(kim, file)
    with reading(lan):
        assert not CaseAccess.objects.filter(case=file, ended_at=None).exists()


def test_who_is_blocked_breaks_no_glass(lan, file):
    kim = agencies.member(agencies.agency("osso"), name="Kim")
    blocked(file, by=lan, agency=kim.agency)

    said = {"reason": "danger", "words": "…", "by": kim, "now": clock.now()}
    wrong = files.open_in_emergency(code="KN-26-ZZZZ", **said)
    assert wrong is files.open_in_emergency(code=file.code, **said) is None
    with reading(lan):
        assert not EmergencyOpening.objects.filter(case=file).exists()


def test_a_coordinator_who_is_blocked_counts_it_nowhere(lan, file):
    hoa = agencies.member(agencies.agency("osso"), role="coordinator", name="Hoa")
    with reading(hoa):
        assert cases.waiting_by_agency(hoa, now=clock.now())

    blocked(file, by=lan, member=hoa)

    assert not sees(hoa, file)
    with reading(hoa):
        assert cases.waiting_by_agency(hoa, now=clock.now()) == []


def test_a_whole_agency_is_blocked_with_whoever_serves_it(lan, file):
    yen = agencies.member(agencies.agency("shelter", "province"), name="Yến")
    blocked(file, by=lan, agency=yen.agency)
    also = agencies.also_at(lan.agency, yen)

    assert not sees(also, file)


def test_an_agency_with_an_open_request_is_asked_to_end_it_first(lan, file):
    yen = agencies.member(agencies.agency("shelter", "province"), name="Yến")
    sent = requests.sent(file, requests.service(yen.agency, "safe_place"), by=lan)

    with pytest.raises(Refused, match="Hãy thu hồi"):
        blocked(file, by=lan, agency=yen.agency)

    referrals.recall_referral(referral=sent, by=lan, now=clock.now())
    blocked(file, by=lan, agency=yen.agency)
    with reading(yen):
        assert inbox.referral(yen, sent.pk) is None


def test_a_request_in_his_hand_lies_with_his_agency_again(lan, file):
    yen = agencies.member(agencies.agency("shelter", "province"), name="Yến")
    nga = agencies.member(yen.agency, name="Nga")
    sent = requests.sent(file, requests.service(yen.agency, "safe_place"), by=lan)
    referrals.take_referral(referral=sent, by=yen, now=clock.now())

    blocked(file, by=lan, member=yen)

    with reading(yen):
        assert inbox.referral(yen, sent.pk) is None
        assert cases.to_do(yen) == []
    with acting(nga):
        here = inbox.referral(nga, sent.pk)
        assert [task.member_id for task in cases.to_do(nga)] == [None]
    referrals.take_referral(referral=here, by=nga, now=clock.now())


def test_the_file_is_handed_over_before_its_keeper_is_blocked(lan, tu, file):
    with pytest.raises(Refused, match="giao cho người khác"):
        blocked(file, by=agencies.member(lan.agency, role="lead", name="Hà"), member=lan)
    with pytest.raises(Refused, match="từng người"):
        blocked(file, by=lan, agency=lan.agency)

    blocked(file, by=lan, member=tu)
    with pytest.raises(Refused, match="chặn Tú"):
        files.hand_over(case=file, to=tu, by=lan, now=clock.now())


def test_nothing_is_sent_or_shared_where_it_is_blocked(lan, file):
    yen = agencies.member(agencies.agency("shelter", "province"), name="Yến")
    bed = requests.service(yen.agency, "safe_place")
    draft = requests.draft(file, bed, by=lan)
    referrals.recall_referral(referral=draft, by=lan, now=clock.now())
    block = blocked(file, by=lan, agency=yen.agency)

    with pytest.raises(Refused, match="bỏ chặn trước"):
        requests.draft(file, bed, by=lan)
    with pytest.raises(Refused, match="bỏ chặn trước"):
        make.consent(file, yen.agency, by=lan)

    actions.unblock(block=block, by=lan, now=clock.now())
    requests.sent(file, bed, by=lan)


def test_what_waits_at_his_agency_is_told_to_the_others(lan, tu, file, monkeypatch):
    told = []
    monkeypatch.setattr("ketnoi.agencies.queries.told_by_mail", lambda _pk: [lan.pk, tu.pk])
    monkeypatch.setattr(
        "ketnoi.agencies.actions.members.tell_member_later",
        lambda member_id: told.append(member_id),
    )
    yen = agencies.member(agencies.agency("shelter", "province"), name="Yến")
    sent = requests.sent(file, requests.service(yen.agency, "safe_place"), by=lan)
    blocked(file, by=lan, member=tu)

    told.clear()
    referrals.decline_referral(referral=sent, reason="no_capacity", by=yen, now=clock.now())

    assert told == [lan.pk]


def test_what_he_made_comes_back_to_nobody_of_his_name(lan, tu, file):
    bed = requests.service(agencies.agency("shelter", "province"), "safe_place")
    make.consent(file, bed.agency, by=lan)
    draft = requests.draft(file, bed, by=tu)
    blocked(file, by=lan, member=tu)
    referrals.send_referral(referral=draft, by=lan, now=clock.now())
    referrals.recall_referral(referral=draft, by=lan, now=clock.now())

    with reading(lan):
        assert not Task.objects.filter(case=file, member=tu, done_at=None).exists()


def test_her_no_is_heard(lan, tu, file):
    with pytest.raises(Refused, match="không muốn chặn"):
        blocked(file, by=lan, member=tu, her_word="against")


def test_nobody_is_blocked_twice_and_nobody_blocks_herself(lan, tu, file):
    block = blocked(file, by=lan, member=tu)
    with pytest.raises(Refused, match="từ trước"):
        blocked(file, by=lan, member=tu)
    ha = agencies.member(lan.agency, role="lead", name="Hà")
    with pytest.raises(Refused, match="tự chặn"):
        blocked(file, by=ha, member=ha)

    actions.unblock(block=block, by=lan, now=clock.now())
    with pytest.raises(Refused, match="được bỏ chặn"):
        actions.unblock(block=block, by=lan, now=clock.now())


def test_no_line_tells_him_afterwards_that_he_was_blocked(lan, tu, file):
    block = blocked(file, by=lan, member=tu)
    actions.unblock(block=block, by=lan, now=clock.now())

    with reading(tu):
        assert not Block.objects.exists()
        assert not [line for line in cases.timeline(file, tu) if "block" in line.verb]
        assert not Line.objects.filter(chain=block.pk).exists()
        assert queries.blocks_of(file, tu) == []
    with reading(lan):
        assert Line.objects.filter(chain=block.pk).count() == 2


def test_the_page_blocks_and_takes_back(client, lan, tu, file):
    here = reverse("blocking:blocks", args=[file.code])
    chosen = {"whom": f"one {tu.pk}", "reason": "relative", "her_word": "wants"}
    agencies.signed_in(client, lan)

    assert client.post(here, {"whom": "one x"}).status_code == 422
    assert client.post(here, chosen).status_code == 302
    shown = client.get(here).content.decode()
    assert "Bỏ chặn Tú" in shown
    agencies.signed_in(client, tu)
    missing = client.get(reverse("pathway:case", args=["KN-26-ZZZZ"]))
    assert client.get(here).status_code == missing.status_code == 404
    assert client.get(reverse("pathway:case", args=[file.code])).content == missing.content

    with reading(lan):
        block = Block.objects.get()
    agencies.signed_in(client, lan)
    client.post(reverse("blocking:unblock", args=[file.code, block.pk]))
    assert sees(tu, file)


def test_who_may_see_names_nobody_who_may_not(client, lan, tu, file):
    blocked(file, by=lan, member=tu)
    agencies.signed_in(client, lan)

    assert "Tú" not in client.get(reverse("cases:who", args=[file.code])).content.decode()
