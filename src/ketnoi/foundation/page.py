"""What every page says about itself: who may open it, which file it opens, whether it writes."""

from collections.abc import Callable
from enum import Enum
from functools import wraps
from inspect import signature
from typing import Any

from django.conf import settings
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect

from ketnoi.foundation import trail
from ketnoi.foundation.actor import Visitor
from ketnoi.foundation.guard import context

READING = ("GET", "HEAD")
PRIVATE = {"Cache-Control": "no-store", "Referrer-Policy": "same-origin"}
TRACELESS = {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer"}


class Audience(Enum):
    """Who a page is for."""

    PUBLIC = "anyone; nothing is asked, nothing is kept"
    GUEST = "somebody on the doorstep: signing in, or holding a one-time link"
    MEMBERS = "a signed-in member of an agency"
    PROGRAM = "a program of an agency, by its token"


def _to_the_door(request: HttpRequest) -> HttpResponse:
    return redirect(f"{settings.LOGIN_URL}?next={request.path}")


def _unknown_program(request: HttpRequest) -> HttpResponse:
    return HttpResponse(status=401, headers={"WWW-Authenticate": "Bearer"})


DOORS = {Audience.MEMBERS: _to_the_door, Audience.PROGRAM: _unknown_program}
POST = ("POST",)
WRITING = {Audience.PROGRAM: ("PUT",)}
COOKIELESS = frozenset({Audience.PUBLIC, Audience.PROGRAM})


class PageRequest(HttpRequest):
    """A request that knows which member is acting (None for the public)."""

    member: Any


View = Callable[..., HttpResponse]


def page(
    audience: Audience,
    *,
    writes: bool = False,
    finds: Callable[..., Any] | None = None,
    look: str = "file.opened",
    roles: tuple[str, ...] = (),
    functions: tuple[str, ...] = (),
) -> Callable[[View], View]:
    """Declare a view to be a page. A view without this decorator fails the architecture tests.

    finds: a query `(member, **url parts it names) -> record`, whose record the view receives in
        place of those parts. Somebody else's record and a record that never was are the same 404,
        and leave the same line in the caller's own chain.
    look: the verb of the line that says who looked; written first, in the same transaction.
    roles: the roles of members who may open it (all, when empty).
    functions: the kinds of agency whose navigation leads to it (all, when empty).
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def run(request: PageRequest, **url: Any) -> HttpResponse:
            if audience in DOORS and getattr(request, "member", None) is None:
                return DOORS[audience](request)
            how = [*READING, *(WRITING.get(audience, POST) if writes else ())]
            if request.method not in how:
                return HttpResponseNotAllowed(how)
            return _kept_private(_run(view, request, url, finds, look, roles), audience)

        run.audience = audience  # type: ignore[attr-defined]
        run.writes, run.finds = writes, finds  # type: ignore[attr-defined]
        run.roles, run.functions = roles, functions  # type: ignore[attr-defined]
        # No cookie says who asks here, hence there is nothing that a forged form could misuse.
        run.csrf_exempt = audience in COOKIELESS  # type: ignore[attr-defined]
        return run

    return decorate


def _run(
    view: View, request: PageRequest, url: dict, finds: Any, look: str, roles: tuple
) -> HttpResponse:
    by = getattr(request, "member", None) or Visitor()
    try:
        with transaction.atomic(), context.acting(by):
            found = _found(by, url, finds, roles)
            if finds:
                trail.look(look, by=by, about=found[0])
            if request.method in READING:
                context.read_only()
            response = view(request, *found)
            return response.render() if hasattr(response, "render") else response
    except Http404:
        _looked_for_nothing(by, view)
        raise


def _found(by: Any, url: dict, finds: Any, roles: tuple) -> tuple:
    if roles and by.role not in roles:
        raise Http404
    if finds is None:
        return tuple(url.values())
    named = signature(finds).parameters
    record = finds(by, **{name: part for name, part in url.items() if name in named})
    if record is None:
        raise Http404
    return (record, *(part for name, part in url.items() if name not in named))


def _looked_for_nothing(by: Any, view: View) -> None:
    """What the page began is undone; that somebody knocked at a strange door is kept."""
    if by.agency_id is not None:
        with transaction.atomic(), context.acting(by):
            trail.look("page.not_found", by=by, page=view.__name__)


def _kept_private(response: HttpResponse, audience: Audience) -> HttpResponse:
    headers = TRACELESS if audience is Audience.PUBLIC else PRIVATE
    for name, value in headers.items():
        response.headers.setdefault(name, value)
    return response
