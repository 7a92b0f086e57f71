"""The first conversation: a file begins, or nothing is kept."""

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from ketnoi.cases import actions as cases
from ketnoi.cases.terms import NoteKind, Privacy
from ketnoi.foundation.action import Refused, action, note, together
from ketnoi.foundation.actor import System
from ketnoi.foundation.clock import ZONE
from ketnoi.intake import access, queries
from ketnoi.intake.models import Draft, Unrecorded
from ketnoi.intake.terms import RISK_OF
from ketnoi.law import queries as law
from ketnoi.people import actions as people

if TYPE_CHECKING:
    from ketnoi.cases.models import Case

__all__ = ["Refused", "drop_drafts", "leave_unrecorded", "receive"]


@together
def receive(
    *,
    called: str,
    number: str,
    needs: list[str],
    danger: str,
    commune: Any,
    channel: str,
    vital_reason: str,
    by: Any,
    now: datetime,
    once: str = "",
    birth: Any = None,
    known: str = "",
    **safe: Any,
) -> "Case":
    """Somebody asks for help and agrees that it is written down: a person and a file begin.

    `once` names the page that was sent: sent twice, it begins one file. `known` is a paper she
    showed, or the code of a file that turned out to be another woman's. `safe` says what is safe on
    the number (who answers, hours, messages).
    """
    if begun := queries.begun(by, once):
        return begun
    year = {"birth_year": birth.year, "birth_is_guess": birth.is_guess} if birth else {}
    pk = queries.person_of(by, once)
    person = people.take_down_person(pk=pk, called=called, by=by, now=now, **year)
    if paper := queries.paper_in(known):
        people.note_paper(kind=paper[0], number=paper[1], person=person, by=by, now=now)
    if number:
        people.note_phone(number=number, person=person, by=by, now=now, **safe)
    case = cases.open_case(
        person=person,
        channel=channel,
        reasons=[],
        needs=needs,
        risk=RISK_OF[danger],
        commune=commune,
        by=by,
        now=now,
    )
    if vital_reason:
        cases.write_note(
            case=case,
            body=vital_reason,
            privacy=Privacy.AGENCY,
            kind=NoteKind.OTHER,
            by=by,
            now=now,
        )
    return case


@action
def leave_unrecorded(*, answers: dict[str, Any], by: Any, now: datetime) -> Draft:
    """She does not want to be recorded: a number stays, and a draft that only its author reads."""
    if not access.may_receive(member=by):
        raise Refused(_("Vai của bạn không tiếp nhận hồ sơ."))
    draft = Draft(
        author=by,
        key=people.make_key(),
        answers=json.dumps(answers),
        made_at=now,
        until=law.due(code="draft.kept", start=now),
    )
    draft.save(force_insert=True)
    counted = Unrecorded(agency_id=by.agency_id, by=by, on=now.astimezone(ZONE).date())
    counted.save(force_insert=True)
    note("intake.unrecorded", by=by, about=counted)
    return draft


@action
def drop_drafts(*, by: System, now: datetime) -> int:
    """What should not be kept any longer goes, with the key it was sealed with."""
    gone = queries.gone_drafts(by, now=now)
    Draft.objects.filter(pk__in=[pk for pk, _key in gone]).delete()
    for _pk, key in gone:
        people.destroy_key(key_id=key)
    note("intake.drafts_dropped", by=by, about=None, count=len(gone))
    return len(gone)
