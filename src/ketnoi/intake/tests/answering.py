"""Scenes of somebody who answers calls, and brings lists of those nobody answered."""

import io
from datetime import timedelta
from typing import Any

from openpyxl import Workbook

from ketnoi.agencies.models import Member
from ketnoi.foundation import clock
from ketnoi.intake import actions
from ketnoi.intake.models import Call, MissedList

CALLED, NUMBER, NOTES = "Chị Điên Điển", "+84912345002", "chồng nghe thấy thì dừng"
SAID = {
    "called": CALLED,
    "number": NUMBER,
    "safe_hours": "",
    "notes": NOTES,
    "danger": "no",
    "asks": "violence",
    "who_calls": "herself",
    "sex": "female",
    "aged": "over_18",
    "language": "vi",
    "province": None,
}
A_DAY = timedelta(days=1, minutes=1)
HEADS = ("Số điện thoại", "Ngày giờ", "Thời lượng", "Ngôn ngữ", "Lời nhắn")


def call(member: Member, **more: Any) -> Call:
    """The telephone rings."""
    return actions.begin_call(by=member, **({"now": clock.now()} | more))


def kept(call: Call, by: Member, **more: Any) -> Call:
    """What was said so far is kept."""
    return actions.keep_call(call=call, by=by, now=clock.now(), **(SAID | more))


def ended(call: Call, by: Member, outcome: str, **more: Any) -> Call:
    """The call ends."""
    about = {"now": clock.now()} | SAID | more
    return actions.end_call(call=call, outcome=outcome, by=by, **about)


def sheet(*lines: tuple[Any, ...], heads: tuple[str, ...] = HEADS) -> bytes:
    """An Excel file with these lines."""
    book, kept_in = Workbook(), io.BytesIO()
    page: Any = book.active
    for line in (heads, *lines):
        page.append(line)
    book.save(kept_in)
    return kept_in.getvalue()


def ago(hours: int) -> str:
    """A day and hour as a list writes it."""
    return f"{clock.now().astimezone(clock.ZONE) - timedelta(hours=hours):%d/%m/%Y %H:%M}"


def brought(by: Member, *lines: tuple[Any, ...]) -> MissedList:
    """A list was sent in."""
    content = sheet(*(lines or [("0912345003", ago(5), 12, "Khmer", "Có")]))
    return actions.bring_missed(content=content, by=by, now=clock.now())


def added(source: MissedList, by: Member) -> MissedList:
    """Its calls are to be returned."""
    return actions.add_missed(source=source, by=by, now=clock.now())


def scene(lan: Member) -> dict[str, Any]:
    """A call that goes on and a list that is looked at, at the agency of this officer."""
    open_one = call(lan)
    kept(open_one, lan)
    return {"call": open_one, "missed": brought(lan)}
