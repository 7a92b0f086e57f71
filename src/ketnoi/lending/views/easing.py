"""When a day was not met: another schedule, a pause, forgiveness by two, or to ask again."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.utils.translation import gettext as _

from ketnoi.foundation import clock
from ketnoi.foundation.asking import asked, pressed, sent
from ketnoi.foundation.page import Audience, PageRequest, page
from ketnoi.lending import access, actions, forms, queries
from ketnoi.lending.terms import Every
from ketnoi.lending.views.loans import SEEN, loan_page

if TYPE_CHECKING:
    from ketnoi.lending.models import Forgiveness, Loan


@page(Audience.MEMBERS, writes=True, finds=queries.loan_in, look=SEEN)
def reschedule(request: PageRequest, loan: "Loan") -> HttpResponse:
    return asked(
        request,
        forms.ScheduleForm(sent(request), initial={"every": Every.MONTH}),
        do=lambda **said: actions.change_schedule(
            loan=loan, by=request.member, now=clock.now(), **said
        ),
        said=_("Đã lập lịch trả mới. Lịch cũ vẫn đọc được."),
        to=loan_page(loan),
        heading=_("Lịch trả mới, hồ sơ {code}").format(code=loan.case.code),
        intro=_("Chia đều phần gốc còn nợ theo lịch mới. Không tính lãi cho những ngày trả muộn."),
        button=_("Lập lịch trả mới"),
        back=loan_page(loan),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.loan_in, look=SEEN)
def pause(request: PageRequest, loan: "Loan") -> HttpResponse:
    return asked(
        request,
        forms.PauseForm(sent(request)),
        do=lambda **said: actions.pause_loan(loan=loan, by=request.member, now=clock.now(), **said),
        said=_("Đã tạm dừng. Lịch cũ vẫn đọc được."),
        to=loan_page(loan),
        heading=_("Tạm dừng trả, hồ sơ {code}").format(code=loan.case.code),
        intro=_("Những tháng này chị ấy không phải trả gì và không tính lãi. Sau đó trả tiếp."),
        button=_("Tạm dừng"),
        back=loan_page(loan),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.loan_in, look=SEEN)
def ask_again(request: PageRequest, loan: "Loan") -> HttpResponse:
    return asked(
        request,
        forms.AskAgainForm(sent(request)),
        do=lambda on: actions.ask_again(loan=loan, on=on, by=request.member, now=clock.now()),
        said=_("Đã ghi. Việc hỏi thăm nằm trong Việc hôm nay của người phụ trách hồ sơ."),
        to=loan_page(loan),
        heading=_("Hẹn hỏi thăm lại, hồ sơ {code}").format(code=loan.case.code),
        intro=_("Đã hỏi thăm chị ấy rồi và chưa cần đổi lịch: hãy hẹn ngày hỏi lại."),
        button=_("Hẹn ngày"),
        back=loan_page(loan),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.loan_in, look=SEEN)
def forgive(request: PageRequest, loan: "Loan") -> HttpResponse:
    return asked(
        request,
        forms.ForgiveForm(sent(request)),
        do=lambda **said: actions.propose_forgiveness(
            loan=loan, by=request.member, now=clock.now(), **said
        ),
        said=_("Đã gửi đề nghị cho phụ trách đơn vị xem lại."),
        to=loan_page(loan),
        heading=_("Đề nghị xóa phần còn nợ, hồ sơ {code}").format(code=loan.case.code),
        intro=_("Một phụ trách khác của nơi cho vay xem lại rồi mới xóa."),
        button=_("Gửi đề nghị"),
        back=loan_page(loan),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.forgiveness_in, look=SEEN)
def forgiveness(request: PageRequest, forgiveness: "Forgiveness") -> HttpResponse:
    member, loan = request.member, forgiveness.loan
    return asked(
        request,
        forms.DecideForm(sent(request)),
        do=lambda: actions.agree_to_forgiveness(
            forgiveness=forgiveness, by=member, now=clock.now()
        ),
        said=_("Đã xóa phần còn nợ."),
        to=loan_page(loan),
        template="lending/forgiveness.html",
        forgiveness=forgiveness,
        loan=loan,
        decides=not forgiveness.ended_at
        and access.may_decide(member=member, forgiveness=forgiveness),
        heading=_("Xem lại việc xóa nợ, hồ sơ {code}").format(code=loan.case.code),
        button=_("Đồng ý xóa"),
        back=loan_page(loan),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.forgiveness_in, look=SEEN)
def return_forgiveness(request: PageRequest, forgiveness: "Forgiveness") -> HttpResponse:
    return pressed(
        request,
        do=lambda: actions.return_forgiveness(
            forgiveness=forgiveness, by=request.member, now=clock.now()
        ),
        said=_("Đã trả lại. Hãy cùng chị ấy xem lịch trả mới hoặc tạm dừng."),
        to=loan_page(forgiveness.loan),
    )
