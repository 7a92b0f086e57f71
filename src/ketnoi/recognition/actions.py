"""Asking elsewhere, answering, and what the system carries between two desks."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from ketnoi.agencies.terms import Purpose
from ketnoi.cases import actions as cases
from ketnoi.cases.terms import Step, TaskKind
from ketnoi.foundation import recognition
from ketnoi.foundation.action import Refused, action, note, together
from ketnoi.foundation.actor import System
from ketnoi.law import queries as law
from ketnoi.people import queries as people
from ketnoi.recognition import access, queries, rules
from ketnoi.recognition.models import Approach, Introduction, OfFile, Question
from ketnoi.recognition.terms import Answer, Ground

if TYPE_CHECKING:
    from ketnoi.cases.models import Case, Consent

__all__ = [
    "Refused",
    "answer_approach",
    "ask_elsewhere",
    "introduce_side",
    "put_question",
    "reach_holder",
    "recognise",
    "record_answer",
    "stop_asking",
    "take_back_approach",
]


@together
def ask_elsewhere(
    *, case: "Case", ground: str, given: str, wording: str, reason: str, by: Any, now: datetime
) -> Question:
    """She agrees (or a law orders) that other agencies are asked whether they support her too."""
    consent = None
    if ground == Ground.CONSENT:
        consent = _her_yes(case, given=given, wording=wording, by=by, now=now)
    return put_question(case=case, ground=ground, consent=consent, reason=reason, by=by, now=now)


@action
def put_question(
    *,
    case: "Case",
    ground: str,
    consent: "Consent | None",
    reason: str,
    by: Any,
    now: datetime,
) -> Question:
    """The question stands from now on. Nobody is looked for here: the same work, whoever asks."""
    if not access.may_ask(member=by, holder_id=case.holder_id, keeper_id=case.keeper_id):
        raise Refused(_("Chỉ cán bộ phụ trách hồ sơ mới hỏi nơi khác được."))
    _refuse_without_ground(ground, consent, reason, by)
    if queries.asked_lately(by, now=now) >= rules.MOST_A_DAY:
        raise Refused(_("Hôm nay bạn đã hỏi nhiều lần. Hãy hỏi lại vào ngày mai."))
    if queries.question_of(case, by, now=now):
        raise Refused(_("Hồ sơ này đang có một câu hỏi. Không cần hỏi lại."))
    Question.objects.filter(case_id=case.pk, stopped_at=None).update(stopped_at=now)
    question = Question(
        case=case,
        holder_id=case.holder_id,
        code=case.code,
        keeper_id=case.keeper_id,
        ground=ground,
        consent=consent,
        reason=reason,
        asked_at=now,
        asked_by=by,
        until=law.due(code="recognition.stands", start=now),
    )
    question.save(force_insert=True)
    note("recognition.asked", by=by, about=question, ground=ground)
    return question


@action
def stop_asking(*, question: Question, by: Any, now: datetime) -> Question:
    """The question is taken back; whoever was asked and has not answered is asked no longer."""
    if not access.may_answer(member=by, record=question):
        raise Refused(_("Chỉ cán bộ phụ trách hồ sơ mới rút câu hỏi được."))
    question.stopped_at = now
    question.save(update_fields=["stopped_at"])
    note("recognition.stopped", by=by, about=question)
    return question


@together
def answer_approach(
    *,
    approach: Approach,
    answer: str,
    given: str,
    wording: str,
    reason: str,
    by: Any,
    now: datetime,
) -> Approach:
    """She was asked: what she said, in the words that were read to her."""
    consent = None
    if answer == Answer.AGREES:
        consent = _her_yes(approach.case, given=given, wording=wording, by=by, now=now)
    return record_answer(
        approach=approach, answer=answer, consent=consent, reason=reason, by=by, now=now
    )


@action
def record_answer(
    *,
    approach: Approach,
    answer: str,
    consent: "Consent | None",
    reason: str,
    by: Any,
    now: datetime,
) -> Approach:
    """Write down what she said; only a yes (or a law) ever leads to an introduction."""
    if not access.may_answer(member=by, record=approach):
        raise Refused(_("Chỉ cán bộ phụ trách hồ sơ mới trả lời được."))
    fresh = Approach.objects.select_for_update(of=("self",)).get(pk=approach.pk)
    if fresh.answered_at or fresh.stopped_at:
        raise Refused(_("Việc này đã xong."))
    if answer in {Answer.AGREES, Answer.LEGAL_DUTY}:
        ground = Ground.CONSENT if answer == Answer.AGREES else Ground.LEGAL_DUTY
        _refuse_without_ground(ground, consent, reason, by)
    approach.answer, approach.consent, approach.reason = answer, consent, reason
    approach.answered_at, approach.answered_by = now, by
    approach.save(update_fields=["answer", "consent", "reason", "answered_at", "answered_by"])
    _take_from_desk(approach, by=by, now=now)
    note("recognition.answered", by=by, about=approach, answer=answer)
    return approach


@together
def recognise(*, by: System, now: datetime) -> None:
    """The system's round: what stands is compared, and each side is told what is its own."""
    compare(by=by, now=now)
    for approach in queries.fallen_approaches(by):
        take_back_approach(approach=approach, by=by, now=now)
    for approach in queries.untold_approaches(by):
        reach_holder(approach=approach, by=by, now=now)
    for introduction in queries.untold_introductions(by):
        introduce_side(introduction=introduction, by=by, now=now)


