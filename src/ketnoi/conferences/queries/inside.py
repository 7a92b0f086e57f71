"""Who takes part in a file, and to whom work may be given there."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from ketnoi.agencies import queries as agencies
from ketnoi.cases import actions as files
from ketnoi.cases import queries as cases
from ketnoi.conferences import access
from ketnoi.conferences.models import Conference
from ketnoi.foundation.actor import System
from ketnoi.foundation.guard.context import acting
from ketnoi.foundation.guard.hiding import shut_out

if TYPE_CHECKING:
    from ketnoi.agencies.models import Agency, Member
    from ketnoi.cases.models import Case


def file(member: Any, code: str) -> "Case | None":
    """A file in which this member may give work or meet: her agency holds it or takes part."""
    case = cases.case_by_code(member, code)
    if case is None:
        return None
    inside = access.may_give(
        member=member, holder_id=case.holder_id, takes_part=cases.takes_part(member, case)
    )
    return case if inside else None


def taking_part(case: "Case") -> set[UUID]:
    """The holder, and every agency to which the file is open now, whoever asks."""
    with acting(System(case.holder_id)):
        doors = cases.doors_of(case)
    whole = {d.agency_id for d in doors if d.member_id is None and d.case_id == case.pk}
    return {case.holder_id, *whole}


def places(case: "Case", member: Any) -> "list[Agency]":
    """The agencies that take part, as far as this member may know, the holder first.

    A partner does not hear of other partners, but for those whom she met at a conference.
    """
    inside = taking_part(case)
    if member.files != case.holder_id:
        inside &= {case.holder_id, member.files, *_met(case, member)}
    found = agencies.agencies().filter(pk__in=inside)
    return sorted(found, key=lambda agency: (agency.pk != case.holder_id, agency.name))


def _met(case: "Case", member: Any) -> set[UUID]:
    met = Conference.objects.visible_to(member).filter(case_id__in=cases.within(case))
    return {agency for invited in met.values_list("invited", flat=True) for agency in invited}


@dataclass(frozen=True)
class Offer:
    """To whom work may be given: an agency that takes part, or one officer of one's own."""

    agencies: "list[Agency]"
    officers: "list[Member]"

    @property
    def choices(self) -> list[tuple[str, str]]:
        """As a list of a form."""
        whole = [(f"agency {agency.pk}", agency.name) for agency in self.agencies]
        return [
            *whole,
            *((f"officer {m.pk}", m.name) for m in self.officers),
        ]

    def chosen(self, to: str) -> "Agency | Member | None":
        """What was chosen, if it was offered."""
        kind, _space, pk = to.partition(" ")
        among: Any = self.agencies if kind == "agency" else self.officers
        return next((one for one in among if str(one.pk) == pk), None)


def offer(case: "Case", member: Any) -> Offer:
    """To whom this member may give work in this file."""
    kept_out = shut_out(case.pk).members
    officers = agencies.officers_of(member.agency).select_related("agency")
    ready = [m for m in officers if m.pk not in kept_out and m.role in access.WORKS]
    inside = places(case, member)
    return Offer(inside, ready if member.agency in inside else [])


def place_of(record: Any) -> files.Place:
    """The file of a record, as a task names it."""
    return files.Place(record.case_id, record.holder_id, record.code)
