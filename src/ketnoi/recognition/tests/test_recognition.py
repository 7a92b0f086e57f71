"""One person in two agencies: who is asked, what each side learns, what nobody learns."""

import pytest
from django.db import DatabaseError, transaction

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases import actions as opened
from ketnoi.cases import queries as files
from ketnoi.cases.models import Case, Task
from ketnoi.cases.tests import make as cases
from ketnoi.foundation import clock, recognition
from ketnoi.foundation.action import writing
from ketnoi.foundation.guard.context import acting
from ketnoi.people import actions as people
from ketnoi.people.models import Person
from ketnoi.places.models import Commune
from ketnoi.recognition import actions, queries, rules
from ketnoi.recognition.models import Approach, Introduction, Question
from ketnoi.recognition.tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def lan():
    return agencies.member(agencies.agency("women_union"), name="Lan")


@pytest.fixture
def yen():
    return agencies.member(agencies.agency("shelter", "province"), name="Yến")


def approaches(member):
    with acting(member):
        return list(Approach.objects.select_related("case__key"))


def introductions(member):
    with acting(member):
        return list(Introduction.objects.select_related("partner"))


def met(lan, yen, **shared):
    """A file of the one who asks and one of the other agency, with something in common."""
    asking, known = cases.case(lan, **shared), cases.case(yen, **shared)
    make.asked(asking, lan)
    make.a_round()
    return asking, known


@pytest.mark.parametrize(
    ("shared", "by"),
    [
        ({"paper": cases.PAPER}, "by_paper"),
        ({"phone": cases.PHONE}, "by_phone"),
    ],
)
def test_the_other_side_is_asked_to_ask_her(lan, yen, shared, by):
    _asking, known = met(lan, yen, **shared)

    [approach] = approaches(yen)
    with acting(yen):
        [task] = [t for t in files.to_do(yen) if t.kind == "recognised"]
    assert getattr(approach, by)
    assert (task.code, task.member_id, task.asker_id) == (known.code, yen.pk, yen.agency_id)


def test_the_one_who_asks_reads_of_it_nowhere(lan, yen):
    met(lan, yen, paper=cases.PAPER)

    with acting(lan):
        assert not Approach.objects.exists()
        assert not Task.objects.filter(kind="recognised").exists()
        assert Case.objects.count() == 1


def test_the_other_side_reads_nothing_of_the_question(lan, yen):
    met(lan, yen, paper=cases.PAPER)

    with acting(yen):
        assert not Question.objects.exists()
        assert Case.objects.count() == 1


def test_a_coordinator_sees_of_it_nothing(lan, yen):
    met(lan, yen, paper=cases.PAPER)
    hoa = agencies.member(lan.agency, role="coordinator", name="Hoa")

    with acting(hoa):
        seen = Task.objects.values_list("kind", flat=True)
        assert "ask_consent" in seen
        assert "recognised" not in seen
        assert not Approach.objects.exists()
        assert not Question.objects.exists()


def named(by, name, year, commune, *, guess=False):
    file = cases.case(by, commune=commune)
    with acting(by):
        person = Person.objects.select_related("key").get(pk=file.person_id)
    people.describe_person(
        person=person, version=1, name=name, birth_year=year, birth_is_guess=guess, by=by
    )
    return file


@pytest.mark.parametrize(
    ("theirs", "year", "guess", "near", "asks"),
    [
        ("Nguyễn Thị Hồng Nhung", 1999, False, True, True),
        ("NHUNG HONG NGUYEN", 1999, False, True, True),
        ("Nguyễn Hồng Nhung", 2001, True, True, True),
        ("Nguyễn Hồng Nhung", 2002, True, True, False),
        ("Nguyễn Hồng Nhung", 2000, False, True, False),
        ("Nguyễn Hồng Nhung", 1999, False, False, False),
        ("Nguyễn Hồng Nga", 1999, False, True, False),
        ("Nguyễn Hồng Nhung Anh", 1999, False, True, False),
        ("Nguyễn Nhung", 1999, False, True, False),
        ("Nhung", 1999, False, True, False),
    ],
)
def test_a_name_asks_only_with_its_year_and_commune(lan, yen, theirs, year, guess, near, asks):
    here, there = Commune.objects.all()[:2]
    asking = named(lan, "Nguyễn Thị Hồng Nhung", 1999, here)
    named(yen, theirs, year, here if near else there, guess=guess)

    make.asked(asking, lan)
    make.a_round()

    assert [a.by_name for a in approaches(yen)] == [True] * asks


def test_what_the_other_side_writes_down_later_is_compared_too(lan, yen):
    asking, known = cases.case(lan, paper=cases.PAPER), cases.case(yen)
    make.asked(asking, lan)
    make.a_round()
    with acting(yen):
        person = Person.objects.get(pk=known.person_id)
    people.note_paper(person=person, kind="cccd", number=cases.PAPER, by=yen, now=clock.now())

    make.a_round()
    make.a_round()

    assert len(approaches(yen)) == 1


def test_nobody_is_asked_without_her_yes(lan, yen):
    cases.case(lan, paper=cases.PAPER)
    cases.case(yen, paper=cases.PAPER)

    make.a_round()

    assert approaches(yen) == []


