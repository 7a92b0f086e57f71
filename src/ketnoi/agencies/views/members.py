"""Pages about the people of one's own agency, and the page behind an invitation."""

from base64 import b64encode
from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from typing import Any

import qrcode
from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from qrcode.image.svg import SvgPathImage

from ketnoi.agencies import access, actions, forms, queries
from ketnoi.agencies.models import Agency, Invitation, Leave, Member, Witness
from ketnoi.agencies.terms import MANAGES_MEMBERS, Role
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused
from ketnoi.foundation.asking import asked, pressed, sent
from ketnoi.foundation.inputs import Form
from ketnoi.foundation.page import Audience, PageRequest, page
from ketnoi.foundation.trail import sealing

MANAGERS = tuple(sorted(MANAGES_MEMBERS))
OF_ONE = {"roles": MANAGERS, "finds": queries.colleague, "look": "member.opened"}


@page(Audience.MEMBERS)
def members(request: PageRequest) -> HttpResponse:
    mine = request.member.agency
    shown = {
        "members": queries.members_of(mine),
        "programs": queries.programs_of(mine),
        "invitations": queries.open_invitations(mine),
        "gone": queries.gone_from(mine),
        "may_manage": access.may_manage_members(member=request.member),
        "to_sign": queries.waits_for_signature(mine),
        "leaves": _leaves(request, mine),
        "heads": [_("Tên"), _("Vai"), _("Từ ngày")],
        "program_heads": [_("Tên"), _("Người cho vào"), _("Dùng được đến"), _("Việc")],
        "invitation_heads": [_("Tên"), _("Vai"), _("Dùng được đến"), _("Việc")],
    }
    return render(request, "agencies/members.html", shown)


@page(Audience.MEMBERS, **OF_ONE)
def member(request: PageRequest, member: Member) -> HttpResponse:
    shown = {
        "colleague": member,
        "protected": queries.has_second_factor(member),
        "is_herself": member == request.member,
    }
    return render(request, "agencies/member.html", shown)


@page(Audience.MEMBERS, writes=True, roles=MANAGERS)
def invite(request: PageRequest) -> HttpResponse:
    form = forms.Invite(sent(request), roles=_roles(request))
    return _link_told_once(
        request,
        form,
        make=actions.invite_member,
        heading=_("Mời một người vào đơn vị"),
        intro=_("Bạn nhận một liên kết để tự đưa cho người ấy. Liên kết dùng một lần."),
        button=_("Tạo lời mời"),
        back=reverse("agencies:members"),
    )


@page(Audience.MEMBERS, writes=True, **OF_ONE)
def password_link(request: PageRequest, member: Member) -> HttpResponse:
    return _link_told_once(
        request,
        Form(sent(request)),
        make=lambda **by: actions.send_password_link(member=member, **by),
        heading=_("Người này quên mật khẩu"),
        intro=_("Hãy chắc rằng bạn đang nói với đúng người. Liên kết dùng một lần, trong 1 ngày."),
        button=_("Tạo liên kết đặt mật khẩu"),
        back=_of(member),
    )


@page(
    Audience.MEMBERS,
    writes=True,
    roles=MANAGERS,
    finds=queries.invitation_of,
    look="invitation.opened",
)
def withdraw(request: PageRequest, invitation: Invitation) -> HttpResponse:
    return asked(
        request,
        Form(sent(request)),
        do=lambda: actions.withdraw_invitation(
            invitation=invitation, by=request.member, now=clock.now()
        ),
        said=_("Đã rút lại. Liên kết ấy không còn dùng được."),
        to=reverse("agencies:members"),
        title=_("Rút lại liên kết"),
        heading=_("Rút lại liên kết của {name}").format(name=invitation.name),
        intro=_("Liên kết ấy không dùng được nữa. Lúc nào cũng tạo được liên kết khác."),
        button=_("Rút lại"),
        back=reverse("agencies:members"),
    )


@page(Audience.MEMBERS, writes=True, **OF_ONE)
def role(request: PageRequest, member: Member) -> HttpResponse:
    form = forms.ChangeRole(sent(request), roles=_roles(request), initial={"role": member.role})
    return asked(
        request,
        form,
        do=lambda role: actions.change_role(member=member, role=role, by=request.member),
        said=_("Đã đổi vai. Trang của người ấy đổi theo ngay."),
        to=_of(member),
        title=_("Đổi vai"),
        heading=_("Đổi vai của {name}").format(name=member.name),
        button=_("Đổi vai"),
        back=_of(member),
    )


@page(Audience.MEMBERS, writes=True, **OF_ONE)
def let_go(request: PageRequest, member: Member) -> HttpResponse:
    return asked(
        request,
        Form(sent(request)),
        do=lambda: actions.let_member_go(member=member, by=request.member, now=clock.now()),
        said=_("Đã cho nghỉ. Hãy giao người phụ trách mới trên trang từng hồ sơ."),
        to=reverse("agencies:members"),
        title=_("Cho nghỉ"),
        heading=_("{name} thôi làm việc cho đơn vị").format(name=member.name),
        intro=_(
            "Người ấy không vào được nữa, kể từ trang kế tiếp. Hồ sơ người ấy phụ trách ở lại"
            " đơn vị và cần người phụ trách mới."
        ),
        button=_("Cho nghỉ"),
        back=_of(member),
    )


