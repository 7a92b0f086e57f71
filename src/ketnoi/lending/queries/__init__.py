"""What pages and other domains may ask about loans, always through the one who asks."""

from ketnoi.lending.queries.accounts import (
    Account,
    Payment,
    account_of,
    accounts_of,
    day_of,
    payments_of,
    schedules_of,
)
from ketnoi.lending.queries.loans import (
    forgiveness_in,
    forgiveness_of,
    loan_in,
    loans_of,
    may_lend,
    own_loans,
    place_of,
)

__all__ = [
    "Account",
    "Payment",
    "account_of",
    "accounts_of",
    "day_of",
    "forgiveness_in",
    "forgiveness_of",
    "loan_in",
    "loans_of",
    "may_lend",
    "own_loans",
    "payments_of",
    "place_of",
    "schedules_of",
]
