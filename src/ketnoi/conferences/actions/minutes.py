"""A conference at its end: who came, what was decided, the minutes, their confirmation."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from ketnoi.cases import actions as cases
from ketnoi.cases.terms import Scope, TaskKind
from ketnoi.conferences import access, queries, rules
from ketnoi.conferences.actions.meeting import (
    PAGE,
    refuse_unasked,
    refuse_unless_called,
    write_event,
)
from ketnoi.conferences.actions.work import ask_for, keep_going, put_on_desk, refuse_ended, settle
from ketnoi.conferences.models import Attendance, Conference, Minutes
from ketnoi.conferences.terms import HerPart, Presence, State, Step
from ketnoi.foundation.action import Refused, action, note, part
from ketnoi.law import queries as law

if TYPE_CHECKING:
    from ketnoi.agencies.models import Member


@action
def hold_conference(
    *,
    conference: Conference,
    present: "list[Member]",
    others: list[str],
    her: dict[str, str],
    decisions: list[rules.Decision],
    body: str,
    by: Any,
    now: datetime,
) -> Minutes:
    """They met: who came, what was said, and each decision as work with an agency and a day.

    others: whether she herself, or who represents her, was there (words of `Presence`).
    """
    if not access.may_run(member=by, conference=conference):
        raise Refused(_("Chỉ cán bộ phụ trách của đơn vị giữ hồ sơ mới ghi biên bản được."))
    refuse_unless_called(conference)
    refuse_ended(conference.case)
    _refuse_too_early_or_alone(conference, present, by=by, now=now)
    _refuse_to_decide_without_her(conference, others, her, decisions)
    for name, said in her.items():
        setattr(conference, name, said)
    _key, conference.opened = _key_of(conference, by)
    conference.state = State.HELD
    conference.save(update_fields=["state", *her])
    came: list[tuple[str, Member | None]] = [(Presence.MEMBER, member) for member in present]
    came += [(presence, None) for presence in others]
    Attendance.objects.bulk_create(
        Attendance(**_of(conference), presence=presence, member=member) for presence, member in came
    )
    minutes = _write(conference, body, is_correction=False, by=by, now=now)
    write_event(conference=conference, step=Step.HELD, by=by, now=now)
    cases.settle_all(case_id=conference.case_id, subject=conference.subject, by=by, now=now)
    for decision in decisions:
        put_on_desk(case=conference.case, work=decision, conference=conference, by=by, now=now)
    ask_to_confirm(conference=conference, by=by, now=now)
    note("conference.held", by=by, about=conference, shared=True, decisions=len(decisions))
    return minutes


@action
def confirm_minutes(*, conference: Conference, by: Any, now: datetime) -> Conference:
    """A second person who was there says that it was so; nothing is edited from then on."""
    if conference.state != State.HELD or queries.confirmed(conference):
        raise Refused(_("Biên bản này đã được xác nhận, hoặc chưa có. Hãy mở lại trang để xem."))
    if not queries.may_confirm(by, conference):
        raise Refused(_("Biên bản do một người khác có mặt ở cuộc họp xác nhận."))
    try:
        with transaction.atomic():
            write_event(conference=conference, step=Step.CONFIRMED, by=by, now=now)
    except IntegrityError as twice:
        raise Refused(_("Biên bản này đã được xác nhận.")) from twice
    settle(about=conference, kind=TaskKind.CONFIRM_MINUTES, by=by, now=now)
    keep_going(about=conference, now=now)
    note("conference.confirmed", by=by, about=conference, shared=True)
    return conference


@action
def correct_minutes(*, conference: Conference, body: str, by: Any, now: datetime) -> Minutes:
    """Something in the minutes was not so: a further entry says it, and who wrote it."""
    if conference.state != State.HELD:
        raise Refused(_("Cuộc họp này chưa có biên bản."))
    if not queries.may_correct(by, conference):
        raise Refused(_("Chỉ người có mặt ở cuộc họp mới đính chính được."))
    entry = _write(conference, body, is_correction=True, by=by, now=now)
    note("conference.corrected", by=by, about=conference, shared=True)
    return entry


@part
def ask_to_confirm(*, conference: Conference, by: Any, now: datetime) -> None:
    """Somebody who was there confirms; where none of them takes part any more, the holder."""
    who = next(iter(queries.confirmers(conference)), None)
    ask_for(
        about=conference,
        kind=TaskKind.CONFIRM_MINUTES,
        page=PAGE,
        agency_id=who.agency_id if who else conference.holder_id,
        member_id=who.pk if who else None,
        due_at=law.due(code="conference.confirm", start=now),
        by=by,
        now=now,
    )


def _refuse_too_early_or_alone(
    conference: Conference, present: "list[Member]", *, by: Any, now: datetime
) -> None:
    if not rules.has_begun(starts_at=conference.starts_at, now=now):
        raise Refused(_("Chưa đến giờ họp. Hãy ghi biên bản sau khi họp, hoặc đổi ngày."))
    if not set(present) <= set(queries.people_of(conference)):
        raise Refused(_("Chỉ ghi người của nơi được mời. Hãy chọn lại ai có mặt."))
    if not [member for member in present if member.pk != by.pk]:
        raise Refused(
            _("Cần ít nhất một người nữa có mặt để xác nhận. Nếu không họp, hãy hủy hoặc đổi ngày.")
        )


def _refuse_to_decide_without_her(
    conference: Conference, others: list[str], her: dict[str, str], decisions: list[rules.Decision]
) -> None:
    refuse_unasked(her)
    if Presence.HER in others and her["her_part"] == HerPart.NOT_ASKED:
        raise Refused(_("Người được hỗ trợ có mặt, vậy đã được hỏi. Hãy chọn lại câu trả lời."))
    if not rules.may_decide(her_part=her["her_part"], decisions=decisions):
        raise Refused(_("Chưa hỏi người được hỗ trợ nên chưa quyết định được gì. Hãy hỏi trước."))


def _write(
    conference: Conference, body: str, *, is_correction: bool, by: Any, now: datetime
) -> Minutes:
    if not body:
        raise Refused(_("Hãy ghi nội dung biên bản."))
    _seal, key = _key_of(conference, by)
    entry = Minutes(
        **_of(conference),
        agency_id=by.agency_id,
        author=by,
        is_correction=is_correction,
        seal=conference.seal,
        body=body,
        written_at=now,
    )
    entry.opened = key
    entry.save(force_insert=True)
    return entry


def _key_of(conference: Conference, by: Any) -> Any:
    return cases.key_of(case=conference.case, scope=Scope.NETWORK, agency_id=by.agency_id)


def _of(conference: Conference) -> dict[str, Any]:
    return {
        "case": conference.case,
        "holder_id": conference.holder_id,
        "invited": conference.invited,
        "conference": conference,
    }
