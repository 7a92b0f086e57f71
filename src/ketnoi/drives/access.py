"""Who may do what with a drive of her agency."""

from typing import TYPE_CHECKING, Any

from ketnoi.agencies.terms import Role
from ketnoi.drives import rules

if TYPE_CHECKING:
    from ketnoi.drives.models import Evidence, Need

RUNS = frozenset({Role.CASEWORKER, Role.LEAD})
ANSWERS_FOR = frozenset({Role.LEAD})


def may_run(*, member: Any) -> bool:
    """Open a drive, say what is needed, call who offers, write down what came and went."""
    return member.files is not None and member.role in RUNS


def may_verify(*, member: Any, need: "Need") -> bool:
    """Let the public see a need: a lead who did not write it down herself."""
    second = rules.is_second_person(checker=member.pk, writer=need.made_by_id)
    return may_answer_for(member=member) and second


def may_check(*, member: Any, evidence: "Evidence") -> bool:
    """Let the public read a sentence: a second officer, who looks for names in it."""
    second = rules.is_second_person(checker=member.pk, writer=evidence.written_by_id)
    return may_run(member=member) and second


def may_answer_for(*, member: Any) -> bool:
    """End a drive, correct its book, forget who gave: the lead of the agency."""
    return member.files is not None and member.role in ANSWERS_FOR
