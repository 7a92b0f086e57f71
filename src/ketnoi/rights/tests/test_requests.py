"""What she asks about her data: the clocks, who may ask, and that an answer really does it."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases import queries as files
from ketnoi.cases.models import Case, CaseAccess, Consent
from ketnoi.cases.tests import make as cases
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused, writing
from ketnoi.foundation.guard.context import acting, reading
from ketnoi.law import queries as law
from ketnoi.people import actions as people
from ketnoi.people import queries as persons
from ketnoi.people.models import Person
from ketnoi.referrals import actions as referrals
from ketnoi.referrals import queries as requests
from ketnoi.referrals.tests import make
from ketnoi.rights import actions, queries, rules

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead():
    return agencies.member(role="lead")


@pytest.fixture
def file(lead):
    return cases.case(lead, phone=cases.PHONE)


def ask(file, by, right="copy", *, asker="herself", check="known"):
    return actions.take_request(
        case=file,
        right=right,
        asker=asker,
        check_made=check,
        words="Em muốn xem",
        by=by,
        now=clock.now(),
    )


def answer(wish, by, outcome="done", ground=""):
    said = {"outcome": outcome, "ground": ground, "answer": "Đã làm theo lời chị."}
    return actions.answer_request(wish=wish, by=by, now=clock.now(), **said)


def shared_with(file, by):
    """An agency that said yes, and works on her yes."""
    yen = agencies.member(agencies.agency("shelter", "province"), name="Yến")
    bed = make.service(yen.agency, "safe_place")
    referral = make.sent(file, bed, by=by)
    referrals.accept_referral(referral=referral, by=yen, now=clock.now())
    return yen, referral


@pytest.mark.parametrize(
    ("right", "code"),
    [
        ("know", "data.view"),
        ("copy", "data.view"),
        ("correct", "data.view"),
        ("restrict", "data.withdraw"),
        ("object", "data.withdraw"),
        ("erase", "data.delete"),
    ],
)
def test_each_right_has_the_clock_the_law_gives_it(lead, file, right, code):
    wish = ask(file, lead, right)

    assert wish.due_at == law.due(code=code, start=wish.received_at)


def test_others_who_must_stop_have_more_days(lead, file):
    shared_with(file, lead)

    wish = ask(file, lead, "restrict")

    assert wish.due_at == law.due(code="data.withdraw.others", start=wish.received_at)


def test_first_she_is_told_within_two_working_days_then_it_is_done(lead, file):
    wish = ask(file, lead)
    with acting(lead):
        [first] = [t for t in files.tasks_of(file, lead) if t.kind == "acknowledge"]
    assert first.due_at == law.due(code=rules.REPLY, start=wish.received_at)

    actions.acknowledge_request(wish=wish, by=lead, now=clock.now())

    with acting(lead):
        [then] = [t for t in files.to_do(lead) if t.kind in {"acknowledge", "fulfil"}]
    assert (then.kind, then.due_at) == ("fulfil", wish.due_at)


def test_the_deadline_is_extended_once(lead, file):
    wish = ask(file, lead)
    before = wish.due_at

    actions.extend_request(wish=wish, by=lead, now=clock.now())

    assert wish.due_at == law.due(code=rules.EXTENSION, start=before)
    with pytest.raises(Refused):
        actions.extend_request(wish=wish, by=lead, now=clock.now())


def test_what_is_late_is_not_extended(lead, file):
    wish = ask(file, lead)

    with pytest.raises(Refused):
        actions.extend_request(wish=wish, by=lead, now=wish.due_at + timedelta(seconds=1))


def test_an_answer_ends_the_waiting_and_is_given_once(lead, file):
    wish = ask(file, lead)

    answer(wish, lead)

    with acting(lead):
        assert not [t for t in files.to_do(lead) if t.kind in {"acknowledge", "fulfil"}]
    with pytest.raises(Refused):
        answer(wish, lead)


@pytest.mark.parametrize(("outcome", "ground"), [("refused", ""), ("partly", ""), ("done", "law")])
def test_what_was_not_done_says_why(lead, file, outcome, ground):
    wish = ask(file, lead)

    with pytest.raises(Refused):
        answer(wish, lead, outcome, ground)


def represented(lead, file, *, year=None, danger=False):
    with reading(lead):
        person = persons.person(lead, file.person_id)
    people.name_representative(
        person=person,
        name="Mẹ Thử",
        relation="mother",
        may_be_danger=danger,
        by=lead,
        now=clock.now(),
    )
    people.describe_person(person=person, version=1, birth_year=year, by=lead)


def test_a_mother_named_in_the_file_asks_for_her_child(lead, file):
    represented(lead, file, year=clock.today().year - 15)

    assert ask(file, lead, asker="representative", check="paper").pk


@pytest.mark.parametrize(("age", "danger"), [(30, False), (15, True)])
def test_nobody_asks_for_an_adult_or_if_he_may_be_the_danger(lead, file, age, danger):
    represented(lead, file, year=clock.today().year - age, danger=danger)

    with pytest.raises(Refused):
        ask(file, lead, asker="representative", check="paper")


@pytest.mark.parametrize(
    ("asker", "check"),
    [("representative", "paper"), ("proxy", "known"), ("proxy", "paper"), ("herself", "mandate")],
)
def test_a_word_without_the_right_paper_is_not_enough(lead, file, asker, check):
    with pytest.raises(Refused):
        ask(file, lead, asker=asker, check=check)


def test_restriction_closes_every_door_and_keeps_them_closed(lead, file):
    yen, referral = shared_with(file, lead)
    with acting(yen):
        assert files.case_by_code(yen, file.code)

    answer(ask(file, lead, "restrict"), lead)

    with acting(yen):
        assert files.case_by_code(yen, file.code) is None
        assert requests.told(requests.referrals_visible_to(yen).get(pk=referral.pk)) == {}
    fresh = Case(pk=file.pk)
    with acting(lead):
        fresh = files.case_by_code(lead, file.code)
    with pytest.raises(Refused):
        cases.consent(fresh, yen.agency, by=lead)


def test_postgresql_refuses_to_share_a_restricted_file_by_itself(lead, file):
    yen, _referral = shared_with(file, lead)
    answer(ask(file, lead, "restrict"), lead)
    with acting(lead):
        old = Consent.objects.filter(case=file).first()
        door = CaseAccess.objects.filter(case=file).first()

    for record in (old, door):
        record.pk, record.ended_at = None, None
        record._state.adding = True
        with (
            pytest.raises(DatabaseError, match="not shared"),
            transaction.atomic(),
            writing(),
            acting(lead),
        ):
            record.save(force_insert=True)


def test_once_she_agrees_she_may_be_asked_again(lead, file):
    yen, _referral = shared_with(file, lead)
    answer(ask(file, lead, "restrict"), lead)
    with reading(lead):
        fresh = files.case_by_code(lead, file.code)

    from ketnoi.cases.actions import lift_restriction

    lift_restriction(case=fresh, by=lead)

    assert cases.consent(fresh, yen.agency, by=lead).pk


def test_an_objection_withdraws_every_yes(lead, file):
    yen, _referral = shared_with(file, lead)

    answer(ask(file, lead, "object"), lead)

    with acting(yen):
        assert files.case_by_code(yen, file.code) is None


def test_erasing_closes_the_file_and_destroys_what_could_be_read(lead, file):
    shared_with(file, lead)
    wish = ask(file, lead, "erase")

    answer(wish, lead)

    with acting(lead):
        assert Person.objects.get(pk=file.person_id).erased_at
        assert files.case_by_code(lead, file.code).status == "closed"
        [kept] = queries.requests_of(file, lead)
        assert (kept.outcome, kept.words.open(), kept.answer.open()) == ("done", "", "")


def test_only_the_lead_erases(lead, file):
    officer = agencies.member(lead.agency)
    wish = ask(file, officer, "erase")

    with pytest.raises(Refused):
        answer(wish, officer)

    with acting(lead):
        assert Person.objects.get(pk=file.person_id).erased_at is None


def test_a_hold_makes_the_answer_a_refusal_with_its_ground(lead, file):
    with reading(lead):
        person = persons.person(lead, file.person_id)
    people.hold_data(
        person=person,
        ground="investigation",
        source="VB 12/CSĐT",
        until=None,
        by=lead,
        now=clock.now(),
    )
    wish = ask(file, lead, "erase")
    with pytest.raises(Refused):
        answer(wish, lead)

    with reading(lead):
        wish = queries.request_of_file(lead, file.code, wish.pk)
    refused = answer(wish, lead, "refused", "hold")

    assert (refused.outcome, refused.ground) == ("refused", "hold")
    with acting(lead):
        assert Person.objects.get(pk=file.person_id).called.open() == "Út"


def test_another_agency_sees_no_request(lead, file):
    yen, _referral = shared_with(file, lead)
    wish = ask(file, lead)

    with acting(yen):
        assert queries.request_of_file(yen, file.code, wish.pk) is None


def test_the_copy_says_everything_in_words_she_can_read(client, lead, file):
    agencies.signed_in(client, lead)

    page = client.get(f"/cb/ho-so/{file.code}/quyen/ban-sao/").content.decode()

    for words in (cases.NAME, "0912 345 678", file.code, lead.agency.name, "khiếu nại"):
        assert words in page


def test_the_copy_leaves_its_line(client, lead, file):
    agencies.signed_in(client, lead)

    client.get(f"/cb/ho-so/{file.code}/quyen/ban-sao/")

    with acting(lead):
        assert files.looks_at(file, lead)[0].verb == "person.copied"


def test_a_request_goes_its_way_through_the_pages(client, lead, file):
    agencies.signed_in(client, lead)
    here = f"/cb/ho-so/{file.code}/quyen/"
    said = {"right": "erase", "asker": "herself", "check_made": "paper", "words": "Xóa giúp em"}

    made = client.post(here, said)

    there = made.headers["Location"]
    assert "Xóa giúp em" in client.get(there).content.decode()
    client.post(there + "phan-hoi/")
    client.post(there + "gia-han/")
    client.post(there, {"outcome": "done", "ground": "", "answer": "Đã xóa."})
    page = client.get(here)
    assert page.status_code == 200
    assert "Dữ liệu đã được xóa" in page.content.decode()
    assert client.get(there).status_code == 200
