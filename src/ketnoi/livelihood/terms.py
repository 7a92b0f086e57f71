"""The words of livelihood: kinds of opportunity, steps of a placement, how it ended."""

from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_lazy as public_
from django.utils.translation import pgettext_lazy


class Kind(TextChoices):
    """What is offered."""

    JOB = "job", public_("Việc làm")
    TRAINING = "training", public_("Học nghề")
    LOAN = "loan", public_("Vay vốn")
    SAVINGS = "savings", public_("Nhóm tiết kiệm")
    TOOLS = "tools", public_("Công cụ, cây con giống")
    MARKET = "market", public_("Nơi bán hàng, người mua")
    MENTOR = "mentor", public_("Người hướng dẫn")
    PLEDGE = "pledge", public_("Ý tưởng, lời hứa giúp")


class Skill(TextChoices):
    """What somebody can do, or what is wanted; the codes are what is told, never free words."""

    SEWING = "sewing", _("May vá")
    COOKING = "cooking", _("Nấu ăn, làm bánh")
    CROPS = "crops", _("Trồng trọt")
    ANIMALS = "animals", _("Chăn nuôi")
    WEAVING = "weaving", _("Đan lát, thủ công")
    HAIR = "hair", _("Làm tóc, làm móng")
    MASSAGE = "massage", _("Xoa bóp, bấm huyệt")
    SELLING = "selling", _("Bán hàng")
    HOUSEWORK = "housework", _("Giúp việc nhà, buồng phòng")
    CARE = "care", _("Chăm trẻ, chăm người già")
    FACTORY = "factory", _("Làm trong nhà máy")
    FOOD = "food", _("Chế biến, đóng gói")
    COMPUTER = "computer", _("Máy vi tính")
    LANGUAGE = "language", _("Tiếng nước ngoài")


class Schooling(TextChoices):
    """How far somebody went to school, from less to more."""

    LITTLE = "little", _("Chưa hết tiểu học")
    PRIMARY = "primary", _("Hết tiểu học")
    LOWER = "lower", _("Hết trung học cơ sở")
    UPPER = "upper", _("Hết trung học phổ thông")
    VOCATIONAL = "vocational", _("Sơ cấp, trung cấp nghề")
    HIGHER = "higher", _("Cao đẳng, đại học")


class Hours(TextChoices):
    """At which time of the day."""

    DAY = "day", public_("Ban ngày")
    EVENING = "evening", public_("Buổi tối")
    NIGHT = "night", public_("Ban đêm")


class AgeBand(TextChoices):
    """Her age in steps, never a day of birth."""

    UNDER_18 = "under_18", _("Dưới 18 tuổi")
    FROM_18 = "18_24", _("Từ 18 đến 24 tuổi")
    FROM_25 = "25_34", _("Từ 25 đến 34 tuổi")
    FROM_35 = "35_44", _("Từ 35 đến 44 tuổi")
    FROM_45 = "45_54", _("Từ 45 đến 54 tuổi")
    FROM_55 = "from_55", _("Từ 55 tuổi")


class Group(TextChoices):
    """To which people she belongs: so that nobody's share is forgotten, and for nothing else."""

    KINH = "kinh", _("Kinh")
    # With a context: Django has a Vietnamese word for the language of that name.
    KHMER = "khmer", pgettext_lazy("people", "Khmer")
    HOA = "hoa", _("Hoa")
    OTHER = "other", _("Dân tộc khác")


class Part(TextChoices):
    """What of her profile she may agree to have told outside her file."""

    WISHES = "wishes", _("Muốn gì")
    SKILLS = "skills", _("Biết làm gì")
    SCHOOLING = "schooling", _("Học đến đâu")
    AGE = "age", _("Khoảng tuổi")
    HOURS = "hours", _("Làm được lúc nào")
    CHILDCARE = "childcare", _("Cần gửi trẻ")
    ACCESS = "access", _("Cần lối đi, chỗ làm tiếp cận được")
    DISTANCE = "distance", _("Nơi đó xa hay gần")


TOLD: dict[str, Any] = {
    Part.WISHES: _("Muốn"),
    Part.SKILLS: _("Biết"),
    Part.SCHOOLING: _("Học vấn"),
    Part.AGE: _("Tuổi"),
    Part.HOURS: _("Làm được"),
}
"""How a phrase begins that tells such a part."""

