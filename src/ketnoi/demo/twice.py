"""Somebody whom two agencies know: one asks without a name, the other asks her."""

from typing import Any

from ketnoi.demo.files import WORDING, Ask, File, receive
from ketnoi.demo.stage import Stage
from ketnoi.foundation.actor import NETWORK
from ketnoi.foundation.guard.context import acting
from ketnoi.recognition import actions as recognition
from ketnoi.recognition import queries as met


def tell_twice(stage: Stage) -> list[File]:
    """One question that waits for an answer, and two agencies that were introduced."""
    waiting = _known_to_both(stage, stage.kim, stage.yen, days=2)
    _asks(waiting[0], days=1)
    met_before = _known_to_both(stage, stage.lan, stage.yen, days=4)
    _asks(met_before[0], days=3)
    _agrees(met_before[1], stage.yen, days=1)
    return [*waiting, *met_before]


def _known_to_both(stage: Stage, *officers: Any, days: int) -> list[File]:
    stage.calendar.begin()
    who, files = stage.people.next(age=31), []
    for number, by in enumerate(officers):
        ago = stage.calendar.ago
        ask = Ask(needs=("health",), reasons=("returned_migrant",), hours="14–16 giờ")
        file = receive(stage, ago(days, f"{9 + number}:00"), who, ask, by=by)
        file.describe(ago(days, f"{9 + number}:15"), "returned_migrant")
        file.paper(ago(days, f"{9 + number}:20"))
        files.append(file)
    return files


def _asks(file: File, *, days: int) -> None:
    said = {"ground": "consent", "given": "spoken", "reason": ""}
    now = file.stage.calendar.ago(days, "9:00")
    recognition.ask_elsewhere(case=file.case, wording=WORDING, by=file.by, now=now, **said)
    recognition.recognise(by=NETWORK, now=file.stage.calendar.ago(days, "9:05"))


def _agrees(file: File, by: Any, *, days: int) -> None:
    with acting(by):
        [approach] = met.approaches_of(file.case, by)
    now = file.stage.calendar.ago(days, "15:00")
    said = {"answer": "agrees", "given": "spoken", "reason": ""}
    recognition.answer_approach(approach=approach, wording=WORDING, by=by, now=now, **said)
    recognition.recognise(by=NETWORK, now=file.stage.calendar.ago(days, "15:05"))
