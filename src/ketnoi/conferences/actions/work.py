"""Work in a file: given, answered, taken back."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.utils.translation import gettext as _

from ketnoi.cases import actions as cases
from ketnoi.cases import queries as files
from ketnoi.cases.terms import GOES_ON, Scope, TaskKind
from ketnoi.cases.terms import Step as TaskStep
from ketnoi.conferences import access, queries, rules
from ketnoi.conferences.models import Assignment, Conference
from ketnoi.conferences.terms import Answer
from ketnoi.foundation.action import Refused, action, note, part
from ketnoi.foundation.actor import System
from ketnoi.foundation.clock import ZONE
from ketnoi.foundation.guard.context import acting
from ketnoi.law import queries as law

if TYPE_CHECKING:
    from ketnoi.agencies.models import Agency, Member
    from ketnoi.cases.models import Case

PAGE = "conferences:assignment"


@action
def give_assignment(
    *,
    case: "Case",
    work: rules.Decision,
    by: Any,
    now: datetime,
    instead_of: Assignment | None = None,
) -> Assignment:
    """A piece of work is given to one's own agency, an officer of it, or one that takes part."""
    inside = files.takes_part(by, case)
    if not access.may_give(member=by, holder_id=case.holder_id, takes_part=inside):
        raise Refused(_("Chỉ cán bộ của nơi tham gia hồ sơ mới giao việc được."))
    refuse_ended(case)
    if instead_of is not None:
        _end(instead_of, by=by, now=now)
    given = put_on_desk(case=case, work=work, instead_of=instead_of, by=by, now=now)
    note("assignment.given", by=by, about=given, shared=_is_shared(given), kind=given.kind)
    return given


@part
def put_on_desk(
    *,
    case: "Case",
    work: rules.Decision,
    by: Any,
    now: datetime,
    instead_of: Assignment | None = None,
    conference: Conference | None = None,
) -> Assignment:
    """Write down the work and put it on the desk of whoever got it."""
    agency_id, officer, due_on = _whose(case, work, by=by, now=now)
    seal, key = cases.key_of(case=case, scope=Scope.NETWORK, agency_id=by.agency_id)
    given = Assignment(
        case=case,
        holder_id=case.holder_id,
        code=case.code,
        conference=conference,
        invited=conference.invited if conference else [],
        instead_of=instead_of,
        kind=work.kind,
        seal=seal,
        words=work.words,
        from_agency_id=by.agency_id,
        given_by=by,
        given_at=now,
        to_agency_id=agency_id,
        to_member=officer,
        due_at=rules.due_moment(due_on, now=now, zone=ZONE),
    )
    given.opened = key
    given.save(force_insert=True)
    ask_for(
        about=given, agency_id=agency_id, member_id=officer.pk if officer else None, by=by, now=now
    )
    return given


@action
def answer_assignment(
    *, assignment: Assignment, answer: str, cannot: str, outcome: str, by: Any, now: datetime
) -> Assignment:
    """It is done, and how it went; or it cannot be done, and why: then it comes back."""
    if not access.may_answer(member=by, assignment=assignment):
        raise Refused(_("Chỉ cán bộ của nơi được giao mới trả lời được."))
    fresh = _fresh(assignment)
    _refuse_unless(fresh is not None and fresh.waits)
    if answer == Answer.DONE and not outcome:
        raise Refused(_("Hãy ghi ngắn gọn kết quả ra sao."))
    if answer == Answer.CANNOT and not cannot:
        raise Refused(_("Hãy chọn vì sao không làm được."))
    _key, assignment.opened = _key_for(assignment, by)
    assignment.answer, assignment.outcome = answer, outcome
    assignment.cannot = cannot if answer == Answer.CANNOT else ""
    assignment.answered_at, assignment.answered_by = now, by
    columns = ["answer", "outcome", "cannot", "answered_at", "answered_by"]
    assignment.save(update_fields=columns)
    settle(about=assignment, kind=TaskKind.AGREED, by=by, now=now)
    if answer == Answer.CANNOT:
        send_home(assignment=assignment, by=by, now=now)
    else:
        keep_going(about=assignment, now=now)
    verb = "assignment.done" if answer == Answer.DONE else "assignment.cannot"
    note(verb, by=by, about=assignment, shared=_is_shared(assignment), reason=assignment.cannot)
    return assignment


@action
def take_back(*, assignment: Assignment, by: Any, now: datetime) -> Assignment:
    """Whoever gave it takes it back, or needs it no longer after it came back."""
    _end(assignment, by=by, now=now)
    keep_going(about=assignment, now=now)
    note("assignment.taken_back", by=by, about=assignment, shared=_is_shared(assignment))
    return assignment


