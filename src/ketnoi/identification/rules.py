"""What the law says about identification: who may decide what, with which proof, by when."""

from dataclasses import dataclass
from datetime import date

IN_FORCE = date(2025, 7, 1)
LAST_DAY_BEFORE = date(2025, 6, 30)
EVERY_STATUS = frozenset({"being_identified", "victim", "not_established"})
AFTER_FIRST_CHECK = frozenset({"being_identified", "not_established"})


@dataclass(frozen=True)
class Competence:
    """Agencies of one function may come to these statuses, from one day to another."""

    function: str
    statuses: frozenset[str]
    since: date | None
    until: date | None
    source: str

    def holds(self, on: date) -> bool:
        """Whether it holds on a day. Source: Law 53/2024 art. 63 (transition)."""
        begun = self.since is None or self.since <= on
        return begun and (self.until is None or on <= self.until)


COMPETENCES = (
    Competence("police", EVERY_STATUS, None, None, "Law 53/2024 arts. 27, 33(1); Law 66/2011 24"),
    Competence("border_guard", EVERY_STATUS, None, None, "Law 53/2024 arts. 28, 30(1)(b)"),
    Competence(
        "health_dept",
        AFTER_FIRST_CHECK,
        IN_FORCE,
        None,
        "Law 53/2024 art. 27 as amended by Law 86/2025 art. 2(3): first verification",
    ),
    Competence(
        "labour_dept",
        AFTER_FIRST_CHECK,
        None,
        LAST_DAY_BEFORE,
        "Law 66/2011 art. 24, until Law 86/2025 gave the task to the health body",
    ),
)

FIRST_CHECK = "identification.verify"
CLOCKS = {"being_identified": "identification.look_again"}
"""When the next answer is due. The law gives no day for the final one; the network looks again."""


def statuses_of(*, function: str, on: date) -> frozenset[str]:
    """The statuses an agency may come to on a day; none for agencies that do not decide.

    Source: each competence names its own article.
    """
    found = (c.statuses for c in COMPETENCES if c.function == function and c.holds(on))
    return frozenset().union(*found)


def needs_proof(*, status: str) -> bool:
    """Whether a status stands only on a paper and on evidence.

    Source: Law 53/2024 arts. 32(1), 33(1).
    """
    return status == "victim"


def next_clock(*, status: str) -> str | None:
    """The code of the deadline for the next answer; None when the answer is final.

    Source: the network's own agreement; the law leaves the police deadline to be looked up.
    """
    return CLOCKS.get(status)


def may_be_decided_on(*, decided_on: date, today: date) -> bool:
    """A decision is dated today or earlier. Source: the nature of a record."""
    return decided_on <= today
