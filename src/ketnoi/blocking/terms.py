"""The words of blocking: why somebody must not know of a file, and what she said to that."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Reason(TextChoices):
    """Why somebody must not know of a file."""

    RELATIVE = "relative", _("Người nhà của người gây hại")
    NEIGHBOUR = "neighbour", _("Hàng xóm, người quen")
    SHE_ASKED = "she_asked", _("Người được hỗ trợ yêu cầu")
    OTHER = "other", _("Lý do khác")


class HerWord(TextChoices):
    """What the person said when she was asked."""

    WANTS = "wants", _("Đã hỏi, người được hỗ trợ muốn chặn")
    NOT_YET = "not_yet", _("Chưa hỏi được; sẽ hỏi khi an toàn")
    AGAINST = "against", _("Đã hỏi, người được hỗ trợ không muốn chặn")
