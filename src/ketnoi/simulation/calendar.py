"""Simulated time: the clock of the database is moved on, step by step, and never back."""

from datetime import date, datetime, time, timedelta

from ketnoi.foundation import clock
from ketnoi.foundation.timing import is_working_day
from ketnoi.law import queries as law

A_MOMENT = timedelta(seconds=1)


class Calendar:
    """Moments as days since the start. Needs a transaction: its true time stands still."""

    def __init__(self, start: date) -> None:
        self.start = datetime.combine(start, time(), clock.ZONE)
        self.last = self.start

    def begin(self) -> None:
        """A transaction begins: find out what its true time is."""
        self.true = clock.now() - clock.offset()

    def at(self, days: float) -> datetime:
        """The moment so many days after the start, to the second."""
        return self.start + timedelta(seconds=round(days * 86_400))

    def go(self, moment: datetime) -> datetime:
        """Go to a moment, or a little after the last one: no two things happen at once."""
        self.last = max(moment, self.last + A_MOMENT)
        clock.move_by(self.last - self.true)
        return self.last

    def step(self) -> datetime:
        """The next moment within one look, without moving the clock of the database for it."""
        self.last += A_MOMENT
        return self.last

    @property
    def days(self) -> float:
        """How many days have passed since the start."""
        return (self.last - self.start) / timedelta(days=1)

    def works(self, day: int) -> bool:
        """Whether offices are open on a day."""
        return is_working_day(self.at(day).date(), law.holidays())
