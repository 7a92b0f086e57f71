"""Who may do what with a person's record."""

from typing import TYPE_CHECKING, Any

from ketnoi.agencies.terms import Role

if TYPE_CHECKING:
    from ketnoi.people.models import Person


def may_describe(*, member: Any, person: "Person") -> bool:
    """Write down what she says of herself: officers of the agency that keeps her record, and
    whoever took it down."""
    keeps = member.files is not None and member.files == person.holder_id
    return keeps or member.member_id == person.keeper_id


def may_hold(*, member: Any, person: "Person") -> bool:
    """Say that a paper orders her data to be kept, or no longer does: officers of the holder."""
    return member.files is not None and member.files == person.holder_id


def may_erase(*, member: Any, person: "Person") -> bool:
    """Erase for good: only the lead of the agency that keeps her record."""
    return member.role == Role.LEAD and may_hold(member=member, person=person)
