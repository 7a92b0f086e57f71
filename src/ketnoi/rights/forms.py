"""What an officer is asked when a person asks about her data."""

from django.utils.translation import gettext_lazy as _

from ketnoi.foundation.inputs import Choose, DayField, Form, LineField, Pick, TextField
from ketnoi.people.terms import HoldGround
from ketnoi.rights import terms


class Taking(Form):
    """What she asks, who asks, and how that was checked."""

    right = Choose(label=_("Yêu cầu điều gì"), choices=terms.Right)
    asker = Choose(label=_("Ai yêu cầu"), choices=terms.Asker)
    check_made = Choose(label=_("Đã xác nhận bằng cách nào"), choices=terms.Check)
    words = TextField(
        label=_("Lời yêu cầu"),
        help_text=_("Ghi ngắn, theo lời người yêu cầu"),
        max_length=1000,
        required=False,
    )


class Answering(Form):
    """What came of it, and what she is told."""

    outcome = Choose(label=_("Kết quả"), choices=terms.Outcome)
    ground = Pick(label=_("Lý do, khi chưa thực hiện hết"), choices=terms.Ground, required=False)
    answer = TextField(
        label=_("Lời trả lời người được hỗ trợ"),
        max_length=2000,
        ask=_("Hãy ghi lời trả lời."),
    )


class Holding(Form):
    """By which paper her data must be kept, and until when."""

    ground = Choose(label=_("Lý do giữ"), choices=HoldGround)
    source = LineField(
        label=_("Căn cứ, số văn bản"),
        help_text=_("Ví dụ điều luật, số và ngày của văn bản yêu cầu"),
        ask=_("Hãy ghi căn cứ hoặc số văn bản."),
    )
    until = DayField(label=_("Giữ đến hết ngày"), required=False)
