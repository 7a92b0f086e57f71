"""Addresses for programs. They are named by HSDS, and nobody is signed in there."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path

from ketnoi.api import views
from ketnoi.foundation.page import Audience, page


def as_page(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A question of a program is a page like any other: for anyone, in one reading transaction."""

    @wraps(view)
    def answer(request: HttpRequest, *_parts: Any) -> HttpResponse:
        found = request.resolver_match
        return view(request, **(found.kwargs if found else {}))

    return page(Audience.PUBLIC)(answer)


def questions() -> list[URLPattern]:
    """The addresses that the description names."""
    return [
        path(f"api/{p.pattern}", as_page(p.callback), name=p.name)
        for p in views.api.urls[0]
        if p.name != "api-root"
    ]


public = [
    path("api/openapi.json", views.description, name="description"),
    *questions(),
    path("api/<path:rest>", views.nothing, name="nothing"),
]
