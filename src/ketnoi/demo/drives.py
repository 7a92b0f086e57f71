"""A drive of Lan's agency: what is needed, who gives, what came, where it went, what it did."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

from ketnoi.demo.invented import MARK
from ketnoi.demo.stage import Stage
from ketnoi.drives import actions as drives
from ketnoi.drives import queries
from ketnoi.foundation.actor import Visitor
from ketnoi.foundation.guard.context import acting

BEGUN = 30
NEEDS = (("sewing_machine", 12, True), ("hygiene_kit", 30, False), ("childcare_seat", 5, True))


def drive(stage: Stage) -> None:
    """Three things are needed; a shop gives sewing machines, and a visitor offers one more."""
    stage.calendar.begin()
    ago, lan, mai = stage.calendar.ago, stage.lan, stage.mai
    made = drives.open_drive(title=f"Tổ may {MARK}", by=lan, now=ago(BEGUN, "9:00"))
    needs = [_needed(stage, made, *need) for need in NEEDS]
    for number, need in enumerate(needs):
        drives.verify_need(need=need, by=mai, now=ago(BEGUN - 1, f"9:{number}0"))
    _give(stage, _known(lan, needs[0]))
    _offer(stage, _known(lan, needs[0]))
    _tell(stage, made)


def _needed(stage: Stage, made: Any, kind: str, amount: int, is_here: bool) -> Any:
    now = stage.calendar.ago(BEGUN, "9:30")
    return drives.add_need(
        drive=made,
        kind=kind,
        amount=amount,
        commune=stage.commune(0) if is_here else None,
        until=stage.calendar.today + timedelta(days=60),
        key=uuid4(),
        by=stage.lan,
        now=now,
    )


def _give(stage: Stage, need: Any) -> None:
    ago, about = stage.calendar.ago, {"by": stage.lan, "need": need}
    noted = drives.note_pledge(
        giver="business",
        name=f"Tiệm máy may Mẫu {MARK}",
        phone="+84900000901",
        amount=4,
        key=uuid4(),
        now=ago(BEGUN - 3, "9:00"),
        **about,
    )
    pledge = _pledge(stage.lan, noted)
    now = ago(BEGUN - 3, "10:00")
    day = now.date() + timedelta(days=10)
    drives.confirm_pledge(
        pledge=pledge, amount=4, arrives_on=day, key=uuid4(), by=stage.lan, now=now
    )
    came = ago(BEGUN - 13, "9:00")
    drives.receive_goods(
        pledge=_pledge(stage.lan, noted), amount=3, on=came.date(), key=uuid4(), now=came, **about
    )
    went = ago(BEGUN - 15, "9:00")
    where = {"went_to": None, "programme": f"Tổ may {MARK}", "on": went.date()}
    drives.give_goods(amount=2, key=uuid4(), now=went, **where, **about)


def _offer(stage: Stage, need: Any) -> None:
    """Nobody has called back yet."""
    said = {"giver": "person", "name": f"Chị Mẫu {MARK}", "phone": "+84900000902"}
    now = stage.calendar.minutes_ago(200)
    drives.offer_goods(need=need, amount=1, key=uuid4(), by=Visitor(), now=now, **said)


def _tell(stage: Stage, made: Any) -> None:
    words = f"Hai máy may đã đến tổ may, các chị cùng nhận hàng gia công {MARK}."
    now = stage.calendar.minutes_ago(120)
    told = drives.write_evidence(drive=made, people=9, words=words, by=stage.lan, now=now)
    drives.check_evidence(evidence=told, by=stage.mai, now=stage.calendar.minutes_ago(60))


def _known(member: Any, need: Any) -> Any:
    with acting(member):
        return queries.need_of_drive(member, need.drive_id, need.pk)


def _pledge(member: Any, pledge: Any) -> Any:
    with acting(member):
        return queries.pledge_of_need(member, pledge.need_id, pledge.pk)
