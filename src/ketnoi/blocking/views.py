"""The page that says who must not know of a file, and the button that takes it back."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from ketnoi.blocking import actions, forms, queries
from ketnoi.foundation import clock
from ketnoi.foundation.asking import asked, pressed, sent
from ketnoi.foundation.page import Audience, PageRequest, page

if TYPE_CHECKING:
    from ketnoi.blocking.models import Block
    from ketnoi.cases.models import Case


def page_of(case: "Case") -> str:
    return reverse("blocking:blocks", args=[case.code])


@page(Audience.MEMBERS, writes=True, finds=queries.file_to_block, look="blocks.opened")
def blocks(request: PageRequest, case: "Case") -> HttpResponse:
    offer = queries.who_may_be_blocked(case)
    return asked(
        request,
        forms.Blocking(sent(request), offered=offer.choices(_("Cả đơn vị"))),
        do=lambda whom, **said: actions.keep_out(
            case=case, **offer.chosen(whom), by=request.member, now=clock.now(), **said
        ),
        said=_("Đã chặn. Người bị chặn không được báo."),
        to=page_of(case),
        template="blocking/blocks.html",
        case=case,
        blocks=queries.blocks_of(case, request.member),
        heading=_("Ai không được xem hồ sơ {code}").format(code=case.code),
        button=_("Chặn"),
        back=reverse("cases:who", args=[case.code]),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.block_of_file, look="blocks.opened")
def unblock(request: PageRequest, block: "Block") -> HttpResponse:
    return pressed(
        request,
        do=lambda: actions.unblock(block=block, by=request.member, now=clock.now()),
        said=_("Đã bỏ chặn."),
        to=page_of(block.case),
    )
