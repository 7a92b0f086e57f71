"""Who may do what with a referral. One question, one function, one answer."""

from typing import TYPE_CHECKING, Any

from ketnoi.agencies import queries as agencies
from ketnoi.agencies.terms import Role
from ketnoi.referrals import rules

if TYPE_CHECKING:
    from ketnoi.referrals.models import GuestLink, Referral

SENDS = frozenset({Role.CASEWORKER, Role.LEAD})
ANSWERS = frozenset({Role.CASEWORKER, Role.LEAD, Role.SPECIALIST, Role.VERIFIER})


def is_sender(*, member: Any, referral: "Referral") -> bool:
    """She acts for the agency that asks: a caseworker, a lead, or whoever prepared it."""
    is_hers = member.role in SENDS or member.member_id == referral.made_by_id
    return member.files == referral.from_agency_id and is_hers


def is_guest_of(*, member: Any, referral: "Referral") -> bool:
    """She came by a link that leads to this request and to nothing else."""
    return member.role == "guest" and member.leads_to == referral.pk


def may_issue_link(*, member: Any, referral: "Referral") -> bool:
    """Let a partner answer who has no account: the asking agency, while something is asked.

    A legal status is decided by a body of its own people, never through a link.
    """
    waits = referral.state in rules.IN_HAND and referral.purpose != "identification"
    return waits and is_sender(member=member, referral=referral)


def may_use_link(*, member: Any, link: "GuestLink") -> bool:
    """Say its code and answer by it: whoever holds the link; by phone, the asking agency."""
    sends = member.files == link.from_agency_id and member.role in SENDS
    return sends or (member.role == "guest" and member.key == str(link.pk))


def is_receiver(*, member: Any, referral: "Referral") -> bool:
    """She acts for the agency that is asked."""
    return member.files == referral.to_agency_id and member.role in ANSWERS


def may_move(*, member: Any, referral: "Referral", after: str) -> bool:
    """Bring a referral from its state to another: only whose step it is."""
    who = rules.who_moves(before=referral.state, after=after)
    if is_guest_of(member=member, referral=referral):
        return after in rules.GUEST_MOVES and who == rules.RECEIVER
    if who == rules.SYSTEM:
        return member.role == "system"
    if who == rules.SENDING_SIDE:
        return member.files is not None and member.files == referral.from_agency_id
    sends = is_sender(member=member, referral=referral) and who in {rules.SENDER, rules.EITHER}
    gets = is_receiver(member=member, referral=referral) and who in {rules.RECEIVER, rules.EITHER}
    return sends or gets


def moves(*, member: Any, referral: "Referral") -> set[str]:
    """The states to which she may bring it now."""
    after = {after for before, after in rules.MOVES if before == referral.state}
    return {a for a in after if may_move(member=member, referral=referral, after=a)}


def may_take(*, member: Any, referral: "Referral") -> bool:
    """See to a request: an officer of the asked agency, where no colleague does.

    A lead takes over, and so does whoever stands in for a colleague who is away today.
    """
    waits = referral.state in rules.IN_HAND and is_receiver(member=member, referral=referral)
    free = referral.taken_by is None or referral.taken_by.left_at is not None
    if not waits or free or referral.taken_by_id == member.member_id:
        return waits and free
    return (
        member.role == Role.LEAD or agencies.substitute_of(referral.taken_by_id) == member.member_id
    )


def may_put_back(*, member: Any, referral: "Referral") -> bool:
    """Give a request back to the queue: whoever has it in hand, or a lead."""
    receives = referral.taken_by_id and is_receiver(member=member, referral=referral)
    hers = referral.taken_by_id == member.member_id or member.role == Role.LEAD
    return bool(receives) and hers and referral.state in rules.IN_HAND


def may_ask_more(*, member: Any, referral: "Referral") -> bool:
    """Ask to be told more than the packet: the asked agency, while it sees to the request."""
    return referral.state in rules.IN_HAND and is_receiver(member=member, referral=referral)


def may_answer_more(*, member: Any, referral: "Referral") -> bool:
    """Say what she answered to that: the asking agency, while the request goes on."""
    return referral.state in rules.IN_HAND and is_sender(member=member, referral=referral)


def may_redirect(*, member: Any, referral: "Referral") -> bool:
    """Ask another service for the same: the asking agency, while nobody has said yes."""
    return referral.state in rules.REDIRECTS and is_sender(member=member, referral=referral)


def may_read_packet(*, member: Any, referral: "Referral") -> bool:
    """Read what is told: the two agencies, nobody else."""
    return member.files in {referral.from_agency_id, referral.to_agency_id}
