"""The words of the first conversation, and of being called back."""

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


RISK_OF = {"yes": "now", "high": "high", "no": "low", "unknown": "unknown"}
"""The risk a file begins with, from the answer about danger."""
