"""A loan that is paid back, a savings group of five, a counsellor who listens, a group of two."""

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

from ketnoi.counselling import actions as counselling
from ketnoi.demo.files import FAKE, Ask, File, receive
from ketnoi.demo.invented import MARK
from ketnoi.demo.stage import Stage
from ketnoi.lending import actions as lending

LENT, INSTALMENTS, SHARE = 5_000_000, 10, 20_000
BEGUN, PAID = 100, (70, 39)
SAVERS, MEETINGS = 5, (60, 30)
HEARD = (28, 21, 14)
TIRED = Ask(needs=("health",), danger="no", hours="13–15 giờ", channel="visit")
AT_WORK = Ask(needs=("livelihood",), reasons=("returned_migrant",), channel="visit")


def live(stage: Stage) -> None:
    """Money works for her, and somebody has time for her."""
    _borrows(stage)
    _save_together(stage)
    first, second = _comes(stage, 35, 26), _comes(stage, 34, 33)
    _is_heard(first)
    _meet(stage, first, second)


def _borrows(stage: Stage) -> None:
    """She bought a sewing machine; two instalments came, and the third was missed."""
    stage.calendar.begin()
    ago, kim = stage.calendar.ago, stage.kim
    file = receive(stage, ago(BEGUN, "9:00"), stage.people.next(age=36), AT_WORK, by=kim)
    file.describe(ago(BEGUN, "9:20"), "returned_migrant")
    now = ago(BEGUN - 5, "9:00")
    first = now.date() + timedelta(days=30)
    agreed = lending.Agreed(
        amount=LENT,
        rate=Decimal(0),
        source="programme",
        purpose="craft",
        granted_on=now.date(),
        wanted=lending.Wanted(first, INSTALMENTS, 1),
        words=f"{FAKE}Mua máy may, nhận may gia công.",
    )
    loan = lending.grant_loan(case=file.case, agreed=agreed, key=uuid4(), by=kim, now=now)
    for days in PAID:
        _pays(loan, kim, ago(days - 5, "10:00"))


def _pays(loan: Any, by: Any, now: datetime) -> None:
    paid = {"amount": LENT // INSTALMENTS, "on": now.date(), "document": "", "key": uuid4()}
    lending.record_repayment(loan=loan, by=by, now=now, **paid)


def _save_together(stage: Stage) -> None:
    """Five women put money into a box; one of them borrows from it."""
    stage.calendar.begin()
    ago, mai = stage.calendar.ago, stage.mai
    about = {"name": f"Tổ tiết kiệm {MARK}", "commune": stage.commune(0), "share": SHARE}
    now = ago(BEGUN, "9:00")
    group = lending.open_group(opened_on=now.date(), by=mai, now=now, **about)
    savers = [
        lending.add_saver(group=group, name=stage.people.next(age=30).called, by=mai, now=now)
        for _ in range(SAVERS)
    ]
    for days in MEETINGS:
        now, shares = ago(days, "15:00"), dict(zip(savers, (1, 2, 3, 2, 1), strict=True))
        on = now.date()
        lending.record_meeting(group=group, shares=shares, on=on, key=uuid4(), by=mai, now=now)
    taken: dict[str, Any] = {"kind": "borrowed", "amount": 5 * SHARE, "on": now.date()}
    lending.record_in_group(saver=savers[0], key=uuid4(), by=mai, now=now, **taken)


def _comes(stage: Stage, days: int, age: int) -> File:
    stage.calendar.begin()
    now = stage.calendar.ago(days, "9:00")
    file = receive(stage, now, stage.people.next(age=age), TIRED, by=stage.yen)
    file.describe(now, "at_risk")
    return file


def _is_heard(file: File) -> None:
    """Three times she talked with Thảo, and slept better; the next day is set."""
    file.stage.calendar.begin()
    ago, thao = file.stage.calendar.ago, file.stage.thao
    course = counselling.begin_course(case=file.case, told=True, by=thao, now=ago(30, "9:00"))
    for number, days in enumerate(HEARD, start=1):
        now = ago(days, "9:50")
        counselling.write_sitting(
            course=course,
            once=str(number),
            held_on=now.date(),
            minutes=45,
            next_on=now.date() + timedelta(days=16),
            topics=["fear", "sleep"],
            form="in_person",
            feeling=str(number + 1),
            note=f"{FAKE}Buổi {number}: tập thở, ngủ được hơn.",
            by=thao,
            now=now,
        )


def _meet(stage: Stage, *files: File) -> None:
    """Two women sit in a group that has room for six; it met once."""
    stage.calendar.begin()
    thao, now = stage.thao, stage.calendar.ago(13, "14:00")
    room = {"theme": "calm", "room": "Phòng sinh hoạt chung", "seats": 6}
    group = counselling.begin_group(begins_on=now.date(), by=thao, now=now, **room)
    seats = [
        counselling.give_seat(group=group, case=file.case, told=True, by=thao, now=now)
        for file in files
    ]
    met = {"held_on": now.date(), "minutes": 90, "words": f"{FAKE}Cả hai đều đến."}
    now = stage.calendar.ago(13, "16:00")
    counselling.hold_meeting(group=group, once="1", came=seats, by=thao, now=now, **met)
