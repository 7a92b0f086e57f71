"""What an officer is asked when she refers somebody, and when she answers."""

from datetime import date, datetime, time
from typing import Any

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from ketnoi.cases.terms import Basis, Given, Pack
from ketnoi.directory.terms import Accessibility
from ketnoi.foundation import clock
from ketnoi.foundation.inputs import Choose, CodeField, DayField, Form, Pick, TextField, TickBoxes
from ketnoi.referrals.terms import Decline, GuestWay, MoreAnswer, Outcome, State, Urgency


class Reaching(Form):
    """What she needs to get where help is; asked to order the list, and kept nowhere."""

    eases = TickBoxes(
        label=_("Người được hỗ trợ cần gì để đến được"),
        help_text=_("Chỉ để xếp lại danh sách, không được lưu."),
        choices=Accessibility,
        required=False,
    )


class Asking(Form):
    """What is told to the other agency, how soon, and on what ground."""

    packs = TickBoxes(
        label=_("Cho nơi nhận biết những gì"),
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
    basis = Choose(label=_("Căn cứ chia sẻ"), choices=Basis, ask=_("Hãy chọn căn cứ."))
    basis_reason = TextField(
        label=_("Lý do, nếu chưa có sự đồng ý"),
        help_text=_("Ghi điều luật, hoặc điều đang đe dọa tính mạng."),
        required=False,
    )


class Declining(Form):
    """Why the agency says no, and whose reason it is."""

    reason = Choose(label=_("Vì sao chưa nhận được"), choices=Decline, ask=_("Hãy chọn lý do."))
    suggested = Pick(
        label=_("Nơi khác có thể giúp"),
        help_text=_("Có thể bỏ qua. Nơi gửi sẽ hỏi lại người được hỗ trợ nếu cần."),
        choices=[],
        nothing=_("Chưa biết nơi nào"),
        required=False,
    )

    def __init__(self, *args: Any, offered: dict[str, Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = [(pk, f"{s.name} · {s.agency.name}") for pk, s in offered.items()]
        self.fields["suggested"].choices += known  # type: ignore[attr-defined]
        self.offered = offered

    def clean(self) -> dict[str, Any]:
        """The service itself, if one was named."""
        cleaned = super().clean() or {}
        return {**cleaned, "suggested": self.offered.get(cleaned.get("suggested") or "")}


class Pausing(Form):
    """Until when the service pauses."""

    review_on = DayField(
        label=_("Ngày xem lại"), earliest=clock.today, ask=_("Hãy nhập ngày xem lại.")
    )

    def clean(self) -> dict[str, Any]:
        """The end of that day."""
        cleaned = super().clean() or {}
        day: date | None = cleaned.pop("review_on", None)
        if day is not None:
            cleaned["review_at"] = datetime.combine(day, time(17), tzinfo=clock.ZONE)
        return cleaned


class Reporting(Form):
    """How it ended."""

    outcome = Choose(label=_("Kết quả"), choices=Outcome, ask=_("Hãy chọn kết quả."))


class AskingMore(Form):
    """What the asked agency needs to know besides, and why."""

    packs = TickBoxes(
        label=_("Cần biết thêm những gì"), choices=[], ask=_("Hãy chọn ít nhất một phần thông tin.")
    )
    words = TextField(
        label=_("Vì sao cần"),
        help_text=_("Nơi gửi đọc điều này cho người được hỗ trợ nghe."),
        ask=_("Hãy ghi vì sao cần."),
    )

    def __init__(self, *args: Any, packs: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["packs"].choices = packs  # type: ignore[attr-defined]


class AnsweringMore(Form):
    """What she answered, to which parts she said yes, and how."""

    answer = Choose(
        label=_("Người được hỗ trợ trả lời"), choices=MoreAnswer, ask=_("Hãy chọn câu trả lời.")
    )
    packs = TickBoxes(
        label=_("Đồng ý cho biết thêm"),
        help_text=_("Chỉ những phần người được hỗ trợ vừa đồng ý."),
        choices=[],
        required=False,
    )
    words = TextField(
        label=_("Ghi thêm cho nơi nhận"),
        help_text=_("Điều người được hỗ trợ muốn cho biết mà hồ sơ chưa ghi."),
        required=False,
    )
    given = Pick(
        label=_("Đồng ý bằng cách nào"),
        choices=Given,
        nothing=_("Chưa đồng ý"),
        required=False,
    )

    def __init__(self, *args: Any, packs: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["packs"].choices = packs  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A yes says to what, and how it was given."""
        cleaned = super().clean() or {}
        if cleaned.get("answer") == MoreAnswer.AGREED:
            if not cleaned.get("packs"):
                self.add_error("packs", _("Hãy chọn ít nhất một phần thông tin."))
            if not cleaned.get("given"):
                self.add_error("given", _("Hãy chọn cách đồng ý."))
        return cleaned


class GuestDeclining(Form):
    """Why a partner without an account says no."""

    reason = Choose(label=_("Vì sao chưa nhận được"), choices=Decline, ask=_("Hãy chọn lý do."))


class IssuingLink(Form):
    """How a partner without an account is reached."""

    way = Choose(
        label=_("Nơi nhận trả lời bằng cách nào"), choices=GuestWay, ask=_("Hãy chọn một cách.")
    )


class ByPhone(Form):
    """What a partner told by phone, and the code that shows who called."""

    code = CodeField(label=_("Mã trên phiếu"), help_text=_("Nơi nhận đọc cho bạn nghe."))
    answer = Choose(label=_("Nơi nhận trả lời"), choices=[], ask=_("Hãy chọn câu trả lời."))

    def __init__(self, *args: Any, moves: set[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = [(key, words) for key, words, step in ANSWERS if step in moves]
        self.fields["answer"].choices = known  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """The step, and what is said with it."""
        cleaned = super().clean() or {}
        step, _colon, why = (cleaned.pop("answer", "") or "").partition(":")
        said = {State.DECLINED: "reason", State.CLOSED: "outcome"}.get(step)
        return {**cleaned, "step": step, "said": {said: why} if said else {}}


ANSWERS = (
    (State.ACCEPTED, _("Nhận"), State.ACCEPTED),
    (State.IN_SERVICE, _("Đã liên hệ, bắt đầu hỗ trợ"), State.IN_SERVICE),
    *(
        (f"{State.DECLINED}:{why}", format_lazy(_("Không nhận: {why}"), why=why.label), "declined")
        for why in Decline
    ),
    *(
        (f"{State.CLOSED}:{how}", format_lazy(_("Kết quả: {how}"), how=how.label), "closed")
        for how in Outcome
    ),
)
"""Every answer a partner may give by phone: what is sent, its words, the step it brings."""
