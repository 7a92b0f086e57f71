"""Scenes of lending."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

from ketnoi.agencies.models import Agency, Member
from ketnoi.agencies.tests import make as agencies
from ketnoi.cases import actions as cases
from ketnoi.cases.models import Case, Task
from ketnoi.cases.terms import TaskKind
from ketnoi.cases.tests import make as files
from ketnoi.foundation import clock
from ketnoi.foundation.action import writing
from ketnoi.foundation.guard.context import acting
from ketnoi.lending import actions, queries
from ketnoi.lending.models import Forgiveness, Loan
from ketnoi.lending.rules import Agreed, Wanted

WORDS = "Mua lợn giống, bán trước Tết thì trả"
MILLION = 10**6


def officer(function: str = "osso", role: str = "caseworker", **facts: Any) -> Member:
    """Somebody of an agency that lends."""
    return agencies.member(agencies.agency(function, "province"), role=role, **facts)


def opened(case: Case, to: Agency) -> None:
    """The file is open to another agency, as after an accepted referral."""
    now = clock.now()
    with writing(), acting(case.keeper):
        door = cases.prepare_door(
            case=case, agency_id=to.pk, basis="consent", consent=None, until=None, now=now
        )
        cases.open_door(door_id=door.pk, now=now)


def file_for(member: Member) -> Case:
    """A file of the women's union in which this member's agency takes part."""
    case = files.case(agencies.member())
    opened(case, member.agency)
    return case


def wanted(count: int = 10, *, days: int = 30, every: int = 1) -> Wanted:
    """To be paid back in so many parts, the first one after so many days."""
    return Wanted(clock.today() + timedelta(days=days), count, every)


def agreed(amount: int = MILLION, rate: str = "0", **facts: Any) -> Agreed:
    """What was agreed on."""
    about: dict[str, Any] = {
        "source": "women_fund",
        "purpose": "animals",
        "granted_on": clock.today(),
        "wanted": wanted(),
        "words": WORDS,
        **facts,
    }
    return Agreed(amount=amount, rate=Decimal(rate), **about)


def lent(
    case: Case, by: Member, amount: int = MILLION, *, key: UUID | None = None, **facts: Any
) -> Loan:
    """Money of this member's agency is lent to the person of the file."""
    about = agreed(amount, **facts)
    return actions.grant_loan(case=case, agreed=about, key=key or uuid4(), by=by, now=clock.now())


def late(case: Case, by: Member, *, days: int = 40, **facts: Any) -> Loan:
    """A loan of so many days ago, of which the first instalment was due ten days after it."""
    start = clock.today() - timedelta(days=days)
    plan = Wanted(start + timedelta(days=10), 10)
    return lent(case, by, granted_on=start, wanted=plan, **facts)


def repaid(loan: Loan, amount: int, *, by: Member, key: UUID | None = None, **facts: Any) -> Loan:
    """She paid so much."""
    about = {"on": clock.today(), "document": "", **facts}
    return actions.record_repayment(
        loan=loan, amount=amount, key=key or uuid4(), by=by, now=clock.now(), **about
    )


def taken_back(loan: Loan, key: UUID, *, by: Member, press: UUID | None = None) -> Loan:
    """What was written with this key was a mistake."""
    return actions.take_back_repayment(
        loan=loan, key=key, press=press or uuid4(), by=by, now=clock.now()
    )


def rescheduled(
    loan: Loan, count: int, *, by: Member, days: int = 30, key: UUID | None = None
) -> Loan:
    """Another schedule."""
    about: dict[str, Any] = {"why": "work", "words": WORDS, "key": key or uuid4()}
    plan = wanted(count, days=days)
    return actions.change_schedule(loan=loan, wanted=plan, by=by, now=clock.now(), **about)


def paused(loan: Loan, months: int, *, by: Member, key: UUID | None = None) -> Loan:
    """Some months without paying."""
    about: dict[str, Any] = {"why": "illness", "words": WORDS, "key": key or uuid4()}
    return actions.pause_loan(loan=loan, months=months, by=by, now=clock.now(), **about)


def wished_forgiven(loan: Loan, *, by: Member, words: str = WORDS) -> Forgiveness:
    """Somebody says that the rest need not be paid."""
    return actions.propose_forgiveness(
        loan=loan, why="illness", words=words, by=by, now=clock.now()
    )


def seen(member: Member, loan: Loan, *, on: date | None = None) -> queries.Account:
    """Where a loan stands, as this member finds it through its file."""
    with acting(member):
        found = queries.loan_in(member, loan.code, loan.pk)
        assert found is not None
        return queries.account_of(found, member, today=on or clock.today())


def sums(member: Member, loan: Loan) -> tuple[int, int, int, int]:
    """What is owed, repaid, forgiven, and paid as interest."""
    found = seen(member, loan).loan
    return found.owed, found.repaid, found.forgiven, found.interest


def waiting(member: Member) -> list[Task]:
    """What waits about loans, as this member may know of it."""
    with acting(member):
        found = Task.objects.visible_to(member).filter(kind=TaskKind.LOAN, done_at=None)
        return list(found.order_by("due_at"))
