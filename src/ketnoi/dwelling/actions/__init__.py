"""What is done in the house: notes, belongings, visits, transports, and her leaving."""

from ketnoi.dwelling.actions.belongings import (
    give_back,
    keep_on,
    leave_house,
    receive_belonging,
    strike_belonging,
)
from ketnoi.dwelling.actions.books import keep_book, refuse_others
from ketnoi.dwelling.actions.notes import settle_point, strike_note, write_day_note
from ketnoi.dwelling.actions.transports import (
    arrive,
    call_off_transport,
    delay_arrival,
    fall_overdue,
    find_overdue,
    move_on,
    plan_transport,
    set_out,
    write_event,
)
from ketnoi.dwelling.actions.visits import answer_visit, ask_visit, decide_visit, record_visit
from ketnoi.foundation.action import Refused

__all__ = [
    "Refused",
    "answer_visit",
    "arrive",
    "ask_visit",
    "call_off_transport",
    "decide_visit",
    "delay_arrival",
    "fall_overdue",
    "find_overdue",
    "give_back",
    "keep_book",
    "keep_on",
    "leave_house",
    "move_on",
    "plan_transport",
    "receive_belonging",
    "record_visit",
    "refuse_others",
    "set_out",
    "settle_point",
    "strike_belonging",
    "strike_note",
    "write_day_note",
    "write_event",
]
