"""P7: breaking glass. A reason, a second person or four hours, the owner told, a review in time."""

import re
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from procrastinate.contrib.django.models import ProcrastinateJob as Job

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases import actions, queries
from ketnoi.cases.models import Case, CaseAccess, EmergencyOpening, Note, Task, Wrap
from ketnoi.cases.tests import make
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused
from ketnoi.foundation.trail.models import Line
from ketnoi.people import queries as people

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "owner"])

HOUR, SECOND = timedelta(hours=1), timedelta(seconds=1)


@pytest.fixture
def lead():
    return agencies.member(role="lead", name="Mai")


@pytest.fixture
def file(lead):
    return make.case(agencies.member(lead.agency))


@pytest.fixture
def kim():
    return agencies.member(agencies.agency("osso"), name="Kim")


def breaks(by, code):
    words = {"reason": "danger", "words": "Chị vừa gọi, có người phá cửa."}
    return actions.open_in_emergency(code=code, by=by, now=clock.now(), **words)


def opening_of(by):
    with agencies.as_seen_by(by):
        return queries.emergency(by, EmergencyOpening.objects.get().pk)


def sees(member):
    with agencies.as_seen_by(member):
        both_locks = Case.objects.count(), Case.objects.visible_to(member).count()
    assert both_locks[0] == both_locks[1]
    return bool(both_locks[0])


def later(span):
    clock.move_by(clock.offset() + span)


def test_who_knows_the_code_opens_the_file_and_its_colleagues_do_not(file, kim):
    case = breaks(kim, f" {file.code.lower()} ")

    assert case.pk == file.pk
    assert sees(kim)
    assert not sees(agencies.member(kim.agency))


def test_what_is_closed_for_agencies_stays_closed_and_so_does_her_own_record(file, kim):
    keeper = file.keeper
    for privacy in ("agency", "network"):
        said = {"body": "Chị ấy muốn học may", "privacy": privacy, "kind": "other"}
        actions.write_note(case=file, by=keeper, now=clock.now(), **said)

    breaks(kim, file.code)

    with agencies.as_seen_by(kim):
        case = queries.case_by_code(kim, file.code)
        assert case.risk == "high"
        assert queries.notes_of(case, kim) == []
        assert Note.objects.filter(case=case).count() == 1
        assert Wrap.objects.count() == 0
        assert people.person(kim, file.person_id) is None
    with agencies.as_seen_by(keeper):
        assert len(queries.notes_of(file, keeper)) == 2


def test_the_door_shuts_by_itself_after_four_hours(file, kim):
    breaks(kim, file.code)

    later(4 * HOUR - 10 * SECOND)
    assert sees(kim)
    later(11 * SECOND)
    assert not sees(kim)


def test_with_a_second_person_it_stays_open_until_the_review_is_due(file, kim):
    breaks(kim, file.code)
    colleague = agencies.member(kim.agency, name="Tư")

    actions.confirm_emergency(opening=opening_of(kim), by=colleague, now=clock.now())

    later(5 * HOUR)
    assert sees(kim)
    assert not sees(colleague)
    later(68 * HOUR)
    assert not sees(kim)


def test_nobody_is_her_own_second_person(file, kim):
    breaks(kim, file.code)
    opening = opening_of(kim)

    with pytest.raises(Refused):
        actions.confirm_emergency(opening=opening, by=kim, now=clock.now())
    with pytest.raises(DatabaseError), agencies.as_seen_by(kim), connection.cursor() as cursor:
        cursor.execute("SELECT kn.confirm_emergency(%s)", [opening.pk])


def test_the_holder_is_told_at_once_and_its_lead_reviews(file, kim, lead):
    before = Job.objects.filter(task_name__contains="tell_agency").count()

    breaks(kim, file.code)

    assert Job.objects.filter(task_name__contains="tell_agency").count() == before + 1
    with agencies.as_seen_by(lead):
        [task] = Task.objects.filter(kind="review_emergency")
        assert task.agency_id == lead.agency_id
        assert task.due_at == opening_of(lead).at + 72 * HOUR
        assert Line.objects.filter(chain=file.pk, verb="emergency.opened").exists()


def test_a_door_that_was_not_needed_closes_with_the_review(file, kim, lead):
    breaks(kim, file.code)

    actions.review_emergency(
        opening=opening_of(lead), verdict="not_needed", by=lead, now=clock.now()
    )

    assert not sees(kim)
    with agencies.as_seen_by(lead):
        assert not Task.objects.filter(kind__endswith="_emergency", done_at=None).exists()


