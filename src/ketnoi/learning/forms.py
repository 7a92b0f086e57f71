"""The six questions as they are asked; none of the answers is kept."""

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as public_

from ketnoi.foundation.inputs import Choose, Form
from ketnoi.learning import queries
from ketnoi.learning.terms import Said


class CheckForm(Form):
    """Every question may stay empty, but not all of them."""

    def __init__(self, *told: Any, **more: Any) -> None:
        super().__init__(*told, **more)
        for one in queries.questions():
            asked = Choose(label=gettext(one.asks), choices=Said.choices, required=False)
            self.fields[one.key] = asked

    def clean(self) -> dict[str, Any]:
        """At least one answer."""
        said = super().clean() or {}
        if not self.errors and not any(said.values()):
            self.add_error(None, public_("Hãy trả lời ít nhất một câu."))
        return said
