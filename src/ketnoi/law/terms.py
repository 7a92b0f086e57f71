"""The words of the legal library: what a fact is about, what kind it is, how far it was checked."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    """What a fact says."""

    DEADLINE = "deadline", _("Thời hạn")
    ENTITLEMENT = "entitlement", _("Chế độ hỗ trợ")
    RIGHT = "right", _("Quyền")
    DUTY = "duty", _("Nghĩa vụ")
    BODY = "body", _("Cơ quan có thẩm quyền")
    DEFINITION = "definition", _("Định nghĩa")
    AMOUNT = "amount", _("Mức tiền")
    PENALTY = "penalty", _("Chế tài")
    HOTLINE = "hotline", _("Đường dây nóng")
    PROGRAMME = "programme", _("Chương trình")


class Topic(TextChoices):
    """What a fact is about; the library is grouped by it."""

    TRAFFICKING = "trafficking", _("Phòng, chống mua bán người")
    SUPPORT = "support", _("Chế độ hỗ trợ người bị mua bán")
    SHELTER = "shelter", _("Nơi an toàn")
    VIOLENCE = "violence", _("Phòng, chống bạo lực gia đình")
    LEGAL_AID = "legal_aid", _("Trợ giúp pháp lý")
    DATA = "data", _("Dữ liệu cá nhân")
    CRIMINAL = "criminal", _("Hình sự và chế tài")
    PROGRAMME = "programme", _("Chương trình và mức chi")
    NETWORK = "network", _("Quy ước của mạng lưới")


class Status(TextChoices):
    """How far a fact was checked. What nobody has read has no status, and no row."""

    READ = "V1", _("đọc trong văn bản")
    SECONDARY = "V2", _("nguồn thứ cấp")
    NETWORK = "network", _("quy ước của mạng lưới")


class Unit(TextChoices):
    """What the number of a fact counts."""

    NONE = "", ""
    HOURS = "hours", _("giờ")
    DAYS = "days", _("ngày")
    WORKING_DAYS = "working_days", _("ngày làm việc")
    MONTHS = "months", _("tháng")
    DONG = "dong", _("đồng")
    PERCENT = "percent", _("%")


class Support(TextChoices):
    """The ten kinds of support of Article 37, in its order."""

    ESSENTIALS = "essentials", _("Nhu cầu thiết yếu")
    MEDICAL = "medical", _("Y tế")
    INTERPRETING = "interpreting", _("Phiên dịch")
    LEGAL_ADVICE = "legal_advice", _("Hỗ trợ pháp luật")
    LEGAL_AID = "legal_aid", _("Trợ giúp pháp lý")
    TRAVEL = "travel", _("Chi phí đi lại")
    COUNSELLING = "counselling", _("Tâm lý")
    SCHOOLING = "schooling", _("Học văn hóa")
    VOCATIONAL = "vocational", _("Học nghề, việc làm")
    FIRST_ALLOWANCE = "first_allowance", _("Trợ cấp khó khăn ban đầu, vay vốn")


class Group(TextChoices):
    """Whom Article 37 supports."""

    VICTIM = "victim", _("Nạn nhân là người Việt Nam, người không quốc tịch thường trú")
    ACCOMPANYING = "accompanying", _("Người dưới 18 tuổi đi cùng")
    BEING_IDENTIFIED = "being_identified", _("Người đang được xác định, ở trong nước")
    BEING_IDENTIFIED_ABROAD = "being_identified_abroad", _("Người đang được xác định, ở nước ngoài")
    FOREIGNER = "foreigner", _("Người nước ngoài bị mua bán tại Việt Nam")