@page(Audience.MEMBERS, writes=True, **OF_ONE)
def second_factor(request: PageRequest, member: Member) -> HttpResponse:
    return asked(
        request,
        Form(sent(request)),
        do=lambda: actions.reset_second_factor(member=member, by=request.member, now=clock.now()),
        said=_("Đã đặt lại. Lần đăng nhập tới, người ấy chọn cách bảo vệ mới."),
        to=_of(member),
        title=_("Đặt lại bước thứ hai"),
        heading=_("{name} mất điện thoại hoặc khóa").format(name=member.name),
        intro=_(
            "Hãy chắc rằng bạn đang nói với đúng người. Passkey, ứng dụng mã và mã dự phòng cũ"
            " không dùng được nữa. Mọi nơi đang đăng nhập đều bị đóng."
        ),
        button=_("Đặt lại bước thứ hai"),
        back=_of(member),
    )


@page(Audience.MEMBERS, writes=True)
def mail_address(request: PageRequest) -> HttpResponse:
    return asked(
        request,
        forms.MailAddress(
            sent(request), initial={"address": request.user.email, "told": request.member.told}
        ),
        do=lambda **said: actions.note_mail_address(by=request.member, **said),
        said=_("Đã lưu."),
        to=reverse("agencies:members"),
        heading=_("Thư báo việc mới"),
        button=_("Lưu"),
        back=reverse("agencies:members"),
    )


@page(Audience.GUEST, writes=True)
def invitation(request: PageRequest, token: str) -> HttpResponse:
    found = queries.open_invitation(token)
    if found is None:
        return render(request, "agencies/no_invitation.html", status=HTTPStatus.GONE)
    form, do, said, to = _answer(request, found)
    template = "agencies/invitation.html"
    return asked(request, form, do=do, said=said, to=to, template=template, invitation=found)


@page(Audience.MEMBERS)
def seals(request: PageRequest) -> HttpResponse:
    newest, handed = sealing.latest(), sealing.last_handed()
    shown = {
        "seal": newest,
        "square": _square(newest.spoken) if newest else "",
        "witnesses": [(each, handed.get(each.agency_id)) for each in queries.witnesses()],
        "may_name": access.may_name_witnesses(by=request.member),
    }
    return render(request, "agencies/seals.html", shown)


@page(Audience.MEMBERS, writes=True, roles=(Role.ADMIN,))
def name_witness(request: PageRequest) -> HttpResponse:
    others = {str(a.pk): a for a in queries.agencies_other_than(request.member.agency)}
    return asked(
        request,
        forms.NameWitness(sent(request), agencies=[(pk, a.name) for pk, a in others.items()]),
        do=lambda agency, **said: actions.name_witness(
            agency=others[agency], by=request.member, now=clock.now(), **said
        ),
        said=_("Đã ghi. Đơn vị ấy nhận dấu niêm trong 15 phút."),
        to=reverse("agencies:seals"),
        heading=_("Chọn nơi giữ dấu niêm"),
        button=_("Chọn đơn vị này"),
        back=reverse("agencies:seals"),
    )


@page(
    Audience.MEMBERS,
    writes=True,
    roles=(Role.ADMIN,),
    finds=queries.witness,
    look="witness.opened",
)
def release_witness(request: PageRequest, witness: Witness) -> HttpResponse:
    return pressed(
        request,
        do=lambda: actions.release_witness(witness=witness, by=request.member, now=clock.now()),
        said=_("Đã ghi. Dấu niêm đơn vị ấy đang giữ vẫn còn giá trị."),
        to=reverse("agencies:seals"),
    )


def _leaves(request: PageRequest, mine: Agency) -> list[tuple[Leave, bool]]:
    """Who is away or will be, and whether the reader may take that back."""
    found = queries.leaves_of(mine)
    by = request.member
    return [(each, access.may_note_leave(by=by, member=each.member)) for each in found]


def _square(text: str) -> str:
    """A QR code as a picture that lies inside the page."""
    drawn = qrcode.make(text, image_factory=SvgPathImage, border=2).to_string()
    return "data:image/svg+xml;base64," + b64encode(drawn).decode()


def _answer(request: PageRequest, found: Invitation) -> tuple[Form, Callable, str, str]:
    """What the holder of a link is asked, and what is done with her answer."""
    about = {"invitation": found, "by": found.guest, "now": clock.now()}
    signed_in, door = _("Đã xong. Hãy đăng nhập."), settings.LOGIN_URL
    if found.renews_id:
        form: Form = forms.NewPassword(sent(request))
        return form, lambda **said: actions.renew_password(**about, **said), signed_in, door
    if request.user.is_authenticated:
        user, home = request.user, settings.LOGIN_REDIRECT_URL
        joined = _("Bạn nay cũng làm việc cho {agency}.").format(agency=found.agency.name)
        do = partial(actions.accept_with_account, **about, user=user)
        return Form(sent(request)), do, joined, home
    form = forms.Join(sent(request))
    return form, lambda **said: actions.accept_invitation(**about, **said), signed_in, door


def _link_told_once(
    request: PageRequest, form: Form, *, make: Callable[..., Any], back: str, **shown: Any
) -> HttpResponse:
    """Ask, make a link, and show it on this page only: it is kept nowhere, so nothing redirects."""
    if request.method == "POST" and form.is_valid():
        try:
            made, token = make(**form.cleaned_data, by=request.member, now=clock.now())
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            link = request.build_absolute_uri(reverse("agencies:invitation", args=[token]))
            return render(request, "agencies/link.html", {"link": link, "made": made, "back": back})
    status = 422 if form.errors else 200
    return render(request, "form.html", {"form": form, "back": back, **shown}, status=status)


def _roles(request: PageRequest) -> list[Role]:
    return [role for role in Role if access.may_give_role(by=request.member, role=role)]


def _of(member: Member) -> str:
    return reverse("agencies:member", args=[member.pk])
