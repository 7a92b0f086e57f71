"""Work and talks about a file are in her copy, and go with her when she is erased."""

from datetime import timedelta

import pytest

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases.tests import make as cases
from ketnoi.conferences.models import Assignment, Conference
from ketnoi.conferences.tests import make
from ketnoi.foundation import clock
from ketnoi.foundation.belonging import NoWrap
from ketnoi.foundation.guard.context import acting
from ketnoi.pathway import actions as pathway
from ketnoi.people import queries as people
from ketnoi.people.models import DataKey
from ketnoi.protection import actions as protection
from ketnoi.referrals.tests import make as requests
from ketnoi.rights import actions as rights
from ketnoi.rights.queries.paper import copy_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def lan():
    return agencies.member(agencies.agency("women_union"), role="lead", name="Lan")


@pytest.fixture
def yen():
    return agencies.member(agencies.agency("shelter", "province"), name="Yến")


@pytest.fixture
def file(lan, yen):
    made = cases.case(lan)
    asked = requests.sent(made, requests.service(yen.agency, "safe_place"), by=lan)
    pathway.accept(referral=asked, by=yen, now=clock.now())
    return made


@pytest.fixture
def given(lan, yen, file):
    return make.given(file, yen.agency, by=lan)


def test_erasing_her_is_not_kept_up_by_work_or_talks(lan, yen, file, given):
    talk = make.called(file, yen.agency, by=lan)
    about = {"right": "erase", "asker": "herself", "check_made": "known", "words": "…"}
    wish = rights.take_request(case=file, by=lan, now=clock.now(), **about)

    rights.answer_request(wish=wish, outcome="done", ground="", answer="", by=lan, now=clock.now())

    with acting(lan):
        assert not DataKey.objects.get(pk=file.key_id).wrapped
        assert Conference.objects.get(pk=talk.pk).state == "called_off"
        kept = Assignment.objects.select_related("case__key").get(pk=given.pk)
        assert kept.ended_at
        with pytest.raises(NoWrap):
            kept.words.open()
    assert make.desk(lan) == []


def test_her_copy_has_the_talks_and_the_work(lan, yen, file, given):
    held = make.called(file, yen.agency, by=lan, hours=0)
    make.held(held, [yen], by=lan)

    with acting(lan):
        parts = copy_of(file, people.person(lan, file.person_id), lan)
    told = {part.title: " ".join(words for _label, words in part.lines) for part in parts}
    assert "Chị ấy muốn học may." in told["Họp về hồ sơ"]
    assert "Gọi trạm y tế xã" in told["Việc đã giao"]


def test_her_copy_says_that_there_is_a_safety_plan_and_no_word_of_it(lan, file):
    plan = {"signs": "Tiếng xe máy", "people": "Chị Ba", "places": "", "take": "", "code_word": ""}
    now = clock.now()
    protection.write_plan(
        case=file, after=0, by=lan, now=now, review_on=now.date() + timedelta(days=9), **plan
    )

    with acting(lan):
        parts = copy_of(file, people.person(lan, file.person_id), lan)

    (line,) = next(part.lines for part in parts if part.title == "Kế hoạch an toàn")
    assert line[1].startswith("Có 2 điều")
    assert "Chị Ba" not in str(parts)
