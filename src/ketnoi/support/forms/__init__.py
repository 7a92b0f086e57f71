"""What is asked about support, about how she lives, and about her plan."""

from ketnoi.support.forms.assessing import AssessmentForm
from ketnoi.support.forms.funds import (
    CorrectForm,
    FundEndForm,
    FundForm,
    Moving,
    PromiseForm,
    ReceiveForm,
)
from ketnoi.support.forms.giving import MistakenForm, SupportForm
from ketnoi.support.forms.planning import (
    ChangeForm,
    GoalEndForm,
    GoalForm,
    ReportForm,
    ReviewForm,
    StepForm,
)

__all__ = [
    "AssessmentForm",
    "ChangeForm",
    "CorrectForm",
    "FundEndForm",
    "FundForm",
    "GoalEndForm",
    "GoalForm",
    "MistakenForm",
    "Moving",
    "PromiseForm",
    "ReceiveForm",
    "ReportForm",
    "ReviewForm",
    "StepForm",
    "SupportForm",
]
