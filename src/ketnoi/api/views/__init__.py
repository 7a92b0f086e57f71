"""What other programs ask: each address is one question to the directory, in words of HSDS 3.0."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import NinjaAPI, Query, Status
from ninja.errors import ValidationError
from ninja.openapi.schema import get_schema

from ketnoi.api import forms, queries
from ketnoi.api.terms import HSDS, PROFILE
from ketnoi.api.views import fhir as fhir
from ketnoi.foundation.page import Audience, page

ROOT = "/api"
NOT_THERE = 404
MISUNDERSTOOD = 422
PROBLEMS = {status: forms.Problem for status in (400, NOT_THERE, MISUNDERSTOOD)}
IN_LANGUAGES = [{"url": f"{language}{ROOT}"} for language in ("", "/en", "/km")]

api = NinjaAPI(
    title="Directory of services",
    version=HSDS,
    description="The directory of services that agencies confirmed, in the shape of HSDS 3.0.",
    openapi_url=None,
    docs_url=None,
    urls_namespace="api",
    servers=IN_LANGUAGES,
)


@api.exception_handler(ValidationError)
def misunderstood(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """Say what was not understood, and repeat nothing of what was sent."""
    where = sorted({str(part["loc"][-1]) for part in error.errors if part.get("loc")})
    known = [name for name in where if name in forms.AskedServices.model_fields or name == "pk"]
    return api.create_response(
        request, {"detail": f"not understood: {', '.join(known)}"}, status=MISUNDERSTOOD
    )


@api.get("/", response={200: forms.About, **PROBLEMS}, url_name="about")
def about(request: HttpRequest) -> Any:
    """What stands here."""
    return {"version": HSDS, "profile": PROFILE, "openapi_url": "openapi.json"}


def told(path: str, answer: Any, name: str) -> Any:
    """An address that answers with one thing or one page of a list, or says it is not there."""
    answers = {200: answer, **PROBLEMS}
    return api.get(path, response=answers, url_name=name, exclude_none=True)


@told("/services", forms.Services, "services")
def services(request: HttpRequest, asked: Query[forms.AskedServices]) -> Any:
    """Services that somebody confirmed."""
    return queries.services(number=asked.page, size=asked.per_page, need=asked.need)


@told("/services/{pk}", forms.Service, "service")
def service(request: HttpRequest, pk: UUID) -> Any:
    """One service with all that is told of it."""
    return _or_not_there(queries.service(pk))


@told("/organizations", forms.Organizations, "organizations")
def organizations(request: HttpRequest, asked: Query[forms.Asked]) -> Any:
    """Agencies that have a confirmed service."""
    return queries.organizations(number=asked.page, size=asked.per_page)


@told("/organizations/{pk}", forms.Organization, "organization")
def organization(request: HttpRequest, pk: UUID) -> Any:
    """One agency."""
    return _or_not_there(queries.organization(pk))


@told("/service_at_locations", forms.Places, "places")
def places(request: HttpRequest, asked: Query[forms.Asked]) -> Any:
    """Where services are given. A shelter has no line here."""
    return queries.places(number=asked.page, size=asked.per_page)


@told("/service_at_locations/{pk}", forms.PlaceWithItsService, "place")
def place(request: HttpRequest, pk: UUID) -> Any:
    """One place where a service is given."""
    return _or_not_there(queries.place(pk))


def described() -> dict:
    """The description of all addresses (OpenAPI 3.1)."""
    return dict(get_schema(api, path_prefix=""))


@page(Audience.PUBLIC)
def description(request: HttpRequest) -> HttpResponse:
    return JsonResponse(described())


@page(Audience.PUBLIC, writes=True)
def nothing(request: HttpRequest, rest: str) -> HttpResponse:
    return JsonResponse({"detail": "Not Found"}, status=NOT_THERE)


def _or_not_there(found: dict | None) -> Any:
    return found if found is not None else Status(NOT_THERE, {"detail": "Not Found"})
