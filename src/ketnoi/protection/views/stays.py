"""The pages of a stay: she comes, changes rooms, the stay is looked at again."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from ketnoi.cases import queries as cases
from ketnoi.foundation import clock
from ketnoi.foundation.asking import sent
from ketnoi.foundation.page import Audience, PageRequest, page
from ketnoi.protection import actions, forms, queries

if TYPE_CHECKING:
    from ketnoi.cases.models import Case
    from ketnoi.foundation.inputs import Form
    from ketnoi.protection.models import ShelterStay


@page(Audience.MEMBERS, writes=True, finds=cases.case_by_code)
def stay(request: PageRequest, case: "Case") -> HttpResponse:
    house = _house(request)
    form = forms.AdmitForm(sent(request), initial=_this_hour(), house=house)
    if _is_done(request, form, actions.admit, case=case):
        messages.success(request, _("Đã ghi người tạm lánh. Nơi ở chỉ đơn vị bạn đọc được."))
        return redirect("pathway:case", case.code)
    here = queries.stay_here(case, request.member)
    shown = {
        "case": case,
        "form": form,
        "stay": here,
        "is_complete": here is not None and _is_complete(here, request.member),
        "place": queries.place_of(here, request.member) if here else "",
        "limits": queries.limits_of(here) if here else [],
        "since": queries.sheltered_since(case, request.member),
        "house": house,
        "may_admit": here is None and queries.may_admit(case, request.member),
        "now": clock.now(),
        "back": reverse("pathway:case", args=[case.code]),
    }
    return render(request, "protection/stay.html", shown, status=422 if form.errors else 200)


@page(Audience.MEMBERS, writes=True, finds=queries.stay_by_code)
def review(request: PageRequest, stay: "ShelterStay") -> HttpResponse:
    form = forms.ReviewForm(sent(request))
    if _is_done(request, form, actions.review_stay, stay=stay):
        messages.success(request, _("Đã xem lại. Hệ thống sẽ nhắc lần sau."))
        return redirect("pathway:case", stay.case.code)
    words = {
        "heading": _("Xem lại việc tạm lánh – hồ sơ %(code)s") % {"code": stay.case.code},
        "intro": _("Hãy cùng người tạm lánh xem lại kế hoạch, rồi ghi tại đây."),
        "button": _("Ghi đã xem lại"),
    }
    return _form_page(request, stay, form, words)


@page(Audience.MEMBERS, writes=True, finds=queries.stay_by_code)
def complete(request: PageRequest, stay: "ShelterStay") -> HttpResponse:
    has_place = queries.has_place(stay, request.member)
    form = forms.CompleteForm(sent(request), stay=stay, has_place=has_place)
    if _is_done(request, form, actions.complete_stay, stay=stay):
        messages.success(request, _("Đã bổ sung hồ sơ tạm lánh."))
        return redirect("protection:stay", stay.case.code)
    code = stay.case.code
    shown = {"form": form, "code": code, "back": reverse("protection:stay", args=[code])}
    return render(request, "protection/complete.html", shown, status=422 if form.errors else 200)


@page(Audience.MEMBERS, writes=True, finds=queries.running_stay)
def room(request: PageRequest, stay: "ShelterStay") -> HttpResponse:
    form = forms.RoomForm(sent(request), house=_house(request), initial={"unit": stay.unit})
    if _is_done(request, form, actions.change_room, stay=stay):
        messages.success(request, _("Đã ghi việc đổi phòng."))
        return redirect("protection:house")
    words = {
        "heading": _("Đổi phòng – hồ sơ %(code)s") % {"code": stay.file_code},
        "intro": _("Đang ở: %(unit)s.") % {"unit": stay.get_unit_display()},
        "button": _("Ghi việc đổi phòng"),
    }
    return _form_page(request, stay, form, words)


def _is_done(request: PageRequest, form: "Form", act: Callable[..., Any], **about: Any) -> bool:
    """Whether the form was sent, could be read, and was not refused."""
    if request.method != "POST" or not form.is_valid():
        return False
    try:
        act(**about, **form.cleaned_data, by=request.member, now=clock.now())
    except actions.Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    return True


def _form_page(
    request: PageRequest, stay: "ShelterStay", form: "Form", words: dict[str, str]
) -> HttpResponse:
    shown = {"form": form, "back": reverse("protection:house"), **words}
    return render(request, "form.html", shown, status=422 if form.errors else 200)


def _is_complete(stay: "ShelterStay", member: Any) -> bool:
    return stay.rules_heard_on is not None and queries.has_place(stay, member)


def _house(request: PageRequest) -> "queries.House | None":
    """The house of who asks, where she keeps one."""
    if queries.own_shelter(request.member) is None:
        return None
    return queries.house_of(request.member, now=clock.now())


def _this_hour() -> dict[str, Any]:
    now = clock.now().astimezone(clock.ZONE)
    return {"on": now.date(), "at": now.time()}
