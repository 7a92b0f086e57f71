"""Papers attached to a file: the list, taking one in, and a copy of one."""

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from ketnoi.cases import actions, forms, queries
from ketnoi.cases.models import Attachment, Case
from ketnoi.cases.views.file import address_of
from ketnoi.foundation import clock
from ketnoi.foundation.asking import asked, pressed
from ketnoi.foundation.page import Audience, PageRequest, page
from ketnoi.foundation.uploads import Media

SHUT_IN = "sandbox; default-src 'none'"
"""Whoever opens a copy in a browser after all: nothing in it runs, nothing in it calls out."""


@page(Audience.MEMBERS, writes=True, finds=queries.case_by_code)
def attachments(request: PageRequest, case: Case) -> HttpResponse:
    here = reverse("cases:attachments", args=[case.code])
    form = forms.Attaching(
        request.POST or None, request.FILES or None, initial={"privacy": "agency"}
    )
    return asked(
        request,
        form,
        do=lambda **said: actions.attach(case=case, by=request.member, now=clock.now(), **said),
        said=_("Đã lưu giấy tờ."),
        to=here,
        template="cases/attachments.html",
        case=case,
        attachments=queries.attachments_of(case, request.member),
        heading=_("Giấy tờ đính kèm, hồ sơ {code}").format(code=case.code),
        button=_("Lưu giấy tờ"),
        back=address_of(case),
    )


@page(
    Audience.MEMBERS,
    finds=queries.attachment_of_file,
    look="attachment.opened",
)
def attachment(request: PageRequest, attachment: Attachment) -> HttpResponse:
    if attachment.is_erased:
        raise Http404
    media = Media(attachment.media)
    copy = HttpResponse(attachment.paper(), content_type=media.mime)
    name = f"{attachment.case.code}.{media.value}"
    copy.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    copy.headers["Content-Security-Policy"] = SHUT_IN
    copy.headers["X-Content-Type-Options"] = "nosniff"
    return copy


@page(Audience.MEMBERS, writes=True, finds=queries.attachment_of_file, look="attachment.asked_for")
def attachment_mistaken(request: PageRequest, attachment: Attachment) -> HttpResponse:
    return pressed(
        request,
        do=lambda: actions.mark_attachment_mistaken(
            attachment=attachment, by=request.member, now=clock.now()
        ),
        said=_("Đã đánh dấu ghi nhầm."),
        to=reverse("cases:attachments", args=[attachment.case.code]),
    )
