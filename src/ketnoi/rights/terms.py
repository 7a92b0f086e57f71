"""The words of her rights: what she asks, who asks for her, how that was checked, the answer."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Right(TextChoices):
    """What a person may ask about her data."""

    KNOW = "know", _("Biết ai giữ, ai đã xem dữ liệu")
    COPY = "copy", _("Nhận một bản sao dữ liệu")
    CORRECT = "correct", _("Sửa dữ liệu")
    RESTRICT = "restrict", _("Hạn chế: giữ lại, không chia sẻ")
    OBJECT = "object", _("Phản đối việc chia sẻ")
    ERASE = "erase", _("Xóa dữ liệu")


class Asker(TextChoices):
    """Who asks."""

    HERSELF = "herself", _("Chính người được hỗ trợ")
    REPRESENTATIVE = "representative", _("Người đại diện của người dưới 18 tuổi")
    PROXY = "proxy", _("Người được ủy quyền bằng văn bản")


class Check(TextChoices):
    """How the officer made sure that it is so."""

    KNOWN = "known", _("Cán bộ đã gặp và biết người này")
    PAPER = "paper", _("Đã xem giấy tờ")
    CALLED_BACK = "called_back", _("Đã gọi lại số an toàn trong hồ sơ")
    MANDATE = "mandate", _("Đã xem giấy ủy quyền và giấy tờ")


class Outcome(TextChoices):
    """What came of it."""

    DONE = "done", _("Đã thực hiện")
    PARTLY = "partly", _("Thực hiện một phần")
    REFUSED = "refused", _("Chưa thực hiện được")


class Ground(TextChoices):
    """Why it was not done, or only partly."""

    HOLD = "hold", _("Cơ quan có thẩm quyền yêu cầu giữ dữ liệu")
    LAW = "law", _("Luật không cho phép")
    NOT_SURE = "not_sure", _("Chưa chắc ai đang yêu cầu")
    DANGER = "danger", _("Có thể gây nguy hiểm cho người được hỗ trợ")
    OTHERS = "others", _("Có thông tin của người khác")
