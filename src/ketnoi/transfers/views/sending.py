"""The sender's pages: starting, approving, the packet with its code, the receipt."""

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from ketnoi.cases.terms import DEFAULT_PACKS, GOES_ON, Basis
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused
from ketnoi.foundation.asking import asked, pressed, sent
from ketnoi.foundation.envelope import spoken
from ketnoi.foundation.page import Audience, PageRequest, page
from ketnoi.foundation.vietnamese.dates import format_day
from ketnoi.people import queries as people
from ketnoi.places import queries as places
from ketnoi.transfers import access, actions, forms, queries
from ketnoi.transfers.rules import Along, Ground

if TYPE_CHECKING:
    from ketnoi.cases.models import Case
    from ketnoi.transfers.models import Transfer

FILE_NAME = "tep.bin"
"""What the packet is called: nothing that says what it is or whom it is about."""


@page(Audience.MEMBERS, writes=True, finds=queries.held_file)
def transfer(request: PageRequest, case: "Case") -> HttpResponse:
    found = queries.transfer_of(case, request.member)
    is_over = found is None or not found.is_open
    if is_over and case.status in GOES_ON and queries.may_start(request.member, case):
        return _start(request, case, found)
    return _shown(request, case, found)


@page(Audience.MEMBERS, writes=True, finds=queries.open_transfer)
def approve(request: PageRequest, transfer: "Transfer") -> HttpResponse:
    return pressed(
        request,
        do=lambda: actions.approve_transfer(transfer=transfer, by=request.member, now=clock.now()),
        said=_("Đã duyệt. Người bắt đầu làm tệp được rồi."),
        to=_page_of(transfer),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.open_transfer)
def decline(request: PageRequest, transfer: "Transfer") -> HttpResponse:
    return asked(
        request,
        forms.Declining(sent(request)),
        do=lambda words: actions.decline_transfer(
            transfer=transfer, words=words, by=request.member, now=clock.now()
        ),
        said=_("Đã ghi. Hồ sơ ở lại như trước."),
        to=_page_of(transfer),
        heading=_("Không duyệt chuyển hồ sơ {code}").format(code=transfer.case.code),
        button=_("Không duyệt"),
        back=_page_of(transfer),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.open_transfer)
