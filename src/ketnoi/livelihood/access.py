"""Who may do what with opportunities and placements. One question, one function, one answer."""

from typing import TYPE_CHECKING, Any

from ketnoi.agencies.terms import Function, Role
from ketnoi.livelihood import rules
from ketnoi.livelihood.terms import State

if TYPE_CHECKING:
    from uuid import UUID

    from ketnoi.livelihood.models import Candidate, Opportunity, PartnerLink, Placement, WorkProfile

OFFERS = frozenset(
    {
        Function.JOB_SERVICE,
        Function.EMPLOYER,
        Function.PROGRAMME,
        Function.INDUSTRY_TRADE,
        Function.AGRICULTURE,
        Function.BLIND_ASSOCIATION,
        Function.WOMEN_UNION,
        Function.OSSO,
    }
)
VERIFIES = OFFERS - {Function.EMPLOYER}
WORKS = frozenset({Role.CASEWORKER, Role.LEAD})


def may_offer(*, member: Any) -> bool:
    """Add an opportunity: officers of agencies whose work it is."""
    return member.role in WORKS and member.agency.function in OFFERS


def may_verify(*, member: Any) -> bool:
    """Say that somebody went to see an employer: officers of the network, never of an employer."""
    return member.role in WORKS and member.agency.function in VERIFIES


def may_withdraw(*, member: Any, opportunity: "Opportunity") -> bool:
    """Withdraw an opportunity: the agency that added it."""
    return may_offer(member=member) and member.agency_id == opportunity.agency_id


def may_propose(*, member: Any, holder_id: "UUID | None" = None) -> bool:
    """Propose an opportunity to somebody: officers of agencies that offer some, and her own."""
    is_hers = holder_id is not None and member.files == holder_id
    return may_offer(member=member) or (is_hers and member.role in WORKS)


def may_write_profile(*, member: Any, writes: bool) -> bool:
    """Write down what matters of her: who writes in her file and opens it for the whole agency."""
    return writes and member.files is not None


def may_forget(*, member: Any, record: "WorkProfile | Placement") -> bool:
    """Take away what was written down or told of somebody erased: the lead of her holder."""
    return member.role == Role.LEAD and member.files == record.holder_id


def may_answer(*, member: Any, candidate: "Candidate") -> bool:
    """Answer for a partner: its officers."""
    return member.role in WORKS and member.files == candidate.agency_id


def desks(*, member: Any, placement: "Placement") -> set[str]:
    """At which of the two desks of a placement she sits: the file's holder, the job centre."""
    if member.role not in WORKS:
        return set()
    sides = {rules.HOLDER: placement.holder_id, rules.AGENCY: placement.agency_id}
    return {desk for desk, agency in sides.items() if agency == member.files}


def may_issue_link(*, member: Any, placement: "Placement") -> bool:
    """Let a partner answer who has no account: who asks it, once she said yes."""
    return may_move(member=member, placement=placement, after=State.PARTNER_AGREED)


def may_use_link(*, member: Any, link: "PartnerLink") -> bool:
    """Say its code and answer by it: whoever holds the link, and nobody else."""
    return member.role == "guest" and member.key == str(link.pk)


def may_stop(*, member: Any, placement: "Placement") -> bool:
    """Stop it because she took her yes back, or the request ended: any officer of the holder."""
    return member.files is not None and member.files == placement.holder_id


def may_move(*, member: Any, placement: "Placement", after: str) -> bool:
    """Bring a placement from its state to another: only whose step it is."""
    who = rules.who_moves(before=placement.state, after=after)
    at = desks(member=member, placement=placement)
    return bool(at) if who == rules.EITHER else who in at
