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
from ketnoi.lending.queries.groups import (
    Part,
    book_of,
    group,
    group_entry_in,
    groups_of,
    parts_of,
    saver_in,
    savers_of,
)
from ketnoi.lending.queries.loans import (
    forgiveness_in,
    forgiveness_of,
    loan_in,
    loans_of,
    may_lend,
    most_rate,
    own_loans,
    place_of,
)

__all__ = [
    "Account",
    "Part",
    "Payment",
    "account_of",
    "accounts_of",
    "book_of",
    "day_of",
    "forgiveness_in",
    "forgiveness_of",
    "group",
    "group_entry_in",
    "groups_of",
    "loan_in",
    "loans_of",
    "may_lend",
    "most_rate",
    "own_loans",
    "parts_of",
    "payments_of",
    "place_of",
    "saver_in",
    "savers_of",
    "schedules_of",
]
