"""What is asked when she could not pay: another schedule, a pause, forgiveness, or to ask again."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from ketnoi.foundation import clock
from ketnoi.foundation.inputs import CountField, DayField, Form, Pick
from ketnoi.foundation.inputs import TextField as Words
from ketnoi.lending import rules
from ketnoi.lending.forms.lending import MOST_WORDS, TIMES, Pressed
from ketnoi.lending.terms import Every, Why

ASK_WHY = _("Hãy chọn điều gần nhất với lời chị ấy.")
MONTHS = _("số tháng")


def said() -> Words:
    """Her own words, if she wants them written down."""
    return Words(
        label=_("Chị ấy nói gì"),
        help_text=_("Nơi cho vay và nơi giữ hồ sơ đọc được. Không cần ghi hết."),
        max_length=MOST_WORDS,
        required=False,
    )


class ScheduleForm(Pressed):
    """Another schedule for what is still owed."""

    why = Pick(label=_("Chuyện gì đã xảy ra"), choices=Why, ask=ASK_WHY)
    first_due_on = DayField(
        label=_("Ngày trả đầu tiên"), earliest=clock.today, ask=_("Hãy nhập ngày trả đầu tiên.")
    )
    count = CountField(label=_("Số lần trả"), what=TIMES, ask=_("Hãy nhập số lần trả."))
    every = Pick(label=_("Bao lâu trả một lần"), choices=Every, ask=_("Hãy chọn một mục."))
    words = said()

    def clean(self) -> dict[str, Any]:
        """How it is to be paid back, in one piece."""
        told = super().clean() or self.cleaned_data
        if self.errors:
            return told
        days = told.pop("first_due_on"), told.pop("count"), int(told.pop("every"))
        return {"wanted": rules.Wanted(*days), **told}


class PauseForm(Pressed):
    """Some months without paying."""

    why = Pick(label=_("Chuyện gì đã xảy ra"), choices=Why, ask=ASK_WHY)
    months = CountField(label=_("Tạm dừng mấy tháng"), what=MONTHS, ask=_("Hãy nhập số tháng."))
    words = said()


class ForgiveForm(Form):
    """Why the rest need not be paid."""

    why = Pick(label=_("Chuyện gì đã xảy ra"), choices=Why, ask=ASK_WHY)
    words = said()


class AskAgainForm(Form):
    """The day on which somebody asks again."""

    on = DayField(
        label=_("Hỏi thăm lại ngày"), earliest=clock.today, ask=_("Hãy nhập ngày hỏi thăm lại.")
    )


class YesForm(Pressed):
    """Nothing but a yes is asked."""


class DecideForm(Form):
    """A lead agrees; nothing is typed."""
