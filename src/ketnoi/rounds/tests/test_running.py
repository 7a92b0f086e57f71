"""A round: its seed first, then the worker, then a word in each file and nowhere else."""

import json

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases import queries as cases
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused, writing
from ketnoi.foundation.guard.context import acting
from ketnoi.livelihood.models import Candidate, Placement
from ketnoi.livelihood.tests import make as livelihood
from ketnoi.rounds import actions, queries
from ketnoi.rounds.jobs import run_round
from ketnoi.rounds.models import MatchingRound, RoundResult
from ketnoi.rounds.tests import make

pytestmark = pytest.mark.django_db
CANARY = "canary-4471"


@pytest.fixture
def lan():
    return make.holder()


@pytest.fixture
def dung():
    return make.job_centre()


def seen(member):
    with acting(member):
        return set(RoundResult.objects.visible_to(member))


def rows(member):
    with acting(member):
        return RoundResult.objects.count()


def waiting(member):
    with acting(member):
        return [task.page for task in cases.to_do(member)]


def test_the_seed_is_published_with_who_and_when_before_anything_runs(dung, lan):
    make.woman(lan)
    make.offer(dung)

    round_ = make.announced(dung)
    run_round(round_id=str(round_.pk))

    round_.refresh_from_db()
    assert (round_.state, round_.announced_by, round_.begun_at) == ("announced", dung, None)
    assert len(round_.seed) == 32
    assert rows(lan) == 0


def test_a_round_cannot_begin_before_its_seed_was_published(dung):
    round_ = make.announced(dung)

    with pytest.raises(IntegrityError), transaction.atomic(), writing():
        early = round_.announced_at.replace(year=2020)
        MatchingRound.objects.filter(pk=round_.pk).update(begun_at=early)
    with pytest.raises(DatabaseError), transaction.atomic(), writing():
        MatchingRound.objects.filter(pk=round_.pk).update(seed="0" * 32)


def test_two_seeds_are_never_alike_and_two_rounds_never_run_at_once(dung):
    first = make.announced(dung)

    with pytest.raises(Refused, match="đang có một đợt ghép"):
        make.announced(dung)
    actions.call_off_round(round_=first, by=dung, now=clock.now())

    assert make.announced(dung).seed != first.seed


@pytest.mark.parametrize(
    ("function", "role"),
    [("women_union", "caseworker"), ("employer", "lead"), ("job_service", "volunteer")],
)
def test_nobody_else_begins_one(function, role, dung):
    by = agencies.member(agencies.agency(function, province_id=make.CAN_THO), role=role)

    with pytest.raises(Refused):
        make.announced(by)
    with pytest.raises(Refused):
        actions.begin_round(round_=make.announced(dung), by=by, now=clock.now())


def test_an_officer_of_another_province_does_not_begin_it(dung):
    there = agencies.agency("job_service", "province", province_id="96")

    with pytest.raises(Refused):
        by = agencies.member(there)
        actions.begin_round(round_=make.announced(dung), by=by, now=clock.now())


def test_she_is_proposed_in_her_file_with_the_reason_and_her_officer_is_told(lan, dung):
    file, there = make.woman(lan), make.offer(dung)

    made = make.made(dung)

    [one] = make.said(file, lan)
    assert made.state == "done"
    assert (one.result.opportunity, one.stands, one.waits) == (there, "proposed", True)
    assert one.why[0].startswith("Phù hợp vì: đúng loại hỗ trợ chị ấy muốn")
    assert "mức độ cần gấp 50" in one.why[1]
    assert "rounds:hers" in waiting(lan)


def test_nobody_outside_her_file_learns_of_it(lan, dung):
    make.woman(lan)
    make.offer(make.job_centre("Hà"))
    partner, other = livelihood.employer(), make.holder("Anh")
    overseer = agencies.member(role="coordinator")
    make.made(dung)

    for member in (dung, partner, other, overseer):
        assert seen(member) == set()
        assert rows(member) == 0
    with acting(partner):
        assert not Candidate.objects.exists()
    with acting(overseer):
        kinds = {task.kind for task in cases.late_tasks(overseer, now=clock.now())}
        assert kinds <= {"next_step"}
        assert not Placement.objects.exists()


