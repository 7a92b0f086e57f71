"""What she wants, the steps to it, and what came of them."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from ketnoi.foundation import clock
from ketnoi.foundation.inputs import Choose, DayField, Form, Pick, TextField
from ketnoi.support.terms import Area, GoalEnd, StepOutcome

MOST_WORDS = 400


class GoalForm(Form):
    """What she wants, in her own words."""

    area = Choose(label=_("Về điều gì"), choices=Area, ask=_("Hãy chọn điều này về việc gì."))
    words = TextField(
        label=_("Chị ấy mong muốn điều gì"),
        help_text=_("Ghi đúng lời chị ấy. Không ghi nơi tạm lánh."),
        max_length=MOST_WORDS,
        ask=_("Hãy ghi điều chị ấy mong muốn."),
    )


class ChangeForm(Form):
    """Who does it, and until when."""

    agency = Pick(label=_("Nơi làm"), choices=[], ask=_("Hãy chọn nơi làm bước này."))
    due_on = DayField(
        label=_("Xong trước hết ngày"), earliest=clock.today, ask=_("Hãy nhập ngày phải xong.")
    )

    def __init__(self, *args: Any, offered: Sequence[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offered = {str(agency.pk): agency for agency in offered}
        choices = [(pk, agency.name) for pk, agency in self.offered.items()]
        self.fields["agency"].choices = [("", ""), *choices]  # type: ignore[attr-defined]

    def clean_agency(self) -> Any:
        """The agency that was picked."""
        return self.offered[self.cleaned_data["agency"]]


class StepForm(ChangeForm):
    """What is done next, by whom, until when."""

    words = TextField(
        label=_("Việc cần làm"),
        help_text=_("Nơi làm bước này đọc được, cùng với điều chị ấy mong muốn."),
        max_length=MOST_WORDS,
        ask=_("Hãy ghi việc cần làm."),
    )
    field_order = ("words", "agency", "due_on")


class ReportForm(Form):
    """What came of a step."""

    outcome = Choose(label=_("Kết quả"), choices=StepOutcome, ask=_("Hãy chọn kết quả."))
    told = TextField(label=_("Kết quả ra sao"), max_length=MOST_WORDS, required=False)


class ReviewForm(Form):
    """When the plan is looked at again."""

    next_on = DayField(
        label=_("Xem lại lần sau vào ngày"),
        earliest=clock.today,
        ask=_("Hãy nhập ngày xem lại lần sau."),
    )


class GoalEndForm(Form):
    """Why it is no longer worked for."""

    end = Choose(label=_("Vì sao kết thúc"), choices=GoalEnd, ask=_("Hãy chọn vì sao kết thúc."))
