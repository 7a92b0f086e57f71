"""What an answer does: restriction restricts, erasure erases, the copy can be read."""

import pytest
from django.db import DatabaseError, transaction

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases import actions as acts
from ketnoi.cases import queries as files
from ketnoi.cases.models import CaseAccess, Consent
from ketnoi.cases.tests import make as cases
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused, writing
from ketnoi.foundation.guard.context import acting, reading
from ketnoi.foundation.tests import papers
from ketnoi.foundation.uploads import fit
from ketnoi.people import actions as people
from ketnoi.people import queries as persons
from ketnoi.people.models import Person
from ketnoi.referrals import queries as requests
from ketnoi.rights import queries
from ketnoi.rights.tests.make import answer, ask, shared_with

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead():
    return agencies.member(role="lead")


@pytest.fixture
def file(lead):
    return cases.case(lead, phone=cases.PHONE)


def test_restriction_closes_every_door_and_keeps_them_closed(lead, file):
    yen, referral = shared_with(file, lead)
    with acting(yen):
        assert files.case_by_code(yen, file.code)

    answer(ask(file, lead, "restrict"), lead)

    with acting(yen):
        assert files.case_by_code(yen, file.code) is None
        assert requests.told(requests.referrals_visible_to(yen).get(pk=referral.pk)) == {}
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

    acts.lift_restriction(case=fresh, by=lead)

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


def paper_of(file, by, title, **more):
    said = {"kind": "decision", "title": title, "privacy": "agency", **more}
    return acts.attach(case=file, file=fit(papers.document()), by=by, now=clock.now(), **said)


def child_of(file, by, called):
    with reading(by):
        person = persons.person(by, file.person_id)
    said = {"kind": "child", "lives": "her", "carer": "her", "called": called}
    return people.add_relative(person=person, by=by, now=clock.now(), **said)


def test_the_copy_names_her_papers_and_where_each_is_printed(client, lead, file):
    paper_of(file, lead, "Số 12")
    wrong = paper_of(file, lead, "Của người khác")
    acts.mark_attachment_mistaken(attachment=wrong, by=lead, now=clock.now())
    agencies.signed_in(client, lead)

    page = client.get(f"/cb/ho-so/{file.code}/quyen/ban-sao/").content.decode()

    assert "Quyết định, kết luận. Số 12" in page
    assert f'href="/cb/ho-so/{file.code}/giay-to/tep/"' in page
    assert "Của người khác" not in page


def test_the_copy_says_how_many_papers_there_are_even_when_they_are_many(client, lead, file):
    for number in range(files.SHOWN + 2):
        paper_of(file, lead, f"Số {number}.")
    agencies.signed_in(client, lead)

    page = client.get(f"/cb/ho-so/{file.code}/quyen/ban-sao/").content.decode()

    assert page.count("Quyết định, kết luận") == files.SHOWN + 2


def test_the_copy_says_who_belongs_to_her_and_nothing_that_was_a_mistake(client, lead, file):
    child_of(file, lead, "Bé Na")
    wrong = child_of(file, lead, "Bé Nhầm")
    people.end_tie(tie=wrong, reason="mistaken", by=lead, now=clock.now())
    agencies.signed_in(client, lead)

    page = client.get(f"/cb/ho-so/{file.code}/quyen/ban-sao/").content.decode()

    assert "Bé Na. Cùng người được hỗ trợ" in page
    assert "Bé Nhầm" not in page


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


def test_nothing_is_written_about_somebody_who_was_erased(client, lead, file):
    answer(ask(file, lead, "erase"), lead)
    agencies.signed_in(client, lead)
    words = {"kind": "call", "privacy": "agency", "body": "Gọi lại"}

    page = client.post(f"/cb/ho-so/{file.code}/ghi-chu/", words)
    phone = client.post(
        f"/cb/ho-so/{file.code}/so-dien-thoai/", {"number": "0912345678", "who_answers": "unknown"}
    )

    assert (page.status_code, phone.status_code) == (422, 422)


def test_what_else_she_asked_is_answered_before_all_is_erased(lead, file):
    ask(file, lead, "copy")
    wish = ask(file, lead, "erase")

    with pytest.raises(Refused):
        answer(wish, lead)


def test_her_request_waits_on_when_support_ends(lead, file):
    wish = ask(file, lead)
    with reading(lead):
        fresh = files.case_by_code(lead, file.code)

    acts.close_case(case=fresh, reason="goals_met", by=lead, now=clock.now())

    with acting(lead):
        assert [t.kind for t in files.to_do(lead)] == ["acknowledge"]
    assert wish.answered_at is None
