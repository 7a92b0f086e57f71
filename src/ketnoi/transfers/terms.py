"""The words of transfers: why a file goes to another province, and how far that is."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from ketnoi.cases.terms import AttachmentKind, Pack


class Reason(TextChoices):
    """Why an office in another province is to answer for her."""

    MOVED = "moved", _("Chuyển đến sống ở tỉnh đó")
    HOME = "home", _("Trở về quê")
    SAFER = "safer", _("Ở đó an toàn hơn")
    CARE = "care", _("Nơi chăm sóc phù hợp ở đó")
    LAW = "law", _("Thẩm quyền thuộc tỉnh đó")


class State(TextChoices):
    """How far a transfer is."""

    PROPOSED = "proposed", _("Chờ phụ trách duyệt")
    APPROVED = "approved", _("Đã duyệt, chưa làm tệp")
    SENT = "sent", _("Đã làm tệp, chờ nơi nhận báo")
    RECEIVED = "received", _("Nơi nhận đã báo nhận")
    DECLINED = "declined", _("Phụ trách không duyệt")
    TAKEN_BACK = "taken_back", _("Đã thu hồi")
    WITHDRAWN = "withdrawn", _("Dừng vì rút lại sự đồng ý")
    LAPSED = "lapsed", _("Hết hạn, hồ sơ ở lại")


OPEN = (State.PROPOSED, State.APPROVED, State.SENT)
"""States in which it may still come to something."""

UNDER_WAY = (State.APPROVED, State.SENT)
"""States in which a packet may be made."""

NEEDS = {AttachmentKind.HEALTH: Pack.HEALTH, AttachmentKind.IDENTITY: Pack.PAPERS}
"""Which pack must go along for a paper of this kind to go along."""
