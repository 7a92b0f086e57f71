"""Scenes of one person known in two places."""

from typing import Any

from ketnoi.cases.models import Case
from ketnoi.foundation import clock
from ketnoi.foundation.actor import NETWORK
from ketnoi.recognition import actions
from ketnoi.recognition.models import Approach, Question

WORDS = "Có thể chị cũng đang được một nơi khác hỗ trợ."


def asked(file: Case, by: Any, **ground: str) -> Question:
    """She agrees that other agencies are asked."""
    said = {"ground": "consent", "given": "spoken", "reason": "", **ground}
    return actions.ask_elsewhere(case=file, wording=WORDS, by=by, now=clock.now(), **said)


def answered(approach: Approach, by: Any, answer: str, reason: str = "") -> Approach:
    """She was asked on the other side."""
    return actions.answer_approach(
        approach=approach,
        answer=answer,
        given="spoken",
        wording=WORDS,
        reason=reason,
        by=by,
        now=clock.now(),
    )


def a_round() -> None:
    """The system's round, as it runs every five minutes."""
    actions.recognise(by=NETWORK, now=clock.now())
