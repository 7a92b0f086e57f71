"""What is asked about support, about how she lives, and about her plan."""

from ketnoi.support.forms.assessing import AssessmentForm
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
    "GoalEndForm",
    "GoalForm",
    "MistakenForm",
    "ReportForm",
    "ReviewForm",
    "StepForm",
    "SupportForm",
]
