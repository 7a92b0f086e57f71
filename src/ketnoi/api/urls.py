"""Addresses for programs. They are named by HSDS, and nobody is signed in there."""

from collections.abc import Callable
from contextlib import suppress
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, path

from ketnoi.api import views
from ketnoi.api.views import webhooks
from ketnoi.foundation.page import Audience, page
from ketnoi.referrals import queries as referrals

Answer = Callable[..., HttpResponse]


def as_page(view: Answer) -> Answer:
    """A question of a program is a page like any other: for anyone, in one reading transaction."""

    @wraps(view)
    def answer(request: HttpRequest, *_parts: Any) -> HttpResponse:
        found = request.resolver_match
        return view(request, **(found.kwargs if found else {}))

    return page(Audience.PUBLIC)(answer)


def named(member: Any, pk: str) -> Any:
    """The referral that an address names; a name that is none names nothing."""
    with suppress(ValueError):
        return referrals.referral(member, UUID(pk))
    return None


def as_program(view: Answer, *, one: bool, writes: bool) -> Answer:
    """A question of a program of an agency, as that agency; what is not its business is not there.

    one: the address names a referral; that it was looked at is written before it is answered.
    """

    def answer(request: Any, *found: Any) -> HttpResponse:
        request.found = found[0] if one else None
        matched = request.resolver_match
        return view(request, **(matched.kwargs if matched else {}))

    how: dict[str, Any] = {"finds": named, "look": referrals.SEEN} if one else {}
    asked = page(Audience.PROGRAM, writes=writes, **how)(wraps(view)(answer))

    @wraps(asked)
    def or_not_there(request: HttpRequest, **url: Any) -> HttpResponse:
        try:
            return asked(request, **url)
        except Http404:
            return views.fhir.not_there(request)

    return or_not_there


def of_programs() -> list[URLPattern]:
    """The addresses for programs of agencies; a task is the one thing they change."""
    found = {str(p.pattern): p for p in views.fhir.fhir.urls[0] if p.name != "api-root"}
    return [
        path(
            f"api/fhir/{where}",
            as_program(p.callback, one="<pk>" in where, writes=where == "Task/<pk>"),
            name=p.name,
        )
        for where, p in found.items()
    ]


def questions() -> list[URLPattern]:
    """The addresses that the description names."""
    return [
        path(f"api/{p.pattern}", as_page(p.callback), name=p.name)
        for p in views.api.urls[0]
        if p.name != "api-root"
    ]


programs = of_programs()
staff = [
    path("chuong-trinh/", webhooks.webhooks, name="webhooks"),
    path("chuong-trinh/<uuid:pk>/thoi/", webhooks.end_webhook, name="end_webhook"),
]
public = [
    path("api/openapi.json", views.description, name="description"),
    *questions(),
    path("api/<path:rest>", views.nothing, name="nothing"),
]
