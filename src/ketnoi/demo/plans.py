"""One woman's plan: how she lives, what she wants, who does the next step, and from what money."""

from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

from ketnoi.demo.files import FAKE, File
from ketnoi.demo.invented import MARK
from ketnoi.demo.stage import Stage
from ketnoi.support import actions as support

MILLION = 1_000_000
SAYS = {
    "safety": support.Said("fair", f"{FAKE}Ở với má, thấy yên."),
    "income": support.Said("hard", f"{FAKE}Bữa có bữa không."),
    "skills": support.Said("in_between", f"{FAKE}Biết may sơ sơ."),
}


def plan(file: File) -> File:
    """She is asked and says what she wants; a fund pays the first month of a course."""
    stage, ago = file.stage, file.stage.calendar.ago
    asked = ago(1, "15:00")
    about = {"case": file.case, "by": stage.lan}
    support.record_assessment(
        occasion="intake", asked_on=asked.date(), said=SAYS, now=asked, **about
    )
    words = f"{FAKE}Em muốn có tiệm may nhỏ ở nhà."
    goal = support.set_goal(area="income", words=words, now=ago(1, "15:20"), **about)
    support.plan_step(
        goal=goal,
        words=f"{FAKE}Ghi danh lớp may ba tháng.",
        agency=stage.lan.agency,
        due_on=stage.calendar.today + timedelta(days=14),
        by=stage.lan,
        now=ago(1, "15:40"),
    )
    _pay(file)
    return file


def _pay(file: File) -> None:
    """Money is promised, and a part of it is paid."""
    stage, ago = file.stage, file.stage.calendar.ago
    about = {"case": file.case, "kind": "vocational", "by": stage.lan}
    made = support.promise_money(
        fund=stage.fund,
        words=f"{FAKE}Học phí.",
        amount=3 * MILLION,
        key=uuid4(),
        now=ago(1, "16:00"),
        **about,
    )
    now = ago(1, "16:20")
    support.record_support(
        given_on=now.date(),
        hours=Decimal(4),
        cost=MILLION,
        funds="",
        detail=f"{FAKE}Học phí tháng đầu.",
        bill=support.Bill(commitment=made, document="PC 01", key=uuid4()),
        now=now,
        **about,
    )


def open_fund(stage: Stage) -> None:
    """The lead of Lan's agency has money for those it supports."""
    stage.calendar.begin()
    opened = stage.calendar.ago(90, "9:00")
    stage.fund = support.open_fund(
        name=f"Quỹ khởi đầu {MARK}",
        source="donation",
        opened_on=opened.date(),
        ends_on=None,
        by=stage.mai,
        now=opened,
    )
    now = stage.calendar.ago(89, "9:00")
    support.receive_money(
        fund=stage.fund,
        amount=20 * MILLION,
        document="PT 01",
        on=now.date(),
        key=uuid4(),
        by=stage.mai,
        now=now,
    )
