"""What is done with follow-ups: planned, done, skipped."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from ketnoi.cases import actions as tasks
from ketnoi.cases import queries as cases
from ketnoi.cases.terms import Step, TaskKind
from ketnoi.foundation.action import Refused, action, note
from ketnoi.foundation.clock import ZONE
from ketnoi.law import queries as law
from ketnoi.reintegration import access, rules
from ketnoi.reintegration.models import FollowUp, FollowUpNote

if TYPE_CHECKING:
    from ketnoi.cases.models import Case


@action
def plan_follow_ups(*, case: "Case", start: datetime, by: Any, now: datetime) -> list[FollowUp]:
    """She lives her own life again: she is asked how it goes after 1, 3, 6 and 12 months.

    The months count from the latest start; asking twice for the same start changes nothing.
    """
    fresh = _opened(case, by)
    day = _day(start)
    planned = list(
        FollowUp.objects.filter(case=fresh, skipped_at=None).order_by("-made_at", "-start_on")
    )
    latest = planned[0].start_on if planned else None
    if not rules.replaces(start=day, planned=latest):
        note("follow_up.kept", by=by, about=planned[0])
        return sorted((f for f in planned if f.start_on == latest), key=lambda f: f.month)
    _skip(planned, by=by, now=now)
    made = [_plan(fresh, month, start, day, now=now) for month in rules.MONTHS]
    note("follow_up.planned", by=by, about=made[0], shared=True, count=len(made), start=day)
    return made


@action
def do_follow_up(
    *,
    follow_up: FollowUp,
    how: str,
    outcome: str,
    by: Any,
    now: datetime,
    went_wrong: str = "",
    work: str = "",
    income_band: str = "",
    body: str = "",
) -> FollowUp:
    """She was asked how it goes. When she is in danger, her file is on a desk at once."""
    _waiting(follow_up, by)
    if not rules.fits(outcome=outcome, went_wrong=went_wrong):
        raise Refused(_("Khi có chuyện xảy ra, hãy chọn tình hình chưa rõ hoặc khó khăn hơn."))
    facts = {
        "done_at": now,
        "done_by": by,
        "how": how,
        "outcome": outcome,
        "went_wrong": went_wrong,
        "work": work,
        "income_band": income_band,
    }
    _keep(follow_up, **facts)
    if body:
        _write(follow_up, body, by=by, now=now)
    _settle(follow_up, by=by, now=now)
    _look_after(follow_up, by=by, now=now)
    note("follow_up.done", by=by, about=follow_up, shared=True, month=follow_up.month, how=how)
    return follow_up


@action
def skip_follow_up(*, follow_up: FollowUp, by: Any, now: datetime) -> FollowUp:
    """This one is not needed, or she does not want it."""
    _waiting(follow_up, by)
    _skip([follow_up], by=by, now=now)
    note("follow_up.skipped", by=by, about=follow_up, shared=True, month=follow_up.month)
    return follow_up


@action
def cancel_follow_ups(*, case: "Case", by: Any, now: datetime) -> int:
    """The file is closed, or help begins again: what was still planned is not done."""
    if not access.may_plan(member=by, case=case):
        raise Refused(_("Chỉ cán bộ phụ trách hồ sơ mới dừng được lịch thăm hỏi."))
    waiting = list(FollowUp.objects.filter(case=case).select_for_update(of=("self",)))
    count = _skip(waiting, by=by, now=now)
    note("follow_up.cancelled", by=by, about=case, count=count)
    return count


def _opened(case: "Case", by: Any) -> "Case":
    """The file as it stands now, locked, so that two do not plan at once."""
    found = cases.cases_visible_to(by).select_for_update(of=("self",)).filter(pk=case.pk).first()
    if found is None or not access.may_plan(member=by, case=found):
        raise Refused(_("Chỉ cán bộ phụ trách hồ sơ mới lên lịch thăm hỏi được."))
    if not rules.may_be_followed(status=found.status):
        raise Refused(_("Hồ sơ đã kết thúc nên không lên lịch thăm hỏi được."))
    return found


def _plan(case: "Case", month: int, start: datetime, day: date, *, now: datetime) -> FollowUp:
    due = law.due(code=rules.clock(month=month), start=start)
    follow_up = FollowUp(
        case=case,
        holder_id=case.holder_id,
        agency_id=case.holder_id,
        code=case.code,
        month=month,
        start_on=day,
        due_on=_day(due),
        made_at=now,
    )
    follow_up.save(force_insert=True)
    tasks.ask(
        case=case,
        kind=TaskKind.FOLLOW_UP,
        step=Step.REINTEGRATION,
        agency_id=case.holder_id,
        asker_id=case.holder_id,
        member_id=case.keeper_id,
        page="reintegration:follow_up",
        subject=_subject(follow_up),
        due_at=due,
        now=now,
    )
    return follow_up


def _waiting(follow_up: FollowUp, by: Any) -> None:
    """Lock it, and refuse when it is somebody else's or no longer waits."""
    found = FollowUp.objects.select_for_update(of=("self",)).filter(pk=follow_up.pk).first()
    if found is None or not access.may_do(member=by, follow_up=found):
        raise Refused(_("Chỉ đơn vị phụ trách hồ sơ mới ghi được lần thăm hỏi này."))
    if found.done_at:
        raise Refused(_("Lần thăm hỏi này đã được ghi. Hãy mở lại trang để xem."))
    if found.skipped_at:
        raise Refused(_("Lần thăm hỏi này không còn trong lịch."))


