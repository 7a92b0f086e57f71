"""What an officer is asked when a file goes to another province, or comes from one."""

from typing import Any
from uuid import UUID

from django.utils import translation
from django.utils.translation import gettext_lazy as _

from ketnoi.cases.terms import Basis, Given, Pack
from ketnoi.foundation.inputs import (
    CarriedField,
    Choose,
    Form,
    LineField,
    Pick,
    TextField,
    TickBoxes,
)
from ketnoi.transfers.terms import Reason

LONGEST_OFFICE = 120
SPOKEN_WORDS = _(
    "Em xin phép chuyển hồ sơ của chị sang {office}, {province}. Nơi đó sẽ biết: {packs}. Từ khi"
    " nơi đó báo đã nhận, nơi đó phụ trách, chúng em chỉ còn xem lại. Trước lúc đó chị rút lại"
    " được bất cứ khi nào, không cần nói lý do."
)


def spoken_words(*, office: str, province: Any, packs: list[str]) -> str:
    """What is read aloud, and kept with her yes: in Vietnamese, whoever reads it."""
    with translation.override("vi"):
        named = ", ".join(str(Pack(pack).label) for pack in packs)
        return str(SPOKEN_WORDS).format(office=office, province=province, packs=named)


class Starting(Form):
    """Where the file is to go, why, with what, and on what ground."""

    province = Pick(label=_("Sang tỉnh nào"), choices=[], ask=_("Hãy chọn tỉnh."))
    office = LineField(
        label=_("Nơi nhận"),
        help_text=_("Tên cơ quan hoặc phòng ban, không ghi tên người được hỗ trợ."),
        max_length=LONGEST_OFFICE,
        ask=_("Hãy ghi tên nơi nhận."),
    )
    reason = Choose(label=_("Vì sao chuyển"), choices=Reason, ask=_("Hãy chọn lý do."))
    packs = TickBoxes(
        label=_("Gửi những gì"), choices=Pack, ask=_("Hãy chọn ít nhất một phần thông tin.")
    )
    notes = TickBoxes(label=_("Ghi chú gửi kèm"), choices=[], required=False)
    attachments = TickBoxes(label=_("Giấy tờ gửi kèm"), choices=[], required=False)
    basis = Choose(label=_("Căn cứ"), choices=Basis, ask=_("Hãy chọn căn cứ."))
    basis_reason = TextField(
        label=_("Lý do khi chưa có sự đồng ý"),
        help_text=_("Để trống khi người được hỗ trợ đồng ý."),
        required=False,
    )
    given = Choose(label=_("Người được hỗ trợ đồng ý bằng cách nào"), choices=Given, required=False)

    def __init__(
        self,
        *args: Any,
        provinces: list[tuple[str, str]],
        notes: list[tuple[str, str]],
        papers: list[tuple[str, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["province"].choices = [("", ""), *provinces]  # type: ignore[attr-defined]
        for name, choices in (("notes", notes), ("attachments", papers)):
            self.fields[name].choices = choices  # type: ignore[attr-defined]
            if not choices:
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """What was ticked, by id."""
        cleaned = super().clean() or {}
        for name in ("notes", "attachments"):
            cleaned[name] = [UUID(pk) for pk in cleaned.get(name) or []]
        return cleaned


class Declining(Form):
    """Why the second person says no."""

    words = TextField(label=_("Vì sao không duyệt"), ask=_("Hãy ghi lý do không duyệt."))


class Receipting(Form):
    """The code that the receiver told by phone."""

    typed = LineField(
        label=_("Mã đã nhận"),
        help_text=_("9 chữ và số, nơi nhận đọc qua điện thoại."),
        max_length=40,
        ask=_("Hãy nhập mã đã nhận."),
    )


class Opening(Form):
    """The packet, and the code that the sender told by phone."""

    data = CarriedField(label=_("Tệp chuyển hồ sơ"), ask=_("Hãy chọn một tệp."))
    code = LineField(
        label=_("Mã mở tệp"),
        help_text=_("16 chữ và số, nơi gửi đọc qua điện thoại."),
        max_length=40,
        ask=_("Hãy nhập mã mở tệp."),
    )


class Pressing(Form):
    """Nothing is asked: the page says what will happen."""
