"""The words of rounds: where a round stands, and what it says in a file."""

from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class State(TextChoices):
    """Where a round stands."""

    ANNOUNCED = "announced", _("Đã công bố, chưa ghép")
    RUNNING = "running", _("Đang ghép")
    DONE = "done", _("Đã ghép xong")
    CALLED_OFF = "called_off", _("Đã hủy")
    FAILED = "failed", _("Không ghép được")


UNDER_WAY = (State.ANNOUNCED, State.RUNNING)


class Stands(TextChoices):
    """What became of what a round said in a file."""

    PROPOSED = "proposed", _("Chờ hỏi người được hỗ trợ")
    NOTHING = "nothing", _("Đợt này chưa có đề xuất")
    TAKEN_UP = "taken_up", _("Đã đưa vào để hỏi")
    LAPSED = "lapsed", _("Quá hạn hỏi")
    OFFER_GONE = "offer_gone", _("Cơ hội không còn")
    FULL = "full", _("Đã hết chỗ")
    STOPPED = "stopped", _("Đã dừng")


SENTENCES: dict[str, Any] = {
    Stands.NOTHING: _("Đợt này chưa có đề xuất nào. Vì sao, và những nơi gần phù hợp, ở dưới đây."),
    Stands.TAKEN_UP: _("Đã đưa vào phần đề xuất cơ hội. Câu trả lời được ghi ở đó."),
    Stands.LAPSED: _("Quá hạn mà chưa hỏi, nên đề xuất này dừng lại. Đợt ghép sau sẽ xem lại."),
    Stands.OFFER_GONE: _(
        "Cơ hội này đã bị rút hoặc hết hạn nhận, nên đề xuất này dừng lại. Đợt ghép sau sẽ xem lại."
    ),
    Stands.FULL: _(
        "Chỗ cuối cùng vừa có người nhận, nên đề xuất này dừng lại. Đợt ghép sau sẽ xem lại."
    ),
    Stands.STOPPED: _("Hồ sơ không còn ở bước tìm sinh kế, nên đề xuất này dừng lại."),
}
"""What her page says of it."""

ALL, URGENT, ACCESS = "all", "urgent", "access"
GROUPS: dict[str, Any] = {
    ALL: _("Mọi người"),
    URGENT: _("Người cần gấp nhất"),
    ACCESS: _("Người cần lối đi, chỗ làm tiếp cận được"),
}
"""Groups that are no commune and no people."""
