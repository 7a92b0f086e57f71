"""Everything that can happen to a referral. Each action is one sentence of the field."""

from ketnoi.foundation.action import Refused
from ketnoi.referrals.actions.answering import (
    accept_referral,
    begin_service,
    close_referral,
    decline_referral,
    expire_referral,
    put_on_hold,
)
from ketnoi.referrals.actions.guests import (
    answer_as_guest,
    answer_by_phone,
    issue_link,
    recall_link,
    try_code,
)
from ketnoi.referrals.actions.more import (
    ask_more,
    refuse_more,
    tell_more,
    tell_more_with_her_yes,
)
from ketnoi.referrals.actions.sending import (
    confirm_outcome,
    draft_referral,
    recall_referral,
    reopen_referral,
    send_referral,
    stop_for_consent,
)
from ketnoi.referrals.actions.taking import put_back_referral, take_referral

__all__ = [
    "Refused",
    "accept_referral",
    "answer_as_guest",
    "answer_by_phone",
    "ask_more",
    "begin_service",
    "close_referral",
    "confirm_outcome",
    "decline_referral",
    "draft_referral",
    "expire_referral",
    "issue_link",
    "put_back_referral",
    "put_on_hold",
    "recall_link",
    "recall_referral",
    "refuse_more",
    "reopen_referral",
    "send_referral",
    "stop_for_consent",
    "take_referral",
    "tell_more",
    "tell_more_with_her_yes",
    "try_code",
]
