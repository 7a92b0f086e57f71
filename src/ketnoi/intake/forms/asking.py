"""What is asked of somebody who wants to be called: one thing on each page, nearly all skippable.

What was answered before rides along in the page itself: nothing is kept before the last press.
"""

from copy import deepcopy
from typing import Any

from django.utils.translation import gettext_lazy as public_

from ketnoi.foundation.inputs import Choose, Form, LineField, NameField, PhoneField, StampedForm
from ketnoi.intake.terms import IfAnother, MayAnswer

LONGEST = 120


def refuse_unreachable(form: Form, said: dict[str, Any]) -> dict[str, Any]:
    """Whoever names no way at all is asked for one."""
    if not form.errors and not (said.get("number") or said.get("other_way")):
        form.add_error("number", public_("Hãy ghi một số, hoặc một cách khác bên dưới."))
    return said


class Step(Form):
    """One page of questions."""


class Called(Step):
    """How to address her."""

    called = NameField(
        label=public_("Chúng tôi gọi bạn là gì"),
        help_text=public_("Tên nào cũng được, không cần tên thật. Để trống cũng được."),
        max_length=LONGEST,
        required=False,
    )


class Reached(Step):
    """Where to call her, or how else."""

    number = PhoneField(
        label=public_("Gọi số nào thì an toàn"),
        help_text=public_("Số nào đã nhờ đừng gọi thì chúng tôi không gọi."),
        required=False,
    )
    other_way = LineField(
        label=public_("Hoặc cách khác an toàn hơn"),
        help_text=public_("Ví dụ: nhắn qua cô trạm y tế xã."),
        max_length=LONGEST,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """One way to reach her is needed, whichever it is."""
        return refuse_unreachable(self, super().clean() or {})


class Safely(Step):
    """When to call, who may answer, and what to say then."""

    safe_hours = LineField(
        label=public_("Giờ nào gọi thì an toàn"),
        help_text=public_("Ví dụ 9 đến 11 giờ sáng. Để trống thì chúng tôi gọi giờ làm việc."),
        max_length=LONGEST,
        required=False,
    )
    may_answer = Choose(
        label=public_("Ai có thể nghe máy số này"), choices=MayAnswer, required=False
    )
    if_another = Choose(
        label=public_("Nếu người khác nghe máy, chúng tôi nói"),
        choices=IfAnother,
        required=False,
    )
    code_word = LineField(
        label=public_("Câu để bạn nhận ra chúng tôi"),
        help_text=public_("Người gọi sẽ nói câu này trước. Ví dụ: lúa chín. Để trống cũng được."),
        max_length=LONGEST,
        required=False,
    )


STEPS: tuple[type[Step], ...] = (Called, Reached, Safely)


class Ask(StampedForm):
    """Every question at once, as it is sent with the last press."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for step in STEPS:
            self.fields.update(deepcopy(step.base_fields))

    def clean(self) -> dict[str, Any]:
        """What each page asks for by itself is asked for here too."""
        return refuse_unreachable(self, super().clean() or {})


RIDES_ALONG = ("stamp", "website")


def shown_at(step: int) -> tuple[str, ...]:
    """The fields that are asked on a page; none on the page on which all is looked at."""
    return tuple(STEPS[step - 1].base_fields) if step <= len(STEPS) else ()


def carried(typed: Any, *, step: int) -> list[tuple[str, str]]:
    """What was answered on other pages, and the stamp of the form, to be sent along."""
    names = [*RIDES_ALONG, *(name for each in STEPS for name in each.base_fields)]
    here = shown_at(step)
    return [(name, typed.get(name, "")) for name in names if name not in here]
