"""From a proposal to its end: she decides first, and no place is taken twice."""

from datetime import timedelta

import pytest

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases import queries as cases
from ketnoi.cases.models import Case
from ketnoi.cases.tests import make as files
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused
from ketnoi.foundation.guard.context import acting
from ketnoi.foundation.trail.models import Line
from ketnoi.livelihood import actions, queries
from ketnoi.livelihood.models import Placement, PlacementStep
from ketnoi.livelihood.tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def lan():
    return agencies.member()


@pytest.fixture
def dung():
    return make.job_centre()


@pytest.fixture
def file(lan):
    return files.case(lan)


@pytest.fixture
def offer(dung):
    return make.opportunity(dung)


@pytest.fixture
def proposal(file, offer, dung):
    return make.proposal(file, offer, by=dung)


def seen_by(member, placement):
    with acting(member):
        return queries.placement(member, placement.pk)


def waiting(member, *kinds):
    with acting(member):
        return [(t.kind, t.subject) for t in cases.to_do(member) if t.kind in kinds]


def state_of(placement, member):
    with acting(member):
        return Placement.objects.get(pk=placement.pk).state


def refused(member, placement, act, **said):
    before = state_of(placement, member)
    with pytest.raises(Refused):
        act(placement=placement, now=clock.now(), **said)
    return state_of(placement, member) == before


def test_a_proposal_asks_the_holder_of_the_file_to_ask_her(lan, dung, proposal):
    assert waiting(lan, "ask_her") == [("ask_her", str(proposal.pk))]
    assert seen_by(lan, proposal) == seen_by(dung, proposal) == proposal


def test_the_job_centre_knows_the_code_and_opens_no_file(dung, file, proposal):
    with acting(dung):
        assert not Case.objects.exists()
        assert queries.placement(dung, proposal.pk).code == file.code


def test_a_stranger_sees_no_placement(proposal):
    stranger = make.job_centre()

    assert seen_by(stranger, proposal) is None
    with acting(stranger):
        assert not Placement.objects.exists()
        assert not PlacementStep.objects.exists()


def test_a_coordinator_sees_where_it_stands_and_moves_nothing(proposal):
    hoa = agencies.member(role="coordinator", name="Hoa")

    assert seen_by(hoa, proposal).state == "proposed"
    assert refused(hoa, proposal, actions.she_decides, answer="no", by=hoa)


def test_her_yes_asks_the_partner(lan, dung, proposal):
    actions.she_decides(placement=proposal, answer="yes", by=lan, now=clock.now())

    assert waiting(lan, "ask_her") == []
    assert waiting(dung, "partner_answer") == [("partner_answer", str(proposal.pk))]
    assert (proposal.she_said, proposal.she_said_by) == ("yes", lan)


def test_her_no_ends_it_and_nobody_is_asked(lan, dung, proposal):
    actions.she_decides(placement=proposal, answer="no", by=lan, now=clock.now())

    assert not proposal.is_open
    assert waiting(dung, "partner_answer") == waiting(lan, "ask_her") == []


def test_when_she_wants_time_she_is_asked_again(lan, proposal):
    actions.she_decides(placement=proposal, answer="later", by=lan, now=clock.now())

    assert proposal.state == "she_waits"
    assert waiting(lan, "ask_her") == [("ask_her", str(proposal.pk))]


def test_she_may_change_her_mind_until_it_starts(lan, dung, file, offer):
    placement = make.accepted(file, offer, by=dung, holder=lan)

    actions.she_decides(placement=placement, answer="no", by=lan, now=clock.now())

    assert placement.state == "she_declined"
    assert waiting(dung, "start_placement") == []


def test_the_job_centre_does_not_answer_for_her(dung, proposal):
    assert refused(dung, proposal, actions.she_decides, answer="yes", by=dung)


def test_the_partner_does_not_answer_before_she_has(dung, proposal):
    assert refused(dung, proposal, actions.partner_decides, answer="accepted", by=dung)


def test_the_holder_does_not_answer_for_the_partner(lan, proposal):
    actions.she_decides(placement=proposal, answer="yes", by=lan, now=clock.now())

    assert refused(lan, proposal, actions.partner_decides, answer="accepted", by=lan)


