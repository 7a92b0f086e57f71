"""What it costs to reach files: through both locks, and through the same filter in the query."""

from collections.abc import Callable
from statistics import median
from typing import Any

from django.db import connections, transaction
from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from ketnoi.agencies.models import Member
from ketnoi.bench.processes import cpu_ns
from ketnoi.cases.models import Case, CaseAccess
from ketnoi.foundation import clock
from ketnoi.foundation.guard.context import reading

NEWEST, TIMES, WARM_UP = 50, 15, 2
VOLUNTEER, MIDDLE = 273, 5_767
"""How many files the measured people reach, as nearly as the crowd has it."""

OURS, PEER, KEY = "default", "owner", "key"
MS = 1e6
Ask = Callable[[QuerySet[Case]], Any]


def measure() -> dict[str, dict[str, float]]:
    """For each person and question: CPU milliseconds of the database, ours and the peer's."""
    found = {}
    for who, member in people().items():
        for what, ask in questions(member).items():
            found[f"{what}.{who}"] = compare(member, ask, one=what.startswith(KEY))
    return found


def people() -> dict[str, Member]:
    """A volunteer, an agency of middle size, the biggest one."""
    members = Member.objects.using(PEER)
    kept = Case.objects.using(PEER).values_list("keeper_id").annotate(n=Count("pk"))
    held = Case.objects.using(PEER).values_list("holder_id").annotate(n=Count("pk"))
    volunteers = set(members.filter(role="volunteer").values_list("pk", flat=True))
    by_keeper = {pk: n for pk, n in kept if pk in volunteers}
    by_holder = dict(held)
    leads = {m.agency_id: m for m in members.filter(role="lead")}
    return {
        "volunteer": members.get(pk=_nearest(by_keeper, VOLUNTEER)),
        "middle": leads[_nearest(by_holder, MIDDLE)],
        "big": leads[max(by_holder, key=lambda pk: by_holder[pk])],
    }


def questions(member: Member) -> dict[str, Ask]:
    """A file of hers and one opened to her by their codes, the newest, how many in each state."""
    with reading(member):
        mine = Q(holder_id=member.agency_id)
        codes = Case.objects.visible_to(member).values_list("code", flat=True)
        own, opened = codes.filter(mine)[0], codes.exclude(mine)[0]
    return {
        KEY: lambda files: list(files.filter(code=own)),
        f"{KEY}_opened": lambda files: list(files.filter(code=opened)),
        "newest": lambda files: list(files.order_by("-received_at")[:NEWEST]),
        "count": lambda files: sorted(files.values_list("status").annotate(n=Count("pk"))),
    }


def compare(member: Member, ask: Ask, *, one: bool) -> dict[str, float]:
    """The same question both ways, in turn; the answers must be equal."""
    costs: dict[str, list[float]] = {OURS: [], PEER: []}
    for _time in range(TIMES + WARM_UP):
        answers = []
        for using in (OURS, PEER):
            files = visible(member, one=one) if using == OURS else filtered(member)
            cost, answer = _timed(using, member, lambda files=files: ask(files))
            costs[using].append(cost)
            answers.append(answer)
        if answers[0] != answers[1]:
            raise SystemExit("Hai cách trả lời khác nhau. / The two ways differ.")
    ours, peer = (median(costs[using][WARM_UP:]) for using in (OURS, PEER))
    return {"ours": ours, "peer": peer}


def visible(member: Member, *, one: bool) -> QuerySet[Case]:
    """Ours: row security in the database and the same rule in Python."""
    with reading(member):
        return Case.objects.visible_to(member, one=one)


def filtered(member: Member) -> QuerySet[Case]:
    """The peer: no row security; the filter as it is mostly written, with OR and EXISTS."""
    live = Q(until=None) | Q(until__gt=clock.now())
    doors = CaseAccess.objects.using(PEER).filter(live, since__isnull=False, ended_at=None)
    hers = doors.filter(
        Q(agency_id=member.files) if member.files else Q(member_id=member.pk),
        case_id=OuterRef("pk"),
    )
    own = Q(holder_id=member.files) if member.files else Q(keeper_id=member.pk)
    personal = doors.filter(member_id=member.pk, case_id=OuterRef("pk"))
    return Case.objects.using(PEER).filter(own | Exists(hers) | Exists(personal))


def _timed(using: str, member: Member, ask: Callable[[], Any]) -> tuple[float, Any]:
    # Who acts is told either way, so that the difference is row security and nothing else.
    with reading(member), transaction.atomic(using=using):
        backend = connections[using].connection.info.backend_pid
        before = cpu_ns(backend)
        answer = ask()
        return (cpu_ns(backend) - before) / MS, answer


def _nearest(counts: dict[Any, int], wanted: int) -> Any:
    return min(counts, key=lambda pk: abs(counts[pk] - wanted))
