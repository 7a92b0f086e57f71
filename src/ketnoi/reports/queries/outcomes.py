"""What became of the women who live their own life again, and what went together with it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ketnoi.reintegration import queries as lives
from ketnoi.reintegration.terms import Month, Outcome
from ketnoi.reports import rules
from ketnoi.reports.queries import LONGEST, last_year
from ketnoi.support import queries as support
from ketnoi.support.terms import SupportKind

WELL = frozenset({Outcome.STABLE, Outcome.IMPROVING})


@dataclass(frozen=True)
class After:
    """How it goes so many months after: who was asked, who works, who is well, what went wrong."""

    month: Month
    work: lives.Work
    visited: int
    well: int
    went_wrong: int


@dataclass(frozen=True)
class With:
    """Who works after a year among those who were given one kind of support.

    low, high: between how many of a hundred the truth lies; verdict: see `rules.verdict`.
    """

    kind: SupportKind
    work: lives.Work
    low: int
    high: int
    verdict: str


def after_each_month(member: Any, *, now: datetime) -> list[After]:
    """One line for each visit that is due after the start, of what was due in the last year."""
    return [_after(member, month, now) for month in Month]


def with_each_kind(member: Any, *, now: datetime) -> list[With]:
    """The kinds of support of which enough is known for a number that names nobody.

    member: of an agency that holds files; other agencies do not know what support was given.
    """
    found = lives.answers(member, month=LONGEST, **last_year(now))
    told = [answer for answer in found if answer.in_work is not None]
    given = support.kinds_given([answer.case_id for answer in told], member)
    return list(_lines(told, given))


def _after(member: Any, month: Month, now: datetime) -> After:
    found = lives.answers(member, month=month, **last_year(now))
    done = [answer for answer in found if answer.is_done]
    return After(
        month,
        lives.work_of(found),
        len(done),
        sum(answer.outcome in WELL for answer in done),
        sum(bool(answer.went_wrong) for answer in done),
    )


def _lines(told: list[lives.Answer], given: dict[Any, set[str]]) -> Iterator[With]:
    whole = lives.work_of(told)
    for kind in SupportKind:
        work = lives.work_of(a for a in told if kind in given.get(a.case_id, ()))
        if rules.may_be_told(part=work.answered, whole=whole.answered, fewest=lives.FEWEST):
            yield _with(kind, work, whole)


def _with(kind: SupportKind, work: lives.Work, whole: lives.Work) -> With:
    low, high = rules.interval(part=work.in_work, whole=work.answered)
    rest = (whole.in_work - work.in_work, whole.answered - work.answered)
    verdict = rules.verdict(given=(work.in_work, work.answered), rest=rest)
    return With(kind, work, round(100 * low), round(100 * high), verdict)
