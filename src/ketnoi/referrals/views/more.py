"""Asking to be told more than the packet, and saying what she answered."""

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from ketnoi.cases import queries as cases
from ketnoi.foundation import clock
from ketnoi.foundation.asking import asked, sent
from ketnoi.foundation.page import Audience, PageRequest, page
from ketnoi.people import queries as people
from ketnoi.referrals import actions, forms, queries
from ketnoi.referrals.models import Referral
from ketnoi.referrals.terms import MoreAnswer
from ketnoi.referrals.views.reading import address_of


@page(Audience.MEMBERS, writes=True, finds=queries.referral, look=queries.SEEN)
def ask_more(request: PageRequest, referral: Referral) -> HttpResponse:
    return asked(
        request,
        forms.AskingMore(sent(request), packs=queries.packs_untold(referral)),
        do=lambda **said: actions.ask_more(
            referral=referral, by=request.member, now=clock.now(), **said
        ),
        said=_("Đã xin thêm. Nơi gửi hỏi ý kiến người được hỗ trợ rồi trả lời."),
        to=address_of(referral),
        heading=_("Xin thêm thông tin: chuyển gửi hồ sơ {code}").format(code=referral.code),
        intro=_("Chỉ xin phần thật cần để giúp. Người được hỗ trợ có thể không đồng ý."),
        button=_("Xin thêm"),
        back=address_of(referral),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.referral, look=queries.SEEN)
def answer_more(request: PageRequest, referral: Referral) -> HttpResponse:
    more = queries.more_awaited(referral)
    wanted = set(more.packs) if more else set()
    packs = [pack for pack in queries.packs_untold(referral) if pack[0] in wanted]
    return asked(
        request,
        forms.AnsweringMore(sent(request), packs=packs),
        do=lambda **said: _answer(request, referral, **said),
        said=_("Đã ghi câu trả lời. Nơi nhận thấy ngay."),
        to=address_of(referral),
        template="referrals/answer_more.html",
        referral=referral,
        more=more,
        asked_for=more.labels(more.packs) if more else "",
        words=queries.words_of(more) if more else "",
        wording=cases.spoken_words(),
        heading=_("Nơi nhận xin thêm thông tin, hồ sơ {code}").format(code=referral.code),
        button=_("Ghi câu trả lời"),
        back=address_of(referral),
    )


def _answer(
    request: PageRequest,
    referral: Referral,
    *,
    answer: str,
    packs: list[str],
    given: str,
    words: str,
) -> Any:
    about = {"referral": referral, "by": request.member, "now": clock.now()}
    if answer != MoreAnswer.AGREED:
        return actions.refuse_more(answer=answer, **about)
    case = cases.case_by_code(request.member, referral.code)
    person = people.person(request.member, case.person_id) if case else None
    return actions.tell_more_with_her_yes(
        packs=packs,
        given=given,
        words=words,
        wording=cases.spoken_words(),
        language=person.language if person else "vi",
        until=referral.consent.until if referral.consent else None,
        representative=people.newest_representative(person) if person else None,
        **about,
    )
