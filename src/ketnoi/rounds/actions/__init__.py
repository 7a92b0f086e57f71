"""What is done with rounds. Each action is one sentence."""

from ketnoi.foundation.action import Refused
from ketnoi.rounds.actions.concluding import conclude_round
from ketnoi.rounds.actions.hers import (
    end_result,
    go_round,
    keep_result,
    mark_taken_up,
    stop_results,
    take_up,
)
from ketnoi.rounds.actions.rounds import (
    announce_round,
    begin_round,
    call_off_round,
    finish_round,
    give_up_round,
    note_how_far,
)

__all__ = [
    "Refused",
    "announce_round",
    "begin_round",
    "call_off_round",
    "conclude_round",
    "end_result",
    "finish_round",
    "give_up_round",
    "go_round",
    "keep_result",
    "mark_taken_up",
    "note_how_far",
    "stop_results",
    "take_up",
]
