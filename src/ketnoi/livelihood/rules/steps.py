"""The steps of a placement: which there are, whose each is, by when."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

HOLDER, AGENCY, EITHER, NOBODY = "holder", "agency", "either", "nobody"
BEFORE_THE_START = ("proposed", "she_waits", "she_agreed", "partner_agreed")

MOVES: dict[tuple[str, str], str] = {
    **{
        (before, after): HOLDER
        for before in ("proposed", "she_waits")
        for after in ("she_agreed", "she_declined", "she_waits")
    },
    ("she_agreed", "she_declined"): HOLDER,
    ("partner_agreed", "she_declined"): HOLDER,
    ("she_agreed", "partner_agreed"): AGENCY,
    ("she_agreed", "partner_declined"): AGENCY,
    ("partner_agreed", "partner_declined"): AGENCY,
    ("partner_agreed", "started"): AGENCY,
    ("started", "ended"): AGENCY,
    **{(before, "recalled"): EITHER for before in BEFORE_THE_START},
    # The system does it for an offer that is withdrawn; no member does.
    **{(before, "offer_gone"): NOBODY for before in BEFORE_THE_START},
}
"""Source: the network's agreement. She decides first, and may change her mind until it starts."""

TASKS: dict[str, tuple[str, str, str]] = {
    "proposed": ("ask_her", HOLDER, "placement.ask_her"),
    "she_waits": ("ask_her", HOLDER, "placement.ask_her"),
    "she_agreed": ("partner_answer", AGENCY, "placement.partner"),
    "partner_agreed": ("start_placement", AGENCY, "placement.start"),
    "started": ("next_step", HOLDER, "case.next_step"),
    "ended": ("next_step", HOLDER, "case.next_step"),
    "offer_gone": ("next_step", HOLDER, "case.next_step"),
}
"""What waits in each state, at whose desk, by which clock. Source: the network's agreed clocks."""

URGENT = "referral.urgent"
ON_A_PAGE_OF_ITS_OWN = frozenset({"ask_her", "partner_answer", "start_placement"})
NEEDS_THE_OFFER = frozenset({"she_agreed", "partner_agreed", "started"})
FREES_THE_PLACE = frozenset({"moved_on", "left_early", "did_not_fit"})

TURNS: dict[str, tuple[tuple[str, str], ...]] = {
    "proposed": ((HOLDER, "her_answer"), (AGENCY, "recall")),
    "she_waits": ((HOLDER, "her_answer"), (AGENCY, "recall")),
    "she_agreed": ((AGENCY, "partner_answer"), (HOLDER, "change_of_mind"), (AGENCY, "recall")),
    "partner_agreed": ((AGENCY, "start"), (HOLDER, "change_of_mind"), (AGENCY, "recall")),
    "started": ((AGENCY, "end"),),
}
"""What a page offers in each state, the next step first."""

ASIDE = frozenset({"change_of_mind", "recall"})
"""What may be done and is not what the state waits for."""


def who_moves(*, before: str, after: str) -> str | None:
    """Whose step it is from one state to another; None when there is no such step.

    Source: the network's agreement on placements.
    """
    return MOVES.get((before, after))


def turns(*, state: str, desks: set[str]) -> list[str]:
    """What somebody at these desks may do next. Source: the network's agreement on placements."""
    return [turn for desk, turn in TURNS.get(state, ()) if desk in desks]


def clock(*, state: str, outcome: str = "") -> str:
    """The code of the deadline that runs in a state; an unsafe place is looked at at once.

    Source: the network's agreed clocks.
    """
    return URGENT if outcome == "unsafe" else TASKS[state][2]


def places_left(*, places: int, taken: int) -> int:
    """How many places nobody has taken yet. Source: the network's own rule."""
    return max(places - taken, 0)


FEWEST_PLACES = 5
"""Below this, a commune with an offer would point at whoever takes it up."""


def names_the_commune(*, places: int) -> bool:
    """Whether so much is offered in a commune that the public may be told its name.

    Source: the network's own rule, the small number of its reports.
    """
    return places >= FEWEST_PLACES


def is_on_offer(*, withdrawn: bool, until: date | None, today: date) -> bool:
    """Whether an opportunity may still be proposed on a day, its last day included.

    Source: the network's own rule.
    """
    return not withdrawn and (until is None or today <= until)


def may_start(*, on: date, asked_on: date, today: date) -> bool:
    """Whether a start on that day can be written down: it has come, and not before the proposal.

    Source: the network's own rule.
    """
    return asked_on <= on <= today


def may_end(*, on: date, started_on: date, today: date) -> bool:
    """Whether an end on that day can be written down. Source: the network's own rule."""
    return started_on <= on <= today


def may_be_ages(*, least: int | None, most: int | None) -> bool:
    """Whether somebody can be as old as is asked for. Source: the network's own rule."""
    return least is None or most is None or least <= most


def is_told_here(*, partner: UUID, desks: Collection[UUID]) -> bool:
    """Whether a partner is told on a page of its own: it is neither of the two desks.

    Source: the network's agreement. A partner without an account is asked by the job centre.
    """
    return partner not in desks
