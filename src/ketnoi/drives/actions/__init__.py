"""What is done in a drive: something is needed, offered, confirmed, comes, goes on, is told."""

from ketnoi.drives.actions.drives import end_drive, forget_givers, go_round, open_drive
from ketnoi.drives.actions.evidence import check_evidence, drop_evidence, write_evidence
from ketnoi.drives.actions.goods import correct_goods, give_goods, receive_goods
from ketnoi.drives.actions.needs import add_need, end_need, verify_need
from ketnoi.drives.actions.pledges import confirm_pledge, end_pledge, note_pledge, offer_goods
from ketnoi.foundation.action import Refused

__all__ = [
    "Refused",
    "add_need",
    "check_evidence",
    "confirm_pledge",
    "correct_goods",
    "drop_evidence",
    "end_drive",
    "end_need",
    "end_pledge",
    "forget_givers",
    "give_goods",
    "go_round",
    "note_pledge",
    "offer_goods",
    "open_drive",
    "receive_goods",
    "verify_need",
    "write_evidence",
]
