"""The words of a tip: how it came, how far it is believed, where it stands, what it names."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Channel(TextChoices):
    """How a tip came."""

    WEB = "web", _("Trang công khai")
    SMS = "sms", _("Tin nhắn")
    PAPER = "paper", _("Phiếu giấy")
    SPOKEN = "spoken", _("Nói trực tiếp, điện thoại")


TYPED = [(each.value, each.label) for each in Channel if each is not Channel.WEB]
"""What an officer types for somebody else."""


class Credibility(TextChoices):
    """How far whoever read it believes it."""

    UNKNOWN = "unknown", _("Chưa đánh giá được")
    LOW = "low", _("Ít có cơ sở")
    MEDIUM = "medium", _("Có thể đúng")
    HIGH = "high", _("Nhiều khả năng đúng")


class Standing(TextChoices):
    """Where a tip stands once somebody has read it."""

    OPEN = "open", _("Còn xem xét")
    SAME = "same", _("Trùng với tin khác")
    ENDED = "ended", _("Đã xong")


class Sign(TextChoices):
    """What a tip names."""

    PHONE = "phone", _("Số điện thoại")
    PAGE = "page", _("Trang, tài khoản mạng")
    PLATE = "plate", _("Biển số xe")
    PERSON = "person", _("Tên gọi, nhận dạng")


class Sureness(TextChoices):
    """How sure it is that two tips name the same."""

    NEARLY = "nearly", _("Gần như chắc là một")
    MAYBE = "maybe", _("Có thể là một")
    UNSURE = "unsure", _("Chưa chắc, chỉ giống tên")


class Outcome(TextChoices):
    """What came of a tip that was handed over."""

    TAKEN_UP = "taken_up", _("Đang giải quyết")
    NOT_OURS = "not_ours", _("Không thuộc thẩm quyền")
    NOTHING_FOUND = "nothing_found", _("Đã kiểm tra, chưa thấy dấu hiệu")
