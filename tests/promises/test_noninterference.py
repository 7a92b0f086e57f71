"""Whoever may not know of a file gets the same answers as if it did not exist, to the byte.

Two worlds differ only in files that are hidden from one member; every address of the program is
asked in both. In the long run each of the two locks is tried alone as well.
"""

import logging
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    precondition,
    rule,
    run_state_machine_as_test,
)

from ketnoi.agencies.terms import Role
from ketnoi.cases import actions as cases
from ketnoi.cases import queries as files
from ketnoi.cases.access import WORKS
from ketnoi.foundation import clock
from ketnoi.foundation.guard.context import acting
from ketnoi.pathway import actions as pathway
from tests.promises import worlds
from tests.promises.answers import Reader, differences
from tests.promises.asking import PARTS, Ask, asks, pages, strangers
from tests.promises.locks import BOTH, CODE, DATABASE, only
from tests.promises.still import move_clock, still, undone
from tests.promises.worlds import OTHER_WORDS, Words

SLICES = 12
# Where a file that is there would be met first, or the money that was promised in it.
FIRST = {
    "cases:cases",
    "cases:search",
    "cases:tick",
    "cases:today",
    "pathway:case",
    "referrals:inbox",
    "lending:own_loans",
    "support:fund",
    "support:sheet",
}
# Who is the outsider: whether beside the holder, with which role, what came before: whether she was
# told, or is blocked.
TOLD, BLOCKED = "told", "blocked"
OUTSIDERS = {
    "an officer elsewhere": (False, Role.CASEWORKER, ""),
    "an officer who was told and is no longer": (False, Role.LEAD, TOLD),
    "a volunteer beside the holder": (True, Role.VOLUNTEER, ""),
    "an administrator beside the holder": (True, Role.ADMIN, ""),
    "the coordinator, of what is sealed": (False, Role.COORDINATOR, ""),
    "a lead beside the holder, who is blocked": (True, Role.LEAD, BLOCKED),
    "a coordinator who is blocked": (False, Role.COORDINATOR, BLOCKED),
    "an officer who was told and is blocked": (False, Role.CASEWORKER, TOLD + BLOCKED),
}


class Comparison:
    """The answers of one member in worlds that differ in what is hidden from her."""

    def __init__(self, world: worlds.World) -> None:
        self.world = world
        with undone(), still("hidden"):
            self.hidden = worlds.hide_a_file(world, Words())
        self.reader = Reader(world.outsider)
        told = {"name": Words().name, "called": Words().called, "file": self.hidden["file"]}
        words = {**told, "phone": "0912345678", "paper": worlds.PAPER}
        self.asks = asks(world.own_ids, [self.hidden, world.told_ids], words)

    def differs(self, chosen: list[Ask], *, told_is_hidden: bool) -> list[str]:
        """Which of these questions tell that a file is there, or what is sealed in it."""
        with undone():
            if self.world.outsider.role == Role.COORDINATOR and not self.world.is_blocked:
                # She knows that a file is there, and nothing of what is sealed in it.
                told_is_hidden = True
                self._happens(Words(), told_is_hidden=True)
            one = self.reader.answers(chosen)
        with undone():
            self._happens(OTHER_WORDS, told_is_hidden=told_is_hidden)
            other = self.reader.answers(chosen)
        return differences(one, other)

    def first(self) -> list[Ask]:
        """Questions to the lists and searches, and to the page of a file itself."""
        return [ask for ask in self.asks if ask.page in FIRST]

    def _happens(self, words: Words, *, told_is_hidden: bool) -> None:
        with still("hidden"):
            worlds.hide_a_file(self.world, words)
            if told_is_hidden:
                worlds.go_on(self.world, words)


def world_of(who: str) -> worlds.World:
    at_holder, role, before = OUTSIDERS[who]
    world = worlds.build(at_holder=at_holder)
    if TOLD in before:
        consent = worlds.share(world)
    if before == TOLD:
        pathway.withdraw(consent=consent, by=world.lan, now=clock.now())
    worlds.give_role(world, role)
    if BLOCKED in before:
        world.is_blocked = True
        worlds.block(world, world.told)
    return world


@pytest.fixture(autouse=True)
def without_a_log():
    """Thousands of refused questions would fill the report of one that failed."""
    logging.disable()
    yield
    logging.disable(logging.NOTSET)


@pytest.fixture
def locks(request):
    """Which locks are shut; chosen before the transaction of the test begins."""
    with only(request.param):
        request.getfixturevalue("db")
        yield


def test_every_page_says_how_it_is_asked():
    assert strangers() == []
    assert len(pages()) > len(PARTS)


@pytest.mark.django_db
@pytest.mark.parametrize(("n", "who"), list(enumerate(OUTSIDERS)), ids=OUTSIDERS)
def test_every_page_answers_as_if_the_file_were_not_there(n, who):
    comparison = Comparison(world_of(who))
    chosen = [*comparison.first(), *comparison.asks[n :: len(OUTSIDERS)]]

    assert comparison.differs(chosen, told_is_hidden=True) == []


