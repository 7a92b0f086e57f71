"""How the directory is cut into pages, and how its parts get names that stay, as HSDS 3.0 asks."""

from collections.abc import Iterable
from datetime import time
from typing import Protocol
from uuid import UUID, uuid5

HANOI = 7
EVERY_DAY = "MO,TU,WE,TH,FR,SA,SU"


class Hours(Protocol):
    """When somebody answers."""

    days: list[str]
    opens_at: time | None
    closes_at: time | None
    always_open: bool


def name_of_part(whole: UUID, *parts: str) -> str:
    """A name for a part of an entry, always the same. Source: HSDS 3.0, every object has an id."""
    return str(uuid5(whole, ".".join(parts)))


def page_of(items: Iterable[dict], *, total: int, number: int, size: int) -> dict:
    """One page of a list with what a program needs to ask for the next. Source: HSDS 3.0, page."""
    contents, last = list(items), max(1, -(-total // size))
    return {
        "total_items": total,
        "total_pages": last,
        "page_number": number,
        "size": len(contents),
        "first_page": number == 1,
        "last_page": number >= last,
        "empty": not contents,
        "contents": contents,
    }


def weekly(hours: Hours) -> dict:
    """When somebody answers, as a rule of a calendar. Source: HSDS 3.0, schedule; RFC 5545."""
    if hours.always_open:
        return {"freq": "WEEKLY", "byday": EVERY_DAY, "opens_at": "00:00", "closes_at": "23:59"}
    days = [day for day in EVERY_DAY.split(",") if day in hours.days]
    told = {"freq": "WEEKLY", "byday": ",".join(days)}
    if hours.opens_at and hours.closes_at:
        told |= {"opens_at": f"{hours.opens_at:%H:%M}", "closes_at": f"{hours.closes_at:%H:%M}"}
    return told


TASKS = {
    "draft": "draft",
    "sent": "requested",
    "accepted": "accepted",
    "in_service": "in-progress",
    "on_hold": "on-hold",
    "declined": "rejected",
    "recalled": "cancelled",
    "expired": "cancelled",
    "consent_withdrawn": "cancelled",
}
REQUESTS = {
    "draft": "draft",
    "requested": "active",
    "received": "active",
    "accepted": "active",
    "in-progress": "active",
    "on-hold": "on-hold",
    "completed": "completed",
    "failed": "completed",
    "rejected": "revoked",
    "cancelled": "revoked",
}
REACHED = frozenset({"met", "partly"})


def task_status(*, state: str, outcome: str, is_seen: bool) -> str:
    """Where a referral stands, in the words of a FHIR Task. Source: FHIR R4B, Task.status.

    What ended without reaching its aim has failed; what the receiver only looked at is received.
    """
    if state == "closed":
        return "completed" if outcome in REACHED else "failed"
    return "received" if state == "sent" and is_seen else TASKS[state]


def request_status(task: str) -> str:
    """The same as the status of the request itself. Source: FHIR R4B, ServiceRequest.status."""
    return REQUESTS[task]


def states_of(status: str) -> frozenset[str]:
    """The states that the status of a task may mean. Source: FHIR R4B, Task.status."""
    if status in {"completed", "failed"}:
        return frozenset({"closed"})
    wanted = "requested" if status == "received" else status
    return frozenset(state for state, told in TASKS.items() if told == wanted)
