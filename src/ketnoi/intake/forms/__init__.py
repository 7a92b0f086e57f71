"""What is asked at the first conversation, and of whoever wants to be called."""

from ketnoi.intake.forms.asking import STEPS, Ask, Step, carried, shown_at
from ketnoi.intake.forms.calling import AttemptForm, DutyForm, EndForm
from ketnoi.intake.forms.reception import Intake

__all__ = [
    "STEPS",
    "Ask",
    "AttemptForm",
    "DutyForm",
    "EndForm",
    "Intake",
    "Step",
    "carried",
    "shown_at",
]
