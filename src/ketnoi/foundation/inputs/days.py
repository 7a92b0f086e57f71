"""Days and years of birth."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as public_

from ketnoi.foundation import clock
from ketnoi.foundation.inputs.asking import QUIET, Asking, Reading, one_line
from ketnoi.foundation.vietnamese import Unreadable
from ketnoi.foundation.vietnamese.dates import (
    BirthYear,
    format_day,
    parse_birth_year,
    parse_day,
    parse_day_text,
)

Limit = date | Callable[[], date] | None
PARTS = ((public_("Ngày"), 2), (public_("Tháng"), 2), (public_("Năm"), 4))
A_PART = 2


class DayBoxes(forms.MultiWidget):
    """Three boxes: day, month, year."""

    use_fieldset = True

    def __init__(self) -> None:
        super().__init__([_box(*part) for part in PARTS])

    def decompress(self, value: date | None) -> list[int | None]:
        return [value.day, value.month, value.year] if value else [None, None, None]


class DayField(Asking):
    """A day. A whole date typed or pasted into the first box is read as well.

    earliest, latest: a day, or a function that gives it, such as `clock.today`.
    """

    widget = DayBoxes
    default_error_messages = {
        "required": public_("Hãy nhập ngày."),
        "earliest": public_("Hãy nhập ngày từ %(day)s trở đi."),
        "latest": public_("Hãy nhập ngày không muộn hơn %(day)s."),
    }

    def __init__(self, *, earliest: Limit = None, latest: Limit = None, **kwargs: Any) -> None:
        self.earliest, self.latest = earliest, latest
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> date | None:
        if value is None or isinstance(value, date):
            return value
        first, *rest = [one_line(part) for part in value]
        if not first and not any(rest):
            return None
        try:
            whole = len(first) > A_PART and not any(rest)
            return parse_day_text(first) if whole else parse_day(first, *rest)
        except Unreadable as refusal:
            raise ValidationError(str(refusal), code="unreadable") from None

    def validate(self, value: date | None) -> None:
        super().validate(value)
        earliest, latest = _day(self.earliest), _day(self.latest)
        if value and earliest and value < earliest:
            self._refuse("earliest", earliest)
        if value and latest and value > latest:
            self._refuse("latest", latest)

    def _refuse(self, code: str, day: date) -> None:
        raise ValidationError(self.error_messages[code], code, {"day": format_day(day)})


class YearField(Reading):
    """A year of birth or an age, also "khoảng"; gives a `BirthYear`."""

    default_error_messages = {"required": public_("Hãy nhập năm sinh hoặc tuổi.")}
    nothing = None

    def read(self, text: str) -> BirthYear:
        return parse_birth_year(text, today=clock.today())

    def prepare_value(self, value: Any) -> Any:
        """A known year as one would type it."""
        if not isinstance(value, tuple):
            return value
        return f"khoảng {value[0]}" if value[1] else value[0]

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return QUIET | {"size": 14}


def _box(label: Promise, size: int) -> forms.TextInput:
    return forms.TextInput(QUIET | {"inputmode": "numeric", "size": size, "data-label": label})


def _day(limit: Limit) -> date | None:
    return limit() if callable(limit) else limit
