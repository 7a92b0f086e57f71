"""A rate as people write it: 6,6 or 6.6 or 0."""

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ketnoi.foundation.inputs.asking import QUIET, Reading
from ketnoi.foundation.vietnamese import Unreadable
from ketnoi.foundation.vietnamese.text import plain_digits

RATE = re.compile(r"(\d{1,2})(?:[.,](\d{1,2}))?\s*%?")


class RateField(Reading):
    """Percent of a year, with two places at most."""

    nothing = None

    def read(self, text: str) -> Decimal:
        """The rate, or a sentence that says what to type."""
        found = RATE.fullmatch(plain_digits(text))
        rate = Decimal(f"{found[1]}.{found[2] or 0}") if found else None
        if rate is None:
            raise Unreadable(_("Hãy nhập lãi suất bằng số, ví dụ 6,6."))
        return rate

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """A short box; telephones show digits."""
        return QUIET | {"inputmode": "decimal", "size": 6}
