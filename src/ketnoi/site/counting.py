"""How wrong tries at signing in are counted: how many for a name, and nothing about who tried."""

from typing import Any

from axes.handlers.database import AxesDatabaseHandler
from django.http import HttpRequest, QueryDict

NOWHERE = "0.0.0.0"  # noqa: S104 - no address at all


class OnlyCounts(AxesDatabaseHandler):
    """Keeps no address, no browser, no page and nothing that was typed."""

    def user_login_failed(
        self, sender: Any, credentials: dict, request: HttpRequest | None = None, **kwargs: Any
    ) -> None:
        """Count it, with everything but the name left out."""
        if request is None:
            return
        request.axes_ip_address = NOWHERE  # type: ignore[attr-defined]
        request.axes_user_agent = ""  # type: ignore[attr-defined]
        request.axes_path_info = request.axes_http_accept = ""  # type: ignore[attr-defined]
        kept = request.GET, request.POST
        request.GET = request.POST = QueryDict()  # type: ignore[assignment]
        try:
            super().user_login_failed(sender, credentials, request, **kwargs)
        finally:
            request.GET, request.POST = kept  # type: ignore[assignment]
