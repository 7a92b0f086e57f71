"""Files in every state a file can stand in, and stays in a shelter."""

from collections.abc import Callable
from typing import Any

from ketnoi.cases import actions as cases
from ketnoi.demo.files import File
from ketnoi.demo.journey import as_seen_by, give
from ketnoi.demo.requests import Trip, begun, start
from ketnoi.demo.stage import Stage
from ketnoi.identification import actions as identification
from ketnoi.protection import actions as protection

MONTHS = (1, 3, 6, 12)
PLACE = "Dữ liệu giả: phòng {number} (nơi tạm lánh không có địa chỉ thật)."


def received(stage: Stage, trip: Trip) -> File:
    """Just received; she was not asked yet what may be shared."""
    return start(stage, trip)


def active(stage: Stage, trip: Trip) -> File:
    """Support has begun, and the next step waits."""
    file = begun(stage, trip)
    file.note(stage.calendar.ago(max(trip.days - 1, 1), "14:00"), "Đã gọi, chị nói vẫn ổn.")
    return file


def taken_over(stage: Stage, trip: Trip) -> File:
    """A volunteer took it down; an officer of her agency is responsible now."""
    file = start(stage, Trip(**{**vars(trip), "by": "sa"}))
    now, to = stage.calendar.ago(trip.days, "10:00"), stage.cast[trip.by]
    cases.hand_over(case=file.case, to=to, by=stage.mai, now=now)
    file.by = to
    file.describe(stage.calendar.ago(trip.days, "10:30"), *trip.reasons)
    file.agree(stage.calendar.ago(trip.days, "11:00"), trip.purpose, "peace-house")
    return file


def following(stage: Stage, trip: Trip) -> File:
    """She is asked how it goes; `days` counts from the start, `word` is the last outcome."""
    file = begun(stage, trip, days=trip.days + 60)
    ago = stage.calendar.ago
    give(file, file.by, "vocational", "Lớp nghề ngắn hạn.", trip.days + 30, "9:00")
    file.follow(ago(trip.days, "9:00"))
    past = [month for month in MONTHS if trip.days > month * 31]
    outcome, _, wrong = trip.word.partition("/")
    for month in past:
        is_last = month == past[-1]
        file.visit(
            ago(trip.days - month * 30, "9:30"),
            month,
            outcome if is_last and outcome else "improving",
            "Đã hỏi thăm.",
            went_wrong=wrong if is_last else "",
        )
    return file


def ended(stage: Stage, trip: Trip) -> File:
    """Support has ended; `word` is the reason."""
    file = begun(stage, trip, days=trip.days + 40)
    give(file, file.by, "counselling", "Một buổi tham vấn.", trip.days + 20, "9:00")
    file.close(stage.calendar.ago(trip.days, "16:00"), trip.word)
    return file


def opened_again(stage: Stage, trip: Trip) -> File:
    """It had ended, and begins again."""
    file = ended(stage, trip)
    now = stage.calendar.ago(2, "9:00")
    cases.reopen_case(case=file.case, by=file.by, now=now)
    return file


def mistaken(stage: Stage, trip: Trip) -> File:
    """It was begun by mistake."""
    file = start(stage, trip)
    now = stage.calendar.ago(max(trip.days - 1, 1), "16:00")
    cases.mark_case_mistaken(case=file.case, by=file.by, now=now)
    return file


def sheltered(stage: Stage, trip: Trip) -> File:
    """Somebody came to the shelter by herself and is there; `word` is the unit."""
    file = start(stage, trip)
    now = stage.calendar.ago(trip.days, "20:30")
    file.stay = protection.admit(
        case=file.case,
        unit=trip.word or "women",
        address=PLACE.format(number=stage.told),
        admitted_at=now,
        house_rules_read=True,
        by=file.by,
        now=now,
    )
    file.agree(stage.calendar.ago(trip.days - 1, "9:00"), "papers_legal", "osso-can-tho")
    file.tick(stage.calendar.ago(max(trip.days - 3, 1), "9:00"))
    give(file, file.by, "essentials", "Chỗ ở, bữa ăn.", max(trip.days - 3, 1), "10:00")
    return file


def left_shelter(stage: Stage, trip: Trip) -> File:
    """She was in the shelter and went on."""
    file = sheltered(stage, Trip(**{**vars(trip), "days": trip.days + 25, "word": ""}))
    now = stage.calendar.ago(trip.days, "9:00")
    protection.leave(
        stay=file.stay, left_at=now, left_reason=trip.word, left_to="relatives", by=file.by, now=now
    )
    file.follow(stage.calendar.ago(trip.days - 1, "9:00"))
    return file


def decided(stage: Stage, trip: Trip) -> File:
    """The police hold the file and have come to a status; `word` is the status."""
    file = start(stage, trip)
    days = trip.days - 2
    file.agree(stage.calendar.ago(days, "9:00"), "safe_place", "peace-house")
    file.tick(stage.calendar.ago(days, "15:00"))
    _decide(file, stage.minh, trip.word, days - 3)
    return file


def _decide(file: File, by: Any, status: str, days: int) -> None:
    now = file.stage.calendar.ago(days, "10:00")
    identification.await_decision(case=as_seen_by(file, by), by=by, now=now)
    now = file.stage.calendar.ago(max(days - 5, 1), "10:00")
    is_sure = status == "victim"
    identification.decide_status(
        case=as_seen_by(file, by),
        status=status,
        body_name="Công an thành phố (dữ liệu giả)",
        number="000/DLG" if is_sure else "",
        decided_on=now.date(),
        paper="police" if is_sure else "no_paper",
        evidence=["proceedings"] if is_sure else ["her_own"],
        by=by,
        now=now,
    )


RECIPES: dict[str, Callable[[Stage, Trip], File]] = {
    "received": received,
    "active": active,
    "taken_over": taken_over,
    "following": following,
    "ended": ended,
    "opened_again": opened_again,
    "mistaken": mistaken,
    "sheltered": sheltered,
    "left_shelter": left_shelter,
    "decided": decided,
}
