"""Hours of the day."""

import re
from datetime import time
from typing import Any

from django.utils.translation import gettext_lazy as _

from ketnoi.foundation.inputs.asking import QUIET, Reading
from ketnoi.foundation.vietnamese import Unreadable
from ketnoi.foundation.vietnamese.text import fold, plain_digits

HOUR = re.compile(r"(\d{1,2})(?:\s*(?:[:.,hg]|gio)\s*(\d{1,2})?\s*(?:phut|ph|p)?)?")
HOW = _("Hãy ghi giờ như 14:30 hoặc 9 giờ.")


class HourField(Reading):
    """An hour of the day as people write it: 14:30, 14h30, 14 giờ 30, 9 giờ."""

    default_error_messages = {"required": HOW}
    nothing = None

    def read(self, text: str) -> time:
        found = HOUR.fullmatch(fold(plain_digits(text)))
        try:
            return time(int(found[1]), int(found[2] or 0)) if found else self._refuse()
        except ValueError:
            return self._refuse()

    def prepare_value(self, value: Any) -> Any:
        return f"{value:%H:%M}" if isinstance(value, time) else value

    def widget_attrs(self, widget: Any) -> dict[str, Any]:
        return QUIET | {"size": 8}

    def _refuse(self) -> time:
        raise Unreadable(HOW)
