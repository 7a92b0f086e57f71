"""What she asks about her data reaches every file that was merged into hers."""

import pytest

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases import actions as cases_actions
from ketnoi.cases import queries as cases
from ketnoi.cases.models import Case
from ketnoi.cases.tests import make as files
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused
from ketnoi.foundation.guard.context import acting, reading
from ketnoi.merging.tests import make
from ketnoi.people import actions as people_actions
from ketnoi.people import queries as people
from ketnoi.rights import actions as rights
from ketnoi.rights import queries as requests
from ketnoi.rights.queries import paper

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


def erased(wish, by):
    return rights.answer_request(
        wish=wish, outcome="done", ground="", answer="Đã xóa.", by=by, now=clock.now()
    )


def wished(lan, into, right):
    with acting(lan):
        case = cases.case_by_code(lan, into.code)
    asked = rights.take_request(
        case=case, right=right, asker="herself", check_made="known", words="", by=lan,
        now=clock.now(),
    )  # fmt: skip
    with acting(lan):
        return requests.request_of_file(lan, into.code, asked.pk)


def test_erasing_her_erases_what_was_kept_in_both_files(lan, into, away):
    made = make.merged(into, away, by=lan)

    erased(wished(lan, into, "erase"), lan)

    with reading(lan):
        hers = [people.person(lan, case.person_id) for case in (into, away)]
        assert all(her.erased_at and not her.called.open() for her in hers)
    with pytest.raises(Refused, match="đã được xóa"):
        make.undone(made, by=lan)


def test_a_hold_on_either_record_keeps_both(lan, into, away):
    with acting(lan):
        person = people.person(lan, away.person_id)
    people_actions.hold_data(
        person=person, ground="court", source="…", until=None, by=lan, now=clock.now()
    )
    make.merged(into, away, by=lan)

    with pytest.raises(Refused, match="phải giữ"):
        erased(wished(lan, into, "erase"), lan)

    with reading(lan):
        assert people.person(lan, into.person_id).erased_at is None


def test_her_copy_holds_what_was_written_in_both_files(lan, into, away):
    cases_actions.write_note(
        case=away, kind="other", privacy="agency", body="Ở hồ sơ cũ.", by=lan, now=clock.now()
    )
    make.merged(into, away, by=lan)

    with reading(lan):
        case = cases.case_by_code(lan, into.code)
        parts = paper.copy_of(case, people.person(lan, case.person_id), lan)
    told = [value for part in parts for _label, value in part.lines]
    assert {into.code, away.code, "Ở hồ sơ cũ."} <= set(told)
    assert any("0912 345 678" in value for value in told)


def test_restricting_reaches_both_files(lan, into, away):
    make.merged(into, away, by=lan)

    erased(wished(lan, into, "restrict"), lan)

    with reading(lan):
        assert all(Case.objects.get(pk=case.pk).restricted_at for case in (into, away))


def test_a_file_in_which_she_waits_for_an_answer_is_not_merged_away(lan, into, away):
    wished(lan, away, "copy")

    with pytest.raises(Refused, match="Phản hồi yêu cầu về dữ liệu"):
        make.merged(into, away, by=lan)
