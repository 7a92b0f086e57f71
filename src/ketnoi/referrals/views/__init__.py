"""Pages of referrals: the queue, one referral, and asking another agency."""

from ketnoi.referrals.views.answering import begin, decline, pause, put_back, report, take
from ketnoi.referrals.views.guests import guest
from ketnoi.referrals.views.links import by_phone, link, recall_link
from ketnoi.referrals.views.more import answer_more, ask_more
from ketnoi.referrals.views.reading import inbox, referral
from ketnoi.referrals.views.sending import choose, confirm, new, reopen, send

__all__ = [
    "answer_more",
    "ask_more",
    "begin",
    "by_phone",
    "choose",
    "confirm",
    "decline",
    "guest",
    "inbox",
    "link",
    "new",
    "pause",
    "put_back",
    "recall_link",
    "referral",
    "reopen",
    "report",
    "send",
    "take",
]
