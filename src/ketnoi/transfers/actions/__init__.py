"""What is done about files that go to another province, and about those that come from one."""

from ketnoi.foundation.action import Refused
from ketnoi.transfers.actions.ending import (
    confirm_receipt,
    lapse_transfer,
    stop_transfer,
    take_back,
    withdraw_yes,
)
from ketnoi.transfers.actions.receiving import drop_arrivals, open_packet, take_in
from ketnoi.transfers.actions.sending import (
    approve_transfer,
    decline_transfer,
    make_packet,
    start_transfer,
)

__all__ = [
    "Refused",
    "approve_transfer",
    "confirm_receipt",
    "decline_transfer",
    "drop_arrivals",
    "lapse_transfer",
    "make_packet",
    "open_packet",
    "start_transfer",
    "stop_transfer",
    "take_back",
    "take_in",
    "withdraw_yes",
]
