"""Forms on the public side: no cookie guards them, the browser says where they come from."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern
from django.views.decorators.csrf import csrf_exempt

HERE = {"same-origin", "none"}
UNSAID = {"", "null"}


def from_this_site(pattern: URLPattern) -> URLPattern:
    """The same address, which takes nothing that a page of somebody else sends."""
    guarded = csrf_exempt(_refusing_strangers(pattern.callback))
    return URLPattern(pattern.pattern, guarded, pattern.default_args, pattern.name)


def comes_from_here(request: HttpRequest) -> bool:
    """Whether the browser does not say that another site sent this.

    There is no cookie, hence nobody's rights to misuse: what is refused is another page filling
    in our forms with the browser of somebody who only wanted to read it.
    """
    if "Sec-Fetch-Site" in request.headers:
        return request.headers["Sec-Fetch-Site"] in HERE
    origin = request.headers.get("Origin", "")
    return origin in UNSAID or origin == f"{request.scheme}://{request.get_host()}"


def _refusing_strangers(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    @wraps(view)
    def run(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method == "POST" and not comes_from_here(request):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return run
