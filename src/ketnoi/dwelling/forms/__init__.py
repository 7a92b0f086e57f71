"""What is asked in the house: of a day, of belongings, visits, transports and her leaving."""

from ketnoi.dwelling.forms.house import (
    DayNoteForm,
    GiveBackForm,
    LeaveForm,
    ReceiveForm,
)
from ketnoi.dwelling.forms.transports import STEP_FORMS, PlanTransportForm
from ketnoi.dwelling.forms.visits import (
    AskVisitForm,
    DecideVisitForm,
    HerAnswerForm,
    OutcomeForm,
)

__all__ = [
    "STEP_FORMS",
    "AskVisitForm",
    "DayNoteForm",
    "DecideVisitForm",
    "GiveBackForm",
    "HerAnswerForm",
    "LeaveForm",
    "OutcomeForm",
    "PlanTransportForm",
    "ReceiveForm",
]
