"""Support ends by four eyes; where an agency has but one lead, by hers."""

from threading import Barrier, Thread

import pytest
from django.db import connections

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases import actions as cases
from ketnoi.cases import queries as files
from ketnoi.cases.tests import make
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused
from ketnoi.foundation.guard.context import acting
from ketnoi.foundation.trail.models import Line
from ketnoi.pathway import actions as pathway
from ketnoi.referrals.tests import make as requests
from ketnoi.reintegration import actions, queries

pytestmark = pytest.mark.django_db


@pytest.fixture
def lan():
    return agencies.member(name="Lan")


@pytest.fixture
def mai(lan):
    return agencies.member(lan.agency, role="lead", name="Mai")


@pytest.fixture
def file(lan):
    return make.case(lan)


def proposed(file, lan):
    return pathway.end_support(case=file, reason="goals_met", by=lan, now=clock.now())


def agreed(closing, by):
    pathway.agree_to_close(closing=closing, by=by, now=clock.now())


def status(file, by):
    with acting(by):
        return files.case_by_code(by, file.code).status


def waiting(file, by):
    with acting(by):
        return sorted(t.kind for t in files.tasks_of(file, by) if t.done_at is None)


def test_the_file_is_open_until_a_lead_agrees(file, lan, mai):
    before = waiting(file, lan)

    closing = proposed(file, lan)

    assert status(file, lan) == "received"
    assert waiting(file, lan) == sorted([*before, "agree_to_close"])
    agreed(closing, mai)
    assert status(file, lan) == "closed" and waiting(file, lan) == []
    with acting(lan):
        verbs = {line.verb for line in Line.objects.filter(verb__startswith="clos")}
        assert verbs == {"closing.proposed", "closing.agreed"}


def test_nobody_agrees_with_herself(file, mai):
    other = agencies.member(mai.agency, role="lead", name="Hà")
    closing = proposed(file, mai)

    with pytest.raises(Refused):
        agreed(closing, mai)
    assert status(file, mai) == "received"
    agreed(closing, other)
    assert status(file, mai) == "closed"


@pytest.mark.parametrize("role", ["caseworker", "specialist", "admin", "coordinator"])
def test_only_a_lead_agrees_or_sends_back(file, lan, mai, role):
    closing, by = proposed(file, lan), agencies.member(lan.agency, role=role)

    for answer in (
        lambda: agreed(closing, by),
        lambda: actions.return_closing(closing=closing, why="visits", by=by, now=clock.now()),
    ):
        with pytest.raises(Refused):
            answer()


def test_what_is_sent_back_waits_with_whoever_proposed_it(file, lan, mai):
    closing = proposed(file, lan)

    actions.return_closing(closing=closing, why="open_need", by=mai, now=clock.now())

    with acting(lan):
        mine = [t for t in files.to_do(lan, mine=True) if t.case_id == file.pk]
    assert ("next_step", lan.pk) in [(t.kind, t.member_id) for t in mine]
    assert proposed(file, lan) is not None


def test_it_is_proposed_once_and_answered_once(file, lan, mai):
    closing = proposed(file, lan)

    with pytest.raises(Refused):
        proposed(file, lan)
    actions.drop_closing(closing=closing, by=lan, now=clock.now())
    for again in (
        lambda: agreed(closing, mai),
        lambda: actions.return_closing(closing=closing, why="visits", by=mai, now=clock.now()),
        lambda: actions.drop_closing(closing=closing, by=lan, now=clock.now()),
    ):
        with pytest.raises(Refused):
            again()
    assert status(file, lan) == "received"


def test_where_nobody_else_leads_it_ends_at_once(file, lan):
    assert proposed(file, lan) is None
    assert status(file, lan) == "closed"


def test_nothing_ends_while_another_agency_is_asked(file, lan, mai):
    yen = agencies.member(agencies.agency("shelter", "province"), name="Yến")
    closing = proposed(file, lan)
    requests.sent(file, requests.service(yen.agency, "safe_place"), by=lan)

    with pytest.raises(Refused):
        agreed(closing, mai)
    with acting(mai):
        assert queries.closing_of(file, mai) is not None
    actions.drop_closing(closing=closing, by=lan, now=clock.now())
    with pytest.raises(Refused):
        proposed(file, lan)


def test_what_waited_when_the_file_ended_in_another_way_waits_no_more(file, lan, mai):
    proposed(file, lan)
    pathway.close(case=file, reason="her_wish", by=mai, now=clock.now())
    with acting(lan):
        assert queries.closing_of(file, lan) is None
        opened = files.case_by_code(lan, file.code)
    cases.reopen_case(case=opened, by=lan, now=clock.now())

    assert proposed(opened, lan) is not None


@pytest.mark.django_db(transaction=True)
def test_of_two_answers_at_once_one_counts(file, lan, mai):
    closing, gate, said = proposed(file, lan), Barrier(2), []

    def answer(act):
        try:
            gate.wait()
            act()
            said.append("done")
        except Refused:
            said.append("refused")
        finally:
            connections.close_all()

    acts = (
        lambda: agreed(closing, mai),
        lambda: actions.return_closing(closing=closing, why="visits", by=mai, now=clock.now()),
    )
    threads = [Thread(target=answer, args=[act]) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(said) == ["done", "refused"]
