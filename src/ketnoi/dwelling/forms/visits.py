"""What is asked about a visit: who, what she says, what the lead says, what became of it."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from ketnoi.dwelling.forms.moments import HOUR_HELP, moment_of
from ketnoi.dwelling.terms import Answer, Outcome, Relation, Venue
from ketnoi.foundation import clock, inputs

WHERE: dict[str, Any] = {
    "choices": Venue,
    "help_text": _("Gặp ở nơi khác, trừ khi cả hai cùng chọn tại nhà."),
    "ask": _("Hãy chọn nơi gặp."),
}


class AskVisitForm(inputs.Form):
    """Who wants to come, and when."""

    visitor = inputs.NameField(
        label=_("Ai muốn đến thăm"),
        help_text=_("Chưa trả lời gì với người này trước khi hỏi chị ấy."),
        ask=_("Hãy ghi tên người muốn đến."),
    )
    relation = inputs.Choose(
        label=_("Là gì của chị ấy"), choices=Relation, ask=_("Hãy chọn một mục.")
    )
    day = inputs.DayField(label=_("Muốn đến ngày"), earliest=clock.today)
    hour = inputs.HourField(label=_("Muốn đến lúc"), help_text=HOUR_HELP)

    def clean(self) -> dict[str, Any]:
        """The moment that was asked for."""
        said = super().clean() or {}
        wanted_at = moment_of(said.pop("day", None), said.pop("hour", None))
        return {**said, "wanted_at": wanted_at}


class HerAnswerForm(inputs.Form):
    """What she says, asked alone and first."""

    answer = inputs.Choose(
        label=_("Chị ấy trả lời thế nào"),
        help_text=_("Hỏi riêng chị ấy. Chị ấy không cần nói vì sao."),
        choices=Answer,
        ask=_("Hãy chọn câu trả lời của chị ấy."),
    )
    venue = inputs.Choose(label=_("Chị ấy muốn gặp ở đâu"), **WHERE)


class DecideVisitForm(inputs.Form):
    """What the lead says, after her yes."""

    answer = inputs.Choose(
        label=_("Phụ trách quyết thế nào"), choices=Answer, ask=_("Hãy chọn đồng ý hoặc không.")
    )
    venue = inputs.Choose(label=_("Phụ trách chọn nơi gặp"), **WHERE)
    meeting = inputs.LineField(
        label=_("Điểm hẹn"),
        help_text=_("Không ghi địa chỉ nhà tạm lánh, cũng không nói cho người đến thăm."),
        required=False,
    )


class OutcomeForm(inputs.Form):
    """What became of it."""

    outcome = inputs.Choose(label=_("Kết quả"), choices=Outcome, ask=_("Hãy chọn kết quả."))
