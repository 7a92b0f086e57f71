"""What is asked about loans and savings groups."""

from ketnoi.lending.forms.easing import (
    AskAgainForm,
    DecideForm,
    ForgiveForm,
    PauseForm,
    ScheduleForm,
    YesForm,
)
from ketnoi.lending.forms.groups import GroupForm, MeetingForm, SaverForm, SavingForm
from ketnoi.lending.forms.lending import LoanForm, RepaymentForm

__all__ = [
    "AskAgainForm",
    "DecideForm",
    "ForgiveForm",
    "GroupForm",
    "LoanForm",
    "MeetingForm",
    "PauseForm",
    "RepaymentForm",
    "SaverForm",
    "SavingForm",
    "ScheduleForm",
    "YesForm",
]
