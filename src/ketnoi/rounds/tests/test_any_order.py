"""Rounds, withdrawals, last places, her answers and time in any order.

No place is promised twice, nothing a round said is lost, and after the system's own look nothing
stands that has ended.
"""

from collections import Counter
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from ketnoi.foundation import clock
from ketnoi.foundation.actor import NETWORK
from ketnoi.foundation.guard.context import acting
from ketnoi.livelihood import actions as livelihood
from ketnoi.livelihood.models import Candidate, Opportunity, Placement
from ketnoi.livelihood.tests import make as work
from ketnoi.rounds import actions, queries
from ketnoi.rounds.models import RoundResult
from ketnoi.rounds.tests import make
from tests.promises.still import undone

WHICH = st.integers(0, 5)
BEFORE_THE_START = ("proposed", "she_waits", "she_agreed", "partner_agreed")


class Province(RuleBasedStateMachine):
    """Two agencies with files, a job centre, a partner with an account, and a few offers."""

    @initialize()
    def begin(self):
        self.undone = undone()
        self.undone.__enter__()
        self.now = clock.now()
        self.holders = [make.holder(name) for name in ("Lan", "Anh")]
        self.dung, self.vy = make.job_centre(), work.employer()
        self.files, self.kept, self.agreed = [], {}, 0
        for which in (0, 1):
            self.somebody_looks(which)
            self.something_is_offered(which)
        self.a_round_is_made()

    def teardown(self):
        if hasattr(self, "undone"):
            self.undone.__exit__(None, None, None)

    @rule(which=WHICH)
    def somebody_looks(self, which):
        by = self.holders[which % 2]
        if len(self.files) < 6:
            self.files.append((make.woman(by, risk=("low", "now")[which // 3]), by))

    @rule(places=st.integers(0, 1))
    def something_is_offered(self, places):
        facts = {"commune_id": make.MY_HUONG, "places": places + 1}
        work.vacancy(self.vy, self.dung, **facts)

    @rule()
    def a_round_is_made(self):
        assert make.made(self.dung).state == "done"

    @rule(which=WHICH)
    def an_offer_is_withdrawn(self, which):
        offers = list(Opportunity.objects.filter(withdrawn_at=None).order_by("pk"))
        if offers:
            offer = offers[which % len(offers)]
            livelihood.withdraw_opportunity(opportunity=offer, by=self.vy, now=self.now)

    @rule(which=WHICH, answer=st.sampled_from(["yes", "no", "starts"]))
    def she_is_asked(self, which, answer):
        file, by = self.files[which % len(self.files)]
        standing = [one for one in make.said(file, by) if one.waits]
        if not standing or standing[0].result.until <= self.now:
            return
        with acting(by):
            result = queries.result_in(file, by, standing[0].result.pk)
        placement = actions.take_up(result=result, case=file, by=by, now=self.now)
        said = {"answer": "no" if answer == "no" else "yes", "by": by, "now": self.now}
        livelihood.she_decides(placement=placement, **said)
        self.agreed += said["answer"] == "yes"
        if answer == "starts":
            self._starts(placement, by)

    @rule(days=st.sampled_from([1, 30]))
    def time_passes_and_the_system_looks(self, days):
        self.now += timedelta(days=days)
        actions.go_round(by=NETWORK, now=self.now)
        for file, by in self.files:
            for one in make.said(file, by):
                is_ended = queries.ends_as(one.result, self.now)
                assert one.result.state != "proposed" or not is_ended

    @invariant()
    def no_place_is_promised_twice(self):
        if not hasattr(self, "files"):
            return
        promised = Counter(row.opportunity_id for row in self._rows() if row.state == "proposed")
        with acting(NETWORK):
            under_way = Placement.objects.filter(state__in=BEFORE_THE_START)
            promised += Counter(under_way.values_list("opportunity_id", flat=True))
        for offer in Opportunity.objects.filter(withdrawn_at=None):
            assert offer.taken + promised[offer.pk] <= offer.places

    @invariant()
    def nothing_a_round_said_is_lost(self):
        if not hasattr(self, "files"):
            return
        rows = {row.pk: (row.case_id, row.opportunity_id) for row in self._rows()}
        assert self.kept.items() <= rows.items()
        self.kept = rows

    @invariant()
    def the_partner_hears_of_nobody_before_her_yes(self):
        if hasattr(self, "files"):
            with acting(self.vy):
                assert Candidate.objects.count() == self.agreed
                assert not RoundResult.objects.exists()

    def _rows(self):
        with acting(NETWORK):
            return list(RoundResult.objects.all())

    def _starts(self, placement, by):
        said = {"placement": placement, "by": by, "now": self.now}
        livelihood.partner_decides(answer="accepted", **said)
        livelihood.start_placement(on=clock.today(), **said)


def of_length(examples, steps):
    return settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )


@pytest.mark.django_db
def test_no_place_is_promised_twice_and_nothing_said_is_lost():
    run_state_machine_as_test(Province, settings=of_length(4, 10))


@pytest.mark.full
@pytest.mark.django_db
def test_no_place_is_promised_twice_and_nothing_said_is_lost_in_many_turns():
    run_state_machine_as_test(Province, settings=of_length(60, 25))
