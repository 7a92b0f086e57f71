"""Pages of referrals: the queue, one referral, and asking another agency."""

from ketnoi.referrals.views.answering import begin, decline, pause, put_back, report, take
from ketnoi.referrals.views.reading import inbox, referral
from ketnoi.referrals.views.sending import choose, confirm, new, reopen, send

__all__ = [
    "begin",
    "choose",
    "confirm",
    "decline",
    "inbox",
    "new",
    "pause",
    "put_back",
    "referral",
    "reopen",
    "report",
    "send",
    "take",
]
