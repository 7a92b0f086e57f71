"""What the network agreed about referrals: which state may follow which, who does it, by when."""

from ketnoi.foundation.timing import Unit
from ketnoi.referrals.terms import Urgency

SENDER, RECEIVER, EITHER, SYSTEM = "sender", "receiver", "either", "system"
SENDING_SIDE = "sending_side"
"""Any officer of the agency that asked: whoever hears it from her."""

STANDS = ("sent", "accepted", "in_service", "on_hold", "closed")
"""States in which something was told and can still be read."""

MOVES: dict[tuple[str, str], str] = {
    ("draft", "sent"): SENDER,
    ("draft", "recalled"): SENDER,
    ("sent", "accepted"): RECEIVER,
    ("sent", "declined"): RECEIVER,
    ("sent", "recalled"): SENDER,
    ("sent", "expired"): SYSTEM,
    ("accepted", "in_service"): RECEIVER,
    ("accepted", "on_hold"): EITHER,
    ("accepted", "closed"): RECEIVER,
    ("accepted", "recalled"): SENDER,
    ("in_service", "on_hold"): EITHER,
    ("in_service", "closed"): RECEIVER,
    ("in_service", "recalled"): SENDER,
    ("on_hold", "in_service"): RECEIVER,
    ("on_hold", "closed"): RECEIVER,
    ("on_hold", "recalled"): SENDER,
    ("closed", "in_service"): SENDER,
    **{(s, "consent_withdrawn"): SENDING_SIDE for s in STANDS},
}
"""Source: the network's list of states; `api.rules` says them in the words of FHIR."""

CLOCKS: dict[str, str] = {
    "draft": "referral.draft",
    "accepted": "referral.first_contact",
    "in_service": "referral.progress",
    "on_hold": "referral.on_hold",
    "closed": "referral.confirm",
    "declined": "referral.elsewhere",
    "expired": "referral.elsewhere",
}

TASKS: dict[str, tuple[str, str]] = {
    "draft": ("send_referral", SENDER),
    "sent": ("answer_referral", RECEIVER),
    "accepted": ("first_contact", RECEIVER),
    "in_service": ("report_outcome", RECEIVER),
    "on_hold": ("look_again", RECEIVER),
    "closed": ("confirm_outcome", SENDER),
    "declined": ("refer_elsewhere", SENDER),
    "expired": ("refer_elsewhere", SENDER),
}
"""What waits in each state, and at whose desk. Source: the network's agreed clocks."""

IN_HAND = ("sent", "accepted", "in_service", "on_hold")
"""States in which somebody at the asked agency sees to it."""

GUEST_MOVES = frozenset({"accepted", "declined", "in_service", "closed"})
"""Where a partner without an account may bring the one request she was told of."""

REDIRECTS = ("sent", "declined", "expired")
"""From where the asking agency may ask another service for the same."""


def who_moves(*, before: str, after: str) -> str | None:
    """Whose step it is from one state to another; None when there is no such step.

    Source: the network's list of states.
    """
    return MOVES.get((before, after))


def clock(*, state: str, urgency: str) -> str | None:
    """The code of the deadline that runs in a state. Source: the network's agreed clocks."""
    return f"referral.{urgency}" if state == "sent" else CLOCKS.get(state)


def agreed_time(*, urgency: str, hours: int | None, days: int | None) -> tuple[int, Unit] | None:
    """How soon two agencies agreed to answer; None where their agreement does not say.

    Source: the agreement itself; hours for what is urgent, working days for the rest.
    """
    if urgency == Urgency.URGENT:
        return (hours, Unit.HOURS) if hours else None
    return (days, Unit.WORKING_DAYS) if days else None
