"""Places, ages and distances, as livelihood asks for them."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from ketnoi.foundation.inputs import CountField, LookUpField, LookUpLines
from ketnoi.foundation.vietnamese import Unreadable
from ketnoi.places import queries as places

YOUNGEST, OLDEST, FURTHEST = 15, 99, 500


def commune_field(label: Any, help_text: Any) -> LookUpField:
    """One commune, looked up by a part of its name; nothing when it is left empty."""
    return LookUpField(
        label=label,
        help_text=help_text,
        find=places.communes_like,
        url="places:communes_like",
        required=False,
    )


class AgeField(CountField):
    """An age in years."""

    def read(self, text: str) -> int:
        if not text.isdecimal() or not YOUNGEST <= int(text) <= OLDEST:
            raise Unreadable(_("Hãy nhập tuổi bằng chữ số, từ 15 đến 99."))
        return int(text)


class KilometreField(CountField):
    """A distance in whole kilometres."""

    def read(self, text: str) -> int:
        if not text.isdecimal() or not 1 <= int(text) <= FURTHEST:
            raise Unreadable(_("Hãy nhập số km bằng chữ số, từ 1 đến 500."))
        return int(text)


class CommunesField(LookUpLines):
    """Communes, one a line; its value is their codes."""

    default_error_messages = {
        "several": _("Có nhiều nơi tên “{line}”. Hãy ghi thêm tên tỉnh, ví dụ: {example}."),
        "none": _("Chưa tìm thấy “{line}”. Hãy xem lại cách viết tên xã, phường."),
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(find=places.communes_like, **kwargs)

    def clean(self, value: Any) -> Any:
        return " ".join(super().clean(value))
