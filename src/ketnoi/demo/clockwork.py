"""The clock while stories are told: moved back before each step, and set right at the end."""

from datetime import date, datetime, time, timedelta
from types import TracebackType

from ketnoi.foundation import clock
from ketnoi.law import queries as law

SATURDAY = 5
LONG_AGO = 40
A_LITTLE = timedelta(minutes=20)
FARTHEST_START = 45


class Calendar:
    """Moments as a story names them: so many days ago, at that hour.

    Naming a moment moves the clock of the database there, so that rules, policies and the trail
    all live in it. Needs a transaction: its true time stands still.
    """

    def __init__(self) -> None:
        shift = clock.offset()
        # Days are what a demo is moved by; anything else was left by a load that was killed.
        self.kept = (
            timedelta(days=shift.days) if shift == timedelta(days=shift.days) else timedelta()
        )
        self.true = clock.now() - shift
        self.now = (self.true + self.kept).astimezone(clock.ZONE)
        self.last: datetime | None = None

    def __enter__(self) -> "Calendar":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        clock.move_by(self.kept)

    @property
    def today(self) -> date:
        """The day on which the stories end."""
        return self.now.date()

    def begin(self) -> None:
        """Another story begins: it may be older than the one before."""
        self.last = None

    def ago(self, days: int, at: str = "9:00") -> datetime:
        """Go to an hour of a day that is past; long ago, offices were closed at week-ends."""
        day = self.today - timedelta(days=days)
        if days > LONG_AGO:
            day -= timedelta(days=max(day.weekday() - SATURDAY + 1, 0))
        hour, minute = map(int, at.split(":"))
        return self.go(datetime.combine(day, time(hour, minute), clock.ZONE))

    def minutes_ago(self, minutes: int) -> datetime:
        """Go to a moment of the last hours."""
        return self.go(self.now - timedelta(minutes=minutes))

    def go(self, moment: datetime) -> datetime:
        """Go to a moment, or a little after the last one: a story never goes back."""
        if self.last is not None and moment <= self.last:
            moment = self.last + A_LITTLE
        self.last = min(moment, self.now)
        clock.move_by(self.last - self.true)
        return self.last

    def begun_for_today(self, code: str, at: str = "9:00") -> int:
        """How many days ago a deadline began that ends today (or soon after, at week-ends)."""
        hour, minute = map(int, at.split(":"))
        for days in range(1, FARTHEST_START):
            day = self.today - timedelta(days=days)
            start = datetime.combine(day, time(hour, minute), clock.ZONE)
            if law.due(code=code, start=start).date() <= self.today:
                return days if law.due(code=code, start=start).date() == self.today else days - 1
        return FARTHEST_START
