"""The words of the first conversation, of calls that are answered, and of being called back."""

from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_lazy as public_


class Danger(TextChoices):
    """Whether she is in danger as we speak."""

    YES = "yes", _("Có, ngay lúc này")
    HIGH = "high", _("Có, nhưng chưa phải ngay lúc này")
    NO = "no", _("Không")
    UNKNOWN = "unknown", _("Chưa rõ")


class Recorded(TextChoices):
    """Whether she agrees that this is written down."""

    YES = "yes", _("Chị ấy đồng ý cho ghi")
    NO = "no", _("Chị ấy chưa muốn được ghi lại")
    VITAL = "vital", _("Chưa đồng ý, nhưng tính mạng đang bị đe dọa")


class MayAnswer(TextChoices):
    """Who may pick up the phone she names, as she says it on the public page."""

    HERSELF = "herself", public_("Chỉ mình tôi")
    TRUSTED = "trusted", public_("Người thân tôi tin")
    ANYONE = "anyone", public_("Ai nghe cũng được")


class IfAnother(TextChoices):
    """What the caller says when somebody else answers. None of it says who calls."""

    WRONG_NUMBER = "wrong_number", public_("Xin lỗi, tôi gọi nhầm số")
    JOBS = "jobs", public_("Tôi hỏi về việc làm, sẽ gọi lại sau")
    FRIEND = "friend", public_("Tôi là người quen, sẽ gọi lại sau")


class CameBy(TextChoices):
    """How a request to be called came."""

    PUBLIC = "public", _("Trang công khai")
    MISSED = "missed", _("Cuộc gọi nhỡ")
    VOICEMAIL = "voicemail", _("Lời nhắn thoại")
    CALL = "call", _("Cuộc gọi đến")


class CallbackState(TextChoices):
    """Where a request to be called stands."""

    WAITING = "waiting", _("Chờ người gọi")
    CLAIMED = "claimed", _("Đã có người nhận gọi")
    ENDED = "ended", _("Đã xong")


class Attempt(TextChoices):
    """What came of one try to reach her."""

    NO_ANSWER = "no_answer", _("Không ai nghe máy")
    WRONG_PERSON = "wrong_person", _("Người khác nghe máy")
    TALKED = "talked", _("Đã nói chuyện, chị ấy chưa muốn ghi lại")
    AGREED = "agreed", _("Đã nói chuyện, chị ấy đồng ý cho ghi lại")
    NOTHING_MORE = "nothing_more", _("Chị ấy không cần gì thêm")


class CallbackOutcome(TextChoices):
    """How a request to be called ended."""

    TAKEN_IN = "taken_in", _("Đã tiếp nhận, có hồ sơ")
    HELPED = "helped", _("Đã nói chuyện và chỉ nơi giúp")
    NOTHING_MORE = "nothing_more", _("Chị ấy không cần gì thêm")
    UNREACHED = "unreached", _("Gọi nhiều lần không gặp")
    NOT_AGAIN = "not_again", _("Người nghe nhờ đừng gọi số này nữa")


class CallOutcome(TextChoices):
    """How a call that was answered ended."""

    ADVISED = "advised", _("Đã tư vấn, chỉ nơi giúp")
    TAKEN_IN = "taken_in", _("Đồng ý cho ghi, sang phần tiếp nhận")
    EMERGENCY = "emergency", _("Đã gọi 113 hoặc cấp cứu")
    CALLBACK = "callback", _("Muốn được gọi lại")
    HUNG_UP = "hung_up", _("Người gọi cúp máy")
    SILENT = "silent", _("Im lặng, không nói gì")
    MISTAKEN = "mistaken", _("Nhầm số hoặc gọi thử")


class Asks(TextChoices):
    """What a call is about, one thing: the chief one."""

    VIOLENCE = "violence", _("Bạo lực gia đình")
    TRAFFICKING = "trafficking", _("Mua bán người")
    SEXUAL = "sexual", _("Xâm hại tình dục")
    CHILD = "child", _("Trẻ em cần bảo vệ")
    ABROAD = "abroad", _("Đi làm, lấy chồng nước ngoài, trở về")
    PAPERS = "papers", _("Giấy tờ, pháp lý")
    LIVING = "living", _("Việc làm, học nghề, sinh sống")
    SHELTER = "shelter", _("Nơi ở an toàn")
    DISTRESS = "distress", _("Tâm lý, khủng hoảng")
    OTHER = "other", _("Việc khác")


class WhoCalls(TextChoices):
    """Who is on the telephone; nobody need say who she is."""

    HERSELF = "herself", _("Người cần giúp tự gọi")
    RELATIVE = "relative", _("Người thân")
    NEIGHBOUR = "neighbour", _("Hàng xóm, người quen")
    OFFICER = "officer", _("Cán bộ, cơ quan")
    OTHER = "other", _("Người khác")


class Aged(TextChoices):
    """How old she is about; each age is in one of them. Source: bands of the hotline 111."""

    TO_10 = "to_10", _("Đến 10 tuổi")
    TO_14 = "to_14", _("11 đến 14 tuổi")
    TO_16 = "to_16", _("15 đến 16 tuổi")
    TO_18 = "to_18", _("17 đến 18 tuổi")
    OVER_18 = "over_18", _("Trên 18 tuổi")


class Spoken(TextChoices):
    """In which language a call was held."""

    VI = "vi", _("Tiếng Việt")
    KM = "km", _("Tiếng Khmer")
    EN = "en", _("Tiếng Anh")
    OTHER = "other", _("Tiếng khác")


class ListState(TextChoices):
    """Where a list of missed calls stands."""

    LOOKED_AT = "looked_at", _("Đang xem lại")
    ADDED = "added", _("Đã thêm")
    DROPPED = "dropped", _("Đã bỏ")


COLUMNS: dict[str, Any] = {
    "number": _("Số điện thoại"),
    "at": _("Ngày gọi"),
    "hour": _("Giờ gọi"),
    "length": _("Thời lượng (giây)"),
    "language": _("Ngôn ngữ"),
    "message": _("Có lời nhắn"),
}
"""The heads of a list of missed calls, as a template has them."""

FLAWS: dict[str, Any] = {
    "formula": _("Ô này là công thức. Hãy chép rồi dán giá trị."),
    "too_long": _("Ô này quá dài. Hãy viết ngắn hơn."),
    "number": _("Hãy ghi số điện thoại 10 chữ số, ví dụ 0912 345 678."),
    "at": _("Hãy ghi ngày và giờ gọi, ví dụ 27/3/2027 14:05."),
    "later": _("Ngày giờ này chưa tới. Hãy xem lại."),
    "old": _("Cuộc gọi này đã quá lâu, không gọi lại nữa."),
    "length": _("Hãy ghi số giây, ví dụ 45, hoặc để trống."),
    "language": _("Hãy ghi Việt, Khmer hoặc Anh, hoặc để trống."),
    "yes_or_no": _("Hãy ghi Có hoặc Không."),
}
"""What is to be written anew in a cell of a list."""

NUMBERS = "callback"
"""The purpose of the keyed tag by which a number is found again, however it came."""

RISK_OF = {"yes": "now", "high": "high", "no": "low", "unknown": "unknown"}
"""The risk a file begins with, from the answer about danger."""
