"""What is typed about appointments and sessions."""

from datetime import datetime
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from ketnoi.foundation import clock
from ketnoi.foundation.inputs import (
    Choose,
    DayField,
    Form,
    HourField,
    Pick,
)
from ketnoi.osso.terms import CallAnswer, Category, Channel, Why

WHYS = [choice for choice in Why.choices if choice[0] != Why.ENDED]
LASTS = (15, 30, 45, 60, 90, 120, 180)


class Timed(Form):
    """A day and an hour to come."""

    day = DayField(label=_("Ngày hẹn"), earliest=clock.today)
    hour = HourField(label=_("Giờ hẹn"), help_text=_("Ví dụ 14:30"), ask=_("Hãy ghi giờ hẹn."))

    def clean(self) -> dict[str, Any]:
        """The moment they meet."""
        said = super().clean() or {}
        day, hour = said.pop("day", None), said.pop("hour", None)
        meets = datetime.combine(day, hour, tzinfo=clock.ZONE) if day and hour else None
        return {**said, "starts_at": meets}


class Meeting(Timed):
    """When they meet, about what, and how."""

    category = Choose(label=_("Về việc gì"), choices=Category, ask=_("Hãy chọn một mục."))
    channel = Choose(label=_("Gặp ở đâu"), choices=Channel, ask=_("Hãy chọn nơi gặp."))
    field_order = ("category", "day", "hour", "channel")


class Moving(Timed):
    """Another hour, and why."""

    why = Choose(label=_("Vì sao đổi"), choices=WHYS, ask=_("Hãy chọn lý do."))


class CallingOff(Form):
    """Why nobody meets."""

    why = Choose(label=_("Vì sao hủy"), choices=WHYS, ask=_("Hãy chọn lý do."))


class CallingBack(Timed):
    """What the call brought; a day and an hour where she wants to come after all."""

    answer = Choose(
        label=_("Cuộc gọi thế nào"), choices=CallAnswer, ask=_("Hãy chọn một câu trả lời.")
    )
    day = DayField(label=_("Ngày hẹn mới"), earliest=clock.today, required=False)
    hour = HourField(label=_("Giờ hẹn mới"), help_text=_("Ví dụ 14:30"), required=False)
    field_order = ("answer", "day", "hour")

    def clean(self) -> dict[str, Any]:
        """A new appointment needs its day and hour; nothing else does."""
        said = super().clean()
        is_new = said.get("answer") == CallAnswer.NEW_DAY
        if is_new and said["starts_at"] is None and not self.errors:
            self.add_error("day", _("Hãy ghi ngày và giờ hẹn mới."))
        return said if is_new else {**said, "starts_at": None}


class WithClient(Form):
    """Who was the client: she herself, or somebody of her family."""

    client = Choose(label=_("Tư vấn cho ai"), choices=[], required=False)
    minutes = Pick(
        label=_("Khoảng bao nhiêu phút"), choices=[(str(n), str(n)) for n in LASTS], required=False
    )

    def __init__(self, *args: Any, family: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.family = {str(tie.pk): tie for tie in family}
        offered: Any = self.fields["client"]
        named = [(pk, _name(tie)) for pk, tie in self.family.items()]
        offered.choices = [("", _("Chính chị ấy")), *named]

    def clean(self) -> dict[str, Any]:
        """The tie itself, or nobody: she herself."""
        said = super().clean() or {}
        minutes = int(said["minutes"]) if said.get("minutes") else None
        return {**said, "client": self.family.get(said.get("client") or ""), "minutes": minutes}


class Keeping(WithClient):
    """They met."""

    channel = Choose(label=_("Gặp thế nào"), choices=Channel, ask=_("Hãy chọn cách gặp."))
    field_order = ("channel", "client", "minutes")


class Holding(WithClient):
    """A session without an appointment."""

    once = forms.CharField(widget=forms.HiddenInput, required=False, initial=uuid4, max_length=36)
    category = Pick(label=_("Tư vấn về việc gì"), choices=Category, ask=_("Hãy chọn một mục."))
    channel = Choose(label=_("Gặp thế nào"), choices=Channel, ask=_("Hãy chọn cách gặp."))
    held_on = DayField(label=_("Ngày tư vấn"), latest=clock.today)
    field_order = ("once", "category", "channel", "held_on", "client", "minutes")


class Mistaking(Form):
    """It was a mistake: nothing but a yes is asked."""


def _name(tie: Any) -> str:
    called = tie.relative.called.open()
    return f"{tie.get_kind_display()}: {called}" if called else str(tie.get_kind_display())
