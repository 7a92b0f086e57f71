"""A file that went to another province: read as before, written by nobody, opened again by rule."""

import pytest

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases import actions as files
from ketnoi.cases import queries as cases
from ketnoi.cases.models import Task
from ketnoi.conferences.models import Assignment, Conference
from ketnoi.conferences.tests import make as talks
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused
from ketnoi.foundation.guard.context import reading
from ketnoi.people import actions as people
from ketnoi.people import queries as persons
from ketnoi.referrals.tests import make as requests
from ketnoi.reintegration import actions as reintegration
from ketnoi.support.tests import make as support
from ketnoi.transfers.tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene():
    scene = make.sender()
    transfer, data, code = make.sent(scene)
    new = make.taken_in(data, code, binh := make.receiver())
    assert make.confirmed(transfer, make.receipt_of(new, binh), scene.lan)
    with reading(scene.lan):
        scene.file = cases.case_by_code(scene.lan, scene.file.code)
    return scene


def bed():
    return requests.service(agencies.agency("shelter", "province"), "safe_place")


def test_work_and_meetings_end_with_the_file_that_goes():
    scene = make.sender()
    yen = agencies.member(agencies.agency("shelter", "province"), name="Yến")
    talks.let_in(scene.file, yen.agency)
    work = talks.given(scene.file, yen.agency, by=scene.lan)
    talk = talks.called(scene.file, yen.agency, by=scene.lan)
    transfer, data, code = make.sent(scene)
    new = make.taken_in(data, code, binh := make.receiver())
    assert make.confirmed(transfer, make.receipt_of(new, binh), scene.lan)
    with reading(scene.lan):
        assert Conference.objects.get(pk=talk.pk).state == "called_off"
        assert Assignment.objects.get(pk=work.pk).ended_at
        assert not Task.objects.filter(case_id=scene.file.pk, done_at=None).exists()


def phones(scene):
    person = make.person_of(scene.file, scene.lan)
    with reading(scene.lan):
        return persons.phones_of(person)


WRITES = {
    "a note": lambda s: make.write(s.file, "…", s.lan),
    "a paper": lambda s: make.attach(s.file, "other", s.lan),
    "what it is about": lambda s: files.describe_case(
        case=s.file, version=1, risk="low", by=s.lan, now=clock.now()
    ),
    "who keeps it": lambda s: files.hand_over(case=s.file, to=s.mai, by=s.mai, now=clock.now()),
    "a request": lambda s: requests.draft(s.file, bed(), by=s.lan),
    "support": lambda s: support.recorded(s.file, s.lan),
    "visits": lambda s: reintegration.plan_follow_ups(
        case=s.file, start=clock.now(), by=s.lan, now=clock.now()
    ),
    "who she is": lambda s: people.describe_person(
        person=make.person_of(s.file, s.lan), version=1, by=s.lan, called="Khác"
    ),
    "a number": lambda s: people.note_phone(
        person=make.person_of(s.file, s.lan), number="+84900000001", by=s.lan, now=clock.now()
    ),
    "a transfer": lambda s: make.started(s.file, by=s.lan),
    "that it was closed": lambda s: files.close_case(
        case=s.file, reason="moved", by=s.lan, now=clock.now()
    ),
}


@pytest.mark.parametrize("what", WRITES)
def test_nobody_writes_in_it_any_more(scene, what):
    with pytest.raises(Refused):
        WRITES[what](scene)


def test_the_sentence_says_that_it_went_elsewhere(scene):
    with pytest.raises(Refused, match="chỉ còn xem được"):
        make.write(scene.file, "…", scene.lan)


def test_it_is_read(scene):
    with reading(scene.lan):
        assert cases.notes_of(scene.file, scene.lan)
    files.reveal(case=scene.file, what="ten", reason="check", by=scene.lan)


def test_a_number_that_became_dangerous_is_taken_away_all_the_same(scene):
    [phone] = phones(scene)

    people.forget_phone(phone=phone, by=scene.lan)

    assert phones(scene) == []


def test_she_comes_back_and_the_file_is_opened_again(scene):
    files.reopen_case(case=scene.file, by=scene.lan, now=clock.now())

    assert make.write(scene.file, "Chị đã về", scene.lan)


def test_another_open_file_of_hers_is_written_in(scene):
    """She was taken down again under the same record: what is known of her may be corrected."""
    person = make.person_of(scene.file, scene.lan)
    said = {"channel": "visit", "reasons": [], "needs": [], "risk": "low", "commune": None}
    files.open_case(person=person, **said, by=scene.lan, now=clock.now())

    people.note_phone(person=person, number="+84900000001", by=scene.lan, now=clock.now())


def test_it_is_as_it_was_for_others(scene):
    other = make.sender()

    assert make.write(other.file, "…", other.lan)
