"""What is asked after a follow-up."""

from django.utils.translation import gettext_lazy as _

from ketnoi.foundation.inputs import Choose, Form, TextField
from ketnoi.reintegration import terms

NOTHING = [("", _("Không có"))]


class Visit(Form):
    """How she was asked, how it goes, what she said."""

    how = Choose(
        label=_("Thăm hỏi bằng cách nào"), choices=terms.How, ask=_("Hãy chọn cách thăm hỏi.")
    )
    outcome = Choose(
        label=_("Cuộc sống của chị ấy bây giờ"),
        choices=terms.Outcome,
        ask=_("Hãy chọn tình hình hiện nay."),
    )
    went_wrong = Choose(
        label=_("Có chuyện gì xảy ra không"),
        choices=[*NOTHING, *terms.WentWrong.choices],
        required=False,
    )
    work = Choose(label=_("Việc làm hiện nay"), choices=terms.Work, skip=True)
    income_band = Choose(label=_("Thu nhập"), choices=terms.IncomeBand, skip=True)
    body = TextField(
        label=_("Điều chị ấy cho biết"),
        help_text=_("Được giữ kín. Không ghi nơi tạm lánh."),
        required=False,
    )