@pytest.mark.db
@pytest.mark.parametrize("locks", [DATABASE, CODE], indirect=True, ids=str)
def test_each_lock_alone_hides_the_file(locks):
    comparison = Comparison(world_of("an officer elsewhere"))

    assert comparison.differs(comparison.first(), told_is_hidden=True) == []


@pytest.mark.db
@pytest.mark.parametrize("locks", [DATABASE, CODE], indirect=True, ids=str)
def test_each_lock_alone_hides_the_file_from_a_blocked_colleague(locks):
    comparison = Comparison(world_of("a lead beside the holder, who is blocked"))

    assert comparison.differs(comparison.first(), told_is_hidden=True) == []


@pytest.mark.full
@pytest.mark.db
@pytest.mark.parametrize("who", OUTSIDERS)
@pytest.mark.parametrize("locks", [BOTH, DATABASE, CODE], indirect=True, ids=str)
def test_each_lock_alone_lets_no_page_tell(locks, who):
    comparison = Comparison(world_of(who))

    assert comparison.differs(comparison.asks, told_is_hidden=True) == []


@pytest.mark.django_db
def test_whoever_may_know_of_a_file_is_told_of_it():
    comparison = Comparison(worlds.build(at_holder=True))

    told = comparison.differs(comparison.first(), told_is_hidden=True)

    assert all(any(page in line for line in told) for page in FIRST)


class Sharing(RuleBasedStateMachine):
    """A file is handed over, opened to another agency, closed again; roles change, time passes."""

    @initialize(at_holder=st.booleans(), role=st.sampled_from(list(Role)))
    def begin(self, at_holder, role):
        self.undone = undone()
        self.undone.__enter__()
        with still("world"):
            self.world = worlds.build(at_holder=at_holder)
        self.comparison = Comparison(self.world)
        self.keeper, self.consent, self.until = self.world.lan, None, None
        self.role_is(role)

    def teardown(self):
        if hasattr(self, "undone"):
            self.undone.__exit__(None, None, None)
            move_clock(timedelta(0))

    @rule(role=st.sampled_from(list(Role)))
    def role_is(self, role):
        worlds.give_role(self.world, role)

    @precondition(lambda self: not self.world.is_partner)
    @rule(back=st.booleans())
    def hand_over(self, back):
        to = self.world.lan if back else self.world.outsider
        if to.role in WORKS:
            by = self.keeper if self.keeper.role in WORKS else self._lead()
            cases.hand_over(case=self._file(), to=to, by=by, now=clock.now())
            self.keeper = to

    @precondition(lambda self: not self._is_open())
    @rule(days=st.integers(0, 2))
    def share(self, days):
        until = clock.today() + timedelta(days=days)
        self.world.told = self._file()
        if self.world.told.keeper_id == self.world.lan.pk:
            self.consent = worlds.share(self.world, until)
            self.until = self.consent.ends_at

    @precondition(lambda self: self._is_open())
    @rule()
    def withdraw(self):
        with acting(self.world.lan):
            consent = files.consent_in(self._file(), self.consent.pk)
        pathway.withdraw(consent=consent, by=self.world.lan, now=clock.now())
        self.until = None

    @rule(days=st.sampled_from([1, 3]))
    def time_passes(self, days):
        move_clock(clock.offset() + timedelta(days=days))

    @rule(n=st.integers(0, SLICES - 1))
    def look(self, n):
        opened = self.comparison.reader.client.get(f"/cb/ho-so/{self.world.told.code}/")
        assert (opened.status_code == 200) is self._sees()
        if not self._sees_everything():
            part = self.comparison.asks[n::SLICES]
            assert self.comparison.differs(part, told_is_hidden=not self._sees()) == []

    def _is_open(self):
        return self.until is not None and clock.now() < self.until

    def _sees(self):
        outsider = self.world.outsider
        if outsider.role == Role.COORDINATOR:
            return True
        if self.world.is_partner:
            return worlds.opens_files(outsider.role) and self._is_open()
        hers = outsider.role == Role.VOLUNTEER and self.keeper.pk == outsider.pk
        return worlds.opens_files(outsider.role) or hers

    def _sees_everything(self):
        outsider = self.world.outsider
        return not self.world.is_partner and worlds.opens_files(outsider.role)

    def _file(self):
        with acting(self.world.lan):
            return files.case_by_code(self.world.lan, self.world.told.code)

    def _lead(self):
        from ketnoi.agencies.tests import make as agencies

        return agencies.member(self.world.lan.agency, role="lead", name="Trưởng")


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
def test_sharing_and_taking_back_leave_no_trace_for_an_outsider():
    run_state_machine_as_test(Sharing, settings=of_length(2, 8))


@pytest.mark.full
@pytest.mark.django_db
def test_sharing_and_taking_back_leave_no_trace_for_an_outsider_in_many_turns():
    run_state_machine_as_test(Sharing, settings=of_length(40, 20))
