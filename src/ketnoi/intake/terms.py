"""The words of the first conversation."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Danger(TextChoices):
    """Whether she is in danger as we speak."""

    YES = "yes", _("Có, ngay lúc này")
    HIGH = "high", _("Có, nhưng chưa phải ngay lúc này")
    NO = "no", _("Không")
    UNKNOWN = "unknown", _("Chưa rõ")


class Recorded(TextChoices):
    """Whether she agrees that this is written down."""

    YES = "yes", _("Chị ấy đồng ý cho ghi")
    NO = "no", _("Chị ấy chưa muốn được ghi lại")
    VITAL = "vital", _("Chưa đồng ý, nhưng tính mạng đang bị đe dọa")


RISK_OF = {"yes": "now", "high": "high", "no": "low", "unknown": "unknown"}
"""The risk a file begins with, from the answer about danger."""
