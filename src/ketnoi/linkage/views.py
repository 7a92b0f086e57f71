"""The page of lists, and the page of one list: preview, flawed lines, pairs to decide."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ketnoi.agencies.terms import Role
from ketnoi.foundation import clock
from ketnoi.foundation.page import Audience, PageRequest, page
from ketnoi.linkage import access, actions, forms, queries

if TYPE_CHECKING:
    from ketnoi.linkage.models import ReturneeList

ROLES = tuple(Role(role) for role in sorted(access.BRINGS))


@page(Audience.MEMBERS, writes=True, roles=ROLES)
def lists(request: PageRequest) -> HttpResponse:
    is_sent = request.method == "POST"
    form = forms.ListForm(request.POST, request.FILES) if is_sent else forms.ListForm()
    if is_sent and form.is_valid():
        try:
            made = actions.bring(
                content=form.cleaned_data["file"], by=request.member, now=clock.now()
            )
        except actions.Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Đã nhận tệp. Chưa có gì được đối chiếu."))
            return redirect("linkage:list", made.pk)
    shown = {
        "form": form,
        "found": queries.lists_of(request.member),
        "engine_missing": queries.engine_missing(),
    }
    return render(request, "linkage/lists.html", shown, status=422 if form.errors else 200)


@page(Audience.MEMBERS, writes=True, finds=queries.returnee_list, look="list.opened", roles=ROLES)
def one_list(request: PageRequest, source: "ReturneeList") -> HttpResponse:
    refusal = ""
    if request.method == "POST":
        try:
            _act(request, source)
        except actions.Refused as refused:
            refusal = str(refused)
        else:
            return redirect("linkage:list", source.pk)
    shown = {
        "source": source,
        "refusal": refusal,
        "first": queries.first_rows(source) if source.state == "read" else [],
        "flawed": queries.flawed_rows(source),
        "pairs": queries.pairs_to_decide(source),
        "counted": queries.counted(source),
        "heads": [_("Dòng"), _("Họ và tên"), _("Ngày sinh"), _("Điện thoại"), _("Xã")],
        "engine_missing": queries.engine_missing(),
    }
    return render(request, "linkage/list.html", shown, status=422 if refusal else 200)


def _act(request: PageRequest, source: "ReturneeList") -> None:
    act = request.POST.get("act", "")
    if act == "keep":
        actions.keep(source=source, by=request.member)
        messages.success(request, _("Đã giữ danh sách. Đang đối chiếu."))
    elif act == "destroy":
        actions.destroy(source=source, by=request.member)
        messages.success(request, _("Đã hủy danh sách. Không đọc lại được nữa."))
    else:
        pair = queries.pair(request.member, source, request.POST.get("pair", ""))
        if pair is None:
            raise Http404
        pair.source = source
        actions.decide(pair=pair, decision=act, by=request.member, now=clock.now())
        messages.success(request, _("Đã ghi quyết định của bạn."))
