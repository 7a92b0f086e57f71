"""Two people who asked to be called, two who called, and calls nobody answered.

The agency of the shelter calls back for the network.
"""

from typing import Any
from uuid import uuid4

from ketnoi.demo.invented import MARK
from ketnoi.demo.stage import Stage
from ketnoi.foundation.actor import Visitor
from ketnoi.foundation.clock import ZONE
from ketnoi.foundation.guard.context import acting
from ketnoi.intake import actions as intake
from ketnoi.intake import queries

FIRST = {
    "called": f"Chị Tư {MARK}",
    "number": "+84900000911",
    "safe_hours": "9 đến 11 giờ sáng",
    "may_answer": "herself",
    "if_another": "jobs",
    "code_word": "lúa chín",
}
SECOND = {
    "called": f"Em Mận {MARK}",
    "number": "+84900000912",
    "safe_hours": "cứu em với, gọi lúc nào cũng được",
    "may_answer": "trusted",
    "if_another": "friend",
}


def ask(stage: Stage) -> None:
    """One was called and did not answer, one wrote that she is in danger."""
    minutes_ago, yen = stage.calendar.minutes_ago, stage.yen
    intake.name_duty(agency=yen.agency, by=stage.hoa, now=stage.calendar.ago(60, "9:00"))
    asked = {"by": Visitor(), "language": "vi"}
    intake.ask_to_be_called(key=uuid4(), now=minutes_ago(150), **asked, **FIRST)
    with acting(yen):
        [first] = queries.waiting(yen, now=minutes_ago(140))
    tried = {"result": "no_answer", "key": uuid4(), "by": yen}
    intake.note_attempt(callback=first.callback, now=minutes_ago(140), **tried)
    intake.ask_to_be_called(key=uuid4(), now=minutes_ago(20), **asked, **SECOND)


OPEN = {
    "notes": "Gọi nhỏ, có người ở nhà. Hỏi về nơi ở an toàn cho hai mẹ con.",
    "danger": "high",
    "asks": "violence",
    "who_calls": "herself",
    "language": "vi",
}
DONE = {
    "notes": "Hỏi về giấy khai sinh của con sinh ở nước ngoài. Đã chỉ nơi trợ giúp pháp lý.",
    "danger": "no",
    "asks": "papers",
    "who_calls": "relative",
    "language": "km",
}


def answer(stage: Stage) -> None:
    """One call ended with advice, one goes on; a list of missed calls waits to be looked at."""
    minutes_ago, yen = stage.calendar.minutes_ago, stage.yen
    first = intake.begin_call(by=yen, now=minutes_ago(95))
    intake.end_call(call=first, outcome="advised", by=yen, now=minutes_ago(80), **DONE)
    second = intake.begin_call(by=yen, now=minutes_ago(12))
    intake.keep_call(call=second, by=yen, now=minutes_ago(9), **OPEN)
    intake.bring_missed(content=_missed(stage), by=yen, now=minutes_ago(30))


def _missed(stage: Stage) -> bytes:
    """A list as an exchange writes it: two calls of one number, one with a message, a flaw."""

    def at(hours: int) -> str:
        called = stage.calendar.minutes_ago(60 * hours).astimezone(ZONE)
        return f"{called:%d/%m/%Y %H:%M}"

    rows: list[tuple[Any, ...]] = [
        ("Số điện thoại", "Ngày giờ", "Thời lượng", "Ngôn ngữ", "Lời nhắn"),
        ("0900000921", at(20), 31, "Việt", "Có"),
        ("0900000921", at(19), 4, "Việt", ""),
        ("900000922", at(7), 9, "Khmer", ""),
        ("0900 000", at(6), "", "", ""),
    ]
    return "\n".join(";".join(str(cell) for cell in row) for row in rows).encode()
