"""Somebody who was taken down twice: at two agencies, which ask her, or at one, which merges."""

from typing import Any

from ketnoi.cases import queries as cases
from ketnoi.demo.files import WORDING, Ask, File, receive
from ketnoi.demo.stage import Stage
from ketnoi.foundation.actor import NETWORK
from ketnoi.foundation.guard.context import acting
from ketnoi.merging import actions as merging
from ketnoi.merging import queries as merging_queries
from ketnoi.merging.terms import Reason
from ketnoi.recognition import actions as recognition
from ketnoi.recognition import queries as met


def tell_twice(stage: Stage) -> list[File]:
    """A question that waits for an answer, two agencies that were introduced, two files merged."""
    waiting = _known_to_both(stage, stage.kim, stage.yen, days=2)
    _asks(waiting[0], days=1)
    met_before = _known_to_both(stage, stage.lan, stage.yen, days=4)
    _asks(met_before[0], days=3)
    _agrees(met_before[1], stage.yen, days=1)
    once_more = _known_to_both(stage, stage.kim, stage.kim, days=6)
    _are_one(*once_more)
    return [*waiting, *met_before, *once_more]


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


def _are_one(file: File, again: File) -> None:
    with acting(file.by):
        into, away = (cases.case_by_code(file.by, one.case.code) for one in (file, again))
        pair = into and away and merging_queries.pair_of(into, away, file.by)
    if not pair:
        raise RuntimeError("the story of two files of one woman has no files")
    said = {"reason": Reason.TWICE.value, "words": "", "chosen": {}, "stamp": pair.stamp}
    now = file.stage.calendar.ago(5, "9:00")
    merging.merge(into=pair.into, away=pair.away, by=file.by, now=now, **said)