def make(request: PageRequest, transfer: "Transfer") -> HttpResponse:
    """The code is shown on this page only: it is kept nowhere, so nothing redirects."""
    if request.method != "POST":
        return redirect(_page_of(transfer))
    try:
        code = actions.make_packet(transfer=transfer, by=request.member, now=clock.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect(_page_of(transfer))
    shown = {"transfer": transfer, "code": spoken.grouped(code, 4), "back": _page_of(transfer)}
    return render(request, "transfers/told.html", shown)


@page(Audience.MEMBERS, finds=queries.open_transfer, look="transfer.downloaded")
def packet(request: PageRequest, transfer: "Transfer") -> HttpResponse:
    if not transfer.packet or not queries.may_start(request.member, transfer.case):
        raise Http404
    copy = HttpResponse(bytes(transfer.packet), content_type="application/octet-stream")
    copy.headers["Content-Disposition"] = f'attachment; filename="{FILE_NAME}"'
    copy.headers["X-Content-Type-Options"] = "nosniff"
    return copy


@page(Audience.MEMBERS, writes=True, finds=queries.open_transfer)
def receipt(request: PageRequest, transfer: "Transfer") -> HttpResponse:
    form = forms.Receipting(sent(request))
    if request.method == "POST" and form.is_valid():
        try:
            is_right = actions.confirm_receipt(
                transfer=transfer, by=request.member, now=clock.now(), **form.cleaned_data
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            if is_right:
                messages.success(request, _("Đã ghi. Nơi nhận phụ trách từ bây giờ."))
                return redirect("pathway:case", transfer.case.code)
            form.add_error(
                "typed", _("Mã này không phải mã của tệp vừa làm. Hãy hỏi lại nơi nhận.")
            )
    shown = {
        "form": form,
        "heading": _("Mã đã nhận, hồ sơ {code}").format(code=transfer.case.code),
        "intro": _("Khi mã đúng, hồ sơ chuyển sang nơi nhận và ở đây chỉ còn xem được."),
        "button": _("Ghi mã đã nhận"),
        "back": _page_of(transfer),
    }
    return render(request, "form.html", shown, status=422 if form.errors else 200)


@page(Audience.MEMBERS, writes=True, finds=queries.open_transfer)
def take_back(request: PageRequest, transfer: "Transfer") -> HttpResponse:
    return pressed(
        request,
        do=lambda: actions.take_back(transfer=transfer, by=request.member, now=clock.now()),
        said=_("Đã thu hồi. Hồ sơ ở lại như trước."),
        to=_page_of(transfer),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.open_transfer)
def withdraw(request: PageRequest, transfer: "Transfer") -> HttpResponse:
    return pressed(
        request,
        do=lambda: actions.withdraw_yes(transfer=transfer, by=request.member, now=clock.now()),
        said=_("Đã rút lại. Hồ sơ ở lại như trước."),
        to=_page_of(transfer),
    )


def _start(request: PageRequest, case: "Case", last: "Transfer | None") -> HttpResponse:
    member = request.member
    form = _form(request, case)
    wording = ""
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        province = next(p for p in places.provinces() if p.pk == said["province"])
        told = {"office": said["office"], "province": province, "packs": said["packs"]}
        if said["basis"] == Basis.CONSENT:
            wording = forms.spoken_words(**told)
        # First the words are shown, to be read to her; what she agrees to is exactly those.
        if request.POST.get("words", "") == wording:
            try:
                _started(case, {**said, **told}, wording, by=member)
            except Refused as refusal:
                form.add_error(None, str(refusal))
            else:
                messages.success(request, _("Đã gửi phụ trách duyệt."))
                return redirect("transfers:transfer", case.code)
    shown = {
        "case": case,
        "form": form,
        "wording": wording,
        "last": last,
        "heading": _("Chuyển hồ sơ {code} sang tỉnh khác").format(code=case.code),
        "button": _("Đã đọc, chị ấy đồng ý: gửi duyệt") if wording else _("Tiếp tục"),
        "back": reverse("pathway:case", args=[case.code]),
    }
    return render(request, "transfers/start.html", shown, status=422 if form.errors else 200)


def _started(case: "Case", said: dict[str, Any], wording: str, *, by: Any) -> None:
    person = people.person(by, case.person_id)
    along = Along(said["packs"], said["notes"], said["attachments"])
    ground = Ground(
        basis=said["basis"],
        basis_reason=said["basis_reason"],
        given=said["given"],
        wording=wording,
        language=person.language if person else "vi",
        representative=people.newest_representative(person) if person else None,
    )
    actions.start_transfer(
        case=case,
        province=said["province"],
        office=said["office"],
        reason=said["reason"],
        along=along,
        ground=ground,
        by=by,
        now=clock.now(),
    )


def _form(request: PageRequest, case: "Case") -> forms.Starting:
    member = request.member
    notes = queries.notes_to_send(case, member)
    papers = queries.papers_to_send(case, member)
    return forms.Starting(
        sent(request),
        provinces=[(p.pk, str(p)) for p in places.provinces()],
        notes=[(str(n.pk), f"{_day(n.written_at)}, {n.get_kind_display()}") for n in notes],
        papers=[(str(p.pk), f"{_day(p.added_at)}, {p.get_kind_display()}") for p in papers],
        initial={"packs": list(DEFAULT_PACKS), "basis": Basis.CONSENT},
    )


def _shown(request: PageRequest, case: "Case", found: "Transfer | None") -> HttpResponse:
    member = request.member
    works = queries.may_start(member, case)
    shown = {
        "case": case,
        "transfer": found,
        "decides": found and found.is_open and access.may_decide(member=member, transfer=found),
        "works": works,
        "now": clock.now(),
        "back": reverse("pathway:case", args=[case.code]),
    }
    return render(request, "transfers/transfer.html", shown)


def _day(moment: Any) -> str:
    return format_day(moment.astimezone(clock.ZONE).date())


def _page_of(transfer: "Transfer") -> str:
    return reverse("transfers:transfer", args=[transfer.case.code])
