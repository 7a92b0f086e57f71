"""The words of the directory: what help is for, and how sure we are of an entry."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Cost(TextChoices):
    """What it costs her; the directory never guesses that something is free."""

    FREE = "free", _("Miễn phí")
    CHARGED = "charged", _("Có tính cước")
    UNKNOWN = "unknown", _("Chưa rõ có mất tiền không")


class Status(TextChoices):
    """Whether a service is given at present (the words of HSDS 3.0)."""

    ACTIVE = "active", _("Đang hoạt động")
    INACTIVE = "inactive", _("Chưa hoạt động")
    DEFUNCT = "defunct", _("Đã ngừng")
    PAUSED = "temporarily closed", _("Tạm dừng")


class Language(TextChoices):
    """A language somebody is answered in."""

    VI = "vi", _("Tiếng Việt")
    KM = "km", _("Tiếng Khmer")
    EN = "en", _("Tiếng Anh")
    SIGN = "vsl", _("Ngôn ngữ ký hiệu")


class Accessibility(TextChoices):
    """What makes a service reachable for a person with a disability."""

    STEP_FREE = "step_free", _("Vào được bằng xe lăn")
    HOME_VISIT = "home_visit", _("Có thể đến tận nhà")
    BY_PHONE = "by_phone", _("Làm được qua điện thoại")
    READ_ALOUD = "read_aloud", _("Có người đọc giấy tờ giúp")


class Checked(TextChoices):
    """How sure we are of an entry today."""

    VERIFIED = "verified", _("đã kiểm tra")
    NUDGE = "nudge", _("nên kiểm tra lại")
    OVERDUE = "overdue", _("cần kiểm tra lại")
    EXPIRED = "expired", _("quá hạn kiểm tra")
    UNVERIFIED = "unverified", _("chưa kiểm tra")


class Weekday(TextChoices):
    """The days of the week (the codes of HSDS 3.0)."""

    MO = "MO", _("thứ Hai")
    TU = "TU", _("thứ Ba")
    WE = "WE", _("thứ Tư")
    TH = "TH", _("thứ Năm")
    FR = "FR", _("thứ Sáu")
    SA = "SA", _("thứ Bảy")
    SU = "SU", _("Chủ nhật")


SECRET_FUNCTIONS = frozenset({"shelter", "osso"})
"""Functions of agencies whose whereabouts are never kept: a shelter, and an office beside one."""
