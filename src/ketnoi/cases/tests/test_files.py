"""Opening, describing, handing over and closing files."""

import pytest

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases import actions, queries
from ketnoi.cases.models import Case, Task
from ketnoi.cases.tests import make
from ketnoi.foundation import clock
from ketnoi.foundation.action import Changed, WroteOutsideAction
from ketnoi.foundation.guard.context import acting
from ketnoi.foundation.trail.models import Line

pytestmark = pytest.mark.django_db


@pytest.fixture
def lan():
    return agencies.member()


@pytest.fixture
def file(lan):
    return make.case(lan)


def test_a_new_file_waits_for_her_consent_by_the_next_working_day(lan, file):
    with acting(lan):
        [task] = queries.to_do(lan)

    assert (task.kind, task.code, task.member) == ("ask_consent", file.code, lan)
    assert task.due_at > clock.now()


def test_opening_a_file_leaves_one_line_in_its_chain(lan, file):
    with acting(lan):
        lines = Line.objects.filter(chain=file.pk)

        assert [line.verb for line in lines] == ["case.opened"]


def test_another_agency_sees_nothing_of_it(file):
    stranger = agencies.member()

    with acting(stranger):
        assert not Case.objects.exists()
        assert queries.case_by_code(stranger, file.code) is None
        assert not Task.objects.exists()
        assert not Line.objects.filter(chain=file.pk).exists()


def test_without_a_member_the_database_shows_no_row(file):
    assert not Case.objects.exists()


def test_nothing_is_written_behind_the_back_of_the_actions(lan, file):
    with acting(lan), pytest.raises(WroteOutsideAction):
        Case.objects.filter(pk=file.pk).update(risk="low")


def test_the_second_of_two_editors_is_told_what_the_first_wrote(lan, file):
    actions.describe_case(case=file, version=1, risk="now", by=lan, now=clock.now())

    with pytest.raises(Changed) as refusal:
        actions.describe_case(case=file, version=1, risk="low", by=lan, now=clock.now())

    assert refusal.value.theirs.risk == "now"


def test_a_colleague_takes_the_file_over(lan, file):
    colleague = agencies.member(lan.agency, name="Mai")

    actions.hand_over(case=file, to=colleague, by=colleague, now=clock.now())

    assert file.keeper == colleague


def test_nobody_of_another_agency_takes_it_over(lan, file):
    stranger = agencies.member()

    with pytest.raises(actions.Refused):
        actions.hand_over(case=file, to=stranger, by=lan, now=clock.now())


def test_a_closed_file_waits_for_nothing_and_can_be_opened_again(lan, file):
    actions.close_case(case=file, reason="her_wish", by=lan, now=clock.now())
    with acting(lan):
        assert not queries.to_do(lan)

    actions.reopen_case(case=file, by=lan, now=clock.now())

    with acting(lan):
        assert [t.kind for t in queries.to_do(lan)] == ["next_step"]


def test_a_file_entered_in_error_does_not_go_on(lan, file):
    actions.mark_case_mistaken(case=file, by=lan, now=clock.now())

    with pytest.raises(actions.Refused):
        actions.move_case(case=file, status="active", by=lan, now=clock.now())


def test_seeing_a_sealed_value_leaves_its_reason_and_not_the_value(lan, file):
    actions.reveal(case=file, what="name", reason="call_her", by=lan)

    with acting(lan):
        line = Line.objects.filter(chain=file.pk).latest("seq")
    assert (line.verb, line.facts) == (
        "person.revealed",
        {"what": "name", "reason": "call_her"},
    )


def test_a_volunteer_keeps_sight_of_what_she_took_down():
    sa = agencies.member(role="volunteer", name="Sa")
    file = make.case(sa)

    with acting(sa):
        assert queries.case_by_code(sa, file.code) == file


def test_a_keeper_who_opens_files_no_more_hears_so_when_consent_is_taken_back(lan, file):
    given = make.consent(file, agencies.agency("shelter", "province"), by=lan)
    now_a_volunteer = agencies.now_as(lan, "volunteer")

    with pytest.raises(actions.Refused):
        actions.withdraw_consent(consent=given, by=now_a_volunteer, now=clock.now())


def test_an_administrator_opens_no_file(lan, file):
    admin = agencies.member(lan.agency, role="admin")

    with acting(admin):
        assert not Case.objects.exists()


def test_what_does_not_fit_on_todays_page_is_on_the_next(client, lan):
    codes = {make.case(lan).code for _n in range(33)}
    agencies.signed_in(client, lan)
    first = client.get("/cb/").content.decode()
    second = client.get("/cb/?page=2").content.decode()

    assert "Trang sau" in first
    assert "Trang sau" not in second
    assert first.count("Hỏi ý kiến") + second.count("Hỏi ý kiến") == len(codes)
    assert all(code in first + second for code in codes)