@part
def send_home(*, assignment: Assignment, by: Any, now: datetime) -> None:
    """It lies with whoever gave it again; with the holder where she takes part no longer."""
    inside = queries.taking_part(assignment.case)
    goes_to_giver = assignment.from_agency_id in inside
    home = assignment.from_agency_id if goes_to_giver else assignment.holder_id
    ask_for(
        about=assignment,
        agency_id=home,
        member_id=assignment.given_by_id if goes_to_giver else None,
        by=by,
        now=now,
        due_at=law.due(code="assignment.returned", start=now),
    )


@part
def ask_for(
    *,
    about: Any,
    agency_id: UUID,
    by: Any,
    now: datetime,
    member_id: UUID | None = None,
    kind: str = TaskKind.AGREED,
    page: str = PAGE,
    due_at: datetime | None = None,
) -> None:
    """Put it on a desk as a task."""
    cases.ask(
        of=queries.place_of(about),
        kind=kind,
        step=TaskStep.SUPPORT,
        agency_id=agency_id,
        asker_id=getattr(about, "from_agency_id", about.holder_id),
        member_id=member_id,
        maker_id=by.agency_id,
        due_at=due_at or about.due_at,
        now=now,
        page=page,
        subject=about.subject,
    )


@part
def settle(*, about: Any, kind: str, by: Any, now: datetime, agency_id: Any = None) -> None:
    """What waited about it under this name is done."""
    cases.settle(
        case_id=about.case_id,
        kind=kind,
        subject=about.subject,
        agency_id=agency_id,
        by=by,
        now=now,
    )


@part
def keep_going(*, about: Any, now: datetime) -> None:
    """Where nothing waits any more the holder sees to the next step, whoever did the last one."""
    holder = System(about.holder_id)
    with acting(holder):
        cases.keep_going(place=queries.place_of(about), by=holder, now=now)


@part
def refuse_ended(case: "Case") -> None:
    """Refused in a file that has ended: nothing new begins there."""
    if case.status not in GOES_ON or case.merged_into_id:
        raise Refused(_("Hồ sơ này không còn đang hỗ trợ. Hãy mở lại hồ sơ trước."))


def _whose(
    case: "Case", work: rules.Decision, *, by: Any, now: datetime
) -> "tuple[UUID, Member | None, date]":
    if not work.is_whole or work.due_on is None:
        raise Refused(_("Mỗi việc cần nội dung, loại việc, nơi làm và ngày phải xong."))
    if work.due_on < now.astimezone(ZONE).date():
        raise Refused(_("Ngày phải xong đã qua. Hãy chọn từ hôm nay trở đi."))
    officer = work.to if hasattr(work.to, "agency_id") else None
    offer = queries.offer(case, by)
    if officer is not None and officer not in offer.officers:
        raise Refused(_("Người này không nhận việc của hồ sơ được. Hãy chọn cán bộ khác."))
    agency: Agency = officer.agency if officer else work.to
    if agency not in offer.agencies:
        raise Refused(_("Nơi này chưa tham gia hồ sơ. Hãy chuyển gửi trước, rồi mới giao việc."))
    return agency.pk, officer, work.due_on


def _end(assignment: Assignment, *, by: Any, now: datetime) -> None:
    if not access.may_end(member=by, assignment=assignment):
        raise Refused(_("Chỉ nơi đã giao việc mới thu lại được."))
    fresh = _fresh(assignment)
    _refuse_unless(fresh is not None and (fresh.waits or fresh.came_back))
    assignment.ended_at, assignment.ended_by = now, by
    assignment.save(update_fields=["ended_at", "ended_by"])
    cases.settle_all(case_id=assignment.case_id, subject=assignment.subject, by=by, now=now)


def _fresh(assignment: Assignment) -> Assignment | None:
    """As it stands now for whoever acts; nobody else answers it until this step ends."""
    return Assignment.objects.select_for_update(of=("self",)).filter(pk=assignment.pk).first()


def _refuse_unless(is_open: bool) -> None:
    if not is_open:
        raise Refused(_("Việc này đã xong hoặc đã sang bước khác. Hãy mở lại trang để xem."))


def _key_for(assignment: Assignment, by: Any) -> tuple[UUID, bytes]:
    return cases.key_of(case=assignment.case, scope=Scope.NETWORK, agency_id=by.agency_id)


def _is_shared(assignment: Assignment) -> bool:
    """What stays inside one agency is no news for the others."""
    return assignment.from_agency_id != assignment.to_agency_id
