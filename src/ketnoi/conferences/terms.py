"""The words of conferences and of work that is given: what kind, how it ended, who was asked."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Work(TextChoices):
    """What kind of work is given."""

    CALL = "call", _("Gọi điện")
    GO_ALONG = "go_along", _("Đi cùng")
    PAPERS = "papers", _("Chuẩn bị giấy tờ")
    VISIT = "visit", _("Thăm tại nhà")
    APPOINTMENT = "appointment", _("Hẹn khám")
    OTHER = "other", _("Việc khác")


class Answer(TextChoices):
    """What became of work at whom it was given to."""

    DONE = "done", _("Đã làm xong")
    CANNOT = "cannot", _("Không làm được")
    LEFT = "left", _("Nơi nhận không còn tham gia hồ sơ")


class Cannot(TextChoices):
    """Why it cannot be done."""

    NO_TIME = "no_time", _("Không kịp thời hạn")
    NOT_OURS = "not_ours", _("Không thuộc việc của đơn vị")
    NOT_REACHED = "not_reached", _("Không liên hệ được với người được hỗ trợ")
    HER_WISH = "her_wish", _("Người được hỗ trợ không muốn")
    NOT_SAFE = "not_safe", _("Chưa làm được một cách an toàn")


class Way(TextChoices):
    """How a conference is held."""

    IN_PLACE = "in_place", _("Tại chỗ")
    PHONE = "phone", _("Qua điện thoại")
    ONLINE = "online", _("Trực tuyến")


class State(TextChoices):
    """Where a conference stands."""

    CALLED = "called", _("Chờ họp")
    HELD = "held", _("Đã họp")
    CALLED_OFF = "called_off", _("Đã hủy")


class Step(TextChoices):
    """What happened to a conference."""

    CALLED = "called", _("Gọi họp")
    MOVED = "moved", _("Đổi ngày họp")
    CALLED_OFF = "called_off", _("Hủy họp")
    HELD = "held", _("Ghi biên bản")
    CONFIRMED = "confirmed", _("Xác nhận biên bản")


class Why(TextChoices):
    """Why a conference is moved or called off."""

    HER_WISH = "her_wish", _("Theo mong muốn của người được hỗ trợ")
    TOO_FEW = "too_few", _("Chưa đủ nơi dự họp")
    NOT_SAFE = "not_safe", _("Họp lúc này chưa an toàn")
    SOLVED = "solved", _("Việc đã được giải quyết")
    OTHER = "other", _("Lý do khác")


class HerPart(TextChoices):
    """Whether the person herself was asked, and what she wants."""

    COMES = "comes", _("Đã hỏi, người đó dự họp")
    SPOKEN_FOR = "spoken_for", _("Đã hỏi, người đó nhờ nói thay")
    DECLINES = "declines", _("Đã hỏi, người đó không muốn dự")
    NOT_ASKED = "not_asked", _("Chưa hỏi")


class NotAsked(TextChoices):
    """Why she was not asked yet."""

    NOT_SAFE = "not_safe", _("Chưa có cách hỏi an toàn")
    NOT_REACHED = "not_reached", _("Chưa liên hệ được")
    NOT_ABLE = "not_able", _("Sức khỏe chưa cho phép")


class Coming(TextChoices):
    """What an invited agency says."""

    COMES = "comes", _("Có dự")
    DOES_NOT = "does_not", _("Không dự được")


class Presence(TextChoices):
    """As what somebody came."""

    MEMBER = "member", _("Cán bộ")
    HER = "her", _("Người được hỗ trợ")
    REPRESENTATIVE = "representative", _("Người đại diện")


WAITS, TAKEN_BACK = _("Đang chờ"), _("Đã thu lại")
