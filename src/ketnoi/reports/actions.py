"""Counting for the board."""

from dataclasses import asdict, astuple
from datetime import datetime
from typing import TYPE_CHECKING, Any

from ketnoi.foundation.action import Refused, action, note
from ketnoi.foundation.guard.context import acting
from ketnoi.reports import queries
from ketnoi.reports.models import Reading

if TYPE_CHECKING:
    from ketnoi.agencies.models import Member

__all__ = ["Refused", "count_for"]


@action
def count_for(*, member: "Member", by: Any, now: datetime) -> Reading:
    """Count what a coordinator's board says, with her eyes, and keep it for her."""
    if by.role != "system":
        raise Refused("only the system counts")
    with acting(member):
        board = queries.counted(member, now=now)
    facts = {name: getattr(board, name) for name in queries.KEPT} | asdict(board.figures)
    facts |= asdict(board.work)
    facts["waiting"] = [astuple(line) for line in board.waiting]
    reading, _new = Reading.objects.update_or_create(member=member, defaults=facts)
    note("board.counted", by=by, about=reading)
    return reading
