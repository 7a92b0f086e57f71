"""The desk: its queue, one tip, what an officer types for somebody else."""

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ketnoi.foundation import clock
from ketnoi.foundation.asking import asked, pressed, sent
from ketnoi.foundation.page import Audience, PageRequest, page
from ketnoi.foundation.vietnamese.dates import format_moment
from ketnoi.vigilance import access, actions, forms, queries

if TYPE_CHECKING:
    from ketnoi.vigilance.models import Tip

READERS, LEADS, TYPES = (
    tuple(sorted(roles)) for roles in (access.READS, access.KEEPS_DESKS, access.TYPES)
)
SEEN = "tip.opened"


def page_of(tip: Any) -> str:
    return reverse("vigilance:tip", args=[tip.pk])


@page(Audience.MEMBERS, roles=READERS)
def tips(request: PageRequest) -> HttpResponse:
    member = request.member
    context = {
        "tips": queries.tips_of(member),
        "handed": queries.handed_to(member),
        "desk": queries.own_desk(member),
        "keeps": access.may_keep_desk(member=member),
        "heads": [_("Tin"), _("Việc cần làm"), _("Trước"), _("Tin cậy"), _("Tình trạng")],
        "handed_heads": [_("Nơi chuyển"), _("Chuyển lúc"), _("Trả lời trước"), _("Kết quả")],
    }
    return render(request, "vigilance/tips.html", context)


@page(Audience.MEMBERS, writes=True, roles=LEADS)
def desk(request: PageRequest) -> HttpResponse:
    member = request.member
    is_open = queries.own_desk(member) is not None
    do = actions.close_desk if is_open else actions.open_desk
    return pressed(
        request,
        do=lambda: do(by=member, now=clock.now()),
        said=_("Đã thôi nhận tin mới.") if is_open else _("Đơn vị nhận tin báo từ bây giờ."),
        to=reverse("vigilance:tips"),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.tip, look=SEEN, roles=READERS)
def tip(request: PageRequest, tip: "Tip") -> HttpResponse:
    member, links = request.member, queries.links_of(tip, request.member)
    near = [(link.tip, format_moment(link.tip.came_at.astimezone(clock.ZONE))) for link in links]
    return asked(
        request,
        forms.JudgeForm(sent(request), others=near),
        do=lambda **said: actions.judge_tip(tip=tip, by=member, now=clock.now(), **said),
        said=_("Đã ghi đánh giá."),
        to=page_of(tip),
        template="vigilance/tip.html",
        tip=tip,
        links=links,
        heading=_("Tin báo"),
        button=_("Ghi đánh giá"),
        back=reverse("vigilance:tips"),
    )


@page(Audience.MEMBERS, writes=True, roles=TYPES)
def type_tip(request: PageRequest) -> HttpResponse:
    form, desk = forms.TypedForm(sent(request)), queries.desk()
    if request.method == "POST" and form.is_valid() and desk is not None:
        said = dict(form.cleaned_data)
        receipt = queries.receipt_of(said.pop("press"))
        holder = queries.holder_of(receipt, desk=desk, typed_by=request.member.pk)
        actions.tell_tip(desk=desk, by=holder, now=clock.now(), **said)
        told = {"receipt": queries.in_groups(receipt), "desk": desk}
        return render(request, "vigilance/typed.html", told)
    context = {
        "form": form,
        "desk": desk,
        "heading": _("Ghi tin báo hộ người khác"),
        "button": _("Gửi tin báo"),
    }
    return render(request, "vigilance/type_tip.html", context, status=422 if form.errors else 200)
