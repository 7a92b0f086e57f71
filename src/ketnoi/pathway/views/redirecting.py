"""Asking another service when a request came to nothing, or is not answered."""

from copy import copy
from typing import Any

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from ketnoi.cases import queries as cases
from ketnoi.cases.terms import Basis
from ketnoi.foundation import clock
from ketnoi.foundation.asking import asked
from ketnoi.foundation.page import Audience, PageRequest, page
from ketnoi.pathway import actions, forms
from ketnoi.referrals import queries as referrals


@page(Audience.MEMBERS, writes=True, finds=referrals.referral, look=referrals.SEEN)
def redirect(request: PageRequest, referral: Any) -> HttpResponse:
    case, now = cases.case_by_code(request.member, referral.code), clock.now()
    if case is None:
        raise Http404
    found = referrals.elsewhere(referral, case, now=now)
    form = forms.Redirecting(
        request.POST or None,
        offers={str(offer.entry.record.pk): offer for offer in found},
        needs_reason=referral.basis != Basis.CONSENT,
        initial={"message": referrals.message_of(referral)},
    )
    return asked(
        request,
        form,
        do=lambda **said: actions.redirect(referral=referral, by=request.member, now=now, **said),
        said=_("Đã gửi sang nơi khác. Nơi nhận sẽ thấy ngay trong hộp chuyển gửi."),
        to=lambda again: reverse("referrals:referral", args=[again.pk]),
        template="pathway/redirect.html",
        # As it stands: a step that was refused half way has changed the record in memory.
        referral=copy(referral),
        heading=_("Chuyển sang nơi khác, hồ sơ {code}").format(code=referral.code),
        button=_("Gửi sang nơi này"),
        back=reverse("referrals:referral", args=[referral.pk]),
    )
