"""The kinds of places, and how much of an old ward a commune took over.

The kinds are parts of proper names ("Xã Mỹ Tú"), so they stay Vietnamese in every language.
"""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ProvinceKind(TextChoices):
    """The two kinds of the upper level."""

    PROVINCE = "province", "Tỉnh"
    CITY = "city", "Thành phố"


class CommuneKind(TextChoices):
    """The three kinds of the lower level; there are no districts any more."""

    COMMUNE = "commune", "Xã"
    WARD = "ward", "Phường"
    ZONE = "zone", "Đặc khu"


class Share(TextChoices):
    """How much of an old ward went to a commune. The codes sort from much to little."""

    ALL = "all", _("toàn bộ")
    MAIN = "main", _("phần chính")
    PART = "part", _("một phần")
