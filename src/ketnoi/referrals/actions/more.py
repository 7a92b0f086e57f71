"""To be told more than the packet: the asked agency says why, and she answers."""

import json
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from ketnoi.agencies import actions as agencies
from ketnoi.cases import actions as cases
from ketnoi.cases import queries as files
from ketnoi.cases.terms import STEP_OF, TaskKind
from ketnoi.foundation.action import Refused, action, note, part, together
from ketnoi.foundation.guard.hiding import shut_out
from ketnoi.law import queries as law
from ketnoi.referrals import access
from ketnoi.referrals.models import MoreAsked, Referral
from ketnoi.referrals.queries import more, packet
from ketnoi.referrals.terms import MoreAnswer

if TYPE_CHECKING:
    from ketnoi.cases.models import Consent


@action
def ask_more(
    *, referral: Referral, packs: list[str], words: str, by: Any, now: datetime
) -> MoreAsked:
    """To help her the asked agency needs to know more; whoever knows her asks her."""
    fresh = _hold(referral)
    if not access.may_ask_more(member=by, referral=fresh):
        raise Refused(_("Chỉ nơi nhận xin thêm được, khi chuyển gửi còn mở."))
    if more.more_awaited(referral):
        raise Refused(_("Đã xin thêm và đang chờ nơi gửi hỏi ý kiến. Hãy chờ câu trả lời."))
    if not packs or set(packs) & more.packs_told(referral):
        raise Refused(_("Hãy chọn phần thông tin nơi gửi chưa cho biết."))
    asked = MoreAsked(
        case_id=referral.case_id,
        holder_id=referral.holder_id,
        referral=referral,
        from_agency_id=referral.from_agency_id,
        to_agency_id=referral.to_agency_id,
        key=referral.key,
        packs=packs,
        asked_at=now,
        asked_by=by,
    )
    asked.opened = referral.opened
    asked.words = words
    asked.save(force_insert=True)
    cases.ask(
        of=cases.Place(referral.case_id, referral.holder_id, referral.code),
        kind=TaskKind.ANSWER_MORE,
        step=STEP_OF[referral.purpose],
        agency_id=referral.from_agency_id,
        asker_id=referral.to_agency_id,
        member_id=referral.made_by_id,
        maker_id=referral.to_agency_id,
        page="referrals:answer_more",
        subject=str(referral.pk),
        due_at=law.due(code="referral.more", start=now),
        now=now,
    )
    note("referral.more_asked", by=by, about=referral, shared=True, packs=packs)
    return asked


@together
def tell_more_with_her_yes(
    *,
    referral: Referral,
    packs: list[str],
    wording: str,
    given: str,
    words: str,
    by: Any,
    now: datetime,
    language: str = "vi",
    until: date | None = None,
    representative: Any = None,
) -> MoreAsked:
    """She says yes to these packs too: her yes is kept, and they are told, or neither is done."""
    case = files.case_by_code(by, referral.code)
    if case is None:
        raise Refused(_gone())
    [consent] = cases.give_consent(
        case=case,
        purpose=referral.purpose,
        recipients=[referral.to_agency],
        packs=sorted({*more.packs_told(referral), *packs}),
        wording=wording,
        language=language,
        given=given,
        until=until,
        representative=representative,
        by=by,
        now=now,
    )
    return tell_more(referral=referral, packs=packs, words=words, consent=consent, by=by, now=now)


@action
def tell_more(
    *,
    referral: Referral,
    packs: list[str],
    words: str,
    consent: "Consent",
    by: Any,
    now: datetime,
) -> MoreAsked:
    """What she agreed to is frozen as it is now, and told to the asked agency besides.

    words: what she wants to be known that stands in no field of the file.
    """
    asked = _awaited(referral, by)
    case = files.case_by_code(by, referral.code)
    if case is None or not cases.keep_consent(consent=consent, now=now):
        raise Refused(_("Chưa có sự đồng ý cho nơi này. Hãy hỏi ý kiến trước khi gửi."))
    if not packs or not set(packs) <= set(asked.packs) & set(consent.packs):
        raise Refused(_("Chỉ gửi phần nơi nhận đã xin và người được hỗ trợ đồng ý."))
    asked.consent, asked.told, asked.answer = consent, packs, MoreAnswer.AGREED
    asked.opened = referral.opened
    told = packet.of(case=case, referral=referral, member=by, packs=packs, words=words)
    if not any(told.values()):
        raise Refused(_("Hồ sơ chưa ghi gì ở phần này. Hãy ghi điều cần cho nơi nhận biết."))
    asked.packet = json.dumps(told)
    _end(asked, by=by, now=now)
    note("referral.more_told", by=by, about=referral, shared=True, packs=packs)
    return asked


@action
def refuse_more(*, referral: Referral, answer: str, by: Any, now: datetime) -> MoreAsked:
    """Nothing more is told: she does not want it, was not reached, or it is not needed."""
    asked = _awaited(referral, by)
    if answer not in MoreAnswer.values or answer == MoreAnswer.AGREED:
        raise Refused(_("Hãy chọn câu trả lời."))
    asked.answer = answer
    _end(asked, by=by, now=now)
    note("referral.more_refused", by=by, about=referral, shared=True, answer=answer)
    return asked


@part
def stop_asking_more(*, referral: Referral, by: Any, now: datetime) -> None:
    """The request has ended: nobody asks her any more whether more may be told."""
    waiting = MoreAsked.objects.filter(referral=referral, ended_at=None)
    if waiting.update(ended_at=now, ended_by_id=by.member_id):
        _settle(referral, by=by, now=now)


def _hold(referral: Referral) -> Referral:
    return Referral.objects.select_for_update(of=("self",)).get(pk=referral.pk)


def _awaited(referral: Referral, by: Any) -> MoreAsked:
    """What waits for her answer, locked. Refused when nothing does, or she is not to say."""
    fresh = _hold(referral)
    if not access.may_answer_more(member=by, referral=fresh):
        raise Refused(_("Chỉ nơi gửi trả lời được, khi chuyển gửi còn mở."))
    asked = more.more_awaited(referral)
    if asked is None:
        raise Refused(_gone())
    return asked


def _end(asked: MoreAsked, *, by: Any, now: datetime) -> None:
    asked.ended_at, asked.ended_by = now, by
    asked.save(update_fields=["answer", "told", "packet", "consent", "ended_at", "ended_by"])
    _settle(asked.referral, by=by, now=now)
    but = shut_out(asked.case_id).members
    agencies.tell_with_substitute(member_id=asked.asked_by_id, but=but)


def _settle(referral: Referral, *, by: Any, now: datetime) -> None:
    cases.settle(
        case_id=referral.case_id,
        kind=TaskKind.ANSWER_MORE,
        subject=str(referral.pk),
        by=by,
        now=now,
    )


def _gone() -> str:
    return _("Không còn điều gì chờ trả lời ở đây. Hãy mở lại trang để xem.")
