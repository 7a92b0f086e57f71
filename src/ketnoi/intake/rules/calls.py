"""How a call that is being answered may end, and which clock runs until then."""

NOT_WHILE_IN_DANGER = frozenset({"advised", "mistaken"})
"""Whoever is in danger now is not let go with a piece of advice."""


def call_may_end(*, outcome: str, danger: str) -> bool:
    """Whether a call may end in this way, by what was said about danger.

    Source: the network's own rule: while she says that she is in danger now, a call ends with the
    police called, with her being taken in or called back, or because the line was cut.
    """
    return not (danger == "yes" and outcome in NOT_WHILE_IN_DANGER)


def clock_of(*, danger: str) -> str:
    """By which fact of the network an outcome is due. Source: facts of the network."""
    return "callback.urgent" if danger == "yes" else "call.open"
