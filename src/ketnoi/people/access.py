"""Who may do what with a person's record."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ketnoi.people.models import Person


def may_describe(*, member: Any, person: "Person") -> bool:
    """Write down what she says of herself: officers of the agency that keeps her record, and
    whoever took it down."""
    keeps = member.files is not None and member.files == person.holder_id
    return keeps or member.member_id == person.keeper_id
