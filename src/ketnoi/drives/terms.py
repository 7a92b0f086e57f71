"""The words of a drive: what is needed, in what it is counted, who gives, where it stands."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_lazy as public_


class Kind(TextChoices):
    """What is needed. Nothing in it says who needs it, or why."""

    SEWING_MACHINE = "sewing_machine", public_("Máy may")
    KITCHEN_SET = "kitchen_set", public_("Bộ đồ nghề bán hàng ăn")
    LIVESTOCK = "livestock", public_("Con giống chăn nuôi")
    HYGIENE_KIT = "hygiene_kit", public_("Bộ đồ vệ sinh cá nhân")
    BABY_KIT = "baby_kit", public_("Bộ đồ cho mẹ và bé")
    CLOTHES = "clothes", public_("Bộ quần áo")
    RICE = "rice", public_("Gạo")
    SCHOOL_KIT = "school_kit", public_("Bộ đồ dùng học tập")
    BICYCLE = "bicycle", public_("Xe đạp")
    PHONE = "phone", public_("Điện thoại")
    CHILDCARE_SEAT = "childcare_seat", public_("Chỗ gửi trẻ")
    COURSE_SEAT = "course_seat", public_("Suất học nghề")
    TRIP = "trip", public_("Chuyến xe đưa đón")


class Unit(TextChoices):
    """In what it is counted."""

    PIECE = "piece", public_("chiếc")
    SET = "set", public_("bộ")
    ANIMAL = "animal", public_("con")
    KILO = "kilo", public_("kg")
    SEAT = "seat", public_("chỗ")
    TRIP = "trip", public_("chuyến")


UNITS = {
    Kind.SEWING_MACHINE: Unit.PIECE,
    Kind.KITCHEN_SET: Unit.SET,
    Kind.LIVESTOCK: Unit.ANIMAL,
    Kind.HYGIENE_KIT: Unit.SET,
    Kind.BABY_KIT: Unit.SET,
    Kind.CLOTHES: Unit.SET,
    Kind.RICE: Unit.KILO,
    Kind.SCHOOL_KIT: Unit.SET,
    Kind.BICYCLE: Unit.PIECE,
    Kind.PHONE: Unit.PIECE,
    Kind.CHILDCARE_SEAT: Unit.SEAT,
    Kind.COURSE_SEAT: Unit.SEAT,
    Kind.TRIP: Unit.TRIP,
}
"""Each kind is counted in one unit, so that numbers of one kind can always be added."""


class Giver(TextChoices):
    """Who offers something."""

    PERSON = "person", public_("Một người")
    BUSINESS = "business", public_("Doanh nghiệp, cửa hàng")
    ORGANISATION = "organisation", public_("Tổ chức, hội nhóm")


class PledgeState(TextChoices):
    """Where a pledge stands."""

    OFFERED = "offered", _("Chờ gọi xác nhận")
    CONFIRMED = "confirmed", _("Đã xác nhận")
    ENDED = "ended", _("Không còn")


class PledgeEnd(TextChoices):
    """Why a pledge is no longer waited for."""

    WITHDRAWN = "withdrawn", _("Bên góp rút lại")
    UNREACHED = "unreached", _("Không liên lạc được")
    NOT_NEEDED = "not_needed", _("Không còn cần")


class Account(TextChoices):
    """Where a number of the book can stand; an entry moves it from one to another."""

    OUTSIDE = "outside", _("Bên ngoài")
    MISSING = "missing", _("Còn thiếu")
    PROMISED = "promised", _("Đã hứa")
    STOCK = "stock", _("Đã đến, chưa chuyển đi")
    GIVEN = "given", _("Đã chuyển đi")


class EntryKind(TextChoices):
    """What an entry in the book says."""

    NEEDED = "needed", _("Cần")
    NOT_NEEDED = "not_needed", _("Thôi cần")
    PROMISED = "promised", _("Hứa góp")
    RELEASED = "released", _("Thôi hứa")
    RECEIVED = "received", _("Nhận theo lời hứa")
    BROUGHT = "brought", _("Nhận, không hứa trước")
    GIVEN = "given", _("Chuyển đi")
    CORRECTED = "corrected", _("Dòng đảo")
