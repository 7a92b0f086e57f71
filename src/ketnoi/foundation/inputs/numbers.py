"""Numbers with a meaning: telephones, papers, sums of money."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_lazy as public_

from ketnoi.foundation.inputs.asking import QUIET, Reading
from ketnoi.foundation.vietnamese import Unreadable, money, papers, phones

MOST_COUNTED = 999
PLACES = _("số chỗ")


class PhoneField(Reading):
    """A telephone number, kept as +84…; hotlines where `allow_hotlines` says so."""

    widget = forms.TextInput(attrs={"type": "tel"})
    default_error_messages = {"required": public_("Hãy nhập số điện thoại.")}

    def __init__(self, *, allow_hotlines: bool = False, **kwargs: Any) -> None:
        self.allow_hotlines = allow_hotlines
        super().__init__(**kwargs)

    def read(self, text: str) -> str:
        return phones.parse_phone(text, allow_hotlines=self.allow_hotlines)

    def prepare_value(self, value: Any) -> Any:
        """A number that can be read is shown in groups, anything else as it was typed."""
        try:
            return phones.format_phone(phones.parse_phone(value or "", allow_hotlines=True))
        except Unreadable:
            return value

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return QUIET | {"inputmode": "tel", "size": 20}


class CountField(Reading):
    """How many there are: a whole number, from `least` to 999."""

    nothing = None

    def __init__(self, *, least: int = 1, what: Any = PLACES, **kwargs: Any) -> None:
        self.least, self.what = least, what
        super().__init__(**kwargs)

    def read(self, text: str) -> int:
        if not text.isdecimal() or not self.least <= int(text) <= MOST_COUNTED:
            said = public_("Hãy nhập %(what)s bằng chữ số, từ %(least)s đến 999.")
            raise Unreadable(said % {"what": self.what, "least": self.least})
        return int(text)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return QUIET | {"inputmode": "numeric", "size": 4}


class PaperNumberField(Reading):
    """The number of a CCCD, an old CMND or a passport. `papers.parse_paper` tells which."""

    default_error_messages = {"required": public_("Hãy nhập số giấy tờ.")}

    def read(self, text: str) -> str:
        return papers.parse_paper(text)[1]

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return QUIET | {"spellcheck": "false", "size": 20}


class MoneyField(Reading):
    """A sum in whole đồng."""

    default_error_messages = {"required": public_("Hãy nhập số tiền.")}
    nothing = None

    def read(self, text: str) -> int:
        return money.parse_money(text)

    def prepare_value(self, value: Any) -> Any:
        """A stored sum is shown with its points, anything typed as it was typed."""
        return money.format_money(value) if isinstance(value, int) else value

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return QUIET | {"size": 20}