def test_a_stranger_moves_nothing_and_leaves_nothing(dung, proposal):
    stranger = make.job_centre()

    with pytest.raises(Refused):
        actions.recall_placement(placement=proposal, by=stranger, now=clock.now())

    with acting(dung):
        assert PlacementStep.objects.count() == 1
        assert not Line.objects.filter(verb="placement.recalled").exists()


def test_a_start_takes_a_place_and_gives_the_next_step_to_the_holder(lan, dung, file, offer):
    placement = make.started(file, offer, by=dung, holder=lan)

    offer.refresh_from_db()
    assert (placement.state, placement.started_on, offer.left) == ("started", clock.today(), 0)
    assert waiting(dung, "start_placement") == []
    assert waiting(lan, "next_step") == [("next_step", file.code)]


@pytest.mark.parametrize("days", [-1, 1])
def test_a_start_is_neither_before_the_proposal_nor_to_come(lan, dung, file, offer, days):
    placement = make.accepted(file, offer, by=dung, holder=lan)
    on = clock.today() + timedelta(days=days)

    assert refused(dung, placement, actions.start_placement, on=on, by=dung)


def test_an_offer_that_has_passed_is_not_proposed(dung, file):
    offer = make.opportunity(dung, until=clock.today() - timedelta(days=1))

    with pytest.raises(Refused):
        make.proposal(file, offer, by=dung)


def test_the_same_opportunity_is_proposed_once_at_a_time(lan, dung, file, offer, proposal):
    with pytest.raises(Refused):
        make.proposal(file, offer, by=dung)
    actions.she_decides(placement=proposal, answer="no", by=lan, now=clock.now())

    again = make.proposal(file, offer, by=dung)

    with acting(dung):
        assert set(queries.placements_of([file.pk], dung)) == {again, proposal}


def test_an_agency_without_this_work_proposes_nothing(lan, file, offer):
    police = agencies.member(agencies.agency("police"))

    with pytest.raises(Refused):
        make.proposal(file, offer, by=police)


def test_an_offer_withdrawn_after_the_proposal_ends_it_and_a_late_answer_is_told_so(
    lan, dung, offer, proposal
):
    actions.withdraw_opportunity(opportunity=offer, by=dung, now=clock.now())

    with pytest.raises(Refused, match="đã bị rút"):
        actions.she_decides(placement=proposal, answer="yes", by=lan, now=clock.now())

    assert [kind for kind, _subject in waiting(lan, "ask_her", "next_step")] == ["next_step"]
    assert state_of(proposal, dung) == "offer_gone"


def test_what_has_started_is_not_recalled(lan, dung, file, offer):
    placement = make.started(file, offer, by=dung, holder=lan)

    assert refused(dung, placement, actions.recall_placement, by=dung)


def test_an_unsafe_place_calls_the_holder_within_two_hours(lan, dung, file, offer):
    placement = make.started(file, offer, by=dung, holder=lan)
    now = clock.now()

    actions.end_placement(placement=placement, outcome="unsafe", by=dung, now=now)

    with acting(lan):
        due = [t.due_at for t in cases.to_do(lan) if t.kind == "next_step"]
    assert min(due) == now + timedelta(hours=2)


def test_an_end_before_its_start_is_refused(lan, dung, file, offer):
    placement = make.started(file, offer, by=dung, holder=lan)
    on = clock.today() - timedelta(days=1)

    assert refused(dung, placement, actions.end_placement, outcome="completed", on=on, by=dung)


def test_every_step_is_kept_with_who_and_when(lan, dung, file, offer):
    placement = make.started(file, offer, by=dung, holder=lan)

    with acting(lan):
        steps = [(s.state, s.by) for s in queries.steps_of(placement)]
        verbs = set(Line.objects.filter(chain=file.pk).values_list("verb", flat=True))

    assert steps == [
        ("started", dung),
        ("partner_agreed", dung),
        ("she_agreed", lan),
        ("proposed", dung),
    ]
    assert {f"placement.{state}" for state, _by in steps} <= verbs
