"""How a field asks for an answer, and how it reads what was typed."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as public_

from ketnoi.foundation.vietnamese import Unreadable
from ketnoi.foundation.vietnamese.text import nfc

Sentence = str | Promise
QUIET = {"autocomplete": "off"}


class Asking(forms.Field):
    """A field that says in its own sentence what it needs."""

    default_error_messages = {"required": public_("Hãy trả lời mục này.")}

    def __init__(self, *, ask: Sentence | None = None, **kwargs: Any) -> None:
        if ask is not None:
            kwargs["error_messages"] = {"required": ask} | kwargs.get("error_messages", {})
        super().__init__(**kwargs)


class Reading(Asking):
    """A field of one line that is read into something else."""

    widget: Any = forms.TextInput
    nothing: Any = ""

    def read(self, text: str) -> Any:
        """What was meant by the text, or `Unreadable`."""
        raise NotImplementedError

    def to_python(self, value: Any) -> Any:
        text = one_line(value)
        if not text:
            return self.nothing
        try:
            return self.read(text)
        except Unreadable as refusal:
            raise ValidationError(str(refusal), code="unreadable") from None


def one_line(value: Any) -> str:
    """What was typed as one clean line: composed letters, single spaces, no control signs."""
    return " ".join("".join(c if c.isprintable() else " " for c in nfc(str(value or ""))).split())
