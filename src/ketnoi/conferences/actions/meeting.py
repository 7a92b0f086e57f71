"""A conference before it is held: called, answered, its agenda, moved, called off."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db.models import Max
from django.utils.translation import gettext as _

from ketnoi.cases import actions as cases
from ketnoi.cases.terms import Scope, TaskKind
from ketnoi.conferences import access, queries, rules
from ketnoi.conferences.actions.work import ask_for, keep_going, refuse_ended, settle
from ketnoi.conferences.models import AgendaItem, Conference, ConferenceEvent, Invitee
from ketnoi.conferences.terms import Coming, HerPart, State, Step
from ketnoi.foundation.action import Refused, action, note, part
from ketnoi.foundation.actor import System
from ketnoi.foundation.guard.context import acting
from ketnoi.law import queries as law

if TYPE_CHECKING:
    from ketnoi.agencies.models import Agency
    from ketnoi.cases.models import Case

PAGE = "conferences:conference"


@action
def call_conference(
    *,
    case: "Case",
    starts_at: datetime,
    way: str,
    place: str,
    invited: "list[Agency]",
    topics: list[str],
    her: dict[str, str],
    by: Any,
    now: datetime,
) -> Conference:
    """Agencies that take part in a file are invited to talk about it; she was asked before.

    her: whether she was asked (`her_part`), why not (`not_asked`), what she wants said
    (`her_words`).
    """
    if not access.may_call(member=by, holder_id=case.holder_id):
        raise Refused(_("Chỉ cán bộ phụ trách của đơn vị giữ hồ sơ mới gọi họp được."))
    refuse_ended(case)
    refuse_past(starts_at, now)
    refuse_unasked(her)
    _refuse_outsiders(case, invited, by=by)
    seal, key = cases.key_of(case=case, scope=Scope.NETWORK, agency_id=by.agency_id)
    called = Conference(
        case=case,
        holder_id=case.holder_id,
        code=case.code,
        invited=[agency.pk for agency in invited],
        seal=seal,
        starts_at=starts_at,
        way=way,
        place=place,
        called_at=now,
        called_by=by,
        **her,
    )
    called.opened = key
    called.save(force_insert=True)
    Invitee.objects.bulk_create(
        Invitee(**_of(called), conference=called, agency=agency) for agency in invited
    )
    for position, words in enumerate(topics, start=1):
        _put_on_agenda(called, words, position, by=by, now=now)
    write_event(conference=called, step=Step.CALLED, by=by, now=now, starts_at=starts_at)
    _wait(called, by=by, now=now)
    note("conference.called", by=by, about=called, shared=True, way=way, her=her["her_part"])
    return called


@action
def answer_invitation(*, conference: Conference, coming: str, by: Any, now: datetime) -> Invitee:
    """An invited agency says whether it comes; whoever says so has it in her calendar."""
    invitee = queries.invitee(conference, by)
    if invitee is None or not access.may_reply(member=by, invitee=invitee):
        raise Refused(_("Chỉ cán bộ của nơi được mời mới trả lời được."))
    refuse_unless_called(conference)
    invitee.coming, invitee.answered_at, invitee.answered_by = coming, now, by
    invitee.save(update_fields=["coming", "answered_at", "answered_by"])
    for kind in (TaskKind.ANSWER_MEETING, TaskKind.MEET):
        settle(about=conference, kind=kind, agency_id=by.agency_id, by=by, now=now)
    if coming == Coming.COMES and not rules.has_begun(starts_at=conference.starts_at, now=now):
        _put_in_calendar(conference, by=by, now=now)
    note("conference.answered", by=by, about=conference, shared=True, coming=coming)
    return invitee


@action
def propose_topic(*, conference: Conference, words: str, by: Any, now: datetime) -> AgendaItem:
    """The holder or an invited agency puts something on the agenda, before it starts."""
    if not access.may_propose(member=by, conference=conference):
        raise Refused(_("Chỉ nơi được mời mới thêm nội dung họp được."))
    refuse_unless_called(conference)
    if rules.has_begun(starts_at=conference.starts_at, now=now):
        raise Refused(_("Đã đến giờ họp. Hãy nêu nội dung này trong cuộc họp."))
    last = AgendaItem.objects.filter(conference=conference).aggregate(last=Max("position"))["last"]
    item = _put_on_agenda(conference, words, (last or 0) + 1, by=by, now=now)
    note("conference.topic_proposed", by=by, about=conference, shared=True)
    return item


@action
def move_conference(
    *, conference: Conference, starts_at: datetime, why: str, by: Any, now: datetime
) -> Conference:
    """It is held on another day: everybody is asked again."""
    _refuse_who_does_not_run(conference, by)
    refuse_unless_called(conference)
    refuse_past(starts_at, now)
    cases.settle_all(case_id=conference.case_id, subject=conference.subject, by=by, now=now)
    conference.starts_at = starts_at
    conference.save(update_fields=["starts_at"])
    unanswered = {"coming": "", "answered_at": None, "answered_by": None}
    Invitee.objects.filter(conference=conference).update(**unanswered)
    write_event(
        conference=conference, step=Step.MOVED, by=by, now=now, starts_at=starts_at, why=why
    )
    _wait(conference, by=by, now=now)
    note("conference.moved", by=by, about=conference, shared=True, why=why)
    return conference


@action
def call_off_conference(*, conference: Conference, why: str, by: Any, now: datetime) -> Conference:
    """Nobody meets: it is called off, with a reason."""
    _refuse_who_does_not_run(conference, by)
    refuse_unless_called(conference)
    call_off(conference=conference, why=why, by=by, now=now)
    keep_going(about=conference, now=now)
    note("conference.called_off", by=by, about=conference, shared=True, why=why)
    return conference


@part
def call_off(*, conference: Conference, why: str, by: Any, now: datetime) -> None:
    """It will not be held, and nothing waits for it any more."""
    cases.settle_all(case_id=conference.case_id, subject=conference.subject, by=by, now=now)
    conference.state = State.CALLED_OFF
    conference.save(update_fields=["state"])
    write_event(conference=conference, step=Step.CALLED_OFF, by=by, now=now, why=why)


@part
def write_event(
    *,
    conference: Conference,
    step: str,
    by: Any,
    now: datetime,
    starts_at: datetime | None = None,
    why: str = "",
) -> None:
    """Add what happened to its history: who and when."""
    event = ConferenceEvent(
        **_of(conference),
        conference=conference,
        agency_id=by.agency_id,
        step=step,
        starts_at=starts_at,
        why=why,
        at=now,
        by=by,
    )
    event.save(force_insert=True)


@part
def refuse_unless_called(conference: Conference) -> None:
    """Refused when somebody else held it or called it off a moment ago (locked)."""
    # A partner cannot lock what she may not change, so the holder's own hand does it for her.
    with acting(System(conference.holder_id)):
        found = Conference.objects.select_for_update(of=("self",)).filter(pk=conference.pk)
        stands = found.values_list("state", flat=True).first()
    if stands != State.CALLED:
        raise Refused(_("Cuộc họp này đã sang bước khác. Hãy mở lại trang để xem."))


@part
def refuse_past(starts_at: datetime, now: datetime) -> None:
    """Refused when the hour has passed already."""
    if rules.is_past(starts_at=starts_at, now=now):
        raise Refused(_("Giờ họp đã qua. Hãy chọn giờ muộn hơn."))


@part
def refuse_unasked(her: dict[str, str]) -> None:
    """Refused where nobody said whether she herself was asked, or why not."""
    if her["her_part"] not in HerPart.values:
        raise Refused(_("Hãy ghi đã hỏi người được hỗ trợ chưa."))
    if her["her_part"] == HerPart.NOT_ASKED and not her["not_asked"]:
        raise Refused(_("Hãy chọn vì sao chưa hỏi người được hỗ trợ."))
    if her["her_part"] == HerPart.SPOKEN_FOR and not her["her_words"]:
        raise Refused(_("Hãy ghi điều người được hỗ trợ nhờ nói thay."))


def _refuse_outsiders(case: "Case", invited: "list[Agency]", *, by: Any) -> None:
    if not invited:
        raise Refused(_("Hãy mời ít nhất một nơi cùng tham gia hồ sơ."))
    cases.refuse_agencies(case_id=case.pk, agency_ids=[agency.pk for agency in invited])
    if not {agency.pk for agency in invited} <= queries.taking_part(case) - {case.holder_id}:
        raise Refused(_("Chỉ mời được nơi đang tham gia hồ sơ. Hãy chuyển gửi trước."))


def _refuse_who_does_not_run(conference: Conference, by: Any) -> None:
    if not access.may_run(member=by, conference=conference):
        raise Refused(_("Chỉ đơn vị giữ hồ sơ mới đổi hoặc hủy cuộc họp được."))


def _put_on_agenda(
    conference: Conference, words: str, position: int, *, by: Any, now: datetime
) -> AgendaItem:
    _seal, key = cases.key_of(case=conference.case, scope=Scope.NETWORK, agency_id=by.agency_id)
    item = AgendaItem(
        **_of(conference),
        conference=conference,
        agency_id=by.agency_id,
        position=position,
        seal=conference.seal,
        words=words,
        proposed_at=now,
        proposed_by=by,
    )
    item.opened = key
    item.save(force_insert=True)
    return item


def _of(conference: Conference) -> dict[str, Any]:
    return {
        "case": conference.case,
        "holder_id": conference.holder_id,
        "invited": conference.invited,
    }


def _wait(conference: Conference, *, by: Any, now: datetime) -> None:
    """Whoever called it holds it and writes the minutes; the invited say whether they come."""
    starts_at = conference.starts_at
    at_once = rules.has_begun(starts_at=starts_at, now=now)
    answer_by = law.due(code="conference.answer", start=now)
    for agency_id in conference.invited:
        ask_for(
            about=conference,
            kind=TaskKind.ANSWER_MEETING,
            page=PAGE,
            agency_id=agency_id,
            due_at=answer_by if at_once else min(answer_by, starts_at),
            by=by,
            now=now,
        )
    ask_for(
        about=conference,
        kind=TaskKind.HOLD_MEETING,
        page=PAGE,
        agency_id=conference.holder_id,
        member_id=by.pk,
        due_at=law.due(code="conference.minutes", start=starts_at),
        by=by,
        now=now,
    )
    if not at_once:
        _put_in_calendar(conference, by=by, now=now)


def _put_in_calendar(conference: Conference, *, by: Any, now: datetime) -> None:
    ask_for(
        about=conference,
        kind=TaskKind.MEET,
        page=PAGE,
        agency_id=by.agency_id,
        member_id=by.pk,
        due_at=conference.starts_at,
        by=by,
        now=now,
    )