QUIET = _("Chưa phù hợp lúc này. Hãy chọn cơ hội khác, hoặc hỏi đơn vị phụ trách hồ sơ.")
"""All that is said of what she did not let us tell; every other reason is said by `matching`."""

TO_ASK: dict[str, Any] = {
    "age": _("tuổi"),
    "schooling": _("học đến đâu"),
    "skills": _("biết làm gì"),
    "distance": _("đang ở xã, phường nào"),
}
"""What must still be asked before it is sure."""


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
    OFFER_GONE = "offer_gone", _("Cơ hội đã bị rút")


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


class PartnerReason(TextChoices):
    """Why the employer, the school or the lender says no."""

    FULL = "full", _("Đã đủ người")
    SKILLS = "skills", _("Cần tay nghề khác")
    HOURS = "hours", _("Giờ giấc không sắp xếp được")
    NEEDS = "needs", _("Chưa đáp ứng được điều người này cần")
    PAUSED = "paused", _("Tạm ngừng nhận")


class ListState(TextChoices):
    """What became of a list of opportunities."""

    LOOKED_AT = "looked_at", _("Chờ xem lại")
    ADDED = "added", _("Đã thêm")
    DROPPED = "dropped", _("Đã bỏ")


COLUMNS: dict[str, Any] = {
    "title": _("Tên cơ hội"),
    "kind": _("Loại"),
    "partner": _("Nơi nhận"),
    "commune": _("Xã, phường"),
    "places": _("Số chỗ"),
    "shifts": _("Ca, giờ làm"),
    "least_age": _("Từ tuổi"),
    "most_age": _("Đến tuổi"),
    "schooling": _("Trình độ"),
    "skills": _("Tay nghề"),
    "wage": _("Tiền công một tháng"),
    "has_childcare": _("Gửi trẻ"),
    "is_accessible": _("Người khuyết tật"),
    "phone": _("Điện thoại"),
    "until": _("Hạn nhận"),
    "requirements": _("Yêu cầu khác"),
}
"""The heads of a list, as a template has them."""

FLAWS: dict[str, Any] = {
    "formula": _("Ô này là công thức. Hãy chép rồi dán giá trị."),
    "too_long": _("Hãy viết ngắn hơn 200 ký tự."),
    "needed": _("Hãy điền ô này."),
    "kind": _("Hãy ghi một loại, ví dụ Việc làm, Học nghề, Vay vốn."),
    "commune": _("Chưa tìm thấy xã, phường này. Hãy ghi tên xã và tên tỉnh."),
    "communes": _("Có nhiều xã, phường cùng tên. Hãy ghi thêm tên tỉnh."),
    "places": _("Hãy ghi một số từ 1 đến 999."),
    "age": _("Hãy ghi tuổi bằng chữ số, từ 15 đến 99."),
    "ages": _("Tuổi thấp nhất lớn hơn tuổi cao nhất. Hãy xem lại."),
    "schooling": _("Hãy ghi trình độ, ví dụ 9/12, THPT, Trung cấp, hoặc Không."),
    "skills": _("Hãy ghi tay nghề, ví dụ May vá, Nấu ăn, hoặc để trống."),
    "wage": _("Hãy ghi một số tiền, ví dụ 5.000.000 hoặc 5 triệu."),
    "yes_or_no": _("Hãy ghi Có hoặc Không."),
    "phone": _("Hãy ghi số điện thoại 10 chữ số, ví dụ 0912 345 678."),
    "day": _("Hãy ghi ngày, tháng, năm, ví dụ 27/3/2027."),
    "past": _("Hạn nhận đã qua. Hãy ghi ngày mới hoặc để trống."),
}
"""What is to be written anew in a cell of a list."""


class Asked(TextChoices):
    """Where a partner stands with somebody who was proposed to it."""

    WAITING = "waiting", _("Chờ trả lời")
    ACCEPTED = "accepted", _("Đã nhận")
    DECLINED = "declined", _("Không nhận")
    GONE = "gone", _("Đề xuất không còn")


class LinkEnd(TextChoices):
    """Why the link of a partner without an account was ended."""

    ANSWERED = "answered", _("Đã trả lời")
    RECALLED = "recalled", _("Đã thu hồi")
    REPLACED = "replaced", _("Đã cấp lại")
    LOCKED = "locked", _("Đã khóa vì sai mã nhiều lần")
    GONE = "gone", _("Đề xuất không còn chờ nơi nhận")
    OVER = "over", _("Hết hạn")


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
