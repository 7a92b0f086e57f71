"""Two files of one woman become one, and nothing is lost."""

import pytest

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases import actions as cases_actions
from ketnoi.cases import queries as cases
from ketnoi.cases.tests import make as files
from ketnoi.foundation import clock
from ketnoi.foundation.guard.context import acting, reading
from ketnoi.merging.tests import make
from ketnoi.merging.tests.make import OTHER_NAME, OTHER_PHONE, opened, write
from ketnoi.people import actions as people_actions
from ketnoi.people import queries as people

pytestmark = pytest.mark.django_db


@pytest.fixture
def lan():
    return agencies.member()


@pytest.fixture
def into(lan):
    return make.first(lan)


@pytest.fixture
def away(lan):
    return make.second(lan)


def test_the_code_of_the_merged_file_opens_the_one_that_goes_on(lan, into, away):
    make.merged(into, away, by=lan)

    assert opened(lan, away.code).pk == into.pk
    assert opened(lan, into.code).pk == into.pk


def test_lists_show_the_woman_once(lan, into, away):
    make.merged(into, away, by=lan)

    with reading(lan):
        assert [case.pk for case in cases.case_list(lan)] == [into.pk]
        assert [case.pk for case in cases.case_list(lan, status="merged")] == [away.pk]


@pytest.mark.parametrize(
    "known",
    [
        {"name": files.NAME, "birth_year": 2003},
        {"name": OTHER_NAME, "birth_year": 2002},
        {"phone": files.PHONE},
        {"phone": OTHER_PHONE},
        {"paper": files.PAPER},
    ],
)
def test_either_name_and_every_number_find_the_file_that_goes_on(lan, into, away, known):
    make.merged(into, away, by=lan)

    with acting(lan):
        found = cases.likely_files(lan, **known)

    assert [one.case.pk for one in found] == [into.pk]


def test_the_old_code_is_found_with_its_reason(lan, into, away):
    make.merged(into, away, by=lan)

    with acting(lan):
        [one] = cases.surely_files(lan, code=away.code)

    assert (one.case.pk, one.why) == (into.pk, ("code",))


def test_notes_and_timeline_of_both_are_read_in_one_place(lan, into, away):
    write(into, "Gọi điện.", lan)
    make.merged(into, away, by=lan)

    case = opened(lan, into.code)
    with reading(lan):
        assert {n.body.open() for n in cases.notes_of(case, lan)} == {"Gọi điện.", "Gặp ở chợ."}
        verbs = [line.verb for line in cases.timeline(case, lan)]
    assert verbs.count("case.opened") == 2
    assert {"case.merged", "case.merged_away"} <= set(verbs)


def test_what_is_chosen_is_kept_and_lists_of_words_are_united(lan, into, away):
    make.merged(into, away, by=lan, called="theirs", birth="theirs", name="ours", risk="theirs")

    case = opened(lan, into.code)
    with reading(lan):
        person = people.person(lan, case.person_id)
        said = (person.called.open(), person.birth_year, person.name.open())
    assert said == ("Sô", 2002, files.NAME)
    assert (case.risk, case.needs) == ("high", ["safe_place", "health"])
    assert case.reasons == ["returned_migrant", "violence"]


def test_a_restriction_of_either_holds_for_both_until_they_come_apart(lan, into, away):
    cases_actions.restrict_case(case=away, by=lan, now=clock.now())

    made = make.merged(into, away, by=lan)

    assert opened(lan, into.code).restricted_at is not None
    make.undone(made, by=lan)
    assert opened(lan, into.code).restricted_at is None


def test_relatives_and_numbers_of_both_are_reached_through_one_file(lan, into, away):
    with reading(lan):
        person = people.person(lan, away.person_id)
    people_actions.add_relative(
        person=person, kind="child", lives="her", carer="her", called="Tí", by=lan, now=clock.now()
    )
    make.merged(into, away, by=lan)

    case = opened(lan, into.code)
    with reading(lan):
        hers = cases.persons_within(case)
        ties = [tie.relative.called.open() for pk in hers for tie in people.family_of(lan, pk)]
        numbers = [n.number.open() for pk in hers for n in people.phones_of(people.person(lan, pk))]
    assert ties == ["Tí"]
    assert numbers == [files.PHONE, OTHER_PHONE]
