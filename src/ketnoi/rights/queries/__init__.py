"""What pages may ask about requests of a person, always through the one who asks."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from ketnoi.cases import queries as cases
from ketnoi.rights import access
from ketnoi.rights.models import DataRequest

if TYPE_CHECKING:
    from ketnoi.cases.models import Case

NEAR = ("received_by", "answered_by", "case__key", "case__holder")


def file_of_holder(member: Any, code: str) -> "Case | None":
    """A file by its code, for officers of the agency that holds it."""
    case = cases.case_by_code(member, code)
    return case if case and access.may_take(member=member, case=case) else None


def requests_of(case: "Case", member: Any) -> list[DataRequest]:
    """What she asked about her data in a file, the newest first."""
    found = DataRequest.objects.visible_to(member).filter(case=case).select_related(*NEAR)
    return list(found.order_by("-received_at"))


def request_of_file(member: Any, code: str, pk: UUID) -> DataRequest | None:
    """One request, looked up through its file."""
    case = file_of_holder(member, code)
    found = DataRequest.objects.visible_to(member).select_related(*NEAR)
    return found.filter(case=case, pk=pk).first() if case else None


def files_of_person(data_request: DataRequest, member: Any) -> "list[Case]":
    """All files of the person that this member's agency holds."""
    found = cases.cases_of_persons(member, [data_request.case.person_id])
    return list(found.filter(holder_id=data_request.holder_id))


def open_requests(files: "list[Case]", member: Any) -> bool:
    """Whether something she asked in these files still waits for its answer."""
    found = DataRequest.objects.visible_to(member).filter(case__in=files, answered_at=None)
    return found.exists()
