"""What an officer is asked when somebody must not know of a file."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from ketnoi.blocking.terms import HerWord, Reason
from ketnoi.foundation.inputs import Choose, Form, Pick


class Blocking(Form):
    """Whom, why, and what the person said."""

    whom = Pick(
        label=_("Chặn ai"),
        help_text=_("Người bị chặn không được báo. Với họ, hồ sơ này không tồn tại."),
        choices=[],
        nothing=_("Chọn một đơn vị hoặc một người"),
        ask=_("Hãy chọn một đơn vị hoặc một người."),
    )
    reason = Choose(label=_("Vì sao"), choices=Reason, ask=_("Hãy chọn lý do."))
    her_word = Choose(
        label=_("Người được hỗ trợ muốn thế nào"),
        choices=HerWord,
        ask=_("Hãy chọn câu trả lời của người được hỗ trợ."),
    )

    def __init__(self, *args: Any, offered: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        whom: Any = self.fields["whom"]
        whom.choices = [*whom.choices, *offered]