def test_only_the_lead_of_the_holder_reviews(file, kim, lead):
    breaks(kim, file.code)
    boss = agencies.member(kim.agency, role="lead")
    officer = agencies.member(lead.agency)

    for somebody in (kim, boss, officer):
        with pytest.raises(Refused):
            actions.review_emergency(
                opening=opening_of(lead), verdict="needed", by=somebody, now=clock.now()
            )


def test_an_overdue_review_blocks_the_agency_until_it_is_done(file, kim, lead):
    breaks(kim, file.code)
    other, colleague = make.case(agencies.member()), agencies.member(kim.agency)

    later(72 * HOUR - 10 * SECOND)
    assert breaks(colleague, other.code)
    later(11 * SECOND)
    third = make.case(agencies.member())
    with pytest.raises(Refused, match="quá hạn"):
        breaks(colleague, third.code)
    with pytest.raises(DatabaseError), agencies.as_seen_by(kim), connection.cursor() as cursor:
        cursor.execute(
            "SELECT kn.break_glass(%s, gen_random_uuid(), gen_random_uuid(), 'danger')",
            [third.code],
        )
    with agencies.as_seen_by(lead):
        opening = EmergencyOpening.objects.select_related("door").get()
    actions.review_emergency(opening=opening, verdict="needed", by=lead, now=clock.now())

    assert breaks(colleague, third.code)


def test_the_application_makes_no_door_for_itself(file, kim):
    with pytest.raises(DatabaseError), agencies.as_seen_by(kim), connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO cases_caseaccess (id, case_id, holder_id, agency_id, member_id, basis,"
            " prepared_at, since) VALUES (gen_random_uuid(), %s, %s, %s, %s, 'emergency',"
            " kn.now(), kn.now())",
            [file.pk, file.holder_id, kim.agency_id, kim.pk],
        )


def test_her_words_are_sealed_and_read_by_the_holder(file, kim, lead):
    breaks(kim, file.code)

    with agencies.as_seen_by(lead):
        opening = EmergencyOpening.objects.select_related("case__key").get()
        assert opening.words.open() == "Chị vừa gọi, có người phá cửa."
    with transaction.atomic(using="owner"):
        raw = EmergencyOpening.objects.using("owner").values_list("words", flat=True).get()
    assert "phá cửa".encode() not in bytes(raw)


def answer(client, by, code):
    typed = {"code": code, "reason": "danger", "words": "Có người phá cửa."}
    return agencies.signed_in(client, by).post("/cb/khan-cap/", typed)


def test_a_wrong_code_answers_like_a_file_that_cannot_be_opened(client, file, kim):
    mistaken = make.case(agencies.member())
    owner = agencies.member(agencies.Agency.objects.get(pk=mistaken.holder_id), role="lead")
    with agencies.as_seen_by(owner):
        mistaken = queries.case_by_code(owner, mistaken.code)
    actions.mark_case_mistaken(case=mistaken, by=owner, now=clock.now())

    nothing = answer(client, kim, "KN-26-0000")
    foreign = answer(client, kim, mistaken.code)

    assert nothing.status_code == foreign.status_code == 422
    assert told(nothing, "KN-26-0000") == told(foreign, mistaken.code)
    with agencies.as_seen_by(kim):
        assert Line.objects.filter(verb=queries.WRONG_CODE).count() == 2
        assert not CaseAccess.objects.exists()


def told(response, code):
    """What the page says, without the code that was typed and the token of the form."""
    html = response.content.decode().replace(code, "…")
    return re.sub(r'csrfmiddlewaretoken" value="\w+"', "", html)


def test_codes_are_not_guessed(client, file, kim):
    for number in range(5):
        answer(client, kim, f"KN-26-000{number}")

    assert answer(client, kim, file.code).status_code == 422
    assert not sees(kim)


def test_the_pages_show_what_each_may_know(client, file, kim, lead):
    assert answer(client, kim, file.code).status_code == 302
    pk = opening_of(kim).pk
    review = f"/cb/khan-cap/{pk}/xem-lai/"

    hers = agencies.signed_in(client, lead).get(review).content.decode()
    assert "phá cửa" in hers and "Kim" in hers
    assert agencies.signed_in(client, agencies.member()).get(review).status_code == 404
    colleague = agencies.member(kim.agency)
    confirm = agencies.signed_in(client, colleague).get(f"/cb/khan-cap/{pk}/xac-nhan/")
    assert "Kim" in confirm.content.decode()
    assert file.code not in confirm.content.decode()


def test_who_opened_it_closes_it_when_she_is_done(client, file, kim):
    answer(client, kim, file.code)

    agencies.signed_in(client, kim).post(f"/cb/khan-cap/{opening_of(kim).pk}/dong/")

    assert not sees(kim)
    with pytest.raises(Refused):
        actions.end_emergency(opening=opening_of(kim), by=kim, now=clock.now())
