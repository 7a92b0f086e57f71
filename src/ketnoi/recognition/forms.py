"""What an officer is asked when somebody may be supported in two places."""

from typing import Any

from django.utils import translation
from django.utils.translation import gettext_lazy as _

from ketnoi.cases.terms import Given
from ketnoi.foundation.inputs import Choose, Form, TextField
from ketnoi.recognition.terms import Answer, Ground

ASK_HER = _(
    "Có thể chị cũng đang được một nơi khác hỗ trợ. Nếu chị đồng ý, chúng tôi hỏi mà không nói tên"
    " chị, cũng không nói chúng tôi là ai. Nơi kia chỉ được trả lời khi chính chị đồng ý ở đó. Khi"
    " ấy hai nơi mới biết nhau. Chị có thể từ chối, hoặc rút lại bất cứ lúc nào."
)
TELL_HER = _(
    "Có nơi khác có thể cũng đang hỗ trợ chị. Chúng tôi không biết đó là nơi nào, và nơi đó chưa"
    " biết gì về chị ở đây. Nếu chị đồng ý, hai nơi sẽ biết tên nhau để chị không phải kể lại. Nếu"
    " chị từ chối, không ai được báo gì."
)


def in_vietnamese(words: Any) -> str:
    """What is read aloud, and kept with her yes: in Vietnamese, whoever reads it."""
    with translation.override("vi"):
        return str(words)


class Grounded(Form):
    """How she said yes, or which law orders it."""

    given = Choose(label=_("Người được hỗ trợ đồng ý bằng cách nào"), choices=Given, required=False)
    reason = TextField(
        label=_("Luật nào, điều nào, vì sao"),
        help_text=_("Chỉ ghi khi luật buộc phải báo. Chỉ phụ trách đơn vị dùng được căn cứ này."),
        required=False,
    )

    def need_how(self, cleaned: dict[str, Any], *, agrees: bool, duty: bool) -> dict[str, Any]:
        """A yes says how it was given; a law is named."""
        if agrees and not cleaned.get("given"):
            self.add_error("given", _("Hãy chọn cách đồng ý."))
        if duty and not cleaned.get("reason"):
            self.add_error("reason", _("Hãy ghi luật nào, điều nào và vì sao."))
        return cleaned


class Asking(Grounded):
    """On what ground other agencies are asked."""

    ground = Choose(label=_("Hỏi theo căn cứ nào"), choices=Ground, ask=_("Hãy chọn căn cứ."))
    field_order = ("ground", "given", "reason")

    def clean(self) -> dict[str, Any]:
        """A ground, with what belongs to it."""
        cleaned = super().clean() or {}
        ground = cleaned.get("ground")
        duty = ground == Ground.LEGAL_DUTY
        return self.need_how(cleaned, agrees=ground == Ground.CONSENT, duty=duty)


class Answering(Grounded):
    """What she said when she was asked."""

    answer = Choose(label=_("Người đó trả lời"), choices=Answer, ask=_("Hãy chọn câu trả lời."))
    field_order = ("answer", "given", "reason")

    def clean(self) -> dict[str, Any]:
        """An answer, with what belongs to it."""
        cleaned = super().clean() or {}
        answer = cleaned.get("answer")
        duty = answer == Answer.LEGAL_DUTY
        return self.need_how(cleaned, agrees=answer == Answer.AGREES, duty=duty)
