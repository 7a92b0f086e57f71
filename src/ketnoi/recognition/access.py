"""Who may do what about the same person met twice."""

from typing import TYPE_CHECKING, Any

from ketnoi.agencies.terms import Role

if TYPE_CHECKING:
    from ketnoi.recognition.models import OfFile

WORKS = frozenset({Role.CASEWORKER, Role.LEAD})
NAMES_A_DUTY = frozenset({Role.LEAD})


def may_ask(*, member: Any, holder_id: Any, keeper_id: Any) -> bool:
    """Ask elsewhere, or say what she answered: caseworkers and leads of the agency that holds the
    file, and any other officer of it who is responsible."""
    is_hers = member.files is not None and member.files == holder_id
    return is_hers and (member.role in WORKS or member.member_id == keeper_id)


def may_answer(*, member: Any, record: "OfFile") -> bool:
    """Say what came of asking her, or stop a question: as for asking."""
    return may_ask(member=member, holder_id=record.holder_id, keeper_id=record.keeper_id)


def may_name_duty(*, member: Any) -> bool:
    """Go on without her yes because a law orders it: only a lead, who names the law."""
    return member.role in NAMES_A_DUTY
