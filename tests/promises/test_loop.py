"""Nobody is lost between two desks: the whole loop, with officers who are late and days that pass.

After every step each open request has an owner and a deadline, and is read only while it may be.
"""

from contextlib import contextmanager
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from ketnoi.cases import access
from ketnoi.cases import actions as cases
from ketnoi.cases import queries as files
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused
from ketnoi.foundation.actor import System
from ketnoi.foundation.guard.context import acting
from ketnoi.pathway import actions as pathway
from ketnoi.referrals import actions, queries
from ketnoi.referrals.terms import Decline, Outcome
from ketnoi.referrals.tests import make
from tests.promises import loop
from tests.promises.still import move_clock, undone

PLACES = st.sampled_from(range(2))
WHICH = STEP = st.sampled_from(range(60))
MOST = 6

SENDERS = {
    "send": actions.send_referral,
    "confirm": actions.confirm_outcome,
    "reopen": actions.reopen_referral,
    "recall": pathway.recall,
    "redirect": pathway.redirect,
    "tell_more": actions.tell_more_with_her_yes,
    "refuse_more": actions.refuse_more,
}
RECEIVERS = {
    "ask_more": actions.ask_more,
    "take": actions.take_referral,
    "put_back": actions.put_back_referral,
    "accept": pathway.accept,
    "decline": actions.decline_referral,
    "begin": actions.begin_service,
    "pause": actions.put_on_hold,
    "report": actions.close_referral,
}
LASTS = {"wait": 400, "year": 9000}
"""Hours in which nobody answers, or after which her yes has run out."""

NEXT = {
    "draft": ["send"],
    "sent": ["accept", "accept", "decline", "take", "put_back", "redirect", "wait", "ask_more"],
    "accepted": ["begin", "pause", "report", "no", "year", "ask_more", "tell_more"],
    "in_service": ["report", "pause", "no", "year", "ask_more", "tell_more", "refuse_more"],
    "on_hold": ["begin", "report"],
    "closed": ["confirm", "reopen"],
    "declined": ["redirect"],
    "expired": ["redirect"],
}
"""What usually comes next; anything else is tried too, and must be refused without a trace."""