def test_two_files_of_one_agency_are_no_matter_of_this(lan):
    colleague = agencies.member(lan.agency, name="Mai")
    asking = cases.case(lan, paper=cases.PAPER)
    cases.case(colleague, paper=cases.PAPER)

    make.asked(asking, lan)
    make.a_round()

    assert approaches(lan) == []


def test_when_she_agrees_in_both_each_side_is_told_of_the_other(lan, yen):
    asking, known = met(lan, yen, paper=cases.PAPER)
    [approach] = approaches(yen)

    make.answered(approach, yen, "agrees")
    make.a_round()

    [lans], [yens] = introductions(lan), introductions(yen)
    assert (lans.partner, lans.partner_code, lans.code) == (yen.agency, known.code, asking.code)
    assert (yens.partner, yens.partner_code, yens.code) == (lan.agency, asking.code, known.code)
    for member, file in ((lan, asking), (yen, known)):
        with acting(member):
            assert "introduced" in [t.kind for t in files.to_do(member)]
            assert Case.objects.get() == file


@pytest.mark.parametrize("answer", ["declines", "not_her", "not_safe"])
def test_any_other_answer_tells_nobody_anything(lan, yen, answer):
    met(lan, yen, paper=cases.PAPER)
    [approach] = approaches(yen)

    make.answered(approach, yen, answer)
    make.a_round()

    assert introductions(lan) == introductions(yen) == []
    with acting(lan):
        assert not Task.objects.filter(kind__in=["recognised", "introduced"]).exists()
    with acting(yen):
        assert "recognised" not in [t.kind for t in files.to_do(yen)]


def test_a_yes_that_was_taken_back_on_the_asking_side_introduces_nobody(lan, yen):
    met(lan, yen, paper=cases.PAPER)
    [approach] = approaches(yen)
    make.answered(approach, yen, "agrees")
    with acting(lan):
        [question] = Question.objects.select_related("consent__case__key")
    opened.withdraw_consent(consent=question.consent, by=lan, now=clock.now())

    make.a_round()

    assert introductions(lan) == introductions(yen) == []


def test_a_yes_that_was_taken_back_on_the_other_side_introduces_nobody(lan, yen):
    met(lan, yen, paper=cases.PAPER)
    [approach] = approaches(yen)
    make.answered(approach, yen, "agrees")
    with acting(yen):
        approach = Approach.objects.select_related("consent__case__key").get()
    opened.withdraw_consent(consent=approach.consent, by=yen, now=clock.now())

    make.a_round()

    assert introductions(lan) == introductions(yen) == []


def test_a_question_that_was_taken_back_leaves_the_other_desk(lan, yen):
    met(lan, yen, paper=cases.PAPER)
    with acting(lan):
        question = Question.objects.get()
    actions.stop_asking(question=question, by=lan, now=clock.now())

    make.a_round()

    with acting(yen):
        assert "recognised" not in [t.kind for t in files.to_do(yen)]
    with pytest.raises(actions.Refused):
        make.answered(approaches(yen)[0], yen, "agrees")


def test_a_law_is_named_by_a_lead_with_its_reason(lan, yen):
    lead = agencies.member(lan.agency, role="lead")
    asking = cases.case(lan, paper=cases.PAPER)
    why = {"ground": "legal_duty", "reason": "Luật Trẻ em 2016, điều 51"}

    for by, ground in ((lan, why), (lead, {**why, "reason": ""})):
        with pytest.raises(actions.Refused):
            make.asked(asking, by, **ground)
    question = make.asked(asking, lead, **why)

    assert question.consent is None
    assert question.reason.open() == "Luật Trẻ em 2016, điều 51"


def test_one_officer_does_not_make_a_search_of_it(lan, monkeypatch):
    monkeypatch.setattr(rules, "MOST_A_DAY", 2)
    for _ in range(2):
        make.asked(cases.case(lan), lan)

    with pytest.raises(actions.Refused):
        make.asked(cases.case(lan), lan)


def test_one_file_asks_once_at_a_time(lan):
    file = cases.case(lan)
    make.asked(file, lan)

    with pytest.raises(actions.Refused):
        make.asked(file, lan)


def test_only_the_system_compares(lan):
    with pytest.raises(DatabaseError), transaction.atomic(), acting(lan):
        recognition.recognise([])


def test_nobody_puts_a_question_on_a_strange_desk(lan, yen):
    asking, known = cases.case(lan), cases.case(yen)
    question = make.asked(asking, lan)
    forged = Approach(
        question=question,
        case_id=known.pk,
        holder_id=known.holder_id,
        code=known.code,
        keeper_id=yen.pk,
        made_at=clock.now(),
    )

    with pytest.raises(DatabaseError), transaction.atomic(), acting(lan), writing():
        forged.save(force_insert=True)


def test_the_same_query_finds_only_what_is_ones_own(lan, yen):
    met(lan, yen, paper=cases.PAPER)
    [approach] = approaches(yen)

    with acting(lan):
        assert queries.approach_of_file(lan, approach.code, approach.pk) is None
