"""Whoever must do something is told in time, and a coordinator when it is late; each once."""

from datetime import datetime, timedelta

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases import queries as files
from ketnoi.cases.tests import make as cases
from ketnoi.directory.models import Service
from ketnoi.foundation import clock
from ketnoi.foundation.actor import NETWORK
from ketnoi.foundation.guard.context import acting
from ketnoi.foundation.trail.models import Line
from ketnoi.referrals import actions as referrals
from ketnoi.referrals.tests import make
from ketnoi.reminding import actions, queries
from ketnoi.reminding.models import Reminder

pytestmark = pytest.mark.django_db

MORNING = datetime(2026, 11, 25, 9, tzinfo=clock.ZONE)


@pytest.fixture
def lan():
    return agencies.member(name="Lan")


@pytest.fixture
def yen():
    return agencies.member(agencies.agency("shelter", "province"), name="Yến")


def sent(lan, yen, *, urgency):
    """A request that was sent at nine in the morning of a Wednesday."""
    file = cases.case(lan)
    to = make.service(yen.agency, "safe_place")
    cases.consent(file, yen.agency, by=lan)
    request = make.draft(file, to, by=lan, urgency=urgency)
    return referrals.send_referral(referral=request, by=lan, now=MORNING)


def said(now):
    """What is said in a round at this moment, about the request."""
    with acting(NETWORK):
        found = list(queries.unsaid(NETWORK, now=now))
    words = []
    for task, word in found:
        actions.remind(task=task, word=word, by=NETWORK, now=now)
        words += [word.value] if task.kind == "answer_referral" else []
    return words


def told():
    jobs = ProcrastinateJob.objects.filter(task_name__endswith="tell_member", status="todo")
    return {job.args["member_id"] for job in jobs}


def at(**much):
    return MORNING + timedelta(**much)


def test_an_urgent_request_is_said_again_and_then_to_the_coordinator(lan, yen):
    hoa = agencies.member(role="coordinator", name="Hoa")
    sent(lan, yen, urgency="urgent")

    assert said(at(minutes=80)) == []
    assert said(at(minutes=95)) == ["soon"]
    assert said(at(minutes=96)) == []
    assert said(at(minutes=121)) == ["late"]
    assert str(hoa.pk) not in told()
    assert said(at(minutes=151)) == ["escalated"]
    assert str(hoa.pk) in told()


def test_a_coordinator_is_told_again_while_nothing_happens(lan, yen):
    agencies.member(role="coordinator", name="Hoa")
    request = sent(lan, yen, urgency="urgent")
    said(at(minutes=151))

    assert said(at(days=2)) == []
    assert said(at(days=3, hours=3)) == ["escalated"]
    assert said(at(days=3, hours=4)) == []
    with acting(NETWORK):
        assert list(Reminder.objects.filter(word="escalated").values_list("turn", flat=True)) == [
            0,
            1,
        ]

    referrals.accept_referral(referral=request, by=yen, now=at(days=4))
    assert said(at(days=7)) == []


def test_at_night_only_what_cannot_wait_is_said(lan, yen):
    sent(lan, yen, urgency="normal")
    late = at(days=1, hours=17)

    assert said(late.replace(hour=23)) == []
    assert said(late.replace(hour=7) + timedelta(days=1)) == ["soon", "late", "escalated"]


def test_an_urgent_one_is_said_at_night_too(lan, yen):
    sent(lan, yen, urgency="urgent")

    assert "late" in said(at(hours=13))


def test_whoever_has_it_in_hand_is_told_and_nobody_else(lan, yen):
    agencies.member(yen.agency, name="Hạnh")
    request = sent(lan, yen, urgency="urgent")
    referrals.take_referral(referral=request, by=yen, now=MORNING)

    said(at(minutes=95))

    assert str(yen.pk) in told()
    agency_jobs = ProcrastinateJob.objects.filter(task_name__endswith="tell_agency")
    assert {job.args["agency_id"] for job in agency_jobs} == {str(yen.agency_id)}


def test_the_timeline_of_the_file_tells_what_happened_and_not_who_was_reminded(lan, yen):
    request = sent(lan, yen, urgency="urgent")
    assert said(at(minutes=95)) == ["soon"]

    with acting(lan):
        file = files.case_by_code(lan, request.code)
        verbs = {line.verb for line in files.timeline(file, lan)}
    assert "referral.sent" in verbs
    assert "task.reminded" not in verbs


def test_what_was_answered_is_not_said(lan, yen):
    request = sent(lan, yen, urgency="urgent")
    referrals.accept_referral(referral=request, by=yen, now=at(minutes=10))

    assert said(at(hours=3)) == []


def test_each_word_leaves_a_line_and_is_said_by_the_system_alone(lan, yen):
    sent(lan, yen, urgency="urgent")
    with acting(NETWORK):
        [(task, word)] = queries.unsaid(NETWORK, now=at(minutes=95))

    with pytest.raises(actions.Refused):
        actions.remind(task=task, word=word, by=lan, now=at(minutes=95))
    actions.remind(task=task, word=word, by=NETWORK, now=at(minutes=95))

    with acting(lan):
        line = Line.objects.get(verb="task.reminded")
        assert (line.facts["word"], Reminder.objects.count()) == ("soon", 0)


def test_at_night_what_can_wait_does_not_keep_back_what_cannot(lan, yen, monkeypatch):
    monkeypatch.setattr(queries, "MOST", 1)
    sent(lan, yen, urgency="normal")
    file = cases.case(lan)
    cases.consent(file, yen.agency, by=lan)
    request = make.draft(file, Service.objects.get(agency=yen.agency), by=lan, urgency="urgent")
    evening = at(days=1, hours=13)
    referrals.send_referral(referral=request, by=lan, now=evening)

    assert "late" in said(evening + timedelta(hours=2, minutes=1))
