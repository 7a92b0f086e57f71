"""What is asked about loans."""

from ketnoi.lending.forms.easing import (
    AskAgainForm,
    DecideForm,
    ForgiveForm,
    PauseForm,
    ScheduleForm,
    YesForm,
)
from ketnoi.lending.forms.lending import LoanForm, RepaymentForm

__all__ = [
    "AskAgainForm",
    "DecideForm",
    "ForgiveForm",
    "LoanForm",
    "PauseForm",
    "RepaymentForm",
    "ScheduleForm",
    "YesForm",
]
