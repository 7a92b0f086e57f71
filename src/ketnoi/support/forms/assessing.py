"""How she lives: one question for each part of a life, one scale for all of them."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from ketnoi.foundation import clock
from ketnoi.foundation.inputs import Choose, DayField, Form, TextField
from ketnoi.support.rules import Said
from ketnoi.support.terms import NOT_ASKED, QUESTIONS, Area, Level, Occasion

MOST_WORDS = 600
WORDS = "{}_words"


class AssessmentForm(Form):
    """When she was asked, and for each part a step of the scale and her words."""

    occasion = Choose(
        label=_("Hỏi vào dịp nào"), choices=Occasion, ask=_("Hãy chọn hỏi vào dịp nào.")
    )
    asked_on = DayField(
        label=_("Ngày hỏi"), latest=clock.today, ask=_("Hãy nhập ngày đã hỏi chị ấy.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for area in Area:
            self.fields[area.value] = Choose(
                label=area.label,
                help_text=QUESTIONS[area],
                choices=[*Level.choices, ("", NOT_ASKED)],
                required=False,
                initial="",
            )
            self.fields[WORDS.format(area.value)] = TextField(
                label=_("Lời chị ấy: {area}").format(area=area.label),
                max_length=MOST_WORDS,
                required=False,
            )

    def clean(self) -> dict[str, Any]:
        """What she said, part by part."""
        typed = super().clean() or {}
        said = {
            area: Said(typed.pop(area, ""), typed.pop(WORDS.format(area), ""))
            for area in Area.values
        }
        return {**typed, "said": said}
