"""The words of reintegration: how she was asked, how it goes, what went wrong."""

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _


class Month(IntegerChoices):
    """After how many months she is asked."""

    ONE = 1, _("Sau 1 tháng")
    THREE = 3, _("Sau 3 tháng")
    SIX = 6, _("Sau 6 tháng")
    TWELVE = 12, _("Sau 12 tháng")


class How(TextChoices):
    """How she was asked."""

    PHONE = "phone", _("Gọi điện")
    VISIT = "visit", _("Đến thăm")
    MESSAGE = "message", _("Nhắn tin")


class Outcome(TextChoices):
    """How her life goes, as she and the officer see it."""

    STABLE = "stable", _("Ổn định")
    IMPROVING = "improving", _("Đang tốt lên")
    UNSURE = "unsure", _("Chưa rõ")
    WORSE = "worse", _("Khó khăn hơn")


class Work(TextChoices):
    """What she lives from by her own hands."""

    PAID = "paid", _("Đi làm có lương")
    OWN = "own", _("Tự làm, buôn bán, chăn nuôi")
    LEARNING = "learning", _("Đang học nghề")
    NONE = "none", _("Chưa có việc")


class WentWrong(TextChoices):
    """What went wrong, if something did."""

    LOST_CONTACT = "lost_contact", _("Mất liên lạc")
    BACK_IN_DANGER = "back_in_danger", _("Trở lại nơi nguy hiểm")
    TRAFFICKED_AGAIN = "trafficked_again", _("Bị mua bán lần nữa")
    DECEASED = "deceased", _("Qua đời")


class ClosingState(TextChoices):
    """Where the proposal to end support stands."""

    PROPOSED = "proposed", _("Đang chờ phụ trách đơn vị")
    AGREED = "agreed", _("Đã đồng ý")
    RETURNED = "returned", _("Chưa kết thúc được")
    DROPPED = "dropped", _("Đã rút lại")


class NotYet(TextChoices):
    """Why support cannot end yet."""

    OPEN_NEED = "open_need", _("Còn nhu cầu chưa xong")
    NOT_ASKED = "not_asked", _("Chưa hỏi ý chị ấy")
    NOT_SAFE = "not_safe", _("Chưa chắc chị ấy an toàn")
    VISITS = "visits", _("Cần thăm hỏi thêm")


class Standing(TextChoices):
    """Where a follow-up stands today."""

    DONE = "done", _("Đã thăm hỏi")
    SKIPPED = "skipped", _("Không làm")
    LATE = "late", _("Quá hạn")
    PLANNED = "planned", _("Sắp tới")


class IncomeBand(TextChoices):
    """Her income of a month in steps, never an exact sum."""

    NONE = "none", _("Chưa có thu nhập")
    UNDER_3 = "under_3", _("Dưới 3 triệu đồng một tháng")
    FROM_3_TO_5 = "3_to_5", _("Từ 3 đến dưới 5 triệu đồng một tháng")
    FROM_5_TO_8 = "5_to_8", _("Từ 5 đến dưới 8 triệu đồng một tháng")
    FROM_8 = "from_8", _("Từ 8 triệu đồng một tháng")
