"""Loans: those of an agency, those of a file, and one with its schedule and what was paid."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ketnoi.agencies.terms import Role
from ketnoi.cases import queries as cases
from ketnoi.foundation import clock
from ketnoi.foundation.asking import asked, sent
from ketnoi.foundation.page import Audience, PageRequest, page
from ketnoi.lending import access, actions, forms, queries
from ketnoi.lending.terms import Every

if TYPE_CHECKING:
    from ketnoi.cases.models import Case
    from ketnoi.lending.models import Loan

SEEN = "loan.seen"
LENDERS = (Role.CASEWORKER.value, Role.LEAD.value)


def loan_page(loan: "Loan") -> str:
    return reverse("lending:loan", args=[loan.code, loan.pk])


@page(Audience.MEMBERS, roles=LENDERS)
def own_loans(request: PageRequest) -> HttpResponse:
    found = queries.own_loans(request.member)
    shown = {
        "accounts": queries.accounts_of(found, request.member, today=clock.today()),
        "heads": [_("Hồ sơ"), _("Còn nợ gốc"), _("Ngày trả tới"), _("Tình hình")],
    }
    return render(request, "lending/own_loans.html", shown)


@page(Audience.MEMBERS, writes=True, finds=cases.case_by_code, look=SEEN)
def loans(request: PageRequest, case: "Case") -> HttpResponse:
    member, today = request.member, clock.today()
    found = queries.loans_of(case, member)
    return asked(
        request,
        forms.LoanForm(sent(request), initial={"granted_on": today, "every": Every.MONTH}),
        do=lambda **said: actions.grant_loan(case=case, by=member, now=clock.now(), **said),
        said=_("Đã ghi khoản vay và lịch trả."),
        to=loan_page,
        template="lending/loans.html",
        case=case,
        accounts=queries.accounts_of(found, member, today=today),
        lends=queries.may_lend(case, member),
        heads=[_("Nơi cho vay"), _("Số tiền"), _("Còn nợ gốc"), _("Ngày trả tới"), _("Tình hình")],
        heading=_("Vay vốn, hồ sơ {code}").format(code=case.code),
        button=_("Ghi khoản vay"),
        back=reverse("pathway:case", args=[case.code]),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.loan_in, look=SEEN)
def loan(request: PageRequest, loan: "Loan") -> HttpResponse:
    member, today = request.member, clock.today()
    account = queries.account_of(loan, member, today=today)
    due = account.next
    return asked(
        request,
        forms.RepaymentForm(
            sent(request), initial={"on": today, "amount": due.left if due else None}
        ),
        do=lambda **said: actions.record_repayment(loan=loan, by=member, now=clock.now(), **said),
        said=_("Đã ghi lần trả."),
        to=loan_page(loan),
        template="lending/loan.html",
        account=account,
        loan=loan,
        payments=queries.payments_of(loan, member),
        schedules=queries.schedules_of(loan, member),
        forgiveness=queries.forgiveness_of(loan, member),
        writes=loan.runs and access.may_write_down(member=member, loan=loan),
        eases=access.may_ease(member=member, loan=loan),
        most=account.most(today),
        lines=[_("Lần"), _("Ngày"), _("Gốc"), _("Lãi"), _("Còn phải trả")],
        parts=[_("Ngày"), _("Số tiền"), _("Gốc"), _("Lãi"), _("Chứng từ")],
        heading=_("Khoản vay, hồ sơ {code}").format(code=loan.case.code),
        button=_("Ghi lần trả"),
        back=reverse("lending:loans", args=[loan.case.code]),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.loan_in, look=SEEN)
def correct(request: PageRequest, loan: "Loan", key: UUID) -> HttpResponse:
    return asked(
        request,
        forms.YesForm(sent(request)),
        do=lambda **said: actions.take_back_repayment(
            loan=loan, key=key, press=said["key"], by=request.member, now=clock.now()
        ),
        said=_("Đã ghi bút toán đảo."),
        to=loan_page(loan),
        heading=_("Đính chính, khoản vay của hồ sơ {code}").format(code=loan.case.code),
        intro=_("Điều đã ghi vẫn còn. Một bút toán đảo đưa số tiền về chỗ cũ."),
        button=_("Ghi bút toán đảo"),
        back=loan_page(loan),
    )
