"""The living directory of the staff side, and the public pages that find help."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from ketnoi.agencies.terms import Purpose
from ketnoi.directory import access, actions, forms, queries
from ketnoi.directory.models import Hold, Hotline, Service
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused
from ketnoi.foundation.asking import asked, pressed, sent
from ketnoi.foundation.page import Audience, PageRequest, page

SHORT_WAYS = {
    "viec-lam": Purpose.LIVELIHOOD,
    "giay-to": Purpose.PAPERS_LEGAL,
    "suc-khoe": Purpose.HEALTH,
}
DESCRIBED = tuple(forms.DescribeService.base_fields)


@page(Audience.PUBLIC)
def home(request: PageRequest) -> HttpResponse:
    return render(request, "directory/public/home.html", {"hotlines": queries.hotlines()})


@page(Audience.PUBLIC, writes=True)
def find_help(request: PageRequest) -> HttpResponse:
    form = forms.FindHelp(request.POST if request.method == "POST" else None)
    asked = form.is_bound and form.is_valid()
    found = queries.find_help(**form.cleaned_data) if asked else []
    place = queries.place_of(form.cleaned_data["commune"]) if asked else None
    context = {"form": form, "asked": asked, "found": found, "place": place}
    status = 422 if form.errors else 200
    return render(request, "directory/public/find_help.html", context, status=status)


@page(Audience.PUBLIC)
def help_with(request: PageRequest, way: str) -> HttpResponse:
    need = SHORT_WAYS.get(way)
    if need is None:
        raise Http404
    found = queries.find_help(need=need)
    context = {"found": found, "way": way, "need": dict(forms.ASKED_FOR)[need]}
    return render(request, "directory/public/help_with.html", context)


@page(Audience.PUBLIC)
def hotlines(request: PageRequest) -> HttpResponse:
    context = {"hotlines": queries.hotlines(), "trusted": queries.trusted_addresses()}
    return render(request, "directory/public/hotlines.html", context)


@page(Audience.PUBLIC, writes=True)
def trusted(request: PageRequest) -> HttpResponse:
    form = forms.NearCommune(request.POST if request.method == "POST" else None)
    commune = form.cleaned_data["commune"] if form.is_bound and form.is_valid() else None
    context = {"form": form, "place": commune, "found": queries.trusted_near(commune)}
    status = 422 if form.errors else 200
    return render(request, "directory/public/trusted.html", context, status=status)


@page(Audience.PUBLIC)
def safety(request: PageRequest) -> HttpResponse:
    return render(request, "directory/public/safety.html")


@page(Audience.MEMBERS)
def services(request: PageRequest) -> HttpResponse:
    context = {
        "entries": queries.services(),
        "hotlines": queries.hotlines(public=False),
        "heads": [_("Dịch vụ"), _("Đơn vị"), _("Nhu cầu"), _("Chi phí"), _("Kiểm tra")],
        "number_heads": [_("Nơi nghe máy"), _("Số"), _("Chi phí"), _("Kiểm tra")],
    }
    return render(request, "directory/services.html", context)


@page(Audience.MEMBERS, writes=True, finds=queries.service_seen_by, look="service.opened")
def service(request: PageRequest, service: Service) -> HttpResponse:
    if request.method == "POST":
        return _confirm(request, actions.verify_service, service=service)
    context = {
        "entry": queries.entry(service, today=clock.today()),
        "may_confirm": access.may_confirm(member=request.member, entry=service),
        "room": queries.room_of(service, now=clock.now()),
        "is_counted": queries.is_counted(service),
        "may_hold": access.may_hold(member=request.member, service=service),
        "holds": _holds(request, service),
        "held": queries.held_for(request.member.agency_id, service, now=clock.now()),
    }
    return render(request, "directory/service.html", context)


@page(Audience.MEMBERS, writes=True, finds=queries.service_seen_by, look="service.opened")
def capacity(request: PageRequest, service: Service) -> HttpResponse:
    return asked(
        request,
        forms.ReportCapacity(request.POST or None),
        do=lambda **said: actions.report_capacity(
            service=service, by=request.member, now=clock.now(), **said
        ),
        said=_("Đã ghi số chỗ. Nơi khác thấy ngay khi chuyển gửi."),
        to="../",
        heading=_("Số chỗ: {name}").format(name=service.name),
        intro=_("Chỉ cán bộ trong mạng lưới thấy. Không ghi ai đang ở."),
        button=_("Ghi số chỗ"),
        back="../",
    )


@page(Audience.MEMBERS, writes=True, finds=queries.service_seen_by, look="service.opened")
def hold_place(request: PageRequest, service: Service) -> HttpResponse:
    return asked(
        request,
        forms.HoldPlace(sent(request)),
        do=lambda hours: actions.hold_place(
            service=service, hours=hours, by=request.member, now=clock.now()
        ),
        said=_("Đã giữ một chỗ cho đơn vị bạn. Hãy hỏi ý kiến người được hỗ trợ và chuyển gửi."),
        to="../",
        heading=_("Giữ một chỗ: {name}").format(name=service.name),
        intro=_("Hết giờ thì chỗ tự trống lại. Không ghi giữ cho ai."),
        button=_("Giữ một chỗ"),
        back="../",
    )


@page(Audience.MEMBERS, writes=True, finds=queries.hold, look="service.opened")
def release_place(request: PageRequest, hold: Hold) -> HttpResponse:
    return pressed(
        request,
        do=lambda: actions.release_place(hold=hold, by=request.member, now=clock.now()),
        said=_("Đã thôi giữ chỗ."),
        to=reverse("directory:service", args=[hold.service_id]),
    )


def _holds(request: PageRequest, service: Service) -> list[Hold]:
    """Places that are kept, for the two agencies they concern."""
    found = queries.holds_of(service, now=clock.now())
    return [each for each in found if access.may_release(member=request.member, hold=each)]


@page(Audience.MEMBERS, writes=True, finds=queries.service_seen_by, look="service.opened")
def description(request: PageRequest, service: Service) -> HttpResponse:
    initial = {name: getattr(service, name) for name in DESCRIBED}
    form = forms.DescribeService(request.POST or None, initial=initial)
    if form.is_bound and form.is_valid():
        try:
            actions.describe_service(
                service=service, by=request.member, now=clock.now(), **form.cleaned_data
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Đã lưu. Mục này được tính là vừa kiểm tra."))
            return redirect("directory:service", pk=service.pk)
    context = {
        "heading": _("Mô tả dịch vụ"),
        "form": form,
        "button": _("Lưu và xác nhận"),
        "back": "../",
    }
    return render(request, "form.html", context, status=422 if form.errors else 200)


@page(Audience.MEMBERS, writes=True, finds=queries.hotline_seen_by, look="hotline.opened")
def hotline(request: PageRequest, hotline: Hotline) -> HttpResponse:
    if request.method == "POST":
        return _confirm(request, actions.verify_hotline, hotline=hotline)
    context = {
        "entry": queries.entry(hotline, today=clock.today()),
        "may_confirm": access.may_confirm(member=request.member, entry=hotline),
    }
    return render(request, "directory/hotline.html", context)


def _confirm(request: PageRequest, act: Any, **entry: Any) -> HttpResponse:
    try:
        act(**entry, by=request.member, now=clock.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Đã ghi: mục này đúng ngày hôm nay."))
    return redirect(request.path)
