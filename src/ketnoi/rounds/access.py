"""Who may do what with rounds. One question, one function, one answer."""

from typing import TYPE_CHECKING, Any

from ketnoi.agencies.terms import Function, Role

if TYPE_CHECKING:
    from ketnoi.cases.models import Case
    from ketnoi.rounds.models import MatchingRound

WORKS = frozenset({Role.CASEWORKER, Role.LEAD})
ANNOUNCES = WORKS | {Role.COORDINATOR}
RECRUITS = frozenset(
    {
        Function.JOB_SERVICE,
        Function.PROGRAMME,
        Function.INDUSTRY_TRADE,
        Function.AGRICULTURE,
        Function.WOMEN_UNION,
        Function.OSSO,
    }
)


def may_announce(*, member: Any) -> bool:
    """Announce a round and begin it: coordinators of the network, officers of job centres."""
    is_job_centre = member.agency.function == Function.JOB_SERVICE
    return member.role in ANNOUNCES and (member.role == Role.COORDINATOR or is_job_centre)


def may_call_off(*, member: Any, round_: "MatchingRound") -> bool:
    """Call a round off, or begin it: who may announce one, for the same province."""
    return may_announce(member=member) and member.agency.province_id == round_.province_id


def may_read_numbers(*, member: Any) -> bool:
    """Read how groups fared and where places lack: coordinators, and who looks for partners."""
    recruits = member.agency.function in RECRUITS
    return member.role in ANNOUNCES and (member.role == Role.COORDINATOR or recruits)


def may_take_up(*, member: Any, case: "Case") -> bool:
    """Ask her about what a round proposed: caseworkers and leads of whoever holds her file."""
    return member.role in WORKS and member.files is not None and member.files == case.holder_id
