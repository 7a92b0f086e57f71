"""Words: a line, a name, a text of several lines."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as public_

from ketnoi.foundation.inputs.asking import QUIET, Asking, one_line
from ketnoi.foundation.vietnamese.text import nfc

LONGEST_LINE, LONGEST_TEXT = 200, 4000


class LineField(Asking, forms.CharField):
    """One line of words."""

    default_error_messages = {
        "required": public_("Hãy điền mục này."),
        "max_length": public_("Hãy viết ngắn hơn, nhiều nhất %(limit_value)d ký tự."),
    }
    longest = LONGEST_LINE

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", self.longest)
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> str:
        return one_line(value)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return QUIET


class NameField(LineField):
    """A name, kept as it is typed; browsers neither store nor correct it."""

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return QUIET | {"spellcheck": "false", "autocapitalize": "words"}


class TextField(LineField):
    """A text of several lines."""

    widget = forms.Textarea
    longest = LONGEST_TEXT

    def to_python(self, value: Any) -> str:
        lines = nfc(str(value or "")).replace("\x00", "").splitlines()
        return "\n".join(line.rstrip() for line in lines).strip()

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return QUIET | {"rows": 4, "cols": 40}
