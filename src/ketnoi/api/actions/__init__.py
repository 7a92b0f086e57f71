"""What programs of agencies do, and what is done for them."""

from ketnoi.api.actions.answering import answer
from ketnoi.api.actions.webhooks import (
    Refused,
    begin_webhook,
    end_webhook,
    note_delivery,
    note_failing,
)

__all__ = ["Refused", "answer", "begin_webhook", "end_webhook", "note_delivery", "note_failing"]
