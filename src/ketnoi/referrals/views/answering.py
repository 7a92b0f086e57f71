"""Answering another agency's request, and telling it how it ended."""

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from ketnoi.foundation import clock
from ketnoi.foundation.asking import asked, pressed
from ketnoi.foundation.inputs import Form
from ketnoi.foundation.page import Audience, PageRequest, page
from ketnoi.referrals import actions, forms, queries
from ketnoi.referrals.models import Referral
from ketnoi.referrals.views.reading import address_of


@page(Audience.MEMBERS, writes=True, finds=queries.referral, look=queries.SEEN)
def take(request: PageRequest, referral: Referral) -> HttpResponse:
    return pressed(
        request,
        do=lambda: actions.take_referral(referral=referral, by=request.member, now=clock.now()),
        said=_("Bạn đang xử lý chuyển gửi này."),
        to=address_of(referral),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.referral, look=queries.SEEN)
def put_back(request: PageRequest, referral: Referral) -> HttpResponse:
    return pressed(
        request,
        do=lambda: actions.put_back_referral(referral=referral, by=request.member, now=clock.now()),
        said=_("Đã trả lại hộp chung. Đồng nghiệp nào cũng nhận xử lý được."),
        to=address_of(referral),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.referral, look=queries.SEEN)
def decline(request: PageRequest, referral: Referral) -> HttpResponse:
    offered = {str(s.pk): s for s in queries.others_for(referral)}
    form = forms.Declining(request.POST or None, offered=offered)
    return _form(request, referral, form, actions.decline_referral, _("Không nhận"))


@page(Audience.MEMBERS, writes=True, finds=queries.referral, look=queries.SEEN)
def begin(request: PageRequest, referral: Referral) -> HttpResponse:
    return pressed(
        request,
        do=lambda: actions.begin_service(referral=referral, by=request.member, now=clock.now()),
        said=_("Đã ghi là đang hỗ trợ."),
        to=address_of(referral),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.referral, look=queries.SEEN)
def pause(request: PageRequest, referral: Referral) -> HttpResponse:
    form = forms.Pausing(request.POST or None)
    return _form(request, referral, form, actions.put_on_hold, _("Tạm dừng"))


@page(Audience.MEMBERS, writes=True, finds=queries.referral, look=queries.SEEN)
def report(request: PageRequest, referral: Referral) -> HttpResponse:
    form = forms.Reporting(request.POST or None)
    return _form(request, referral, form, actions.close_referral, _("Báo kết quả"))


def _form(
    request: PageRequest, referral: Referral, form: Form, act: Any, button: str
) -> HttpResponse:
    return asked(
        request,
        form,
        do=lambda **said: act(referral=referral, by=request.member, now=clock.now(), **said),
        said=_("Đã ghi. Nơi gửi sẽ thấy ngay."),
        to=address_of(referral),
        heading=_("{button}: chuyển gửi hồ sơ {code}").format(button=button, code=referral.code),
        button=button,
        back=address_of(referral),
    )
