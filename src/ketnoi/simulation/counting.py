"""Measuring: every evening over the tables themselves, and at the end as the board counts."""

from datetime import datetime, timedelta
from statistics import median
from typing import Any

from django.db import transaction
from django.db.models import F, Min
from django.test import Client

from ketnoi.cases import queries as files
from ketnoi.cases.models import Case
from ketnoi.foundation import clock
from ketnoi.foundation.guard.context import acting
from ketnoi.referrals import queries as requests
from ketnoi.referrals.models import ReferralEvent

DAYS = timedelta(days=90)
"""Over how many days the board counts."""

DAY = timedelta(days=1)
BOARD = "/cb/dieu-phoi/"
BACK_END = "allauth.account.auth_backends.AuthenticationBackend"


def evening(coordinator: Any, *, now: datetime) -> dict[str, Any]:
    """What is lost, and what stands without a deadline, in what a coordinator may know."""
    with acting(coordinator):
        return {
            "lost": sorted(str(pk) for pk in requests.forgotten(coordinator, now=now)),
            "lost_files": files.lost_files(coordinator),
            "without_deadline": requests.without_deadline(coordinator),
        }


def at_the_end(coordinator: Any) -> dict[str, Any]:
    """How the loop closed: by the very queries of the board, and what they leave out."""
    with transaction.atomic(), acting(coordinator):
        now = clock.now()
        found = requests.figures(coordinator, since=now - DAYS, now=now)
        received = Case.objects.visible_to(coordinator).count()
        firsts = _firsts(coordinator)
    return {
        "sent": found.sent,
        "due": found.due,
        "in_time": found.in_time,
        "answered_in_time": round(found.in_time / found.due, 4) if found.due else None,
        "median_days_to_first_service": _rounded(found.median_days),
        "median_days_of_all": _of_all(firsts, received),
        "received": received,
        "served": len(firsts),
        "on_the_board": _is_on_the_board(coordinator, found),
    }


def _firsts(coordinator: Any) -> list[float]:
    began = ReferralEvent.objects.visible_to(coordinator).filter(state="in_service")
    by_file = began.values("referral__case_id").annotate(
        lasted=Min("at") - F("referral__case__received_at")
    )
    return sorted(row["lasted"] / DAY for row in by_file)


def _of_all(firsts: list[float], received: int) -> float | None:
    """The median when those who still wait count too: None while it is one of them."""
    waits = [*firsts, *[float("inf")] * (received - len(firsts))]
    middle = median(waits) if waits else float("inf")
    return None if middle == float("inf") else _rounded(middle)


def _rounded(days: float | None) -> float | None:
    return None if days is None else round(days, 2)


def _is_on_the_board(coordinator: Any, found: Any) -> bool:
    """Whether the coordinator reads the same on her page."""
    browser = Client(headers={"host": "localhost"})
    browser.force_login(coordinator.user, backend=BACK_END)
    page = browser.get(BOARD).content.decode()
    share = f"{found.percent_in_time} % ({found.in_time}/{found.due})"
    days = f"{found.median_days or 0:.1f}".replace(".", ",")
    return share in page and f"{days} ngày" in page
