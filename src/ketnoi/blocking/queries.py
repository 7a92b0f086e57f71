"""Who is blocked from a file, always through the one who asks."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from ketnoi.agencies import queries as agencies
from ketnoi.blocking import access
from ketnoi.blocking.models import Block
from ketnoi.cases import queries as cases
from ketnoi.referrals import queries as referrals

if TYPE_CHECKING:
    from ketnoi.agencies.models import Agency, Member
    from ketnoi.cases.models import Case


def may_block(member: Any, case: "Case") -> bool:
    """Whether this member may block somebody from the file."""
    works = cases.may_refer(member, case)
    return access.may_block(member=member, case=case, works=works)


def file_to_block(member: Any, code: str) -> "Case | None":
    """A file by its code, if this member may say who must not know of it."""
    found = cases.case_by_code(member, code)
    return found if found and may_block(member, found) else None


def blocks_of(case: "Case", member: Any) -> list[Block]:
    """Who is blocked from the file now, and who was, the newest first."""
    found = Block.objects.visible_to(member).filter(case_id__in=cases.within(case))
    found = found.select_related("agency", "member__agency", "by", "ended_by")
    return sorted(found, key=lambda b: (b.ended_at is None, b.since), reverse=True)


def block_of_file(member: Any, code: str, pk: UUID) -> Block | None:
    """One block, looked up through its file."""
    case = file_to_block(member, code)
    found = Block.objects.visible_to(member).filter(case_id__in=cases.within(case) if case else [])
    return found.select_related("case", "agency", "member").filter(pk=pk).first()


@dataclass(frozen=True)
class Offer:
    """Agencies, each with its members, out of which somebody is blocked."""

    agencies: "list[Agency]"
    members: "dict[UUID, list[Member]]"

    def choices(self, whole: str) -> list[tuple[str, list[tuple[str, str]]]]:
        """For each agency: it as a whole, or one of its members."""
        return [
            (agency.name, [(f"all {agency.pk}", f"{whole}: {agency.name}"), *self._one(agency)])
            for agency in self.agencies
        ]

    def chosen(self, whom: str) -> dict[str, Any]:
        """The agency and the member, if any, that were chosen."""
        kind, _space, pk = whom.partition(" ")
        everybody = {str(m.pk): m for members in self.members.values() for m in members}
        member = everybody[pk] if kind == "one" else None
        wanted = str(member.agency_id) if member else pk
        agency = next(a for a in self.agencies if str(a.pk) == wanted)
        return {"agency": agency, "member": member}

    def _one(self, agency: "Agency") -> list[tuple[str, str]]:
        return [(f"one {m.pk}", m.name) for m in self.members.get(agency.pk, [])]


def who_may_be_blocked(case: "Case") -> Offer:
    """Everybody in the network, the agency that holds the file first."""
    others = agencies.agencies_other_than(case.holder)
    members: dict[UUID, list[Member]] = {}
    for member in agencies.everybody():
        members.setdefault(member.agency_id, []).append(member)
    return Offer([case.holder, *others], members)


def is_asked(case: "Case", agency_id: UUID, member: Any) -> bool:
    """Whether this agency is asked for something in the file, or helps in it now."""
    return referrals.open_of(case, member, of=agency_id)
