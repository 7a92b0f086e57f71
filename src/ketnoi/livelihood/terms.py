"""The words of livelihood: kinds of opportunity, steps of a placement, how it ended."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    """What is offered."""

    JOB = "job", _("Việc làm")
    TRAINING = "training", _("Học nghề")
    LOAN = "loan", _("Vay vốn")
    TOOLS = "tools", _("Công cụ, phương tiện")
    MARKET = "market", _("Nơi bán hàng")
    MENTOR = "mentor", _("Người hướng dẫn")


class State(TextChoices):
    """Where a placement stands; she decides before the partner hears anything."""

    PROPOSED = "proposed", _("Đã đề xuất")
    SHE_WAITS = "she_waits", _("Người được hỗ trợ muốn nghĩ thêm")
    SHE_AGREED = "she_agreed", _("Người được hỗ trợ đồng ý")
    SHE_DECLINED = "she_declined", _("Người được hỗ trợ không chọn")
    PARTNER_AGREED = "partner_agreed", _("Nơi nhận đồng ý")
    PARTNER_DECLINED = "partner_declined", _("Nơi nhận không nhận")
    STARTED = "started", _("Đã bắt đầu")
    ENDED = "ended", _("Đã kết thúc")
    RECALLED = "recalled", _("Đã rút đề xuất")


OPEN = (
    State.PROPOSED,
    State.SHE_WAITS,
    State.SHE_AGREED,
    State.PARTNER_AGREED,
    State.STARTED,
)
"""States in which something may still happen."""


class HerAnswer(TextChoices):
    """What she says to an opportunity."""

    YES = "yes", _("Đồng ý")
    NO = "no", _("Không chọn cơ hội này")
    LATER = "later", _("Muốn nghĩ thêm")


class PartnerAnswer(TextChoices):
    """What the employer, the school or the lender says."""

    ACCEPTED = "accepted", _("Nhận")
    DECLINED = "declined", _("Không nhận")


class Outcome(TextChoices):
    """How a placement ended."""

    COMPLETED = "completed", _("Hoàn thành")
    MOVED_ON = "moved_on", _("Chuyển sang nơi tốt hơn")
    LEFT_EARLY = "left_early", _("Nghỉ sớm")
    DID_NOT_FIT = "did_not_fit", _("Việc không hợp")
    OFFER_ENDED = "offer_ended", _("Nơi nhận thôi không nhận nữa")
    UNSAFE = "unsafe", _("Nơi làm, nơi học không an toàn")


class IncomeBand(TextChoices):
    """Her income of a month in steps, never an exact sum."""

    NONE = "none", _("Chưa có thu nhập")
    UNDER_3 = "under_3", _("Dưới 3 triệu đồng một tháng")
    FROM_3_TO_5 = "3_to_5", _("Từ 3 đến dưới 5 triệu đồng một tháng")
    FROM_5_TO_8 = "5_to_8", _("Từ 5 đến dưới 8 triệu đồng một tháng")
    FROM_8 = "from_8", _("Từ 8 triệu đồng một tháng")


AFTER_HER_ANSWER: dict[str, State] = {
    HerAnswer.YES: State.SHE_AGREED,
    HerAnswer.NO: State.SHE_DECLINED,
    HerAnswer.LATER: State.SHE_WAITS,
}
AFTER_THE_PARTNERS: dict[str, State] = {
    PartnerAnswer.ACCEPTED: State.PARTNER_AGREED,
    PartnerAnswer.DECLINED: State.PARTNER_DECLINED,
}
"""To which state an answer brings a placement."""
