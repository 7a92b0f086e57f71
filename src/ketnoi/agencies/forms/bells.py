"""What is asked of who wants to be told by a number."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ketnoi.foundation.inputs import Form, PhoneField
from ketnoi.foundation.inputs.asking import Reading
from ketnoi.foundation.links import CODE_DIGITS
from ketnoi.foundation.vietnamese import Unreadable, phones


class MobileField(PhoneField):
    """The number of a mobile phone in Viet Nam."""

    def read(self, text: str) -> str:
        number = super().read(text)
        if not phones.is_mobile(number):
            raise Unreadable(_("Hãy ghi số di động ở Việt Nam, ví dụ 0912 345 678."))
        return number


class GiveNumber(Form):
    """By which number a member is told that something waits."""

    number = MobileField(label=_("Số di động"), ask=_("Hãy ghi số di động."))


class CodeField(Reading):
    """Six digits, however they are grouped."""

    def read(self, text: str) -> str:
        code = text.replace(" ", "")
        if not re.fullmatch(rf"[0-9]{{{CODE_DIGITS}}}", code):
            raise Unreadable(_("Mã gồm 6 chữ số, ví dụ 123 456."))
        return code

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {"autocomplete": "one-time-code", "inputmode": "numeric", "size": 8}


class SayCode(Form):
    """The code that was sent to a number."""

    code = CodeField(label=_("Mã gồm 6 chữ số"), ask=_("Hãy nhập mã vừa nhận."))
