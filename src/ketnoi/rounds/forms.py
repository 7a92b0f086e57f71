"""What is asked when a round is announced."""

from django.utils.translation import gettext_lazy as _

from ketnoi.foundation.inputs import Form, LookUpLines, TickBoxes
from ketnoi.livelihood.terms import Kind
from ketnoi.places import queries as places


class Announcing(Form):
    """Of what a round is made; everything when nothing is chosen."""

    kinds = TickBoxes(
        label=_("Loại cơ hội"),
        help_text=_("Không chọn là mọi loại."),
        choices=Kind,
        required=False,
    )
    communes = LookUpLines(
        label=_("Những xã, phường"),
        help_text=_("Mỗi dòng một nơi. Để trống là cả tỉnh."),
        find=places.communes_like,
        required=False,
        error_messages={
            "several": _("Có nhiều nơi tên “{line}”. Hãy ghi thêm tên tỉnh, ví dụ: {example}."),
            "none": _("Chưa tìm thấy “{line}”. Hãy xem lại cách viết tên xã, phường."),
        },
    )
