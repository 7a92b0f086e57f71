"""Pages of drives, and the public page of what is needed."""

from ketnoi.drives.views.drives import drive, drives, end_drive, forget
from ketnoi.drives.views.evidence import check, drop, evidence
from ketnoi.drives.views.needs import correct, end_need, give, need, receive, verify
from ketnoi.drives.views.pledges import arrive, end_pledge, note_pledge, pledge
from ketnoi.drives.views.public import board, offer, thanks

__all__ = [
    "arrive",
    "board",
    "check",
    "correct",
    "drive",
    "drives",
    "drop",
    "end_drive",
    "end_need",
    "end_pledge",
    "evidence",
    "forget",
    "give",
    "need",
    "note_pledge",
    "offer",
    "pledge",
    "receive",
    "thanks",
    "verify",
]
