"""The six questions."""

from typing import Any
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from ketnoi.agencies.terms import Purpose
from ketnoi.cases.terms import Channel
from ketnoi.foundation.inputs import (
    Choose,
    Form,
    LineField,
    LookUpField,
    NameField,
    PhoneField,
    TextField,
    Tick,
    TickBoxes,
    YearField,
)
from ketnoi.foundation.vietnamese import Unreadable
from ketnoi.foundation.vietnamese.papers import parse_paper
from ketnoi.intake.terms import Danger, Recorded
from ketnoi.people.terms import WhoAnswers
from ketnoi.places import queries as places


class Intake(Form):
    """At most six questions; all may be skipped but the last."""

    once = forms.CharField(widget=forms.HiddenInput, required=False, initial=uuid4, max_length=36)
    callback = forms.CharField(widget=forms.HiddenInput, required=False, max_length=36)
    called = NameField(
        label=_("1. Gọi chị ấy thế nào cho an toàn"),
        help_text=_("Tên thường gọi hoặc bí danh. Để trống cũng được."),
        required=False,
    )
    birth = YearField(
        label=_("Năm sinh hoặc tuổi"),
        help_text=_("Khoảng bao nhiêu cũng được. Để trống cũng được."),
        required=False,
    )
    known = LineField(
        label=_("Số giấy tờ hoặc mã hồ sơ cũ"),
        help_text=_("Chỉ ghi khi chị ấy đưa sẵn. Để tìm xem đã có hồ sơ chưa."),
        required=False,
    )
    number = PhoneField(
        label=_("2. Gọi lại cho chị ấy số nào thì an toàn"),
        help_text=_("Chỉ ghi số mà chị ấy đồng ý."),
        required=False,
    )
    who_answers = Choose(label=_("Ai có thể nghe máy số này"), choices=WhoAnswers, required=False)
    safe_hours = LineField(
        label=_("Giờ gọi an toàn"), help_text=_("Ví dụ 10 đến 11 giờ"), required=False
    )
    message_ok = Tick(label=_("Được để lại lời nhắn ở số này"), required=False)
    needs = TickBoxes(label=_("3. Chị ấy cần gì trước hết"), choices=Purpose, required=False)
    danger = Choose(
        label=_("4. Chị ấy có đang nguy hiểm không"),
        help_text=_("Nếu nguy hiểm ngay lúc này: gọi 113 trước, ghi sau."),
        choices=Danger,
        required=False,
    )
    commune = LookUpField(
        label=_("5. Chị ấy đang ở xã, phường nào"),
        help_text=_("Gõ không dấu cũng được, tên cũ cũng được."),
        find=places.communes_like,
        url="places:communes_like",
        required=False,
    )
    recorded = Choose(
        label=_("6. Chị ấy có đồng ý cho ghi lại không"),
        help_text=_("Mục này cần trả lời."),
        choices=Recorded,
        ask=_("Hãy chọn một câu trả lời."),
    )
    vital_reason = TextField(
        label=_("Điều gì đang đe dọa tính mạng"),
        help_text=_("Chỉ ghi khi chọn mục cuối ở câu 6."),
        required=False,
    )
    channel = Choose(label=_("Chị ấy đến bằng cách nào"), choices=Channel, required=False)

    def clean_known(self) -> str:
        """A paper or a file code in its one form; anything else is asked for again."""
        known = self.cleaned_data["known"].upper()
        if not known or known.startswith("KN"):
            return known
        try:
            return parse_paper(known)[1]
        except Unreadable as refusal:
            raise ValidationError(str(refusal), code="unreadable") from None

    def clean(self) -> dict[str, Any]:
        """Answers that were skipped, as the file keeps them; a reason where one is needed."""
        cleaned = super().clean() or {}
        cleaned["danger"] = cleaned.get("danger") or Danger.UNKNOWN
        cleaned["who_answers"] = cleaned.get("who_answers") or WhoAnswers.UNKNOWN
        cleaned["channel"] = cleaned.get("channel") or Channel.PHONE
        if cleaned.get("recorded") == Recorded.VITAL and not cleaned.get("vital_reason"):
            self.add_error("vital_reason", _("Hãy ghi điều đang đe dọa tính mạng."))
        return cleaned
