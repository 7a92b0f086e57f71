"""What pages may ask about requests of a person, always through the one who asks."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from ketnoi.cases import queries as cases
from ketnoi.foundation import clock
from ketnoi.people import queries as people
from ketnoi.rights import access
from ketnoi.rights.models import DataRequest

if TYPE_CHECKING:
    from ketnoi.cases.models import Case
    from ketnoi.people.models import Hold

NEAR = ("received_by", "answered_by", "case__key", "case__holder")


def file_of_holder(member: Any, code: str) -> "Case | None":
    """A file by its code, for officers of the agency that holds it."""
    case = cases.case_by_code(member, code)
    return case if case and access.may_take(member=member, case=case) else None


def requests_of(case: "Case", member: Any) -> list[DataRequest]:
    """What she asked about her data in a file, the newest first."""
    found = (
        DataRequest.objects.visible_to(member)
        .filter(case_id__in=cases.within(case))
        .select_related(*NEAR)
    )
    return list(found.order_by("-received_at"))


def request_of_file(member: Any, code: str, pk: UUID) -> DataRequest | None:
    """One request, looked up through its file."""
    case = file_of_holder(member, code)
    found = DataRequest.objects.visible_to(member).select_related(*NEAR)
    return found.filter(case_id__in=cases.within(case), pk=pk).first() if case else None


def files_of_person(data_request: DataRequest, member: Any) -> "list[Case]":
    """All files of the person that this member's agency holds."""
    found = cases.cases_of_persons(member, cases.persons_within(data_request.case))
    return list(found.filter(holder_id=data_request.holder_id))


def hold_on_file(case: "Case", member: Any) -> "Hold | None":
    """What orders the data of this person to be kept today, in any record that is kept of her."""
    hers = (people.person(member, pk) for pk in cases.persons_within(case))
    found = (people.hold_on(her, on=clock.today()) for her in hers if her is not None)
    return next((hold for hold in found if hold is not None), None)


def open_requests(files: "list[Case]", member: Any) -> bool:
    """Whether something she asked in these files still waits for its answer."""
    found = DataRequest.objects.visible_to(member).filter(case__in=files, answered_at=None)
    return found.exists()
