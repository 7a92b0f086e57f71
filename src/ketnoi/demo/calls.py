"""Two people who asked to be called: the agency of the shelter calls back for the network."""

from uuid import uuid4

from ketnoi.demo.invented import MARK
from ketnoi.demo.stage import Stage
from ketnoi.foundation.actor import Visitor
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
