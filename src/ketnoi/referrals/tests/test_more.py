"""The asked agency asks to be told more: she answers, and only what she agreed to is told."""

from datetime import timedelta

import pytest
from django.urls import reverse

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases import queries as files
from ketnoi.cases.tests import make as cases
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused
from ketnoi.foundation.guard.context import acting
from ketnoi.law import queries as law
from ketnoi.referrals import actions, queries
from ketnoi.referrals.tests import make

pytestmark = pytest.mark.django_db
WHY = "Cần biết tên để làm thủ tục nhập viện."


@pytest.fixture
def lan():
    return agencies.member(name="Lan")


@pytest.fixture
def file(lan):
    return cases.case(lan, phone=cases.PHONE, paper=cases.PAPER)


@pytest.fixture
def yen():
    return agencies.member(agencies.agency("hospital", "province"), name="Yến")


@pytest.fixture
def request_(lan, file, yen):
    return make.sent(file, make.service(yen.agency, "health"), by=lan)


def asks(yen, request, packs=("identity", "risk"), words=WHY):
    told = {"packs": list(packs), "words": words, "by": yen, "now": clock.now()}
    return actions.ask_more(referral=make.known(yen, request), **told)


def tells(lan, request, packs=("identity",), words="", now=None):
    said = {"packs": list(packs), "wording": "…", "given": "spoken", "words": words}
    about = {"by": lan, "now": now or clock.now()}
    with acting(lan):
        known = make.known(lan, request)
        return actions.tell_more_with_her_yes(referral=known, **said, **about)


def read(member, request):
    with acting(member):
        return queries.told(queries.referral(member, request.pk))


def waits(lan):
    with acting(lan):
        return [task for task in files.to_do(lan) if task.kind == "answer_more"]


def test_only_what_she_agreed_to_is_told_and_as_it_was_then(lan, yen, file, request_):
    before = read(yen, request_)
    asks(yen, request_)
    assert read(yen, request_) == before

    tells(lan, request_, packs=["identity"])

    told = read(yen, request_)
    assert set(told) - set(before) == {"identity"}
    assert ["Họ và tên", cases.NAME] in told["identity"]


def test_it_waits_on_the_desk_of_whoever_sent_it_until_she_was_asked(lan, yen, request_):
    asks(yen, request_)
    [task] = waits(lan)
    assert (task.member_id, task.due_at) == (
        lan.pk,
        law.due(code="referral.more", start=task.made_at),
    )
    actions.refuse_more(
        referral=make.known(lan, request_), answer="she_declined", by=lan, now=clock.now()
    )
    assert waits(lan) == [] and set(read(yen, request_)) == {"contact", "need"}
    asks(yen, request_)
    assert len(waits(lan)) == 1


def test_what_the_file_does_not_say_she_says_in_her_words(lan, yen, request_):
    asks(yen, request_, packs=["health"])
    with pytest.raises(Refused, match="chưa ghi gì"):
        tells(lan, request_, packs=["health"])
    assert len(waits(lan)) == 1
    tells(lan, request_, packs=["health"], words="Dị ứng penicillin.")
    assert read(yen, request_)["health"] == [["Ghi thêm", "Dị ứng penicillin."]]


@pytest.mark.parametrize("packs", [[], ["contact"], ["contact", "identity"]])
def test_only_what_was_not_told_can_be_asked_for(yen, request_, packs):
    with pytest.raises(Refused, match="chưa cho biết"):
        asks(yen, request_, packs=packs)


def test_once_at_a_time(lan, yen, request_):
    asks(yen, request_)
    with pytest.raises(Refused, match="đang chờ"):
        asks(yen, request_)
    tells(lan, request_)
    with pytest.raises(Refused, match="Không còn điều gì"):
        tells(lan, request_)


def test_nothing_is_told_that_was_not_asked_for(lan, yen, request_):
    asks(yen, request_, packs=["identity"])
    with pytest.raises(Refused, match="nơi nhận đã xin"):
        tells(lan, request_, packs=["papers"])
    assert set(read(yen, request_)) == {"contact", "need"}
    with acting(lan):
        assert len(files.consents_of(files.case_by_code(lan, request_.code))) == 1


def test_only_the_two_agencies_ask_and_answer(lan, yen, request_):
    with pytest.raises(Refused, match="nơi nhận"):
        actions.ask_more(
            referral=make.known(lan, request_), packs=["risk"], words="…", by=lan, now=clock.now()
        )
    asks(yen, request_)
    with pytest.raises(Refused, match="nơi gửi"):
        actions.refuse_more(
            referral=make.known(yen, request_), answer="not_needed", by=yen, now=clock.now()
        )


def test_when_the_request_ends_nobody_asks_her_any_more(lan, yen, request_):
    asks(yen, request_)
    actions.decline_referral(
        referral=make.known(yen, request_), reason="no_capacity", by=yen, now=clock.now()
    )
    assert waits(lan) == []
    with pytest.raises(Refused, match="nơi gửi"):
        actions.refuse_more(
            referral=make.known(lan, request_), answer="not_needed", by=lan, now=clock.now()
        )


def test_what_was_told_later_is_read_as_long_as_her_yes_to_it_holds(lan, yen, request_):
    asks(yen, request_)
    tells(lan, request_)
    with acting(yen):
        known = queries.referral(yen, request_.pk)
        [more] = queries.more_of(known)
        later = more.consent.ends_at
        assert "identity" in queries.more_told(known, now=later - timedelta(seconds=1))
        assert queries.more_told(known, now=later) == {}


def test_the_pages_ask_read_it_aloud_and_keep_what_was_typed(client, lan, yen, request_):
    client.force_login(yen.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    page = reverse("referrals:referral", args=[request_.pk])
    ask = reverse("referrals:ask_more", args=[request_.pk])
    assert ask in client.get(page).text
    refused = client.post(ask, {"words": WHY})
    assert refused.status_code == 422 and WHY in refused.text
    assert client.post(ask, {"words": WHY, "packs": ["identity", "risk"]}).status_code == 302
    assert ask not in client.get(page).text

    client.force_login(lan.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    answer = reverse("referrals:answer_more", args=[request_.pk])
    assert answer in client.get(page).text
    shown = client.get(answer).text
    assert WHY in shown and "Họ tên, tuổi, Nguy cơ" in shown
    unsaid = client.post(answer, {"answer": "agreed", "words": "Gọi cửa sau."})
    assert unsaid.status_code == 422 and "Gọi cửa sau." in unsaid.text
    said = {"answer": "agreed", "packs": ["identity"], "given": "spoken", "words": ""}
    assert client.post(answer, said).status_code == 302
    assert "đã gửi thêm Họ tên, tuổi" in client.get(page).text
