"""A form of the public side: no cookie says who sends it, so it says itself when it was opened.

It carries a stamp that only this program makes: the moment it was opened, and a number of its own,
by which what is sent twice is known. A field that nobody sees is left empty by people and filled
in by programs. Nothing is asked of the sender, no picture has to be read.
"""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.core.signing import BadSignature, Signer
from django.utils.translation import gettext_lazy as public_

from ketnoi.foundation import clock
from ketnoi.foundation.inputs.form import Form

SALT = "ketnoi:public-form"
QUICKEST, LONGEST = timedelta(seconds=2), timedelta(hours=12)
TOO_QUICK = public_("Hãy xem lại rồi bấm gửi lần nữa.")
TOO_OLD = public_("Trang này mở đã lâu. Chữ bạn viết vẫn còn. Hãy bấm gửi lần nữa.")
NOT_TAKEN = public_("Chưa nhận được. Hãy mở lại trang rồi gửi.")


def new_stamp(*, at: datetime, purpose: str = "") -> str:
    """The stamp of a form that is opened at a moment, for one purpose."""
    return Signer(salt=f"{SALT}{purpose}").sign(f"{uuid4()}.{int(at.timestamp())}")


def read_stamp(text: str, *, purpose: str = "") -> tuple[UUID, datetime]:
    """Its own number, and when it was opened. Raises BadSignature for a stamp of somebody else."""
    number, _dot, second = Signer(salt=f"{SALT}{purpose}").unsign(text).partition(".")
    return UUID(number), datetime.fromtimestamp(int(second), tz=UTC)


class StampedForm(Form):
    """A form of the public side; what was cleaned has its own number as `key`."""

    purpose = ""
    stamp = forms.CharField(widget=forms.HiddenInput, required=False, max_length=200)
    website = forms.CharField(widget=forms.HiddenInput, required=False, max_length=200)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("stamp", new_stamp(at=clock.now(), purpose=self.purpose))

    def clean(self) -> dict[str, Any]:
        """Refused with a plain sentence; what was typed stays, and is sent again by one press."""
        said = super().clean() or {}
        key, opened = self._read()
        age = clock.now() - opened
        if said.pop("website", ""):
            raise ValidationError(NOT_TAKEN)
        if age < QUICKEST:
            raise ValidationError(TOO_QUICK)
        if age > LONGEST:
            self._stamp_anew()
            raise ValidationError(TOO_OLD)
        said.pop("stamp", None)
        return said | {"key": key}

    def _read(self) -> tuple[UUID, datetime]:
        try:
            text = self.data.get(self.add_prefix("stamp"), "")
            return read_stamp(text, purpose=self.purpose)
        except BadSignature:
            self._stamp_anew()
            raise ValidationError(TOO_OLD) from None

    def _stamp_anew(self) -> None:
        typed: Any = self.data
        typed = typed.copy()
        opened = clock.now() - QUICKEST
        typed[self.add_prefix("stamp")] = new_stamp(at=opened, purpose=self.purpose)
        self.data = typed
