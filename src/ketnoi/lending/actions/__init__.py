"""What is done about loans. Each action is one sentence."""

from ketnoi.foundation.action import Refused
from ketnoi.lending.actions.easing import change_schedule, pause_loan
from ketnoi.lending.actions.forgiving import (
    agree_to_forgiveness,
    propose_forgiveness,
    return_forgiveness,
)
from ketnoi.lending.actions.groups import (
    add_saver,
    correct_in_group,
    forget_saver,
    open_group,
    record_in_group,
    record_meeting,
    share_out,
)
from ketnoi.lending.actions.helping import ask_again
from ketnoi.lending.actions.lending import grant_loan
from ketnoi.lending.actions.repaying import record_repayment, take_back_repayment
from ketnoi.lending.rules import Agreed, Wanted

__all__ = [
    "Agreed",
    "Wanted",
    "Refused",
    "add_saver",
    "agree_to_forgiveness",
    "ask_again",
    "change_schedule",
    "correct_in_group",
    "forget_saver",
    "grant_loan",
    "open_group",
    "pause_loan",
    "propose_forgiveness",
    "record_in_group",
    "record_meeting",
    "record_repayment",
    "return_forgiveness",
    "share_out",
    "take_back_repayment",
]
