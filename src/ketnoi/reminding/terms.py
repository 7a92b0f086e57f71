"""The words of reminding."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Word(TextChoices):
    """What is said about a task, to whom it belongs or to a coordinator; each is said once."""

    SOON = "soon", _("Sắp đến hạn")
    LATE = "late", _("Đã quá hạn")
    ESCALATED = "escalated", _("Đã báo điều phối")
