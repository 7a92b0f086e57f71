"""What an officer is asked when two files may be about one woman."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from ketnoi.foundation.inputs import Choose, Form, LineField, TextField
from ketnoi.merging.terms import Reason, Side


class Twin(Form):
    """Which other file."""

    code = LineField(
        label=_("Mã hồ sơ kia"), help_text=_("Ví dụ KN-26-7F3K"), ask=_("Hãy nhập mã hồ sơ.")
    )


class Merging(Form):
    """Which value is kept where they differ, and how somebody knows."""

    reason = Choose(label=_("Vì sao biết là một người"), choices=Reason, ask=_("Hãy chọn lý do."))
    words = TextField(label=_("Ghi rõ"), help_text=_("Chỉ đơn vị bạn đọc được."), required=False)

    def __init__(self, *args: Any, differing: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for choice in differing:
            self.fields[choice.field] = Choose(
                label=choice.label,
                choices=[(Side.OURS, choice.ours), (Side.THEIRS, choice.theirs)],
                initial=choice.suggested,
                ask=_("Hãy chọn giá trị được giữ."),
            )
        self.order_fields([name for name in self.fields if name not in {"reason", "words"}])


class Undoing(Form):
    """Nothing is asked: the page says what will happen."""
