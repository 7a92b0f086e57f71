"""The words of the network's events."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    """What kind of event it was."""

    WORKSHOP = "workshop", _("Hội thảo")
    TRAINING = "training", _("Tập huấn")
    OPENING = "opening", _("Khai trương")
    REFORM = "reform", _("Sắp xếp, đổi quy định")


class Precision(TextChoices):
    """How exactly the day is known; a source that tells only the year is not made to tell more."""

    DAY = "day", _("ngày")
    MONTH = "month", _("tháng")
    YEAR = "year", _("năm")
