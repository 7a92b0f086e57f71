"""The one-stop office: who came, who comes today, what Kim talked about with whom."""

from datetime import datetime, time, timedelta
from typing import Any

from ketnoi.demo.files import FAKE, Ask, File, receive
from ketnoi.demo.stage import Stage
from ketnoi.foundation.clock import ZONE
from ketnoi.foundation.guard.context import acting
from ketnoi.osso import actions as osso
from ketnoi.osso import queries as offices

CAME_HOME = Ask(needs=(), reasons=("returned_migrant",), channel="visit")
MONTHS_AGO, WOMEN, DAYS_LATER = 62, 6, 5
PASSPORT = {"kind": "passport", "country": "KR", "number": "000300000001", "original": "elsewhere"}
MARRIAGE = {"kind": "marriage", "country": "KR", "number": "000300000002", "original": "copy"}
THERE = {"commune": None, "line": f"{FAKE}Seoul", "country": "KR"}
HER = {"language": "vi", "needs_interpreter": False, "addresses": [THERE]}


def tell_one_stop(stage: Stage) -> None:
    """A child without papers, an appointment today, one that was missed, sessions of a month."""
    _without_papers(stage)
    _comes_today(stage)
    _did_not_come(stage)
    for number in range(WOMEN):
        _was_advised(stage, number)


def _without_papers(stage: Stage) -> None:
    file = _came(stage, 0, "8:40")
    family = [
        _child(stage, "her", "nowhere", "none"),
        _child(stage, "abroad", "abroad", "other"),
    ]
    her = {**HER, "papers": [PASSPORT, MARRIAGE]}
    _walks_in(
        file, stage.calendar.ago(0, "8:50"), "legal", "family", "work", her=her, family=family
    )


def _comes_today(stage: Stage) -> None:
    file = _came(stage, 3, "9:00")
    _walks_in(file, stage.calendar.ago(3, "9:10"), "legal", "mind")
    now = stage.calendar.ago(3, "9:30")
    _sort(file, now)
    _plan(file, now, datetime.combine(stage.calendar.today, time(16, 30), ZONE))


def _did_not_come(stage: Stage) -> None:
    file = _came(stage, 6, "9:00")
    now = stage.calendar.ago(6, "9:10")
    _walks_in(file, now, "work")
    _sort(file, now)
    one = _plan(file, now, now + timedelta(days=5))
    osso.miss_appointment(appointment=one, by=file.by, now=stage.calendar.ago(1, "10:00"))


def _was_advised(stage: Stage, number: int) -> None:
    """She came two months ago; the first came again by appointment, the second was called."""
    days = MONTHS_AGO - number % 3
    file = _came(stage, days, "9:00", age=25 + number)
    now = stage.calendar.ago(days, "9:20")
    _walks_in(file, now, "legal")
    _hold(file, now, "legal", "buổi 1")
    _sort(file, now)
    if number < len(AGAIN):
        one = _plan(file, now, now + timedelta(days=DAYS_LATER))
        AGAIN[number](file, one, stage.calendar.go(one.starts_at + timedelta(hours=1)))


def _comes_again(file: File, one: Any, now: datetime) -> None:
    about = {"channel": "office", "minutes": 30, "client": None, "by": file.by, "now": now}
    osso.keep_appointment(appointment=one, **about)


def _is_called(file: File, one: Any, now: datetime) -> None:
    osso.miss_appointment(appointment=one, by=file.by, now=now)
    said = {"answer": "declines", "starts_at": None, "by": file.by, "now": now}
    osso.call_back(appointment=one, **said)


AGAIN = (_comes_again, _is_called)


def _sort(file: File, now: datetime) -> None:
    with acting(file.by):
        wishes = offices.wishes_of(file.case, file.by)
    for wish in wishes:
        wish.case = file.case
        osso.answer_wish(wish=wish, answer="here", by=file.by, now=now)


def _came(stage: Stage, days: int, at: str, age: int = 30) -> File:
    stage.calendar.begin()
    now = stage.calendar.ago(days, at)
    file = receive(stage, now, stage.people.next(age=age), CAME_HOME, by=stage.kim)
    file.describe(now)
    return file


def _walks_in(file: File, now: datetime, *categories: str, **said: Any) -> None:
    about = {"her": {}, "family": [], "country": "KR", "back_year": now.year, **said}
    osso.receive_walk_in(
        case=file.case,
        once=str(file.case.pk),
        categories=list(categories),
        words=f"{FAKE}Muốn con được đi học.",
        by=file.by,
        now=now,
        **about,
    )


def _child(stage: Stage, lives: str, registered: str, nationality: str) -> dict[str, Any]:
    who = stage.people.next(age=5)
    known = {"called": who.called, "name": who.name, "birth_year": who.birth_year}
    return {
        "about": {"kind": "child", "lives": lives, "carer": "unknown", **known},
        "addresses": [],
        "papers": [],
        "child": {"born_in": "KR", "registered": registered, "nationality": nationality},
    }


def _plan(file: File, now: datetime, starts_at: datetime) -> Any:
    about = {"category": "legal", "channel": "office", "by": file.by, "now": now}
    return osso.make_appointment(case=file.case, starts_at=starts_at, **about)


def _hold(file: File, now: datetime, category: str, once: str) -> None:
    about = {"channel": "office", "minutes": 45, "client": None, "by": file.by, "now": now}
    osso.record_session(case=file.case, once=once, category=category, held_on=now.date(), **about)
