"""What is asked of somebody who tells something, and of the desk that reads it."""

import uuid
from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_lazy as public_

from ketnoi.foundation.flood import PublicForm
from ketnoi.foundation.inputs import Choose, Form, LineField, Pick, TextField, UploadField
from ketnoi.foundation.uploads import Fit, Media
from ketnoi.vigilance import rules
from ketnoi.vigilance.terms import TYPED, Credibility, Outcome, Sign, Standing

MOST = 4000
WHAT = public_("Bạn thấy điều gì?")
WHERE = public_("Ở đâu, khi nào?")
WHO = public_("Ai, hoặc cái gì? Số điện thoại, trang mạng, biển số xe")
IF_KNOWN = public_("Không biết thì để trống.")
ASK_WHAT = public_("Hãy ghi điều bạn thấy, vài chữ cũng được.")
NO_RECEIPT = public_("Mã gồm 16 chữ số. Hãy xem lại từng nhóm bốn số, có thể nhầm một số.")
ONLY_PICTURES = public_("Chỉ nhận ảnh JPG, PNG, WebP. Hãy chọn ảnh khác.")


class Questions(forms.Form):
    """The three questions."""

    what = TextField(label=WHAT, max_length=MOST, ask=ASK_WHAT)
    place = TextField(label=WHERE, help_text=IF_KNOWN, max_length=MOST, required=False)
    who = TextField(label=WHO, help_text=IF_KNOWN, max_length=MOST, required=False)


class TipForm(Questions, PublicForm):
    """A tip of the public: three questions, and none of them is who tells it."""

    purpose = "tip"


class ReceiptField(LineField):
    """The sixteen digits of a receipt."""

    def clean(self, value: Any) -> str:
        """The digits alone; a slip is noticed here."""
        digits = rules.read_receipt(str(super().clean(value)))
        if not digits:
            raise ValidationError(NO_RECEIPT)
        return digits


class BoxForm(PublicForm):
    """Who holds the receipt reads what was answered, and may write more."""

    purpose = "box"
    receipt = ReceiptField(
        label=public_("Mã 16 chữ số"), max_length=40, ask=public_("Hãy nhập mã bạn đã ghi lại.")
    )


class HeldForm(PublicForm):
    """Something that whoever holds the receipt adds."""

    receipt = forms.CharField(widget=forms.HiddenInput, max_length=40)


class WordForm(HeldForm):
    """A word more."""

    purpose = "word"
    words = TextField(
        label=public_("Viết thêm"), max_length=MOST, ask=public_("Hãy viết vài chữ rồi gửi.")
    )


class PictureForm(HeldForm):
    """A picture."""

    purpose = "picture"
    picture = UploadField(
        label=public_("Ảnh"),
        help_text=public_("Nơi chụp, giờ chụp và tên máy trong ảnh được xóa trước khi lưu."),
        ask=public_("Hãy chọn một ảnh."),
    )

    def clean_picture(self) -> Fit:
        """A picture and no paper."""
        found: Fit = self.cleaned_data["picture"]
        if found.media not in (Media.JPEG, Media.PNG):
            raise ValidationError(ONLY_PICTURES)
        return found


class Pressed(Form):
    """A form that is meant once: sent twice, it does one thing."""

    press = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("press", uuid.uuid4())


class TypedForm(Questions, Pressed):
    """What somebody told an officer, who types it."""

    channel = Choose(label=_("Tin đến qua"), choices=TYPED, ask=_("Hãy chọn tin đến qua đâu."))
    field_order = ("channel", "what", "place", "who")


class JudgeForm(Form):
    """How far a tip is to be believed, and where it stands."""

    credibility = Choose(
        label=_("Độ tin cậy"), choices=Credibility, ask=_("Hãy chọn độ tin cậy của tin.")
    )
    standing = Choose(label=_("Tình trạng"), choices=Standing, ask=_("Hãy chọn tình trạng."))
    same_as = Pick(label=_("Trùng với tin"), choices=[], required=False)
    why = LineField(label=_("Vì sao"), max_length=300, required=False)

    def __init__(self, *args: Any, others: Sequence[tuple[Any, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.others = {str(tip.pk): tip for tip, _name in others}
        same_as: Any = self.fields["same_as"]
        same_as.choices = [("", ""), *((str(tip.pk), name) for tip, name in others)]

    def clean_same_as(self) -> Any:
        """The tip that was picked."""
        return self.others.get(self.cleaned_data["same_as"])


class AnswerForm(Pressed):
    """What the desk answers."""

    words = TextField(
        label=_("Trả lời người báo tin"),
        help_text=_("Người báo tin đọc bằng mã. Đừng hỏi họ là ai."),
        max_length=MOST,
        ask=_("Hãy viết câu trả lời."),
    )


class SightingForm(Form):
    """Something that a tip names."""

    sign = Choose(label=_("Loại dấu hiệu"), choices=Sign, ask=_("Hãy chọn loại dấu hiệu."))
    value = LineField(
        label=_("Ghi như trong tin"), max_length=200, ask=_("Hãy ghi số, trang hoặc tên.")
    )


class HandOverForm(Form):
    """To whom a tip goes, and what of it."""

    to = Pick(label=_("Chuyển cho"), choices=[], ask=_("Hãy chọn nơi nhận."))
    words = TextField(
        label=_("Nội dung chuyển"),
        help_text=_("Bỏ những chữ có thể làm lộ người báo tin."),
        max_length=MOST,
        ask=_("Hãy ghi nội dung chuyển."),
    )

    def __init__(self, *args: Any, agencies: Sequence[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.agencies = {str(agency.pk): agency for agency in agencies}
        to: Any = self.fields["to"]
        to.choices = [("", ""), *((pk, each.name) for pk, each in self.agencies.items())]

    def clean_to(self) -> Any:
        """The agency that was picked."""
        return self.agencies.get(self.cleaned_data["to"])


class OutcomeForm(Form):
    """What came of it."""

    outcome = Choose(label=_("Kết quả"), choices=Outcome, ask=_("Hãy chọn kết quả."))
    answer = TextField(label=_("Ghi rõ"), max_length=MOST, required=False)
