"""Who was let into one file sees that one only, before and after."""

import pytest

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases import actions as cases_actions
from ketnoi.cases import queries as cases
from ketnoi.cases.models import Case
from ketnoi.cases.tests import make as files
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused
from ketnoi.foundation.guard.context import acting, reading
from ketnoi.foundation.trail.models import Line
from ketnoi.merging.tests import make
from ketnoi.protection.tests import make as shelters

pytestmark = pytest.mark.django_db


@pytest.fixture
def lan():
    return agencies.member(role="lead")


@pytest.fixture
def into(lan):
    return files.case(lan)


@pytest.fixture
def away(lan):
    return files.case(lan, phone=files.PHONE)


@pytest.fixture
def yen():
    return shelters.officer("shelter", name="Yến")


def wrote(file, body, by):
    return cases_actions.write_note(
        case=file, kind="other", privacy="network", body=body, by=by, now=clock.now()
    )


def seen_by(member, code):
    with reading(member):
        case = cases.case_by_code(member, code)
        if case is None:
            return None
        return case.pk, [n.body.open() for n in cases.notes_of(case, member)]


def test_who_was_let_into_the_merged_file_reads_that_one_only(lan, into, away, yen):
    shelters.opened(away, yen.agency)
    wrote(away, "Ở hồ sơ cũ.", lan)
    wrote(into, "Ở hồ sơ giữ lại.", lan)

    make.merged(into, away, by=lan)

    assert seen_by(yen, away.code) == (away.pk, ["Ở hồ sơ cũ."])
    assert seen_by(yen, into.code) is None
    with reading(yen):
        assert list(Case.objects.values_list("pk", flat=True)) == [away.pk]
        assert not Line.objects.filter(chain=into.pk).exists()
        assert [case.pk for case in cases.case_list(yen)] == [away.pk]


def test_who_was_let_into_the_other_file_learns_nothing_of_the_merged_one(lan, into, away, yen):
    shelters.opened(into, yen.agency)
    wrote(away, "Ở hồ sơ cũ.", lan)

    make.merged(into, away, by=lan)

    assert seen_by(yen, into.code) == (into.pk, [])
    assert seen_by(yen, away.code) is None
    with reading(yen):
        case = cases.case_by_code(yen, into.code)
        assert "case.merged" not in [line.verb for line in cases.timeline(case, yen)]


def test_who_was_let_in_writes_no_more_in_the_merged_file(lan, into, away, yen):
    shelters.opened(away, yen.agency)
    make.merged(into, away, by=lan)

    with pytest.raises(Refused):
        wrote(away_of(yen, away), "Thêm.", yen)


def away_of(member, away):
    with reading(member):
        return Case.objects.get(pk=away.pk)


def test_a_yes_given_in_the_merged_file_covers_nothing_in_the_other(lan, into, away, yen):
    files.consent(away, yen.agency, by=lan)
    make.merged(into, away, by=lan)

    with reading(lan):
        case = cases.case_by_code(lan, into.code)
        about = {"purpose": "safe_place", "agency_id": yen.agency_id, "now": clock.now()}
        assert cases.consent_for(case, **about) is None
        assert len(cases.consents_of(case)) == 1


def test_she_takes_back_a_yes_of_the_merged_file_through_the_one_that_is_open(lan, into, away, yen):
    given = files.consent(away, yen.agency, by=lan)
    make.merged(into, away, by=lan)
    with acting(lan):
        consent = cases.consent_in(cases.case_by_code(lan, into.code), given.pk)

    cases_actions.withdraw_consent(consent=consent, by=lan, now=clock.now())

    with reading(lan):
        assert not cases.consents_of(cases.case_by_code(lan, into.code))[0].holds(clock.now())


def test_a_woman_in_a_shelter_is_not_merged_away(lan, into, away, yen):
    shelters.opened(away, yen.agency)
    shelters.admitted(away, yen)

    with pytest.raises(Refused, match="Xem lại việc tạm lánh"):
        make.merged(into, away, by=lan)


def test_an_open_door_and_a_restriction_are_not_merged(lan, into, away, yen):
    shelters.opened(away, yen.agency)
    cases_actions.restrict_case(case=into, by=lan, now=clock.now())

    with pytest.raises(Refused, match="chỉ giữ, không chia sẻ"):
        make.merged(into, away, by=lan)


def test_an_emergency_opens_the_file_that_goes_on(lan, into, away):
    kim = agencies.member(agencies.agency("osso"), name="Kim")
    make.merged(into, away, by=lan)

    opened = cases_actions.open_in_emergency(
        code=away.code, reason="danger", words="…", by=kim, now=clock.now()
    )

    assert opened.pk == into.pk
