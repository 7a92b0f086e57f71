"""Work that was given and talks about a file, when doors close and when a file ends."""

import pytest

from ketnoi.agencies.tests import make as agencies
from ketnoi.blocking import actions as blocking
from ketnoi.cases import queries
from ketnoi.cases.tests import make as cases
from ketnoi.conferences.models import Assignment
from ketnoi.conferences.tests import make
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused
from ketnoi.foundation.guard.context import acting
from ketnoi.foundation.trail.models import Line
from ketnoi.merging.tests import make as files_of_one
from ketnoi.pathway import actions as pathway
from ketnoi.pathway.terms import SENTENCES
from ketnoi.referrals import actions as referrals
from ketnoi.referrals.tests import make as requests
from ketnoi.reminding import actions as reminding
from ketnoi.reminding import queries as reminders

pytestmark = pytest.mark.django_db


@pytest.fixture
def lan():
    return agencies.member(agencies.agency("women_union"), role="lead", name="Lan")


@pytest.fixture
def yen():
    return agencies.member(agencies.agency("shelter", "province"), name="Yến")


@pytest.fixture
def file(lan):
    return cases.case(lan)


@pytest.fixture
def request_(lan, yen, file):
    """The shelter takes part because she agreed."""
    asked = requests.sent(file, requests.service(yen.agency, "safe_place"), by=lan)
    return pathway.accept(referral=asked, by=yen, now=clock.now())


@pytest.fixture
def given(lan, yen, file, request_):
    return make.given(file, yen.agency, by=lan)


def her_yes(lan, file):
    with acting(lan):
        [consent] = queries.consents_of(file)
        return queries.consent_in(file, consent.pk)


def is_lans_again(lan, yen, given):
    with acting(yen):
        assert not Assignment.objects.exists()
    assert make.work_of(lan, given).answer == "left"
    return [task.subject for task in make.desk(lan, "agreed")] == [given.subject]


def test_a_yes_that_is_taken_back_brings_the_work_home_at_once(lan, yen, file, given):
    pathway.withdraw(consent=her_yes(lan, file), by=lan, now=clock.now())

    assert is_lans_again(lan, yen, given)


def test_a_request_that_is_taken_back_brings_the_work_home_at_once(lan, yen, given, request_):
    pathway.recall(referral=request_, by=lan, now=clock.now())

    assert is_lans_again(lan, yen, given)


@pytest.mark.parametrize("role", ["lead", "coordinator"])
def test_an_agency_that_is_blocked_gives_its_work_back_whoever_blocks(lan, yen, file, role):
    make.let_in(file, yen.agency)
    given = make.given(file, yen.agency, by=lan)
    talk = make.called(file, yen.agency, by=lan)
    by = lan if role == "lead" else agencies.member(role=role, name="Hoa")
    about = {"reason": "relative", "her_word": "wants", "member": None, "agency": yen.agency}

    blocking.keep_out(case=file, by=by, now=clock.now(), **about)

    assert is_lans_again(lan, yen, given)
    assert make.desk(yen) == []
    assert make.meeting(yen, talk) is None


def test_a_file_whose_work_lies_elsewhere_is_not_closed(lan, yen, file):
    make.let_in(file, yen.agency)
    talk = make.called(file, yen.agency, by=lan)

    for end in (pathway.close, pathway.mark_mistaken):
        said = {"reason": "her_wish"} if end is pathway.close else {}
        with pytest.raises(Refused, match="Nơi khác còn việc"):
            end(case=file, by=lan, now=clock.now(), **said)
    assert make.meeting(lan, talk).state == "called"


def test_what_the_holder_gave_itself_ends_with_the_file(lan, file):
    given = make.given(file, lan.agency, by=lan)

    pathway.close(case=file, reason="her_wish", by=lan, now=clock.now())

    assert make.work_of(lan, given).ended_by == lan
    assert make.desk(lan) == []


def test_a_file_in_which_work_waits_is_not_merged(lan, file):
    make.given(file, lan.agency, by=lan)

    with pytest.raises(Refused, match="còn việc đang chờ"):
        files_of_one.merged(cases.case(lan), file, by=lan)


def test_in_a_calendar_it_is_an_appointment_and_nothing_more(lan, yen, file, request_):
    talk = make.called(file, yen.agency, by=lan)
    token = reminding.begin_feed(by=lan, now=clock.now())

    told = reminders.calendar(reminders.feed_by_token(token)).decode()

    assert f"DTSTART:{talk.starts_at:%Y%m%dT%H%M%SZ}" in told
    assert file.code not in told
    assert "họp" not in told.lower()
    assert {line for line in told.split("\r\n") if "SUMMARY" in line} == {"SUMMARY:Hẹn"}


def test_everything_that_happens_has_a_sentence_in_the_timeline(lan, yen, file, given):
    mai = agencies.member(lan.agency, name="Mai")
    make.answered(given, "cannot", by=yen, cannot="no_time")
    held = make.called(file, yen.agency, by=lan, hours=0)
    make.held(held, [mai, yen], by=lan, decisions=[make.work(yen.agency)])

    with acting(lan):
        lines = Line.objects.filter(chain=file.pk).values_list("verb", flat=True)
        new = {verb for verb in lines if verb.split(".")[0] in {"assignment", "conference"}}
    assert new == {
        "assignment.given",
        "assignment.cannot",
        "conference.called",
        "conference.held",
    }
    assert new <= set(SENTENCES)


def test_a_partner_who_confirms_the_outcome_is_followed_by_the_round(lan, yen, given, request_):
    from ketnoi.conferences import actions
    from ketnoi.foundation.actor import NETWORK

    begun = referrals.begin_service(referral=request_, by=yen, now=clock.now())
    referrals.close_referral(referral=begun, outcome="met", by=yen, now=clock.now())
    referrals.confirm_outcome(referral=requests.known(lan, begun), by=lan, now=clock.now())

    actions.go_round(by=NETWORK, now=clock.now())

    assert is_lans_again(lan, yen, given)
