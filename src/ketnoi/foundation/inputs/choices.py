"""Questions with given answers."""

from typing import Any

from django import forms
from django.http import Http404
from django.utils.translation import gettext_lazy as public_

from ketnoi.foundation.inputs.asking import Asking

PICK_ONE = public_("Hãy chọn một mục trong danh sách.")
UNSAID = ("", public_("Chưa muốn cho biết"))


class Choose(Asking, forms.ChoiceField):
    """One answer out of a few, all in sight. With `skip` she may leave it unsaid."""

    widget: Any = forms.RadioSelect
    default_error_messages = {"required": PICK_ONE, "invalid_choice": PICK_ONE}

    def __init__(self, *, choices: Any, skip: bool = False, **kwargs: Any) -> None:
        if skip:
            choices, kwargs = [*_pairs(choices), UNSAID], {"required": False} | kwargs
        super().__init__(choices=choices, **kwargs)


class ChooseRecord(Choose):
    """One record out of those that may be chosen; any other is as if it were not there (404)."""

    def validate(self, value: Any) -> None:
        """An id that is not in sight was not offered by this page."""
        if value and not self.valid_value(value):
            raise Http404
        super().validate(value)


class Pick(Choose):
    """One answer out of many, in a list that opens."""

    widget = forms.Select

    def __init__(self, *, choices: Any, nothing: Any = "", **kwargs: Any) -> None:
        super().__init__(choices=[("", nothing), *_pairs(choices)], **kwargs)


class TickBoxes(Asking, forms.MultipleChoiceField):
    """Any number of answers."""

    widget = forms.CheckboxSelectMultiple
    default_error_messages = {
        "required": public_("Hãy chọn ít nhất một mục."),
        "invalid_choice": PICK_ONE,
        "invalid_list": PICK_ONE,
    }


class Tick(Asking, forms.BooleanField):
    """One box to tick."""

    default_error_messages = {"required": public_("Hãy đánh dấu ô này để tiếp tục.")}


def _pairs(choices: Any) -> list[tuple[Any, Any]]:
    return list(getattr(choices, "choices", choices))
