"""What a program of an agency asks and answers: referrals as FHIR R4B Task and ServiceRequest."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI, Query
from ninja.errors import HttpError, ValidationError
from ninja.openapi.schema import get_schema
from ninja.renderers import JSONRenderer

from ketnoi.api import actions, queries
from ketnoi.api.forms import fhir as forms
from ketnoi.api.terms import FHIR, FHIR_JSON
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused

MISUNDERSTOOD, TOO_LATE, NOT_THERE = 422, 409, 404
PROBLEMS = {status: forms.OperationOutcome for status in (400, NOT_THERE, MISUNDERSTOOD)}
ANSWERS = {200: dict[str, Any], 401: None, **PROBLEMS}
CAPABILITIES = {
    "resourceType": "CapabilityStatement",
    "status": "active",
    "date": "2026-11-30",
    "kind": "instance",
    "implementation": {"description": "Kết Nối: referrals between agencies"},
    "fhirVersion": FHIR,
    "format": ["json"],
    "rest": [
        {
            "mode": "server",
            "resource": [
                {
                    "type": "Task",
                    "interaction": [{"code": c} for c in ("read", "update", "search-type")],
                    "searchParam": [{"name": "status", "type": "token"}],
                },
                {"type": "ServiceRequest", "interaction": [{"code": "read"}]},
            ],
        }
    ],
}


class Renderer(JSONRenderer):
    """JSON under the name that FHIR gives it."""

    media_type = FHIR_JSON


fhir = NinjaAPI(
    title="Referrals",
    version=FHIR,
    description="Requests that an agency sent or was sent, as FHIR R4B. No word of the woman.",
    openapi_url=None,
    docs_url=None,
    urls_namespace="fhir",
    renderer=Renderer(),
    servers=[{"url": "/api/fhir"}],
)


def problem(request: HttpRequest, status: int, code: str, words: str) -> HttpResponse:
    """Why there is no answer, as a FHIR OperationOutcome."""
    issue = {"severity": "error", "code": code, "diagnostics": words}
    told = {"resourceType": "OperationOutcome", "issue": [issue]}
    return fhir.create_response(request, told, status=status)


def not_there(request: HttpRequest) -> HttpResponse:
    """What is not there, or not this agency's business."""
    return problem(request, NOT_THERE, "not-found", "Not Found")


@fhir.exception_handler(ValidationError)
def misunderstood(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """Say which part was not understood, and repeat nothing of what was sent."""
    known = {"status", "page", "_count", "resourceType", "statusReason", "output", "restriction"}
    where = {str(part) for e in error.errors for part in e.get("loc", ())} & known
    words = f"not understood: {', '.join(sorted(where))}"
    return problem(request, MISUNDERSTOOD, "invalid", words)


@fhir.exception_handler(HttpError)
def unreadable(request: HttpRequest, error: HttpError) -> HttpResponse:
    """What was sent is no JSON."""
    return problem(request, error.status_code, "structure", "the body could not be read")


@fhir.get("/metadata", url_name="capabilities", response=ANSWERS)
def capabilities(request: HttpRequest) -> Any:
    """What can be asked here."""
    return CAPABILITIES


@fhir.get("/Task", url_name="tasks", response=ANSWERS)
def tasks(request: HttpRequest, asked: Query[forms.AskedTasks]) -> Any:
    """What the agency asks and is asked, the newest first."""
    page = {"status": asked.status or "", "number": asked.page, "size": asked.count}
    return queries.tasks(request.member, **page)  # type: ignore[attr-defined]


@fhir.get("/Task/{pk}", url_name="task", response=ANSWERS)
def task(request: HttpRequest, pk: UUID) -> Any:
    """One request, and where it stands."""
    return queries.task(*_of(request))


@fhir.put("/Task/{pk}", url_name="change", response={**ANSWERS, TOO_LATE: forms.OperationOutcome})
def change(request: HttpRequest, pk: UUID, told: forms.TaskChange) -> Any:
    """Accept, reject, begin, pause, or report how it ended."""
    member, referral = _of(request)
    said = {"status": told.status, "reason": told.reason, "outcome": told.outcome}
    until = told.restriction.period.end if told.restriction else None
    try:
        actions.answer(referral=referral, until=until, by=member, now=clock.now(), **said)
    except Refused as refusal:
        return problem(request, TOO_LATE, "conflict", str(refusal))
    return queries.task(member, referral)


@fhir.get("/ServiceRequest/{pk}", url_name="request", response=ANSWERS)
def service_request(request: HttpRequest, pk: UUID) -> Any:
    """What was asked of whom."""
    return queries.service_request(*_of(request))


def described() -> dict:
    """The description of these addresses (OpenAPI 3.1)."""
    return dict(get_schema(fhir, path_prefix=""))


def _of(request: Any) -> tuple[Any, Any]:
    return request.member, request.found
