"""What a drive did: written by one officer, looked at by another."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.utils.translation import gettext as _

from ketnoi.drives import actions, forms, queries
from ketnoi.drives.views.drives import RUNNERS, SEEN, page_of
from ketnoi.foundation import clock
from ketnoi.foundation.asking import asked, pressed, sent
from ketnoi.foundation.page import Audience, PageRequest, page

if TYPE_CHECKING:
    from ketnoi.drives.models import Drive, Evidence


@page(Audience.MEMBERS, writes=True, finds=queries.drive, look=SEEN, roles=RUNNERS)
def evidence(request: PageRequest, drive: "Drive") -> HttpResponse:
    return asked(
        request,
        forms.EvidenceForm(sent(request)),
        do=lambda **said: actions.write_evidence(
            drive=drive, by=request.member, now=clock.now(), **said
        ),
        said=_("Đã ghi. Một cán bộ khác đọc lại rồi mới công khai."),
        to=page_of(drive),
        heading=_("Đã làm được gì"),
        intro=_("Người dân đọc câu này. Số ít hơn 5 người không hiện ra."),
        button=_("Ghi câu này"),
        back=page_of(drive),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.evidence_to_check, look=SEEN, roles=RUNNERS)
def check(request: PageRequest, evidence: "Evidence") -> HttpResponse:
    return pressed(
        request,
        do=lambda: actions.check_evidence(evidence=evidence, by=request.member, now=clock.now()),
        said=_("Đã công khai."),
        to=page_of(evidence.drive_id),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.evidence_to_check, look=SEEN, roles=RUNNERS)
def drop(request: PageRequest, evidence: "Evidence") -> HttpResponse:
    return pressed(
        request,
        do=lambda: actions.drop_evidence(evidence=evidence, by=request.member, now=clock.now()),
        said=_("Đã bỏ câu này."),
        to=page_of(evidence.drive_id),
    )
