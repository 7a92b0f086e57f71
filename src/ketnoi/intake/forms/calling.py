"""What is asked of whoever calls back."""

import uuid
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ketnoi.foundation.inputs import Choose, Form, Pick
from ketnoi.intake.terms import Attempt, CallbackOutcome


class AttemptForm(Form):
    """What came of one call."""

    key = forms.UUIDField(widget=forms.HiddenInput)
    result = Choose(label=_("Gọi rồi thì sao"), choices=Attempt, ask=_("Hãy chọn kết quả."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("key", uuid.uuid4())


class EndForm(Form):
    """How the request ended."""

    outcome = Choose(
        label=_("Kết quả"), choices=CallbackOutcome, ask=_("Hãy chọn kết quả để kết thúc.")
    )


class DutyForm(Form):
    """Which agency calls back."""

    agency = Pick(label=_("Đơn vị gọi lại"), choices=[], ask=_("Hãy chọn một đơn vị."))

    def __init__(self, *args: Any, agencies: Sequence[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.agencies = {str(agency.pk): agency for agency in agencies}
        field: Any = self.fields["agency"]
        field.choices = [("", ""), *((pk, agency.name) for pk, agency in self.agencies.items())]

    def clean_agency(self) -> Any:
        """The agency that was picked."""
        return self.agencies[self.cleaned_data["agency"]]
