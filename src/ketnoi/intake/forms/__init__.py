"""What is asked at the first conversation, on a call, and of whoever wants to be called."""

from ketnoi.intake.forms.answering import END, BringMissed, CallPad
from ketnoi.intake.forms.asking import STEPS, Ask, Step, carried, shown_at
from ketnoi.intake.forms.calling import AttemptForm, DutyForm, EndForm
from ketnoi.intake.forms.reception import Intake

__all__ = [
    "END",
    "STEPS",
    "Ask",
    "AttemptForm",
    "BringMissed",
    "CallPad",
    "DutyForm",
    "EndForm",
    "Intake",
    "Step",
    "carried",
    "shown_at",
]
