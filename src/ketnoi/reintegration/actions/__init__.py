"""What is done with follow-ups, and with the end of support: two people stand for it."""

from ketnoi.foundation.action import Refused
from ketnoi.reintegration.actions.closing import (
    agree_to_closing,
    drop_closing,
    propose_closing,
    return_closing,
)
from ketnoi.reintegration.actions.visits import (
    cancel_follow_ups,
    do_follow_up,
    plan_follow_ups,
    skip_follow_up,
)

__all__ = [
    "Refused",
    "agree_to_closing",
    "cancel_follow_ups",
    "do_follow_up",
    "drop_closing",
    "plan_follow_ups",
    "propose_closing",
    "return_closing",
    "skip_follow_up",
]