def _keep(follow_up: FollowUp, **facts: Any) -> None:
    for name, value in facts.items():
        setattr(follow_up, name, value)
    follow_up.save(update_fields=list(facts))


def _write(follow_up: FollowUp, body: str, *, by: Any, now: datetime) -> None:
    written = FollowUpNote(
        case=follow_up.case,
        holder_id=follow_up.holder_id,
        agency_id=follow_up.agency_id,
        follow_up=follow_up,
        body=body,
        written_at=now,
        author=by,
    )
    written.save(force_insert=True)


def _look_after(follow_up: FollowUp, *, by: Any, now: datetime) -> None:
    """When something went wrong, the holder looks at the file: within two hours in danger."""
    clock = rules.next_step_clock(went_wrong=follow_up.went_wrong)
    if clock is None:
        return
    if follow_up.went_wrong in rules.ENDS_THE_VISITS:
        _skip(list(FollowUp.objects.filter(case_id=follow_up.case_id)), by=by, now=now)
    tasks.ask(
        of=tasks.Place(follow_up.case_id, follow_up.holder_id, follow_up.code),
        kind=TaskKind.NEXT_STEP,
        step=Step.REINTEGRATION,
        agency_id=follow_up.holder_id,
        asker_id=by.agency_id,
        member_id=by.pk if by.agency_id == follow_up.holder_id else None,
        page="pathway:case",
        subject=follow_up.code,
        due_at=law.due(code=clock, start=now),
        now=now,
    )


def _skip(found: list[FollowUp], *, by: Any, now: datetime) -> int:
    waiting = [f for f in found if f.done_at is None and f.skipped_at is None]
    for follow_up in waiting:
        _keep(follow_up, skipped_at=now, skipped_by_id=by.member_id)
        _settle(follow_up, by=by, now=now)
    return len(waiting)


def _settle(follow_up: FollowUp, *, by: Any, now: datetime) -> None:
    tasks.settle(
        case_id=follow_up.case_id,
        kind=TaskKind.FOLLOW_UP,
        subject=_subject(follow_up),
        by=by,
        now=now,
    )


def _subject(follow_up: FollowUp) -> str:
    return f"{follow_up.code}/{follow_up.month}"


def _day(moment: datetime) -> date:
    return moment.astimezone(ZONE).date()
