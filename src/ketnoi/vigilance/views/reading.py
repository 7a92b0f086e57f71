"""What the desk does with one tip: it answers, writes down what is named, looks at a picture."""

import base64
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.utils.translation import gettext as _

from ketnoi.foundation import clock
from ketnoi.foundation.asking import asked, sent
from ketnoi.foundation.page import Audience, PageRequest, page
from ketnoi.foundation.uploads import Media
from ketnoi.vigilance import actions, forms, queries
from ketnoi.vigilance.views.desk import READERS, SEEN, page_of

if TYPE_CHECKING:
    from ketnoi.vigilance.models import Message, Tip

SHUT_IN = "sandbox; default-src 'none'"


@page(Audience.MEMBERS, writes=True, finds=queries.tip, look=SEEN, roles=READERS)
def answer(request: PageRequest, tip: "Tip") -> HttpResponse:
    return asked(
        request,
        forms.AnswerForm(sent(request)),
        do=lambda **said: actions.answer_tip(tip=tip, by=request.member, now=clock.now(), **said),
        said=_("Đã gửi. Người báo tin đọc được bằng mã."),
        to=page_of(tip),
        heading=_("Trả lời người báo tin"),
        button=_("Gửi trả lời"),
        back=page_of(tip),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.tip, look=SEEN, roles=READERS)
def sight(request: PageRequest, tip: "Tip") -> HttpResponse:
    return asked(
        request,
        forms.SightingForm(sent(request)),
        do=lambda **said: actions.note_sighting(
            tip=tip, by=request.member, now=clock.now(), **said
        ),
        said=_("Đã ghi dấu hiệu. Tin khác nêu cùng dấu hiệu hiện ở trang này."),
        to=page_of(tip),
        heading=_("Ghi dấu hiệu có trong tin"),
        button=_("Ghi dấu hiệu"),
        back=page_of(tip),
    )


@page(Audience.MEMBERS, finds=queries.picture, look="tip.picture_opened", roles=READERS)
def kept_picture(request: PageRequest, message: "Message") -> HttpResponse:
    media = Media(message.media)
    copy = HttpResponse(base64.b64decode(message.picture.open()), content_type=media.mime)
    copy.headers["Content-Disposition"] = f'attachment; filename="anh.{media.value}"'
    copy.headers["Content-Security-Policy"] = SHUT_IN
    copy.headers["X-Content-Type-Options"] = "nosniff"
    return copy
