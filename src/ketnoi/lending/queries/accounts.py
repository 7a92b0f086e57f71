"""A loan as its page shows it: the schedule that holds, what is met, what was paid and when."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from ketnoi.foundation.clock import ZONE
from ketnoi.lending import rules
from ketnoi.lending.models import Entry, Loan, Schedule
from ketnoi.lending.terms import EntryKind, LoanState

MADE_OF = (EntryKind.REPAID, EntryKind.INTEREST)


@dataclass
class Payment:
    """What she paid at one time: its parts, and whether it was taken back."""

    key: UUID
    on: date
    document: str
    principal: int = 0
    interest: int = 0
    is_taken_back: bool = False

    @property
    def total(self) -> int:
        """Both parts."""
        return self.principal + self.interest


@dataclass(frozen=True)
class Account:
    """Where a loan stands on a day, by the schedule that holds."""

    loan: Loan
    schedule: Schedule
    today: date
    stands: list[rules.Stand] = field(default_factory=list)

    @property
    def state(self) -> LoanState:
        """In one word."""
        loan = self.loan
        sums = {"outside": loan.outside, "owed": loan.owed, "forgiven": loan.forgiven}
        return LoanState(rules.state(**sums, behind=self.behind))

    @property
    def next(self) -> rules.Stand | None:
        """The instalment that comes next, or was missed."""
        return rules.next_unmet(stands=self.stands) if self.loan.runs else None

    @property
    def behind(self) -> int:
        """How much should have come by now."""
        return rules.behind(stands=self.stands, today=self.today) if self.loan.runs else 0

    @property
    def interest_paid(self) -> int:
        """Interest that was paid since this schedule holds."""
        return self.loan.interest - self.schedule.interest_before

    def interest_due(self, on: date) -> int:
        """The interest that a payment on a day is counted to first."""
        lines = self.schedule.instalments
        return rules.interest_due(instalments=lines, on=on, paid=self.interest_paid)

    def most(self, on: date) -> int:
        """All that can be paid on a day: then nothing is owed any more."""
        return self.loan.owed + self.interest_due(on)


def day_of(now: datetime) -> date:
    """The day in Viet Nam."""
    return now.astimezone(ZONE).date()


def account_of(loan: Loan, member: Any, *, today: date) -> Account:
    """Where one loan stands on a day."""
    return accounts_of([loan], member, today=today)[0]


def accounts_of(loans: Iterable[Loan], member: Any, *, today: date) -> list[Account]:
    """Where loans stand on a day, in the order they were given."""
    loans = list(loans)
    found = Schedule.objects.visible_to(member).filter(loan__in=loans).order_by("number")
    holds = {schedule.loan_id: schedule for schedule in found}
    return [_account(loan, holds[loan.pk], today) for loan in loans]


def schedules_of(loan: Loan, member: Any) -> list[Schedule]:
    """Every schedule there was, the latest first."""
    found = Schedule.objects.visible_to(member).filter(loan=loan).select_related("made_by")
    return [_of(one, loan) for one in found.order_by("-number")]


def payments_of(loan: Loan, member: Any) -> list[Payment]:
    """What she paid, the latest first; what was taken back is still there, and says so."""
    paid: dict[UUID, Payment] = {}
    found = Entry.objects.visible_to(member).filter(loan=loan, kind__in=MADE_OF)
    for entry in found.select_related("correction").order_by("number"):
        one = paid.setdefault(entry.key, Payment(entry.key, entry.on, entry.document))
        setattr(one, "interest" if entry.kind == EntryKind.INTEREST else "principal", entry.amount)
        one.is_taken_back = hasattr(entry, "correction")
    return list(paid.values())[::-1]


def _account(loan: Loan, schedule: Schedule, today: date) -> Account:
    lines = schedule.instalments
    since = schedule.principal - loan.owed + loan.interest - schedule.interest_before
    stands = rules.stands(instalments=lines, paid=since) if loan.runs else []
    return Account(loan, schedule, today, stands or [rules.Stand(one, 0) for one in lines])


def _of(schedule: Schedule, loan: Loan) -> Schedule:
    schedule.case, schedule.loan = loan.case, loan
    return schedule
