"""What it costs to reach files: through both locks, and through the same filter in the query."""

from collections.abc import Callable
from statistics import median
from typing import Any
from uuid import UUID

from django.db import connections, transaction
from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from ketnoi.agencies.models import Member
from ketnoi.agencies.terms import Role
from ketnoi.bench import naive
from ketnoi.bench.processes import cpu_ns
from ketnoi.cases import queries as cases
from ketnoi.cases.models import Case, CaseAccess
from ketnoi.foundation import clock
from ketnoi.foundation.guard.context import reading

NEWEST, TIMES, WARM_UP = 50, 15, 2
VOLUNTEER, MIDDLE = 273, 5_767
"""How many files the measured people reach, as nearly as the crowd has it."""

NOBODY = UUID(int=0)
OURS, PEER, KEY = "default", "owner", "key"
MS = 1e6
Ask = Callable[[], Any]
Ways = tuple[tuple[str, Ask], tuple[str, Ask]]
"""Ours and the peer's: through which connection, and what is asked there."""


def measure() -> dict[str, dict[str, float]]:
    """For each person and question: CPU milliseconds of the database, ours and the peer's."""
    naive.fill()
    found = {}
    for who, member in people().items():
        for what, ways in questions(member).items():
            found[f"{what}.{who}"] = compare(member, ways)
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


def questions(member: Member) -> dict[str, Ways]:
    """A file of hers and one opened to her by code, the newest, how many stand where, names."""
    by_code = {
        what: _of_files(member, lambda files, code=code: list(files.filter(code=code)), one=True)
        for what, code in codes(member).items()
    }
    return {
        **by_code,
        "newest": _of_files(member, lambda files: list(files.order_by("-received_at")[:NEWEST])),
        "count": (
            (OURS, lambda: cases.files_by_status(member)),
            (PEER, lambda: _counted(member)),
        ),
        "search": ((OURS, naive.by_function), (OURS, naive.by_policy)),
    }


def codes(member: Member) -> dict[str, str]:
    """A file of hers, and one that was opened to her agency, if she opens files of others."""
    with reading(member):
        reached = Case.objects.visible_to(member).values_list("code", flat=True)
        hers = Q(holder_id=member.agency_id)
        found = {KEY: reached.filter(hers), f"{KEY}_opened": reached.exclude(hers)}
        return {what: code for what, files in found.items() if (code := files.first())}


def compare(member: Member, ways: Ways) -> dict[str, float]:
    """The same question both ways, in turn; the answers must be equal."""
    costs: dict[str, list[float]] = {"ours": [], "peer": []}
    for _time in range(TIMES + WARM_UP):
        answers = []
        for side, (using, ask) in zip(costs, ways, strict=True):
            cost, answer = _timed(using, member, ask)
            costs[side].append(cost)
            answers.append(answer)
        if answers[0] != answers[1]:
            raise SystemExit("Hai cách trả lời khác nhau. / The two ways differ.")
    return {side: median(found[WARM_UP:]) for side, found in costs.items()}


def visible(member: Member, *, one: bool) -> QuerySet[Case]:
    """Ours: row security in the database and the same rule in Python."""
    with reading(member):
        return Case.objects.visible_to(member, one=one)


def filtered(member: Member) -> QuerySet[Case]:
    """The peer: no row security; the filter as it is mostly written, with OR and EXISTS.

    It is one filter for every role: whoever opens no files of others asks for those of nobody.
    """
    files, live = member.files or NOBODY, Q(until=None) | Q(until__gt=clock.now())
    doors = CaseAccess.objects.using(PEER).filter(
        live, since__isnull=False, ended_at=None, agency_id=files, case_id=OuterRef("pk")
    )
    own = Q(holder_id=files)
    if member.role == Role.VOLUNTEER:
        own |= Q(keeper_id=member.pk, holder_id=member.agency_id)
    hers = Exists(doors.filter(member=None)) | Exists(doors.filter(member_id=member.pk))
    return Case.objects.using(PEER).filter(own | hers)


def _of_files(member: Member, ask: Callable[[QuerySet[Case]], Any], *, one: bool = False) -> Ways:
    return (OURS, lambda: ask(visible(member, one=one))), (PEER, lambda: ask(filtered(member)))


def _counted(member: Member) -> dict[str, int]:
    return dict(filtered(member).values_list("status").annotate(n=Count("pk")))


def _timed(using: str, member: Member, ask: Callable[[], Any]) -> tuple[float, Any]:
    # Who acts is told either way, so that the difference is row security and nothing else.
    with reading(member), transaction.atomic(using=using):
        backend = connections[using].connection.info.backend_pid
        before = cpu_ns(backend)
        answer = ask()
        return (cpu_ns(backend) - before) / MS, answer


def _nearest(counts: dict[Any, int], wanted: int) -> Any:
    return min(counts, key=lambda pk: abs(counts[pk] - wanted))
