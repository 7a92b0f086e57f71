"""Days as people in the field count them."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

HERE = ZoneInfo("Asia/Ho_Chi_Minh")


def today() -> date:
    """The day it is where the program is used."""
    return datetime.now(HERE).date()


def in_a_year() -> date:
    """The day of the last follow-up of somebody who begins to be followed today."""
    return today() + timedelta(days=366)


def this_minute() -> str:
    """The hour it is there, as one writes it."""
    return f"{datetime.now(HERE):%H:%M}"
