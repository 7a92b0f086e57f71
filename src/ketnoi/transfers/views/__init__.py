"""Pages of files that go to another province, and of those that come from one."""

from ketnoi.transfers.views.receiving import arrival, arrivals, received
from ketnoi.transfers.views.sending import (
    approve,
    decline,
    make,
    packet,
    receipt,
    take_back,
    transfer,
    withdraw,
)

__all__ = [
    "approve",
    "arrival",
    "arrivals",
    "decline",
    "make",
    "packet",
    "receipt",
    "received",
    "take_back",
    "transfer",
    "withdraw",
]
