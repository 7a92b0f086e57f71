"""What other programs may ask of the directory: only what was confirmed, nothing that is secret."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from ketnoi.agencies import queries as agencies
from ketnoi.api import rules
from ketnoi.api.queries import hsds
from ketnoi.api.queries.fhir import service_request as service_request
from ketnoi.api.queries.fhir import task as task
from ketnoi.api.queries.fhir import tasks as tasks
from ketnoi.api.queries.webhooks import unheard as unheard
from ketnoi.api.queries.webhooks import webhook as webhook
from ketnoi.api.queries.webhooks import webhooks as webhooks
from ketnoi.api.queries.webhooks import webhooks_of as webhooks_of
from ketnoi.api.terms import HSDS, PROFILE
from ketnoi.directory import queries as directory
from ketnoi.foundation import clock

__all__ = [
    "organization",
    "organizations",
    "place",
    "places",
    "service",
    "services",
    "whole",
]


def services(*, number: int, size: int, need: str | None = None) -> dict:
    """One page of the services, perhaps only those for one need."""
    found = _published()
    found = found.filter(purposes__contains=[need]) if need else found
    return _page(found, hsds.service_in_list, number=number, size=size)


def service(pk: UUID) -> dict | None:
    """One service with all that is told of it, or None."""
    found = _published().filter(pk=pk).first()
    return hsds.service(found, today=clock.today()) if found else None


def organizations(*, number: int, size: int) -> dict:
    """One page of the agencies that have a confirmed service."""
    return _page(_organizations(), hsds.organization, number=number, size=size)


def organization(pk: UUID) -> dict | None:
    """One agency that has a confirmed service, or None."""
    found = _organizations().filter(pk=pk).first()
    return hsds.organization(found) if found else None


def places(*, number: int, size: int) -> dict:
    """One page of where services are given."""
    found = directory.published_places(today=clock.today())
    return _page(found, hsds.place_with_its_service, number=number, size=size)


def place(pk: UUID) -> dict | None:
    """One place where a service is given, or None."""
    found = directory.published_places(today=clock.today()).filter(pk=pk).first()
    return hsds.place_with_its_service(found) if found else None


def whole() -> dict:
    """The whole directory, for one file: agencies, and services with all that is told of them."""
    today = clock.today()
    return {
        "version": HSDS,
        "profile": PROFILE,
        "organizations": [hsds.organization(agency) for agency in _organizations()],
        "services": [hsds.service(record, today=today) for record in _published()],
    }


def _published() -> QuerySet[Any]:
    return directory.published(today=clock.today())


def _organizations() -> QuerySet[Any]:
    giving = _published().order_by().values("agency")
    return agencies.agencies().filter(pk__in=giving).order_by("name", "pk")


def _page(found: QuerySet[Any], shape: Callable[[Any], dict], *, number: int, size: int) -> dict:
    first = (number - 1) * size
    told = [shape(record) for record in found[first : first + size]]
    return rules.page_of(told, total=found.count(), number=number, size=size)