def test_the_place_goes_to_who_needs_it_sooner_and_the_other_reads_why_not(lan, dung):
    anh = make.holder("Anh")
    late, soon = make.woman(lan, risk="low"), make.woman(anh, risk="now")
    there = make.offer(dung)

    make.made(dung)

    assert make.result_of(soon, anh).opportunity == there
    [one] = make.said(late, lan)
    assert (one.stands, one.result.opportunity) == ("nothing", None)
    assert "1 chỗ cho người cần gấp hơn" in one.why[0]
    assert "rounds:hers" not in waiting(lan)


def test_near_offers_are_said_one_by_one_with_what_stands_in_the_way(lan, dung):
    file = make.woman(lan, avoids=make.MY_TU, furthest_km=100)
    make.offer(dung, title="May ở chợ", commune_id=make.MY_TU)
    make.offer(dung, title="Không gửi trẻ", has_childcare=False)

    make.made(dung)

    with acting(lan):
        told = {one.opportunity.title: one.against for one in queries.near_offers(file, lan)}
    assert told == {
        "May ở chợ": ["Ở nơi chị ấy cần tránh, hoặc chưa biết ở đâu."],
        "Không gửi trẻ": ["Không có nơi gửi con."],
    }
    assert make.said(file, lan)[0].stands == "nothing"


def test_the_reason_is_sealed_with_her_key(lan, dung):
    file = make.woman(lan, avoids=make.MY_TU)
    make.offer(dung, commune_id=make.MY_TU)
    make.made(dung)

    result = make.result_of(file, lan)

    assert str(result.told) == "•••"
    assert json.loads(result.told.open())["why"]["buts"][0]["rule"] == "unsafe_place"


@pytest.mark.parametrize("kinds", [["loan"], ["job"]])
def test_only_chosen_kinds_are_given_out(lan, dung, kinds):
    file = make.woman(lan)
    make.offer(dung)

    make.made(dung, kinds=kinds)

    assert bool(make.result_of(file, lan).opportunity) == (kinds == ["job"])


def test_only_files_of_chosen_communes_are_looked_at(lan, dung):
    file = make.woman(lan)
    make.offer(dung)

    make.made(dung, communes=[make.MY_TU])

    assert make.said(file, lan) == []


def test_who_has_something_under_way_is_not_in_the_next_round(lan, dung):
    asked, placed = make.woman(lan), make.woman(lan)
    there = make.offer(dung, places=2)
    livelihood.proposal(placed, there, by=dung)
    make.made(dung)
    make.offer(dung, places=5)

    make.made(dung)

    assert len(make.said(asked, lan)) == 1
    assert make.said(placed, lan) == []


def test_a_place_somebody_is_asked_about_is_not_given_out_again(lan, dung):
    first = make.woman(lan)
    make.offer(dung)
    make.made(dung)
    second = make.woman(lan)

    make.made(dung)

    assert make.said(first, lan)[0].waits
    assert make.said(second, lan)[0].stands == "nothing"


def test_a_worker_that_fell_begins_anew_and_nobody_is_proposed_twice(lan, dung, monkeypatch):
    file = make.woman(lan)
    make.offer(dung)
    round_ = make.announced(dung)
    actions.begin_round(round_=round_, by=dung, now=clock.now())
    monkeypatch.setattr(queries, "numbers_of", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        run_round(round_id=str(round_.pk))
    assert make.said(file, lan) == []
    monkeypatch.undo()

    run_round(round_id=str(round_.pk))
    run_round(round_id=str(round_.pk))

    assert len(make.said(file, lan)) == 1


def test_a_round_with_a_fault_is_thrown_away_whole(lan, dung, monkeypatch):
    file = make.woman(lan)
    make.offer(dung)

    def unsafe(*_):
        raise queries.Unsafe("unsafe_place")

    monkeypatch.setattr(queries, "made", unsafe)

    assert make.made(dung).state == "failed"
    assert make.said(file, lan) == []


@pytest.mark.django_db(transaction=True)
def test_a_worker_brings_its_own_transactions(lan, dung):
    """As in life: no test has opened one for it."""
    file = make.woman(lan)
    make.offer(dung)

    assert make.made(dung).state == "done"
    with transaction.atomic(), acting(lan):
        [one] = queries.said_in(file, lan)
    assert one.waits
