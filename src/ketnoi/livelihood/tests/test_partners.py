"""A partner with an account: it reads needs and skills, takes somebody, and never learns why."""

import pytest
from django.db import DatabaseError

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases import queries as cases
from ketnoi.cases.models import Case, Task
from ketnoi.cases.tests import make as files
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused, writing
from ketnoi.foundation.guard.context import acting
from ketnoi.foundation.trail.models import Line
from ketnoi.livelihood import actions, queries
from ketnoi.livelihood.models import Candidate, Placement, PlacementStep, WorkProfile
from ketnoi.livelihood.tests import make

pytestmark = pytest.mark.django_db
TOLD = ["skills:sewing", "hours:day", "childcare:needed"]


@pytest.fixture
def lan():
    return agencies.member()


@pytest.fixture
def dung():
    return make.job_centre()


@pytest.fixture
def vy():
    return make.employer()


@pytest.fixture
def file(lan):
    return files.case(lan, reasons=["trafficked"], risk="high")


@pytest.fixture
def offer(vy, dung):
    return make.vacancy(vy, dung)


@pytest.fixture
def candidate(file, offer, dung, lan):
    return make.introduced(file, offer, by=dung, holder=lan, told=TOLD)


def answered(candidate, by, answer="accepted", reason=""):
    said = {"answer": answer, "reason": reason, "by": by, "now": clock.now()}
    return actions.answer_candidate(candidate=candidate, **said)


def placement_of(member):
    with acting(member):
        return Placement.objects.get()


def state_at(vy):
    with acting(vy):
        return Candidate.objects.get().state


def waiting(member, *kinds):
    with acting(member):
        return [task.kind for task in cases.to_do(member) if task.kind in kinds]


def test_before_her_yes_a_partner_knows_of_nobody(vy, file, offer, dung, lan):
    placement = make.proposal(file, offer, by=dung)
    with acting(vy):
        assert not Candidate.objects.exists()

    said = {"answer": "no", "told": TOLD, "by": lan, "now": clock.now()}
    actions.she_decides(placement=placement, **said)

    with acting(vy):
        assert not Candidate.objects.exists()
    assert placement_of(lan).told == []


def test_with_her_yes_it_knows_what_she_agreed_to_tell_and_nothing_else(vy, candidate):
    with acting(vy):
        [known] = queries.candidates_of(vy)
        assert queries.phrases(known.told) == ["Biết: May vá", "Làm được: Ban ngày", "Cần gửi trẻ"]
        for hidden in (Placement, PlacementStep, WorkProfile, Case, Task):
            assert not hidden.objects.exists()


def test_when_the_partner_takes_her_both_desks_know_and_the_next_step_waits(
    vy, dung, lan, candidate
):
    answered(candidate, vy)

    placement = placement_of(lan)
    assert (placement.state, placement.partner_said) == ("partner_agreed", "accepted")
    assert waiting(dung, "partner_answer", "start_placement") == ["start_placement"]
    with acting(dung):
        assert [step.state for step in queries.steps_of(placement)][0] == "partner_agreed"


def test_a_no_has_a_reason_and_the_desks_read_it(vy, dung, lan, candidate):
    with pytest.raises(Refused, match="lý do"):
        answered(candidate, vy, "declined")
    assert placement_of(lan).state == "she_agreed"

    answered(candidate, vy, "declined", "hours")

    placement = placement_of(dung)
    assert (placement.state, placement.partner_reason) == ("partner_declined", "hours")
    assert state_at(vy) == "declined"


def test_it_answers_once(vy, candidate):
    answered(candidate, vy)

    with pytest.raises(Refused):
        answered(candidate, vy, "declined", "full")
    assert state_at(vy) == "accepted"


def test_nobody_else_answers_for_it(dung, candidate):
    stranger = make.employer()

    for by in (stranger, dung):
        with pytest.raises(Refused):
            answered(candidate, by)
    with acting(stranger):
        assert not Candidate.objects.exists()


def test_when_she_changes_her_mind_the_partner_is_told_that_it_is_over(vy, lan, dung, candidate):
    said = {"answer": "no", "by": lan, "now": clock.now()}
    actions.she_decides(placement=placement_of(lan), **said)

    assert state_at(vy) == "gone"
    with pytest.raises(Refused):
        answered(candidate, vy)
    assert placement_of(dung).state == "she_declined"


def test_the_job_centre_may_still_write_down_what_it_heard_by_phone(vy, dung, candidate):
    said = {"answer": "declined", "reason": "full", "by": dung, "now": clock.now()}
    actions.partner_decides(placement=placement_of(dung), **said)

    assert state_at(vy) == "declined"


def test_where_the_job_centre_itself_made_the_offer_nobody_else_is_told(file, dung, lan):
    offer = make.opportunity(dung)
    placement = make.proposal(file, offer, by=dung)
    said = {"answer": "yes", "told": TOLD, "by": lan, "now": clock.now()}
    actions.she_decides(placement=placement, **said)

    with acting(dung):
        assert queries.candidate_of(placement, dung) is None


def test_a_partner_puts_nobody_on_its_own_page(vy, candidate):
    """Nor does raw writing: a candidate comes with a placement that one reaches."""
    with pytest.raises(DatabaseError), writing(), acting(vy):
        Candidate(
            number=9, placement_id=candidate.placement_id, agency_id=vy.agency_id,
            opportunity_id=candidate.opportunity_id, told_at=clock.now(),
        ).save(force_insert=True)  # fmt: skip


def test_candidates_of_one_offer_are_told_apart_by_a_number(vy, lan, dung, candidate):
    offer = make.vacancy(vy, dung, title="Ủi")
    anh = agencies.member()
    one = make.introduced(files.case(lan), offer, by=dung, holder=lan)
    two = make.introduced(files.case(anh), offer, by=dung, holder=anh)

    assert [candidate.number, one.number, two.number] == [1, 1, 2]


def test_a_withdrawn_offer_ends_what_stands_on_it_with_a_task_on_each_desk(
    vy, lan, dung, candidate, offer
):
    started = make.started(files.case(lan), make.vacancy(vy, dung, title="Ủi"), by=dung, holder=lan)
    actions.withdraw_opportunity(opportunity=offer, by=vy, now=clock.now())
    actions.withdraw_opportunity(opportunity=started.opportunity, by=vy, now=clock.now())

    with acting(lan):
        states = {one.opportunity_id: one.state for one in Placement.objects.all()}
    assert states == {offer.pk: "offer_gone", started.opportunity_id: "started"}
    assert "next_step" in waiting(lan, "next_step")
    assert waiting(dung, "partner_answer", "next_step") == ["next_step"]
    with acting(vy):
        assert {one.state for one in queries.candidates_of(vy)} == {"gone", "accepted"}


def test_who_withdraws_it_learns_of_nobody(vy, candidate, offer):
    actions.withdraw_opportunity(opportunity=offer, by=vy, now=clock.now())

    with acting(vy):
        assert not Placement.objects.exists()
        lines = Line.objects.filter(chain=vy.agency_id).values_list("verb", flat=True)
        assert "placement.offer_gone" not in set(lines)
