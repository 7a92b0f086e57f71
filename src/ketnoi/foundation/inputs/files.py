"""A file that is handed in."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from ketnoi.foundation.inputs.asking import Asking
from ketnoi.foundation.uploads import Fit, fit
from ketnoi.foundation.vietnamese import Unreadable

TAKEN_IN = "application/pdf,image/jpeg,image/png,image/webp"
MEGABYTE = 1024 * 1024


class UploadField(Asking, forms.Field):
    """A paper as PDF or picture; its value is the paper written anew."""

    widget = forms.FileInput
    default_error_messages = {
        "too_large": _("Tệp lớn hơn {most} MB. Hãy chọn tệp nhỏ hơn, hoặc quét lại ở cỡ nhỏ hơn."),
    }

    def to_python(self, value: Any) -> Fit | None:
        if value is None:
            return None
        if value.size > settings.FILE_UPLOAD_MAX_MEMORY_SIZE:
            raise too_large(self)
        try:
            anew = fit(value.read())
        except Unreadable as refusal:
            raise ValidationError(str(refusal), code="unreadable") from None
        if len(anew.data) > settings.FILE_UPLOAD_MAX_MEMORY_SIZE:
            raise too_large(self)
        return anew

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {"accept": TAKEN_IN}


def too_large(field: Any) -> ValidationError:
    """That a file is larger than what is taken in."""
    most = settings.FILE_UPLOAD_MAX_MEMORY_SIZE // MEGABYTE
    sentence = str(field.error_messages["too_large"])
    return ValidationError(sentence.format(most=most), code="too_large")


class CarriedField(Asking, forms.Field):
    """A file that something else reads by its own rules; its value is its bytes, as they came."""

    widget = forms.FileInput
    default_error_messages = UploadField.default_error_messages

    def to_python(self, value: Any) -> bytes | None:
        if value is None:
            return None
        if value.size > settings.FILE_UPLOAD_MAX_MEMORY_SIZE:
            raise too_large(self)
        return value.read()
