"""Funds of an agency: the list, the books of one, money that comes in, a correction, a sheet."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from ketnoi.agencies.terms import Role
from ketnoi.foundation import clock
from ketnoi.foundation.asking import asked, sent
from ketnoi.foundation.page import Audience, PageRequest, page
from ketnoi.support import access, actions, forms, queries

if TYPE_CHECKING:
    from ketnoi.support.models import Entry, Fund

READERS = (Role.CASEWORKER.value, Role.LEAD.value)
SEEN = "fund.seen"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def page_of(fund: "Fund | UUID") -> str:
    return reverse("support:fund", args=[getattr(fund, "pk", fund)])


@page(Audience.MEMBERS, writes=True, roles=READERS)
def funds(request: PageRequest) -> HttpResponse:
    member = request.member
    return asked(
        request,
        forms.FundForm(sent(request), initial={"opened_on": clock.today()}),
        do=lambda **said: actions.open_fund(by=member, now=clock.now(), **said),
        said=_("Đã mở quỹ."),
        to=page_of,
        template="support/funds.html",
        funds=queries.funds_of(member),
        opens=access.may_open_fund(member=member),
        heads=[_("Quỹ"), _("Nguồn"), _("Còn lại"), _("Chưa hứa"), _("Chi đến hết ngày")],
        heading=_("Quỹ hỗ trợ"),
        button=_("Mở quỹ"),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.fund, look=SEEN, roles=READERS)
def fund(request: PageRequest, fund: "Fund") -> HttpResponse:
    member = request.member
    return asked(
        request,
        forms.ReceiveForm(sent(request), initial={"on": clock.today()}),
        do=lambda **said: actions.receive_money(fund=fund, by=member, now=clock.now(), **said),
        said=_("Đã ghi tiền vào quỹ."),
        to=page_of(fund),
        template="support/fund.html",
        fund=fund,
        booked=queries.entries_of(fund, member),
        waiting=queries.promised_from(fund, member),
        opens=access.may_open_fund(member=member),
        heads=[_("Số"), _("Ngày"), _("Bút toán"), _("Số tiền"), _("Hồ sơ"), _("Chứng từ")],
        heading=fund.name,
        button=_("Ghi tiền vào"),
        back=reverse("support:funds"),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.fund, look=SEEN, roles=READERS)
def end_fund(request: PageRequest, fund: "Fund") -> HttpResponse:
    return asked(
        request,
        forms.FundEndForm(sent(request), initial={"ends_on": fund.ends_on}),
        do=lambda ends_on: actions.end_fund(
            fund=fund, ends_on=ends_on, by=request.member, now=clock.now()
        ),
        said=_("Đã đổi ngày cuối cùng được chi."),
        to=page_of(fund),
        heading=_("Hạn chi của quỹ"),
        intro=_("Sau ngày này quỹ không hứa và không chi thêm. Sổ vẫn còn."),
        button=_("Đặt hạn chi"),
        back=page_of(fund),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.entry_of_fund, look=SEEN, roles=READERS)
def correct(request: PageRequest, entry: "Entry") -> HttpResponse:
    return asked(
        request,
        forms.CorrectForm(sent(request)),
        do=lambda key: actions.correct_entry(
            entry=entry, key=key, by=request.member, now=clock.now()
        ),
        said=_("Đã ghi bút toán đảo."),
        to=page_of(entry.fund),
        template="support/correct.html",
        entry=entry,
        heading=_("Đính chính bút toán số {number}").format(number=entry.number),
        button=_("Ghi bút toán đảo"),
        back=page_of(entry.fund),
    )


@page(Audience.MEMBERS, finds=queries.fund, look="fund.downloaded", roles=READERS)
def sheet(request: PageRequest, fund: "Fund") -> HttpResponse:
    booked = reversed(queries.entries_of(fund, request.member, limit=None))
    copy = HttpResponse(queries.books_as_sheet(fund, booked), content_type=EXCEL)
    copy.headers["Content-Disposition"] = 'attachment; filename="so-quy.xlsx"'
    copy.headers["X-Content-Type-Options"] = "nosniff"
    return copy
