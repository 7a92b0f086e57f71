"""The words of referrals: states, urgency, why a request was declined, how it ended."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class State(TextChoices):
    """Where a referral stands. "Seen" is no state: it is read from the receiver's first look."""

    DRAFT = "draft", _("Bản nháp")
    SENT = "sent", _("Đã gửi")
    ACCEPTED = "accepted", _("Đã nhận")
    IN_SERVICE = "in_service", _("Đang hỗ trợ")
    ON_HOLD = "on_hold", _("Tạm dừng")
    CLOSED = "closed", _("Kết thúc")
    DECLINED = "declined", _("Không nhận")
    RECALLED = "recalled", _("Đã thu hồi")
    EXPIRED = "expired", _("Quá hạn, đã trả lại")
    CONSENT_WITHDRAWN = "consent_withdrawn", _("Đã rút đồng ý")


class Urgency(TextChoices):
    """How soon an answer is needed."""

    URGENT = "urgent", _("Khẩn: hạn tính bằng giờ")
    NORMAL = "normal", _("Thường: hạn tính bằng ngày làm việc")


class Decline(TextChoices):
    """Why a request is not taken up: the receiver's reasons, and hers."""

    NO_CAPACITY = "no_capacity", _("Hết chỗ")
    NOT_ELIGIBLE = "not_eligible", _("Không thuộc diện")
    NO_SUCH_SERVICE = "no_such_service", _("Không có dịch vụ này")
    OUT_OF_AREA = "out_of_area", _("Ngoài địa bàn")
    NOT_SAFE = "not_safe", _("Không bảo đảm an toàn")
    CONFLICT = "conflict", _("Có quan hệ với người liên quan")
    NOT_NOW = "not_now", _("Người được hỗ trợ chưa muốn")
    HELPED_ELSEWHERE = "helped_elsewhere", _("Người được hỗ trợ đã có nơi giúp")


class Outcome(TextChoices):
    """How it ended."""

    MET = "met", _("Đạt")
    PARTLY = "partly", _("Đạt một phần")
    NOT_ELIGIBLE = "not_eligible", _("Không thuộc diện")
    COULD_NOT_REACH = "could_not_reach", _("Không liên hệ được")
    SHE_DECLINED = "she_declined", _("Người được hỗ trợ không muốn nữa")
    NO_CAPACITY = "no_capacity", _("Hết chỗ")


class MoreAnswer(TextChoices):
    """What became of a request to be told more than the packet."""

    AGREED = "agreed", _("Người được hỗ trợ đồng ý")
    SHE_DECLINED = "she_declined", _("Người được hỗ trợ không muốn")
    NOT_REACHED = "not_reached", _("Chưa hỏi được, xin hỏi lại sau")
    NOT_NEEDED = "not_needed", _("Không cần cho nhu cầu này")


class GuestWay(TextChoices):
    """How a partner without an account is reached."""

    LINK = "link", _("Liên kết, mở trên điện thoại")
    SHEET = "sheet", _("Phiếu in, trả lời qua điện thoại")


class LinkEnd(TextChoices):
    """Why a guest link was ended before its time."""

    RECALLED = "recalled", _("Đã thu hồi")
    REPLACED = "replaced", _("Đã cấp lại")
    LOCKED = "locked", _("Đã khóa vì sai mã nhiều lần")


BY_HER = frozenset({Decline.NOT_NOW, Decline.HELPED_ELSEWHERE})
NOTHING_CAME = frozenset({State.DECLINED, State.EXPIRED, State.RECALLED})
OPEN = frozenset({State.DRAFT, State.SENT, State.ACCEPTED, State.IN_SERVICE, State.ON_HOLD})
