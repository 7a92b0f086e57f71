"""What forms are made of: fields that read Vietnamese, and ask in a sentence of their own.

A field that needs an answer says so with `ask=_("Hãy chọn …")`; the others have `required=False`.
Nothing is marked as required in HTML. All fields are drawn by the one field template of the site.
"""

from ketnoi.foundation.inputs.choices import Choose, ChooseRecord, Pick, Tick, TickBoxes
from ketnoi.foundation.inputs.days import DayField, YearField
from ketnoi.foundation.inputs.files import CarriedField, UploadField
from ketnoi.foundation.inputs.form import Form
from ketnoi.foundation.inputs.hours import HourField
from ketnoi.foundation.inputs.knocking import CodeField, Knocking
from ketnoi.foundation.inputs.lines import LineField, NameField, TextField
from ketnoi.foundation.inputs.look_up import Found, LookUpField, LookUpLines
from ketnoi.foundation.inputs.numbers import CountField, MoneyField, PaperNumberField, PhoneField
from ketnoi.foundation.inputs.stamped import StampedForm

__all__ = [
    "CarriedField",
    "Choose",
    "ChooseRecord",
    "CodeField",
    "CountField",
    "DayField",
    "Form",
    "Found",
    "HourField",
    "Knocking",
    "LineField",
    "LookUpField",
    "LookUpLines",
    "MoneyField",
    "NameField",
    "PaperNumberField",
    "PhoneField",
    "Pick",
    "StampedForm",
    "TextField",
    "Tick",
    "TickBoxes",
    "UploadField",
    "YearField",
]
