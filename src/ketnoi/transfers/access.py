"""Who may send a file to another province, stand for that, and take one in."""

from typing import TYPE_CHECKING, Any

from ketnoi.agencies.terms import OPENS_FILES, Role
from ketnoi.transfers import rules

if TYPE_CHECKING:
    from ketnoi.transfers.models import Transfer


DECIDES = frozenset({Role.LEAD})


def may_start(*, works: bool) -> bool:
    """Begin, make the packet, type the receipt, take it back: whoever works on the file."""
    return works


def may_decide(*, member: Any, transfer: "Transfer") -> bool:
    """Approve or decline: a lead of the same agency, and not the one who began it."""
    leads = member.role in DECIDES and member.files == transfer.holder_id
    return leads and rules.are_two(started_by=transfer.started_by_id, decides=member.member_id)


def may_hear_her(*, member: Any, transfer: "Transfer") -> bool:
    """Write down that she takes her yes back: whichever officer of the holder hears it."""
    return member.files is not None and member.files == transfer.holder_id


def may_lapse(*, member: Any) -> bool:
    """Say that the time is over: the system alone."""
    return member.role == "system"


def may_take_in(*, member: Any) -> bool:
    """Take in a file from another province: officers who open files."""
    return member.role in OPENS_FILES
