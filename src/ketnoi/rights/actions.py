"""What is done with a request about data: taken, acknowledged, extended once, answered."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from ketnoi.cases import actions as cases
from ketnoi.cases import queries as files
from ketnoi.cases.terms import Status, Step, TaskKind
from ketnoi.foundation.action import Refused, action, note, part, together
from ketnoi.law import queries as law
from ketnoi.livelihood import actions as livelihoods
from ketnoi.livelihood import queries as livelihood
from ketnoi.pathway import actions as pathway
from ketnoi.people import actions as people
from ketnoi.people import queries as persons
from ketnoi.rights import access, queries, rules
from ketnoi.rights.models import DataRequest
from ketnoi.rights.terms import Asker, Outcome, Right

if TYPE_CHECKING:
    from ketnoi.cases.models import Case

ENDED = frozenset({Status.CLOSED, Status.TRANSFERRED, Status.MERGED, Status.ENTERED_IN_ERROR})
STOPS_SHARING = frozenset({Right.RESTRICT, Right.OBJECT, Right.ERASE})

__all__ = ["Refused", "acknowledge_request", "answer_request", "extend_request", "take_request"]


@action
def take_request(
    *,
    case: "Case",
    right: str,
    asker: str,
    check_made: str,
    words: str,
    by: Any,
    now: datetime,
) -> DataRequest:
    """She asks something about her data; the legal clocks begin to run."""
    if not access.may_take(member=by, case=case):
        raise Refused(_("Chỉ cán bộ của đơn vị giữ hồ sơ mới ghi được yêu cầu này."))
    _refuse_who_may_not_ask(case, asker, check_made, by=by, now=now)
    clock = rules.clock(right=right, told_others=bool(files.doors_of(case)))
    wish = DataRequest(
        case=case,
        holder_id=case.holder_id,
        right=right,
        asker=asker,
        check_made=check_made,
        words=words,
        received_at=now,
        received_by=by,
        clock=clock,
        due_at=law.due(code=clock, start=now),
    )
    wish.save(force_insert=True)
    first = law.due(code=rules.REPLY, start=now)
    _wait(wish=wish, kind=TaskKind.ACKNOWLEDGE, due_at=first, by=by, now=now)
    note("right.asked", by=by, about=wish, right=right, asker=asker, clock=clock)
    return wish


@action
def acknowledge_request(*, wish: DataRequest, by: Any, now: datetime) -> DataRequest:
    """She was told that her request has come and by when it is answered."""
    _refuse_unless_open(wish, by)
    if wish.acknowledged_at:
        raise Refused(_("Yêu cầu này đã được phản hồi trước đó."))
    _settle(wish, by=by, now=now)
    wish.acknowledged_at = now
    wish.save(update_fields=["acknowledged_at"])
    _wait(wish=wish, kind=TaskKind.FULFIL, due_at=wish.due_at, by=by, now=now)
    note("right.acknowledged", by=by, about=wish)
    return wish


@action
def extend_request(*, wish: DataRequest, by: Any, now: datetime) -> DataRequest:
    """Once, the law allows some days more."""
    _refuse_unless_open(wish, by)
    if wish.extended_at:
        raise Refused(_("Chỉ được gia hạn một lần."))
    if now > wish.due_at:
        raise Refused(_("Đã quá hạn nên không gia hạn được. Hãy trả lời ngay."))
    _settle(wish, by=by, now=now)
    wish.extended_at = now
    wish.due_at = law.due(code=rules.EXTENSION, start=wish.due_at)
    wish.save(update_fields=["extended_at", "due_at"])
    _wait(wish=wish, kind=TaskKind.FULFIL, due_at=wish.due_at, by=by, now=now)
    note("right.extended", by=by, about=wish)
    return wish


@together
def answer_request(
    *, wish: DataRequest, outcome: str, ground: str, answer: str, by: Any, now: datetime
) -> DataRequest:
    """Do what she asked, or say why not: what is answered as done is done at once."""
    done = _record_answer(wish=wish, outcome=outcome, ground=ground, answer=answer, by=by, now=now)
    if outcome == Outcome.DONE:
        _carry_out(wish, by=by, now=now)
    return done


@action
def _record_answer(
    *, wish: DataRequest, outcome: str, ground: str, answer: str, by: Any, now: datetime
) -> DataRequest:
    _refuse_unless_open(wish, by)
    if not rules.is_answer(outcome=outcome, ground=ground):
        raise Refused(
            _("Khi chưa thực hiện hết, hãy chọn lý do. Khi đã thực hiện, bỏ trống lý do.")
        )
    _settle(wish, by=by, now=now)
    wish.outcome, wish.ground, wish.answer = outcome, ground, answer
    wish.answered_at, wish.answered_by = now, by
    wish.save(update_fields=["outcome", "ground", "answer", "answered_at", "answered_by"])
    place = cases.Place(wish.case_id, wish.holder_id, wish.case.code)
    cases.keep_going(place=place, by=by, now=now)
    note("right.answered", by=by, about=wish, right=wish.right, outcome=outcome)
    return wish


def _carry_out(wish: DataRequest, *, by: Any, now: datetime) -> None:
    """What the answer says is done, in every file of hers that this agency holds."""
    if wish.right not in STOPS_SHARING:
        return
    hers = queries.files_of_person(wish, by)
    for case in hers:
        pathway.stop_sharing(case=case, by=by, now=now)
        if wish.right == Right.RESTRICT:
            cases.restrict_case(case=case, by=by, now=now)
    if wish.right == Right.ERASE:
        _erase(wish, hers, by=by, now=now)


def _erase(wish: DataRequest, hers: list["Case"], *, by: Any, now: datetime) -> None:
    found = [persons.person(by, pk) for pk in files.persons_within(wish.case)]
    kept = [person for person in found if person is not None]
    if not kept or not access.may_erase(member=by, case=wish.case):
        raise Refused(_("Chỉ phụ trách đơn vị đang giữ hồ sơ mới xóa được."))
    if queries.open_requests(hers, by):
        raise Refused(_("Còn yêu cầu khác chưa trả lời. Hãy trả lời trước khi xóa."))
    for case in hers:
        if case.status not in ENDED:
            pathway.close(case=case, reason="her_wish", by=by, now=now)
    _forget_codes([wish.case, *hers], by=by, now=now)
    for person in kept:
        people.erase_person(person=person, by=by, now=now, ground="request")


def _forget_codes(hers: list["Case"], *, by: Any, now: datetime) -> None:
    """What was told of her work as codes, which no key closes, goes too."""
    for profile in livelihood.profiles_of_files(hers, by):
        livelihoods.forget_profile(profile=profile, by=by, now=now)
    for placement in livelihood.placements_of({case.pk for case in hers}, by):
        if placement.is_open and not placement.started_on:
            livelihoods.stop_placement(placement=placement, by=by, now=now)
        livelihoods.forget_told(placement=placement, by=by, now=now)


def _refuse_who_may_not_ask(
    case: "Case", asker: str, check: str, *, by: Any, now: datetime
) -> None:
    person = persons.person(by, case.person_id)
    if person is None or person.erased_at:
        raise Refused(_("Dữ liệu này đã được xóa trước đó."))
    representative = persons.newest_representative(person)
    may = rules.may_ask(
        asker=asker,
        check=check,
        is_minor=bool(persons.is_minor(by, case.person_id, on=now.date())),
        has_representative=representative is not None,
        is_danger=representative is not None and representative.may_be_danger,
    )
    if not may and asker == Asker.REPRESENTATIVE:
        raise Refused(
            _("Người đại diện phải có trong hồ sơ của người dưới 18 tuổi, và không phải mối nguy.")
        )
    if not may:
        raise Refused(_("Cách xác nhận này không hợp với người yêu cầu. Hãy chọn lại."))


def _refuse_unless_open(wish: DataRequest, by: Any) -> None:
    if not access.may_answer(member=by, case=wish.case):
        raise Refused(_("Chỉ cán bộ phụ trách hồ sơ mới làm được việc này."))
    if wish.answered_at:
        raise Refused(_("Yêu cầu này đã được trả lời."))


@part
def _wait(*, wish: DataRequest, kind: str, due_at: datetime, by: Any, now: datetime) -> None:
    cases.ask(
        case=wish.case,
        kind=kind,
        step=Step.CONSENT,
        agency_id=wish.holder_id,
        asker_id=wish.holder_id,
        member_id=wish.case.keeper_id,
        due_at=due_at,
        now=now,
        page="rights:request",
        subject=f"{wish.case.code}/{wish.pk}",
    )


def _settle(wish: DataRequest, *, by: Any, now: datetime) -> None:
    subject = f"{wish.case.code}/{wish.pk}"
    for kind in (TaskKind.ACKNOWLEDGE, TaskKind.FULFIL):
        cases.settle(case_id=wish.case_id, kind=kind, subject=subject, by=by, now=now)
