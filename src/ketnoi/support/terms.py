"""The words of support: what was given, and who paid."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class SupportKind(TextChoices):
    """What was given. The first ten are points a to k of Law 53/2024 art. 37, by the law's codes.

    The last three are services of the one-stop offices (OSSO) that the article does not name.
    """

    ESSENTIALS = "essentials", _("Nhu cầu thiết yếu")
    MEDICAL = "medical", _("Y tế")
    INTERPRETING = "interpreting", _("Phiên dịch")
    LEGAL_ADVICE = "legal_advice", _("Hỗ trợ pháp luật")
    LEGAL_AID = "legal_aid", _("Trợ giúp pháp lý")
    TRAVEL = "travel", _("Chi phí đi lại")
    COUNSELLING = "counselling", _("Tâm lý")
    SCHOOLING = "schooling", _("Học văn hóa")
    VOCATIONAL = "vocational", _("Học nghề")
    FIRST_ALLOWANCE = "first_allowance", _("Trợ cấp khó khăn ban đầu, vay vốn")
    PAPERS = "papers", _("Giấy tờ, hộ tịch")
    FAMILY = "family", _("Gia đình và con")
    EMPLOYMENT = "employment", _("Việc làm")


class Funds(TextChoices):
    """Who paid."""

    STATE = "state", _("Ngân sách nhà nước")
    PROGRAMME = "programme", _("Chương trình, dự án")
    AGENCY = "agency", _("Đơn vị tự chi")
    DONATION = "donation", _("Đóng góp, tài trợ")
    HERSELF = "herself", _("Người được hỗ trợ tự trả")
