"""What is asked at steps that cross domains."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from ketnoi.cases.terms import CloseReason
from ketnoi.foundation.inputs import Choose, Form


class Offering(Form):
    """Which opportunity is proposed to her."""

    opportunity = Choose(label=_("Cơ hội"), choices=[], ask=_("Hãy chọn một cơ hội."))

    def __init__(self, *args: Any, offered: dict[str, Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["opportunity"].choices = [  # type: ignore[attr-defined]
            (pk, f"{o.title} · {o.partner}") for pk, o in offered.items()
        ]


class Closing(Form):
    """Why support ends."""

    reason = Choose(
        label=_("Vì sao kết thúc hỗ trợ"), choices=CloseReason, ask=_("Hãy chọn lý do.")
    )
