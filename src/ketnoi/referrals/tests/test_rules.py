"""No open state without a desk and a deadline."""

from collections import deque

from ketnoi.referrals import rules
from ketnoi.referrals.terms import OPEN, State


def reachable():
    seen, queue = {"draft"}, deque(["draft"])
    while queue:
        before = queue.popleft()
        for start, after in rules.MOVES:
            if start == before and after not in seen:
                seen.add(after)
                queue.append(after)
    return seen


def test_every_state_can_be_reached():
    assert reachable() == set(State.values)


def test_every_open_state_waits_at_a_desk_with_a_clock():
    for state in OPEN:
        assert state in rules.TASKS
        for urgency in ("urgent", "normal"):
            assert rules.clock(state=state, urgency=urgency)


def test_a_request_that_went_can_always_be_stopped_by_her():
    for state in OPEN - {State.DRAFT}:
        assert rules.who_moves(before=state, after="consent_withdrawn") == rules.SENDING_SIDE
