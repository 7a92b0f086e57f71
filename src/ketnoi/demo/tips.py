"""Two tips at the desk of Lan's agency: one nobody has read, one that went to the police."""

from typing import Any
from uuid import uuid4

from ketnoi.demo.invented import MARK
from ketnoi.demo.stage import Stage
from ketnoi.foundation.guard.context import acting
from ketnoi.vigilance import actions as tips
from ketnoi.vigilance import queries

BEGUN = 20
CAR = f"Xe mười sáu chỗ đón ba cô gái lúc nửa đêm, hứa việc nhẹ lương cao {MARK}"
PAGE = f"Trang tuyển người đi làm ở nước ngoài, không cần giấy tờ {MARK}"


def tell(stage: Stage) -> None:
    """A neighbour tells of a car, somebody of a page; the first was answered and handed over."""
    stage.calendar.begin()
    ago, mai = stage.calendar.ago, stage.mai
    desk = tips.open_desk(by=mai, now=ago(BEGUN, "8:00"))
    _told(desk, CAR, "Bến đò, đêm thứ Sáu", "Biển 65B-000.12", now=ago(3, "9:00"))
    _worked_on(stage)
    _told(desk, PAGE, "", "0900 000 777", now=stage.calendar.minutes_ago(90))


def _told(desk: Any, what: str, place: str, who: str, *, now: Any) -> None:
    receipt = queries.receipt_of(uuid4())
    said = {"channel": "web", "what": what, "place": place, "who": who}
    tips.tell_tip(desk=desk, by=queries.holder_of(receipt, desk=desk), now=now, **said)


def _worked_on(stage: Stage) -> None:
    ago, mai, minh = stage.calendar.ago, stage.mai, stage.minh
    about: Any = {"tip": _read(mai), "by": mai}
    said: Any = {"credibility": "high", "standing": "open", "same_as": None, "why": ""}
    tips.judge_tip(now=ago(3, "10:00"), **said, **about)
    tips.note_sighting(sign="plate", value="65B-000.12", now=ago(3, "10:05"), **about)
    words = "Cảm ơn bạn. Nếu thấy xe đó nữa, hãy gọi 113."
    tips.answer_tip(words=words, press=uuid4(), now=ago(3, "10:10"), **about)
    given = tips.hand_over(to=minh.agency, words=CAR, now=ago(3, "10:20"), **about)
    tips.receive_hand_over(handed=given, by=minh, now=ago(2, "8:00"))


def _read(member: Any) -> Any:
    with acting(member):
        [only] = queries.tips_of(member)
        return queries.tip(member, only.tip.pk)
