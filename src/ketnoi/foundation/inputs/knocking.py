"""The code that belongs to a one-time link."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from ketnoi.foundation.inputs.form import Form
from ketnoi.foundation.inputs.lines import LineField


class CodeField(LineField):
    """A code of six digits, as it was told by phone; spaces do not matter."""

    default_error_messages = {"required": _("Hãy nhập mã gồm sáu chữ số.")}

    def to_python(self, value: Any) -> str:
        """The digits alone."""
        return "".join(super().to_python(value).split())

    def widget_attrs(self, widget: Any) -> dict[str, Any]:
        """The keyboard of digits; no browser keeps what was typed."""
        return super().widget_attrs(widget) | {"inputmode": "numeric", "size": 8}


class Knocking(Form):
    """The code that whoever issued the link told by phone."""

    code = CodeField(label=_("Mã gồm sáu chữ số"), help_text=_("Nơi gửi đã đọc cho bạn nghe."))
