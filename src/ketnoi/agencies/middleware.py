"""Puts the acting member on every request of the staff side."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from ketnoi.agencies import queries
from ketnoi.foundation.page import READING

CHOSEN, PROGRAMS = "member", "/api/fhir/"


class CurrentMember:
    """`request.member`: who acts here, or None. Public pages never ask."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.member, request.memberships = None, []  # type: ignore[attr-defined]
        if request.path.startswith(PROGRAMS):
            request.member = _program(request)  # type: ignore[attr-defined]
        if request.path.startswith("/cb/") and request.user.is_authenticated:
            request.memberships = list(queries.memberships(request.user))  # type: ignore[attr-defined]
            if _acts_for_another(request):
                # What was sent for the agency she left is not done for another one.
                return redirect(settings.LOGIN_REDIRECT_URL)
        return self.get_response(request)


def _program(request: HttpRequest) -> Any:
    """The program that asks, by the token it brings along; never by a cookie."""
    kind, _space, token = request.headers.get("Authorization", "").partition(" ")
    return queries.program_by_token(token) if kind == "Bearer" and token else None


def _acts_for_another(request: HttpRequest) -> bool:
    """Say who acts, and whether that is somebody else than the page she comes from believed."""
    mine = {str(m.pk): m for m in request.memberships}  # type: ignore[attr-defined]
    chosen = request.session.get(CHOSEN)
    acting = chosen if chosen in mine else next(iter(mine), None)
    request.member = mine.get(acting)  # type: ignore[attr-defined]
    if acting == chosen:
        return False
    request.session[CHOSEN] = acting
    return bool(chosen) and acting is not None and request.method not in READING
