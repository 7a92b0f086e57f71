"""Who may do what in an agency."""

from typing import TYPE_CHECKING, Any

from ketnoi.agencies.terms import MANAGES_MEMBERS, Role

if TYPE_CHECKING:
    from ketnoi.agencies.models import Bell, Member, Party

SYSTEM = "system"
# These two see or change something beyond their own agency.
OF_THE_NETWORK = frozenset({Role.COORDINATOR, Role.ADMIN})
GIVES_EVERY_ROLE = frozenset({Role.ADMIN})
KEEPS_AGREEMENTS = frozenset({Role.COORDINATOR})
SIGNS = frozenset({Role.LEAD})


def may_manage_members(*, member: Any) -> bool:
    """She invites and removes members of her own agency."""
    return member.role in MANAGES_MEMBERS


def may_invite(*, by: Any) -> bool:
    """Who manages members invites to her own agency; the system invites the first member."""
    return by.role == SYSTEM or may_manage_members(member=by)


def may_manage(*, by: Any, member: "Member") -> bool:
    """Change her role, let her go, help her back in: a lead or administrator of the same agency."""
    return may_manage_members(member=by) and by.agency_id == member.agency_id


def may_give_role(*, by: Any, role: str) -> bool:
    """A lead gives the roles of an agency; those of the network only an administrator."""
    return role not in OF_THE_NETWORK or by.role in {SYSTEM, *GIVES_EVERY_ROLE}


def may_add_agencies(*, by: Any) -> bool:
    """The system at the first start, and administrators, add agencies."""
    return by.role in {SYSTEM, Role.ADMIN}


def may_name_witnesses(*, by: Any) -> bool:
    """Choose which agencies keep the seals of the trail."""
    return by.role in GIVES_EVERY_ROLE


def may_keep_agreements(*, by: Any) -> bool:
    """Draw up agreements and end them, and note what was signed on paper: coordinators."""
    return by.role in {SYSTEM, *KEEPS_AGREEMENTS}


def may_sign(*, by: Any, party: "Party") -> bool:
    """Sign for an agency, or leave: its lead; a coordinator notes what was signed on paper."""
    is_lead = by.role in SIGNS and by.agency_id == party.agency_id
    return is_lead or may_keep_agreements(by=by)


def may_note_leave(*, by: Any, member: "Member") -> bool:
    """Say when somebody is away: she herself, or who manages the members of her agency."""
    is_hers = by.member_id is not None and by.member_id == member.pk
    return is_hers or (may_manage_members(member=by) and by.agency_id == member.agency_id)


def is_hers(*, by: Any, bell: "Bell") -> bool:
    """How she is told is her own affair: nobody else changes it."""
    return by.member_id is not None and by.member_id == bell.member_id