@action
def compare(*, by: System, now: datetime) -> None:
    """Compare the questions that stand with what agencies know. It gives nothing back."""
    recognition.recognise(queries.names_asked_for())
    note("recognition.compared", by=by, about=None)


@action
def reach_holder(*, approach: Approach, by: System, now: datetime) -> None:
    """Put it on the desk of who is responsible for the file that may be hers."""
    approach.told_at = now
    approach.save(update_fields=["told_at"])
    _put_on_desk(
        approach, TaskKind.RECOGNISED, "recognition.answer", "recognition:approach", now=now
    )
    note("recognition.reached", by=by, about=approach)


@action
def take_back_approach(*, approach: Approach, by: System, now: datetime) -> None:
    """The question no longer stands: what nobody answered is taken from the desk."""
    approach.answered_at = now
    approach.save(update_fields=["answered_at"])
    _take_from_desk(approach, by=by, now=now)
    note("recognition.taken_back", by=by, about=approach)


@action
def introduce_side(*, introduction: Introduction, by: System, now: datetime) -> None:
    """Tell one side who the other is: she agreed in both, or a law orders it."""
    introduction.told_at = now
    introduction.save(update_fields=["told_at"])
    _put_on_desk(
        introduction,
        TaskKind.INTRODUCED,
        "recognition.contact",
        "recognition:introduction",
        now=now,
    )
    note("recognition.introduced", by=by, about=introduction)


def _her_yes(case: "Case", *, given: str, wording: str, by: Any, now: datetime) -> "Consent":
    person = people.person(by, case.person_id)
    [consent] = cases.give_consent(
        case=case,
        purpose=Purpose.RECOGNITION,
        recipients=[by.agency],
        packs=[],
        wording=wording,
        language=person.language if person else "vi",
        given=given,
        until=None,
        representative=people.newest_representative(person) if person else None,
        by=by,
        now=now,
    )
    return consent


def _refuse_without_ground(ground: str, consent: "Consent | None", reason: str, by: Any) -> None:
    if ground == Ground.CONSENT and consent is None:
        raise Refused(_("Hãy hỏi ý kiến người được hỗ trợ trước."))
    if ground != Ground.LEGAL_DUTY:
        return
    if not access.may_name_duty(member=by):
        raise Refused(_("Chỉ phụ trách đơn vị mới dùng được căn cứ luật."))
    if not reason:
        raise Refused(_("Hãy ghi luật nào, điều nào và vì sao."))


def _put_on_desk(about: OfFile, kind: str, clock: str, page: str, *, now: datetime) -> None:
    place = cases.Place(about.case_id, about.holder_id, about.code)
    cases.ask(
        of=place,
        kind=kind,
        step=Step.RECEPTION,
        agency_id=about.holder_id,
        asker_id=about.holder_id,
        member_id=about.keeper_id,
        due_at=law.due(code=clock, start=now),
        now=now,
        page=page,
        subject=f"{about.code}/{about.pk}",
    )


def _take_from_desk(approach: Approach, *, by: Any, now: datetime) -> None:
    subject = f"{approach.code}/{approach.pk}"
    cases.settle(
        case_id=approach.case_id, kind=TaskKind.RECOGNISED, subject=subject, by=by, now=now
    )
