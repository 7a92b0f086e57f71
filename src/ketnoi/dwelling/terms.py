"""The words of life in the house: notes of a day, belongings, visits, transports."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class NoteKind(TextChoices):
    """What a note of the day is about."""

    SLEPT = "slept", _("Ngủ")
    ATE = "ate", _("Ăn")
    HEALTH = "health", _("Sức khỏe, thuốc")
    SCHOOL = "school", _("Việc học, con đi học")
    MOOD = "mood", _("Tinh thần")
    INCIDENT = "incident", _("Chuyện vừa xảy ra")
    OTHER = "other", _("Việc khác")


class Thing(TextChoices):
    """What is kept for her."""

    PAPERS = "papers", _("Giấy tờ")
    MONEY = "money", _("Tiền")
    PHONE = "phone", _("Điện thoại")
    OTHER = "other", _("Đồ khác")


class HerWord(TextChoices):
    """How she says that what is written about her belongings is right."""

    SIGNED = "signed", _("Chị ấy ký vào sổ")
    SAID = "said", _("Chị ấy xem và nói là đúng")


class WhyKept(TextChoices):
    """Why something is still kept when she leaves; that the house wants to is no reason."""

    HER_WISH = "her_wish", _("Chị ấy nhờ giữ tiếp")
    COLLECTS = "collects", _("Chị ấy sẽ quay lại lấy")
    SENT_ON = "sent_on", _("Sẽ gửi đến nơi chị ấy chọn")
    AWAY = "away", _("Chị ấy đã rời đi, chưa liên hệ được")
    MISSING = "missing", _("Chưa tìm thấy, nhà đang tìm")


class Relation(TextChoices):
    """What a visitor is to her."""

    PARENT = "parent", _("Cha, mẹ")
    CHILD = "child", _("Con")
    SIBLING = "sibling", _("Anh, chị, em")
    SPOUSE = "spouse", _("Chồng, bạn đời")
    RELATIVE = "relative", _("Họ hàng khác")
    FRIEND = "friend", _("Bạn bè")
    OFFICER = "officer", _("Cán bộ, luật sư")
    OTHER = "other", _("Người khác")


class Answer(TextChoices):
    """What was said to a visit."""

    YES = "yes", _("Đồng ý")
    NO = "no", _("Không")


class Venue(TextChoices):
    """Where they may meet."""

    NEUTRAL = "neutral", _("Nơi khác, ngoài nhà tạm lánh")
    HOUSE = "house", _("Tại nhà tạm lánh")


class Outcome(TextChoices):
    """What became of a visit."""

    CAME = "came", _("Đã đến gặp")
    DID_NOT_COME = "did_not_come", _("Không đến")
    REFUSED = "refused", _("Đến nhưng không được cho gặp")


class State(TextChoices):
    """Where a transport stands."""

    PLANNED = "planned", _("Đã hẹn đi")
    UNDERWAY = "underway", _("Đang trên đường")
    OVERDUE = "overdue", _("Quá giờ, chưa ai ghi đã đến")
    ARRIVED = "arrived", _("Đã đến nơi")
    CALLED_OFF = "called_off", _("Đã thôi")


OPEN = (State.PLANNED, State.UNDERWAY, State.OVERDUE)
"""States in which somebody must do something by a moment."""


class Step(TextChoices):
    """What a transport came to."""

    PLANNED = "planned", _("Hẹn chuyến đi")
    LEFT = "left", _("Nơi giao: đã giao, đã đi")
    DELAYED = "delayed", _("Có tin: đến muộn hơn")
    OVERDUE = "overdue", _("Quá giờ hẹn đến")
    ARRIVED = "arrived", _("Nơi nhận: đã nhận, đã đến")
    CALLED_OFF = "called_off", _("Thôi chuyến đi")


class Why(TextChoices):
    """Why a transport is late or called off; no word about her."""

    ROAD = "road", _("Xe, đường đi")
    HER_WISH = "her_wish", _("Theo ý chị ấy")
    HEALTH = "health", _("Sức khỏe")
    PLACE = "place", _("Nơi đến có việc")
    OTHER = "other", _("Việc khác")


class Direction(TextChoices):
    """Whether she goes out of the house or comes back to it."""

    OUT = "out", _("Từ nhà tạm lánh đến nơi khác")
    BACK = "back", _("Từ nơi khác về nhà tạm lánh")
