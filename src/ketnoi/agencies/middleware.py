"""Puts the acting member on every request of the staff side."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from ketnoi.agencies import queries

CHOSEN = "member"


class CurrentMember:
    """`request.member`: who acts here, or None. Public pages never ask."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.member = None  # type: ignore[attr-defined]
        if request.path.startswith("/cb/") and request.user.is_authenticated:
            chosen = request.session.get(CHOSEN)
            request.member = queries.acting_member(request.user, chosen)  # type: ignore[attr-defined]
        return self.get_response(request)
