"""What is asked at each step of a placement: her answer, the partner's, the start, the end."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from ketnoi.foundation import clock
from ketnoi.foundation.inputs import Choose, DayField, Form, Pick, TickBoxes
from ketnoi.livelihood import terms


class Pressing(Form):
    """Nothing is asked: the button says it all."""


class HerAnswer(Form):
    """What she said, written down by her caseworker; with a yes, what the partner may be told."""

    answer = Choose(
        label=_("Người được hỗ trợ trả lời thế nào"),
        choices=terms.HerAnswer,
        ask=_("Hãy chọn câu trả lời."),
    )
    told = TickBoxes(
        label=_("Nếu đồng ý, nơi nhận được biết những gì"),
        help_text=_("Hãy đọc từng điều. Nơi nhận không biết tên, mã hồ sơ và lý do hỗ trợ."),
        choices=[],
        required=False,
    )

    def __init__(self, *args: Any, could: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["told"].choices = could  # type: ignore[attr-defined]
        if not could:
            del self.fields["told"]


def _reason() -> Pick:
    return Pick(
        label=_("Nếu không nhận, vì sao"),
        choices=terms.PartnerReason,
        nothing=_("Chưa chọn"),
        required=False,
    )


class PartnerAnswer(Form):
    """What the employer, the school or the lender said."""

    answer = Choose(
        label=_("Nơi nhận trả lời thế nào"),
        choices=terms.PartnerAnswer,
        ask=_("Hãy chọn câu trả lời."),
    )
    reason = _reason()

    def clean(self) -> dict[str, Any]:
        """A reason only beside a no."""
        cleaned = super().clean() or {}
        if cleaned.get("answer") != terms.PartnerAnswer.DECLINED:
            cleaned["reason"] = ""
        return cleaned


class OwnAnswer(PartnerAnswer):
    """The same, said by the partner itself on its own page; a no has a reason."""

    answer = Choose(
        label=_("Bạn có nhận người này không"),
        choices=terms.PartnerAnswer,
        ask=_("Hãy chọn câu trả lời."),
    )

    def clean(self) -> dict[str, Any]:
        """Without a reason the network could not look for something better."""
        cleaned = super().clean()
        if cleaned.get("answer") == terms.PartnerAnswer.DECLINED and not cleaned.get("reason"):
            self.add_error("reason", _("Hãy chọn lý do không nhận."))
        return cleaned


class PartnerDeclining(Form):
    """Why a partner without an account says no."""

    reason = Choose(
        label=_("Vì sao chưa nhận được"),
        choices=terms.PartnerReason,
        ask=_("Hãy chọn lý do không nhận."),
    )


class Start(Form):
    """The day she began."""

    on = DayField(label=_("Ngày bắt đầu"), latest=clock.today, ask=_("Hãy nhập ngày bắt đầu."))


class End(Form):
    """How it ended."""

    outcome = Choose(label=_("Kết quả"), choices=terms.Outcome, ask=_("Hãy chọn kết quả."))
    on = DayField(label=_("Ngày kết thúc"), latest=clock.today, ask=_("Hãy nhập ngày kết thúc."))
    income_band = Choose(label=_("Thu nhập hiện nay"), choices=terms.IncomeBand, skip=True)
