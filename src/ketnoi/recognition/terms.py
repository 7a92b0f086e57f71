"""The words of recognition: on what ground another agency is asked, what she says to it."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Ground(TextChoices):
    """On what ground the question is asked."""

    CONSENT = "consent", _("Người được hỗ trợ đồng ý")
    LEGAL_DUTY = "legal_duty", _("Luật buộc phải báo")


class Answer(TextChoices):
    """What came of asking her, at the agency that was asked."""

    AGREES = "agrees", _("Người đó đồng ý để hai nơi biết nhau")
    DECLINES = "declines", _("Người đó chưa muốn")
    NOT_HER = "not_her", _("Không phải người đó, hoặc không có nơi nào khác")
    NOT_SAFE = "not_safe", _("Chưa hỏi được một cách an toàn")
    LEGAL_DUTY = "legal_duty", _("Luật buộc phải báo")


INTRODUCES = frozenset({Answer.AGREES, Answer.LEGAL_DUTY})
"""Answers after which the two agencies are introduced to each other."""
