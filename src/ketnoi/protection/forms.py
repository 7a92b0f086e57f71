"""What is asked when she comes to a shelter and when she leaves."""

import re
from datetime import datetime, time
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from ketnoi.foundation import clock, inputs
from ketnoi.foundation.inputs.asking import QUIET, Reading
from ketnoi.foundation.vietnamese import Unreadable
from ketnoi.foundation.vietnamese.text import fold, plain_digits
from ketnoi.protection.terms import LeftReason, LeftTo, Unit

HOUR = re.compile(r"(\d{1,2})(?:\s*(?:[:.,hg]|gio)\s*(\d{2})?)?(?:\s*phut)?")
HOW = _("Hãy nhập giờ và phút, ví dụ 22:15.")
NOT_YET = _("Giờ này chưa tới. Hãy nhập giờ không muộn hơn lúc này.")


class HourField(Reading):
    """An hour of the day as people write it: 22:15, 22h15, 22 giờ."""

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


class MomentForm(inputs.Form):
    """A day and an hour that have come."""

    on = inputs.DayField(label=_("Ngày"), latest=clock.today)
    at = HourField(label=_("Giờ"), help_text=_("Ví dụ 22:15. Giờ nào cũng ghi được."))
    as_what = "moment"

    def clean(self) -> dict[str, Any]:
        """Put day and hour together under the name the action knows."""
        super().clean()
        given = self.cleaned_data
        if given.get("on") and given.get("at") is not None:
            moment = datetime.combine(given.pop("on"), given.pop("at"), clock.ZONE)
            if moment > clock.now():
                raise ValidationError({"at": NOT_YET})
            given[self.as_what] = moment
        return given


class AdmitForm(MomentForm):
    """She comes."""

    as_what = "admitted_at"
    unit = inputs.Choose(label=_("Phòng"), choices=Unit, ask=_("Hãy chọn phòng."))
    address = inputs.TextField(
        label=_("Nơi ở"),
        help_text=_("Chỉ đơn vị bạn đọc được mục này."),
        max_length=500,
        ask=_("Hãy ghi nơi ở."),
    )
    house_rules_read = inputs.Tick(label=_("Người tạm lánh đã nghe nội quy"), required=False)


class LeaveForm(MomentForm):
    """She leaves."""

    as_what = "left_at"
    left_reason = inputs.Choose(label=_("Lý do rời"), choices=LeftReason, ask=_("Hãy chọn lý do."))
    left_to = inputs.Choose(label=_("Đi đâu"), choices=LeftTo, ask=_("Hãy chọn nơi đến."))


class ReviewForm(inputs.Form):
    """The plan was looked at again: nothing but a yes is asked."""
