"""What is asked at steps that cross domains."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from ketnoi.agencies.terms import Purpose
from ketnoi.cases.terms import CloseReason, Pack
from ketnoi.foundation.inputs import Choose, ChooseRecord, Form, TextField, TickBoxes
from ketnoi.referrals.terms import Urgency
from ketnoi.reintegration.terms import NotYet as Why


class Offering(Form):
    """Which opportunity is proposed to her."""

    opportunity = Choose(label=_("Cơ hội"), choices=[], ask=_("Hãy chọn một cơ hội."))

    def __init__(self, *args: Any, offered: dict[str, Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["opportunity"].choices = [  # type: ignore[attr-defined]
            (pk, f"{o.title} · {o.partner}") for pk, o in offered.items()
        ]


class Redirecting(Form):
    """Who else is asked for the same."""

    service = ChooseRecord(
        label=_("Nơi nào có thể giúp"),
        help_text=_("Nhu cầu, mức độ khẩn và phần chia sẻ giữ như cũ. Không phải hỏi lại gì."),
        choices=[],
        ask=_("Hãy chọn một nơi."),
    )
    message = TextField(
        label=_("Lời nhắn cho nơi nhận"),
        help_text=_("Điều nơi nhận cần biết thêm để giúp. Không ghi nơi tạm lánh."),
        required=False,
    )
    basis_reason = TextField(
        label=_("Lý do, nếu chưa có sự đồng ý"),
        help_text=_("Ghi điều luật, hoặc điều đang đe dọa tính mạng."),
    )

    def __init__(self, *args: Any, offers: dict[str, Any], needs_reason: bool, **kwargs: Any):
        super().__init__(*args, **kwargs)
        choices = [(pk, offer.words) for pk, offer in offers.items()]
        self.fields["service"].choices = choices  # type: ignore[attr-defined]
        self.offers = offers
        if not needs_reason:
            del self.fields["basis_reason"]

    def clean(self) -> dict[str, Any]:
        """The service itself, and no reason where her yes is the ground."""
        cleaned = super().clean() or {}
        if chosen := cleaned.get("service"):
            cleaned["service"] = self.offers[chosen].entry.record
        return {"basis_reason": "", **cleaned}


class AskingSeveral(Form):
    """For each need, who is asked; what is told to all of them."""

    packs = TickBoxes(
        label=_("Cho các nơi nhận biết những gì"),
        help_text=_("Chỉ những phần người được hỗ trợ đã đồng ý."),
        choices=Pack,
        ask=_("Hãy chọn ít nhất một phần thông tin."),
    )
    urgency = Choose(
        label=_("Mức độ khẩn"),
        help_text=_("Nếu đang nguy hiểm ngay lúc này, hãy gọi 113 trước."),
        choices=Urgency,
        ask=_("Hãy chọn mức độ khẩn."),
    )
    message = TextField(
        label=_("Lời nhắn cho nơi nhận"),
        help_text=_("Điều nơi nhận cần biết thêm để giúp. Không ghi nơi tạm lánh."),
        required=False,
    )

    def __init__(self, *args: Any, offers: dict[str, dict[str, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offers = offers
        asked = {need: _asked_for(need, found) for need, found in offers.items() if found}
        self.fields = {**asked, **self.fields}

    def clean(self) -> dict[str, Any]:
        """The services themselves, for each need for which one was chosen."""
        cleaned = super().clean() or {}
        chosen = {need: cleaned.pop(need, "") for need, found in self.offers.items() if found}
        services = {need: self.offers[need][pk].entry.record for need, pk in chosen.items() if pk}
        return {**cleaned, "services": services}


def _asked_for(need: str, offers: dict[str, Any]) -> Choose:
    known = [(pk, offer.words) for pk, offer in offers.items()]
    choices = [*known, ("", _("Chưa hỏi nơi nào"))]
    return ChooseRecord(label=Purpose(need).label, choices=choices, required=False)


class NotYet(Form):
    """Why support cannot end yet."""

    why = Choose(
        label=_("Vì sao chưa kết thúc được"), choices=Why, ask=_("Hãy chọn vì sao chưa kết thúc.")
    )


class Closing(Form):
    """Why support ends."""

    reason = Choose(
        label=_("Vì sao kết thúc hỗ trợ"), choices=CloseReason, ask=_("Hãy chọn lý do.")
    )
