"""She is asked how she lives: at the beginning, and a year after she went home."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from ketnoi.cases import actions as cases
from ketnoi.cases.terms import Step, TaskKind
from ketnoi.foundation.action import Refused, action, note
from ketnoi.foundation.clock import ZONE
from ketnoi.law import queries as law
from ketnoi.support import access, queries, rules
from ketnoi.support.models import Assessment, Finding
from ketnoi.support.terms import Area, Occasion

if TYPE_CHECKING:
    from ketnoi.cases.models import Case


@action
def record_assessment(
    *,
    case: "Case",
    occasion: str,
    asked_on: date,
    said: Mapping[str, rules.Said],
    by: Any,
    now: datetime,
) -> Assessment:
    """Write down how she lives, part by part; what she was not asked stays open."""
    if not queries.may_assess(case, by):
        raise Refused(_("Bạn không ghi được đánh giá vào hồ sơ này."))
    if not rules.may_be_given_on(given_on=asked_on, today=now.astimezone(ZONE).date()):
        raise Refused(_("Ngày hỏi chưa tới. Hãy nhập ngày không muộn hơn hôm nay."))
    if not rules.is_worth_keeping(said=said):
        raise Refused(_("Hãy chọn mức của ít nhất một mục mà chị ấy đã trả lời."))
    asked = Assessment(
        case=case,
        holder_id=case.holder_id,
        agency_id=by.agency_id,
        occasion=occasion,
        asked_on=asked_on,
        noted_at=now,
        noted_by=by,
    )
    asked.save(force_insert=True)
    for area in Area:
        _find(asked, area, said.get(area, rules.Said()))
    if occasion == Occasion.TWELVE and by.agency_id == case.holder_id:
        _settle(case, by=by, now=now)
    note("assessment.recorded", by=by, about=asked, occasion=occasion, on=asked_on)
    return asked


@action
def mark_assessment_mistaken(*, assessment: Assessment, by: Any, now: datetime) -> Assessment:
    """This assessment was written by mistake; it stays, marked, and is compared no more."""
    if not access.may_take_back(member=by, assessment=assessment):
        raise Refused(_("Chỉ người ghi hoặc phụ trách đơn vị mới đánh dấu ghi nhầm được."))
    marked = Assessment.objects.filter(pk=assessment.pk, mistaken_at=None).update(
        mistaken_at=now, mistaken_by=by
    )
    if not marked:
        raise Refused(_("Mục này đã được đánh dấu ghi nhầm."))
    assessment.mistaken_at, assessment.mistaken_by = now, by
    note("assessment.mistaken", by=by, about=assessment)
    return assessment


@action
def await_assessment(*, case: "Case", start: datetime, by: Any, now: datetime) -> None:
    """She lives her own life again: a year later she is asked once more, on the same scale."""
    if not queries.may_assess(case, by):
        raise Refused(_("Bạn không ghi được đánh giá vào hồ sơ này."))
    _settle(case, by=by, now=now)
    cases.ask(
        case=case,
        kind=TaskKind.ASSESS_AGAIN,
        step=Step.REINTEGRATION,
        agency_id=case.holder_id,
        asker_id=case.holder_id,
        member_id=case.keeper_id,
        page="support:assess",
        subject=case.code,
        due_at=law.due(code="assessment.again", start=start),
        now=now,
    )
    note("assessment.awaited", by=by, about=case)


def _find(asked: Assessment, area: str, said: rules.Said) -> None:
    found = Finding(
        case=asked.case,
        holder_id=asked.holder_id,
        agency_id=asked.agency_id,
        assessment=asked,
        area=area,
        level=said.level,
        words=said.words,
    )
    found.save(force_insert=True)


def _settle(case: "Case", *, by: Any, now: datetime) -> None:
    kind = TaskKind.ASSESS_AGAIN
    cases.settle(case_id=case.pk, kind=kind, subject=case.code, by=by, now=now)
