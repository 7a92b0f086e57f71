"""A form of the public side that may be asked for one step more, and loses nothing by it."""

from typing import Any

from django.core.exceptions import ValidationError

from ketnoi.foundation import clock
from ketnoi.foundation.inputs.form import Form
from ketnoi.foundation.inputs.stamped import LONGEST, QUICKEST, TOO_OLD, StampedForm

PURPOSE = "form"


class PublicForm(StampedForm):
    """What was cleaned has the number of the form as `key`: the same form sent twice has the same.

    Too quick, or a field filled in that nobody sees: that is no reason to refuse a person whose
    browser fills in forms for her, and is reason enough for one step more.
    """

    purpose = PURPOSE
    is_odd = False

    def clean(self) -> dict[str, Any]:
        """The number of the form; one that lay open for long is sent again with one press."""
        said = Form.clean(self) or {}
        key, opened = self._read()
        age = clock.now() - opened
        if age > LONGEST:
            self._stamp_anew()
            raise ValidationError(TOO_OLD)
        self.is_odd = bool(said.pop("website", "")) or age < QUICKEST
        said.pop("stamp", None)
        return said | {"key": key}

    def typed(self) -> list[tuple[str, str]]:
        """All that was sent, to be sent once more."""
        return [(name, each) for name, all_of in self.data.lists() for each in all_of]
