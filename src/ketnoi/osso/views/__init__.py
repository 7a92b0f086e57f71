"""The pages of a one-stop office."""

from ketnoi.osso.views.desk import child, desk, wish
from ketnoi.osso.views.meeting import appointment, appointments, call, call_off, keep, miss, move
from ketnoi.osso.views.report import report, workbook
from ketnoi.osso.views.sessions import mistaken, sessions
from ketnoi.osso.views.walking_in import walk_in

__all__ = [
    "appointment",
    "appointments",
    "call",
    "call_off",
    "child",
    "desk",
    "keep",
    "miss",
    "mistaken",
    "move",
    "report",
    "sessions",
    "walk_in",
    "wish",
    "workbook",
]