class Loop(RuleBasedStateMachine):
    """Two officers ask, four answer; she changes her mind; hours and holidays pass."""

    @initialize()
    def begin(self):
        self.undone = undone()
        self.undone.__enter__()
        self.network = loop.Network()
        self.draft(n=0, urgency="normal")

    def teardown(self):
        if hasattr(self, "undone"):
            self.undone.__exit__(None, None, None)
            move_clock(timedelta(0))

    @precondition(lambda self: len(self.network.look().referrals) < MOST)
    @rule(n=PLACES, urgency=st.sampled_from(["urgent", "normal"]))
    def draft(self, n, urgency):
        self.a_minute_passes()
        to, by = self.network.beds[n], self.network.lan
        with self.refusable():
            make.draft(self.network.file, to, by=by, urgency=urgency)

    @rule(which=WHICH, step=STEP, officer=PLACES, data=st.data())
    def goes_on(self, which, step, officer, data):
        referral = self.one(which)
        self.does(self.usual(referral, step), referral, officer, data)

    @rule(which=WHICH, steps=st.lists(STEP, min_size=3, max_size=6), data=st.data())
    def goes_on_and_on(self, which, steps, data):
        """Some steps in a row lead further than one."""
        first = self.one(which)
        for n in steps:
            referral = self.network.now_of(first)
            if referral.state not in NEXT:
                return
            self.does(self.usual(referral, n), referral, n % 2, data)

    @rule(which=WHICH, name=st.sampled_from([*SENDERS, *RECEIVERS]), officer=PLACES, data=st.data())
    def does_anything(self, which, name, officer, data):
        self.does(name, self.one(which), officer, data)

    @rule(
        which=WHICH,
        names=st.lists(st.sampled_from([*SENDERS, *RECEIVERS]), min_size=2, max_size=3),
        step=STEP,
        data=st.data(),
    )
    def several_at_once(self, which, names, step, data):
        """They open the page at one moment, and press one after the other."""
        referral = self.one(which)
        names = [self.usual(referral, step), *names]
        ready = [
            self.opens(name, referral, n % 2)
            for n, name in enumerate(names)
            if name not in {*LASTS, "no"}
        ]
        for name, on, by in ready:
            self.presses(name, on, by, data)

    @rule(what=st.sampled_from(["yes", "no"]), n=PLACES)
    def she_is_asked(self, what, n):
        """She takes her yes back, or gives it again."""
        self.a_minute_passes()
        lan, given = self.network.lan, self.network.consents[n]
        with acting(lan):
            consent = files.consent_in(self.network.file, given.pk)
        holds = consent.holds(clock.now())
        if what == "no" and holds:
            pathway.withdraw(consent=consent, by=lan, now=clock.now())
        if what == "yes" and not holds:
            self.network.agree(n)

    @rule(which=WHICH, data=st.data())
    def she_takes_it_back_while_it_goes_on(self, which, data):
        """Her no comes when the service has begun: the hardest moment to forget what was told."""
        first = self.one(which)
        for name in ("send", "accept", "begin", "no"):
            self.does(name, self.network.now_of(first), 0, data)

    @rule()
    def lan_ticks_what_waits(self):
        """She has done what the file itself asks for; something else must wait then."""
        self.a_minute_passes()
        lan = self.network.lan
        with acting(lan):
            waiting = [task for task in files.to_do(lan) if access.may_tick(member=lan, task=task)]
        for task in waiting:
            cases.tick_task(task=task, by=lan, now=clock.now())
            self.network.looked_at.add(task.subject)

    @rule(hours=st.sampled_from([1, 9, 26, 100, 100, 9000]))
    def time_passes(self, hours):
        move_clock(clock.offset() + timedelta(hours=hours))
        pathway.return_unanswered(by=System(), now=clock.now())

    @invariant()
    def holds(self):
        if hasattr(self, "network"):
            loop.holds(self.network)

    @contextmanager
    def refusable(self):
        """A step that is refused has changed nothing."""
        before = self.network.snapshot()
        try:
            yield
        except Refused:
            assert self.network.snapshot() == before

    def a_minute_passes(self):
        move_clock(clock.offset() + timedelta(minutes=1))

    def does(self, name, referral, officer, data):
        if name in LASTS:
            self.time_passes(LASTS[name])
        elif name == "no":
            self.she_is_asked("no", self.network.place_of(referral))
        else:
            self.presses(*self.opens(name, referral, officer), data)

    def opens(self, name, referral, officer):
        """The page as an officer of the side that may do this has it before her."""
        receivers = self.network.receivers(referral)
        by = receivers[officer] if name in RECEIVERS else self.network.senders[officer]
        with acting(by):
            return name, queries.referral(by, referral.pk), by

    def presses(self, name, on, by, data):
        """The step is done, or is refused and has changed nothing."""
        if on is None:
            return
        self.a_minute_passes()
        act = {**SENDERS, **RECEIVERS}[name]
        with self.refusable():
            done = act(referral=on, by=by, now=clock.now(), **self.said(name, data))
            if name == "confirm":
                self.network.confirmed.add(done.pk)

    def said(self, name, data):
        """What is chosen beside the step."""
        if name == "redirect":
            bed = self.network.beds[data.draw(PLACES)]
            return {"service": bed, "message": "", "basis_reason": ""}
        if name == "pause":
            return {"review_at": clock.now() + timedelta(days=data.draw(st.integers(1, 30)))}
        if name in {"ask_more", "tell_more"}:
            words = {"packs": [data.draw(st.sampled_from(["identity", "risk"]))], "words": "…"}
            how = {"wording": "…", "given": "spoken"} if name == "tell_more" else {}
            return words | how
        if name == "refuse_more":
            return {"answer": "not_reached"}
        if name == "decline":
            return {"reason": data.draw(st.sampled_from(Decline))}
        return {"outcome": data.draw(st.sampled_from(Outcome))} if name == "report" else {}

    def one(self, which):
        """A request; one that goes on, if there is any."""
        known = list(self.network.look().referrals.values())
        going_on = [r for r in known if r.state in NEXT and r.pk not in self.network.confirmed]
        return (going_on or known)[which % len(going_on or known)]

    def usual(self, referral, step):
        """What usually comes next."""
        names = NEXT.get(referral.state, ["recall"])
        return names[step % len(names)]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("examples", "steps"),
    [(40, 20), pytest.param(300, 50, marks=pytest.mark.full)],
    ids=["short", "long"],
)
def test_nobody_is_lost_between_two_desks(examples, steps):
    run_state_machine_as_test(
        Loop,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            derandomize=True,
            database=None,
            phases=(Phase.generate,),
            suppress_health_check=list(HealthCheck),
        ),
    )
