"""The words of a one-stop office: what is asked for, how people meet, what a child lacks."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from ketnoi.agencies.terms import Purpose


class Category(TextChoices):
    """The seven kinds of service of the one-stop offices, as they count them."""

    LEGAL = "legal", _("Pháp lý, hộ tịch")
    MIND = "mind", _("Tâm lý")
    TRAINING = "training", _("Giáo dục, đào tạo, học nghề")
    WORK = "work", _("Việc làm, vay vốn")
    HEALTH = "health", _("Sức khỏe")
    VIOLENCE = "violence", _("Phòng, chống bạo lực giới")
    FAMILY = "family", _("Gia đình và con")


PURPOSE_OF = {
    Category.LEGAL: Purpose.PAPERS_LEGAL,
    Category.MIND: Purpose.HEALTH,
    Category.TRAINING: Purpose.LIVELIHOOD,
    Category.WORK: Purpose.LIVELIHOOD,
    Category.HEALTH: Purpose.HEALTH,
    Category.VIOLENCE: Purpose.SAFE_PLACE,
    Category.FAMILY: Purpose.FOLLOW_UP,
}
"""For what another agency is asked when a wish is handed on."""


class WishState(TextChoices):
    """What became of something she asked for."""

    WAITS = "waits", _("Chưa xếp")
    HERE = "here", _("Văn phòng tự hỗ trợ")
    REFERRED = "referred", _("Đã chuyển nơi khác")
    DROPPED = "dropped", _("Người được hỗ trợ không cần nữa")


class Channel(TextChoices):
    """How the office and a client meet. The office is named, its address never."""

    OFFICE = "office", _("Tại văn phòng một cửa")
    PHONE = "phone", _("Qua điện thoại")
    ONLINE = "online", _("Gọi hình, nhắn tin")
    VISIT = "visit", _("Đến tận nơi")


class State(TextChoices):
    """Where an appointment stands."""

    PLANNED = "planned", _("Đang hẹn")
    KEPT = "kept", _("Đã gặp")
    MISSED = "missed", _("Lỡ hẹn")
    CALLED_OFF = "called_off", _("Đã hủy")


class Step(TextChoices):
    """What happened to an appointment."""

    MADE = "made", _("Đặt hẹn")
    MOVED = "moved", _("Đổi ngày giờ")
    KEPT = "kept", _("Đã gặp")
    MISSED = "missed", _("Lỡ hẹn")
    CALLED_OFF = "called_off", _("Hủy hẹn")
    CALLED = "called", _("Gọi lại sau khi lỡ hẹn")


class Why(TextChoices):
    """Why an appointment is moved or called off."""

    HER_WISH = "her_wish", _("Theo mong muốn của người được hỗ trợ")
    OFFICE = "office", _("Văn phòng không gặp được lúc đó")
    NOT_SAFE = "not_safe", _("Gặp lúc này chưa an toàn")
    ENDED = "ended", _("Hồ sơ đã kết thúc")
    OTHER = "other", _("Lý do khác")


class CallAnswer(TextChoices):
    """What a call after a missed appointment brought."""

    NEW_DAY = "new_day", _("Hẹn lại ngày khác")
    NOT_REACHED = "not_reached", _("Chưa liên hệ được, sẽ gọi lại")
    DECLINES = "declines", _("Người được hỗ trợ không cần hẹn nữa")


class Registered(TextChoices):
    """Where the birth of a child was registered."""

    HERE = "here", _("Đã khai sinh ở Việt Nam")
    ABROAD = "abroad", _("Đã khai sinh ở nước ngoài")
    NOWHERE = "nowhere", _("Chưa khai sinh ở đâu")
    UNKNOWN = "unknown", _("Chưa rõ")


class Nationality(TextChoices):
    """Which nationality a child has by the papers there are."""

    OURS = "ours", _("Việt Nam")
    OTHER = "other", _("Nước ngoài")
    BOTH = "both", _("Việt Nam và nước ngoài")
    NONE = "none", _("Chưa có quốc tịch nào")
    UNKNOWN = "unknown", _("Chưa rõ")


class NextStep(TextChoices):
    """What is done next about the papers of a child: practice of the offices, not a rule of law."""

    REGISTER = "register", _("Đi cùng mẹ hỏi nơi đăng ký hộ tịch về khai sinh cho cháu")
    NOTE_HERE = "note_here", _("Hỏi nơi đăng ký hộ tịch về việc ghi khai sinh ở nước ngoài")
    GET_PAPER = "get_paper", _("Xin giấy khai sinh hoặc bản sao từ nơi đã cấp")
    NATIONALITY = "nationality", _("Nhờ trợ giúp pháp lý xem quốc tịch của cháu")
    ASK = "ask", _("Hỏi thêm mẹ và gia đình: cháu đã khai sinh ở đâu chưa")


WITHOUT_PAPERS = frozenset({Registered.NOWHERE, Registered.ABROAD, Registered.UNKNOWN})
"""While the birth is registered so, somebody of the office sees to the papers of the child."""
