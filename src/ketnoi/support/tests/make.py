"""Scenes of support."""

from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

from ketnoi.agencies.models import Agency, Member
from ketnoi.agencies.tests import make as agencies
from ketnoi.cases import actions as cases
from ketnoi.cases.models import Case, Task
from ketnoi.cases.tests import make as files
from ketnoi.foundation import clock
from ketnoi.foundation.action import writing
from ketnoi.foundation.guard.context import acting
from ketnoi.support import actions, queries
from ketnoi.support.models import (
    Assessment,
    Commitment,
    Entry,
    Fund,
    Goal,
    PlanStep,
    SupportGiven,
)
from ketnoi.support.rules import Bill, Said

WORDS = "Đưa đi khám, có phiên dịch đi cùng"


def officer(function: str, role: str = "caseworker", **facts: Any) -> Member:
    """Somebody of an agency with this function."""
    return agencies.member(agencies.agency(function, "province"), role=role, **facts)


def opened(case: Case, to: Agency) -> Any:
    """The file is open to another agency, as after an accepted referral."""
    now = clock.now()
    with writing(), acting(case.keeper):
        door = cases.prepare_door(
            case=case, agency_id=to.pk, basis="consent", consent=None, until=None, now=now
        )
        cases.open_door(door_id=door.pk, now=now)
    return door


def shut(case: Case, door: Any) -> None:
    """It takes part no longer."""
    with writing(), acting(case.keeper):
        cases.close_doors(door_id=door.pk, by=case.keeper, now=clock.now())


def signed_in(client: Any, member: Member) -> Any:
    """A browser in which this member works."""
    client.force_login(member.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def shared_file(with_: Member) -> Case:
    """A file of the women's union in which this member's agency takes part."""
    case = files.case(agencies.member())
    opened(case, with_.agency)
    return case


def recorded(case: Case, by: Member, **facts: Any) -> SupportGiven:
    """Support that this member wrote down."""
    about = {
        "kind": "medical",
        "given_on": clock.today(),
        "hours": Decimal("1.5"),
        "cost": 500_000,
        "funds": "state",
        "detail": WORDS,
        **facts,
    }
    return actions.record_support(case=case, **about, by=by, now=clock.now())


def said(**levels: str) -> dict[str, Said]:
    """What she said, part by part."""
    return {area: Said(level, WORDS if level else "") for area, level in levels.items()}


def assessed(case: Case, by: Member, days: int = 0, **levels: str) -> Assessment:
    """She was asked so many days ago."""
    return actions.record_assessment(
        case=case,
        occasion="intake",
        asked_on=clock.today() - timedelta(days=days),
        said=said(**levels or {"safety": "hard", "income": "very_hard"}),
        by=by,
        now=clock.now(),
    )


def wanted(case: Case, by: Member, words: str = "Em muốn mở tiệm may", **facts: Any) -> Goal:
    """What she said she wants."""
    about = {"area": "income", "now": clock.now(), **facts}
    return actions.set_goal(case=case, words=words, by=by, **about)


def planned(
    goal: Goal, to: Agency, *, by: Member, days: int = 10, words: str = "Học may ba tháng"
) -> PlanStep:
    """A step to it."""
    due = clock.today() + timedelta(days=days)
    return actions.plan_step(goal=goal, words=words, agency=to, due_on=due, by=by, now=clock.now())


def known(member: Member, step: PlanStep) -> PlanStep | None:
    """A step as this member finds it."""
    with acting(member):
        return queries.step_in(member, step.code, step.pk)


def reported(step: PlanStep, outcome: str, *, by: Member, told: str = "") -> PlanStep:
    """What came of it."""
    found = known(by, step)
    assert found is not None
    return actions.report_step(step=found, outcome=outcome, told=told, by=by, now=clock.now())


def desk(member: Member, *kinds: str) -> list[Task]:
    """What lies on the desk of a member's agency, of these kinds."""
    with acting(member):
        found = Task.objects.filter(agency=member.agency, done_at=None).order_by("due_at")
        return [task for task in found if not kinds or task.kind in kinds]


def fund(by: Member, amount: int = 0, **facts: Any) -> Fund:
    """A fund of a lead's agency, with so much in it."""
    about = {"name": "Quỹ thử", "source": "donation", "ends_on": None, **facts}
    about.setdefault("opened_on", clock.today() - timedelta(days=30))
    made = actions.open_fund(by=by, now=clock.now(), **about)
    if amount:
        received(made, amount, by=by)
    return made


def received(fund: Fund, amount: int, *, by: Member, key: UUID | None = None) -> Entry:
    """Money came in."""
    return actions.receive_money(
        fund=fund,
        amount=amount,
        document="PT 12",
        on=clock.today(),
        key=key or uuid4(),
        by=by,
        now=clock.now(),
    )


def promised(
    fund: Fund, case: Case, amount: int, *, by: Member, key: UUID | None = None
) -> Commitment:
    """Money was promised to the person of a file."""
    return actions.promise_money(
        fund=fund,
        case=case,
        kind="vocational",
        words=WORDS,
        amount=amount,
        key=key or uuid4(),
        by=by,
        now=clock.now(),
    )


def paid(
    commitment: Commitment, amount: int, *, by: Member, key: UUID | None = None, **facts: Any
) -> SupportGiven:
    """Support that was paid from a promise."""
    bill = Bill(commitment=commitment, document="PC 7", key=key or uuid4())
    about = {"kind": "vocational", "cost": amount, "funds": "", "bill": bill, **facts}
    return recorded(commitment.case, by, **about)


def came_back(commitment: Commitment, amount: int, *, by: Member, key: UUID | None = None) -> Entry:
    """Money that was paid came back."""
    return actions.return_money(
        commitment=commitment,
        amount=amount,
        document="PT 13",
        on=clock.today(),
        key=key or uuid4(),
        by=by,
        now=clock.now(),
    )


def fresh(by: Member, one: Any) -> Any:
    """A fund or a promise as it stands now."""
    with acting(by):
        found = type(one).objects.get(pk=one.pk)
        if isinstance(found, Commitment):
            found.case = one.case
        return found


def accounts(by: Member, fund: Fund) -> tuple[int, int, int]:
    """What of a fund is free, promised and paid."""
    now = fresh(by, fund)
    return now.free, now.promised, now.paid


def entries(by: Member, fund: Fund) -> list[Entry]:
    """The entries of a fund, the first one first."""
    with acting(by):
        return list(Entry.objects.filter(fund=fund).select_related("fund").order_by("number"))
