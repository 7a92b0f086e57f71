"""The words of lists: how far one is, what is wrong with a row, what was decided of a pair."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ListState(TextChoices):
    """How far a list is."""

    SENT = "sent", _("Đang đọc tệp")
    READ = "read", _("Chờ bạn xem trước")
    KEPT = "kept", _("Đang đối chiếu")
    COMPARED = "compared", _("Đã đối chiếu")
    UNREADABLE = "unreadable", _("Không đọc được tệp")
    TOO_LONG = "too_long", _("Danh sách quá dài: hãy chia nhỏ, mỗi tệp nhiều nhất 100.000 dòng")
    DESTROYED = "destroyed", _("Đã hủy")


class Flaw(TextChoices):
    """Why a row cannot be taken."""

    NO_NAME = "no_name", _("Chưa có họ và tên.")
    LONG_NAME = "long_name", _("Họ và tên quá dài.")
    BAD_YEAR = "bad_year", _("Năm sinh không hợp lý.")
    BAD_PHONE = "bad_phone", _("Số điện thoại không đọc được.")
    BAD_PAPER = "bad_paper", _("Số giấy tờ không đọc được.")


class Decision(TextChoices):
    """What a person decided of two records."""

    OPEN = "open", _("Chưa quyết định")
    SAME = "same", _("Cùng một người")
    DIFFERENT = "different", _("Hai người khác nhau")
    LATER = "later", _("Để sau")


SAID_OF = {
    "name": {
        10: _("Tên trùng cả dấu"), 9: _("Tên trùng, một bên thiếu dấu"),
        8: _("Tên trùng, khác dấu"), 7: _("Tên đọc gần giống"),
        6: _("Tên trùng, thiếu chữ lót"), 5: _("Tên khác một chữ cái"),
        4: _("Tên trùng, họ viết tắt"), 3: _("Tên khác hai chữ cái"),
        2: _("Họ và tên trùng, chữ lót khác"), 1: _("Tên gọi trùng, họ khác"), 0: _("Tên khác"),
    },
    "birth": {
        7: _("Ngày sinh trùng"), 6: _("Năm sinh trùng"), 5: _("Ngày và tháng sinh đổi chỗ"),
        4: _("Ngày tháng sinh trùng, khác năm"), 3: _("Năm sinh trùng, khác ngày"),
        2: _("Năm sinh gần nhau"), 1: _("Năm sinh lệch mười"), 0: _("Năm sinh khác"),
    },
    "phone": {1: _("Số điện thoại trùng"), 0: _("Số điện thoại khác")},
    "place": {2: _("Cùng xã, phường"), 1: _("Cùng tỉnh"), 0: _("Khác tỉnh")},
    "cmnd": {2: _("Số chứng minh trùng"), 1: _("Số chứng minh khác một chữ số"),
             0: _("Số chứng minh khác")},
    "paper": {2: _("Số căn cước trùng"), 1: _("Số căn cước khác một chữ số"),
              0: _("Số căn cước khác")},
}  # fmt: skip
"""What each level of agreement is called on the page."""
