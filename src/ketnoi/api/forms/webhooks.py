"""What is asked of who lets a program be told."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ketnoi.foundation.inputs import Form
from ketnoi.foundation.inputs.asking import Asking

WRONG = _("Hãy viết địa chỉ như https://benh-vien.vn/ket-noi.")


class AddressField(Asking, forms.URLField):
    """The address of a program."""

    default_error_messages = {"invalid": WRONG}

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=300, assume_scheme="https", **kwargs)


class BeginWebhook(Form):
    """Where a program listens."""

    url = AddressField(
        label=_("Địa chỉ của chương trình"),
        help_text=_("Bắt đầu bằng https://. Chương trình chỉ nhận mã số, không nhận nội dung."),
        ask=WRONG,
    )
