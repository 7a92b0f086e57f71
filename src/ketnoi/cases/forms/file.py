"""What an officer is asked about a file."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from ketnoi.agencies.terms import Purpose
from ketnoi.cases import terms
from ketnoi.foundation import clock
from ketnoi.foundation.inputs import (
    Choose,
    ChooseRecord,
    DayField,
    Form,
    LineField,
    LookUpField,
    NameField,
    Pick,
    TextField,
    TickBoxes,
    UploadField,
    YearField,
)
from ketnoi.places import queries as places


class Filter(Form):
    """Which files to list."""

    status = Pick(label=_("Trạng thái"), choices=terms.Status, nothing=_("Tất cả"), required=False)
    mine = Pick(
        label=_("Phụ trách"),
        choices=[("1", _("Hồ sơ của tôi"))],
        nothing=_("Cả đơn vị"),
        required=False,
    )

    def __init__(self, *args: Any, counts: dict[str, int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if counts:
            self.fields["status"].choices = [
                (value, f"{label} ({counts.get(value, 0)})" if value else label)
                for value, label in self.fields["status"].choices
            ]


class Search(Form):
    """A file looked for by code, phone, paper, or name and year: never in the address."""

    words = LineField(
        label=_("Mã hồ sơ, số điện thoại hoặc số giấy tờ"),
        help_text=_("Ví dụ KN-26-7F3K, 0912 345 678 hoặc 12 chữ số căn cước"),
        required=False,
    )
    name = NameField(
        label=_("Họ và tên hoặc tên thường gọi"),
        help_text=_("Gõ không dấu, khác thứ tự cũng được"),
        required=False,
    )
    birth = YearField(
        label=_("Năm sinh hoặc tuổi"),
        help_text=_("Ví dụ 2003, khoảng 2003, 23 tuổi"),
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """Something to look for, in any of the ways."""
        cleaned = super().clean() or {}
        if not self.errors and not (cleaned.get("words") or cleaned.get("name")):
            self.add_error("words", _("Hãy nhập mã hồ sơ, số điện thoại, số giấy tờ hoặc tên."))
        return cleaned


class About(Form):
    """What the file says in clear."""

    reasons = TickBoxes(label=_("Lý do lập hồ sơ"), choices=terms.Reason, required=False)
    needs = TickBoxes(label=_("Cần gì"), choices=Purpose, required=False)
    risk = Choose(label=_("Nguy cơ"), choices=terms.Risk)
    commune = LookUpField(
        label=_("Ở xã, phường nào"),
        help_text=_("Gõ không dấu cũng được, tên cũ cũng được"),
        find=places.communes_like,
        url="places:communes_like",
        required=False,
    )


class Agreement(Form):
    """Her yes, in the words that were read to her."""

    purpose = Choose(label=_("Chia sẻ để làm gì"), choices=Purpose, ask=_("Hãy chọn mục đích."))
    recipients = TickBoxes(
        label=_("Cho nơi nào biết"), choices=[], ask=_("Hãy chọn ít nhất một nơi nhận.")
    )
    packs = TickBoxes(
        label=_("Cho biết những gì"),
        choices=terms.Pack,
        ask=_("Hãy chọn ít nhất một phần thông tin."),
    )
    given = Choose(
        label=_("Người được hỗ trợ đồng ý bằng cách nào"),
        choices=terms.Given,
        ask=_("Hãy chọn cách đồng ý."),
    )
    until = DayField(
        label=_("Đồng ý đến ngày nào"),
        help_text=_("Để trống thì 12 tháng. Rút lại được bất cứ lúc nào."),
        earliest=clock.today,
        required=False,
    )

    def __init__(self, *args: Any, recipients: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["recipients"].choices = recipients  # type: ignore[attr-defined]


class Writing(Form):
    """A note."""

    kind = Choose(label=_("Ghi về việc gì"), choices=terms.NoteKind, ask=_("Hãy chọn một mục."))
    privacy = Choose(label=_("Ai đọc được"), choices=terms.Privacy, ask=_("Hãy chọn ai đọc được."))
    body = TextField(
        label=_("Nội dung"),
        help_text=_("Ghi điều chị ấy cho biết và việc đã làm. Không ghi nơi tạm lánh."),
        ask=_("Hãy ghi vài chữ."),
    )


class Attaching(Form):
    """A paper for the file."""

    file = UploadField(
        label=_("Tệp"),
        help_text=_("PDF hoặc ảnh chụp rõ. Vị trí và tên máy trong ảnh được xóa khi lưu."),
        ask=_("Hãy chọn một tệp."),
    )
    kind = Choose(
        label=_("Loại giấy tờ"), choices=terms.AttachmentKind, ask=_("Hãy chọn loại giấy tờ.")
    )
    title = LineField(
        label=_("Ghi rõ"), help_text=_("Ví dụ số và ngày của quyết định"), required=False
    )
    privacy = Choose(label=_("Ai xem được"), choices=terms.Privacy, ask=_("Hãy chọn ai xem được."))


class Colleague(Form):
    """Who becomes responsible."""

    to = ChooseRecord(label=_("Ai phụ trách hồ sơ này"), choices=[], ask=_("Hãy chọn một người."))

    def __init__(self, *args: Any, colleagues: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].choices = colleagues  # type: ignore[attr-defined]


class Showing(Form):
    """Why somebody needs to see a sealed value."""

    reason = Choose(
        label=_("Cần xem để làm gì"), choices=terms.RevealReason, ask=_("Hãy chọn lý do.")
    )


class Emergency(Form):
    """Which file cannot wait, and why."""

    code = LineField(
        label=_("Mã hồ sơ"), help_text=_("Ví dụ KN-26-7F3K"), ask=_("Hãy nhập mã hồ sơ.")
    )
    reason = Choose(
        label=_("Vì sao không chờ được"),
        choices=terms.EmergencyReason,
        ask=_("Hãy chọn một lý do."),
    )
    words = TextField(
        label=_("Chuyện gì đang xảy ra"),
        help_text=_("Đơn vị giữ hồ sơ sẽ đọc điều này."),
        ask=_("Hãy viết vài câu."),
    )


class Verdict(Form):
    """What the agency that holds the file thinks of an emergency opening."""

    verdict = Choose(
        label=_("Lần mở này"), choices=terms.Verdict, ask=_("Hãy chọn một câu trả lời.")
    )
