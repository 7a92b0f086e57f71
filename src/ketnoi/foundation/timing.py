"""Counting hours, days, working days and months as laws and agreements count them."""

from calendar import monthrange
from collections.abc import Collection
from datetime import date, datetime, timedelta
from enum import StrEnum

SATURDAY = 5


class Unit(StrEnum):
    """The units in which a deadline can be given."""

    HOURS = "hours"
    DAYS = "days"
    WORKING_DAYS = "working_days"
    MONTHS = "months"


def add_months(day: date, months: int) -> date:
    """The same day of a later month, or its last day. Source: Civil Code 2015 art. 147(3)."""
    index = day.month - 1 + months
    year, month = day.year + index // 12, index % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def is_working_day(day: date, holidays: Collection[date]) -> bool:
    """Monday to Friday, unless it is a holiday. Source: Labour Code 2019 arts. 111, 112."""
    return day.weekday() < SATURDAY and day not in holidays


def add_working_days(day: date, count: int, holidays: Collection[date]) -> date:
    """The day on which that many working days after this one have passed.

    Source: the day of the event is not counted (Civil Code 2015 art. 147(2)).
    """
    while count > 0:
        day += timedelta(days=1)
        count -= is_working_day(day, holidays)
    return day


def deadline(start: datetime, amount: int, unit: Unit, holidays: Collection[date] = ()) -> datetime:
    """When that many units after the start have passed.

    Hours run day and night. Days, working days and months end with the end of the last day, in
    the zone of `start`. Source: Civil Code 2015 arts. 147, 148.
    """
    if unit == Unit.HOURS:
        return start + timedelta(hours=amount)
    last = _last_day(start.date(), amount, unit, holidays)
    return start.replace(
        year=last.year,
        month=last.month,
        day=last.day,
        hour=23,
        minute=59,
        second=59,
        microsecond=0,
    )


def _last_day(day: date, amount: int, unit: Unit, holidays: Collection[date]) -> date:
    if unit == Unit.DAYS:
        return day + timedelta(days=amount)
    if unit == Unit.MONTHS:
        return add_months(day, amount)
    return add_working_days(day, amount, holidays)
