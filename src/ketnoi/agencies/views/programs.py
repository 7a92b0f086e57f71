"""Pages of the programs that answer for an agency: let in, and let go."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ketnoi.agencies import actions, forms, queries
from ketnoi.agencies.models import Member
from ketnoi.agencies.terms import MANAGES_MEMBERS
from ketnoi.foundation import clock
from ketnoi.foundation.asking import asked, sent
from ketnoi.foundation.inputs import Form
from ketnoi.foundation.page import Audience, PageRequest, page

MANAGERS = tuple(sorted(MANAGES_MEMBERS))


@page(Audience.MEMBERS, writes=True, roles=MANAGERS)
def join_program(request: PageRequest) -> HttpResponse:
    form = forms.JoinProgram(sent(request))
    if request.method == "POST" and form.is_valid():
        name, now = form.cleaned_data["name"], clock.now()
        made, token = actions.join_program(name=name, by=request.member, now=now)
        return render(request, "agencies/token.html", {"token": token, "made": made})
    shown = {
        "form": form,
        "heading": _("Cho một chương trình vào đơn vị"),
        "intro": _("Chương trình trả lời chuyển gửi thay đơn vị, không mở được trang nào."),
        "button": _("Tạo khóa truy cập"),
        "back": reverse("agencies:members"),
    }
    return render(request, "form.html", shown, status=422 if form.errors else 200)


@page(Audience.MEMBERS, writes=True, roles=MANAGERS, finds=queries.program, look="program.opened")
def end_program(request: PageRequest, program: Member) -> HttpResponse:
    return asked(
        request,
        Form(sent(request)),
        do=lambda: actions.let_member_go(member=program, by=request.member, now=clock.now()),
        said=_("Đã cho nghỉ. Khóa truy cập của chương trình không còn dùng được."),
        to=reverse("agencies:members"),
        title=_("Cho nghỉ"),
        heading=_("{name} thôi trả lời thay đơn vị").format(name=program.name),
        intro=_("Khóa truy cập hết hiệu lực ngay. Chuyển gửi chương trình đã nhận vẫn còn."),
        button=_("Cho nghỉ"),
        back=reverse("agencies:members"),
    )
