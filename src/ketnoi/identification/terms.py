"""The words of identification: the statute's own for the status, its papers and its evidence."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class LegalStatus(TextChoices):
    """What the law calls somebody. A record with a date and a deciding body, never who she is."""

    BEING_IDENTIFIED = "being_identified", _("Người đang trong quá trình xác định là nạn nhân")
    VICTIM = "victim", _("Nạn nhân")
    NOT_ESTABLISHED = "not_established", _("Chưa đủ căn cứ xác định là nạn nhân")


class PaperKind(TextChoices):
    """The paper that says it. Law 53/2024 arts. 29(3), 33(1); Law 66/2011 art. 28 before it."""

    POLICE = "police", _("Giấy xác nhận của cơ quan Công an")
    RESCUE = "rescue", _("Giấy xác nhận của cơ quan giải cứu")
    PROCEEDINGS = "proceedings", _("Văn bản của cơ quan điều tra, viện kiểm sát, tòa án")
    MISSION = "mission", _("Giấy tờ của cơ quan đại diện ở nước ngoài")
    FOREIGN = "foreign", _("Giấy tờ của nước ngoài đã hợp pháp hóa lãnh sự")
    OTHER = "other", _("Văn bản khác")
    NO_PAPER = "no_paper", _("Chưa có giấy tờ")


class Evidence(TextChoices):
    """On what a status is founded, in the order of Law 53/2024 art. 32(1), points a to i."""

    PROCEEDINGS = "proceedings", _("Cơ quan tiến hành tố tụng cung cấp")
    RESCUE = "rescue", _("Cơ quan giải cứu cung cấp")
    MISSION = "mission", _("Cơ quan đại diện ở nước ngoài cung cấp")
    DOMESTIC = "domestic", _("Cơ quan khác trong nước cung cấp")
    FOREIGN = "foreign", _("Cơ quan của nước ngoài cung cấp")
    HER_OWN = "her_own", _("Lời trình bày, tài liệu của người đó hoặc người thân")
    OFFENDER = "offender", _("Lời trình bày của người có hành vi mua bán người")
    WITNESS = "witness", _("Lời trình bày của người cùng bị mua bán, người làm chứng")
    OTHER = "other", _("Căn cứ hợp pháp khác")
