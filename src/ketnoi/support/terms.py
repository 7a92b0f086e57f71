"""The words of support: how she lives, what she wants, what was given, and who paid."""

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


class Area(TextChoices):
    """The nine parts of a life that she is asked about, at the beginning and a year later."""

    SAFETY = "safety", _("An toàn")
    HEALTH = "health", _("Sức khỏe")
    MIND = "mind", _("Tinh thần")
    PAPERS = "papers", _("Giấy tờ")
    HOUSING = "housing", _("Chỗ ở")
    INCOME = "income", _("Thu nhập")
    SKILLS = "skills", _("Học hành, tay nghề")
    FAMILY = "family", _("Gia đình")
    COMMUNITY = "community", _("Làng xóm, bạn bè")


QUESTIONS = {
    Area.SAFETY: _("Chị ấy có thấy an toàn ở nhà, trên đường, trên điện thoại không?"),
    Area.HEALTH: _("Chị ấy ăn ngủ, đi lại, khám và chữa bệnh được không?"),
    Area.MIND: _("Chị ấy thấy trong lòng thế nào? Có ai để nói chuyện không?"),
    Area.PAPERS: _("Chị ấy và các con có đủ giấy tờ để đi lại, đi học, khám bệnh không?"),
    Area.HOUSING: _("Chị ấy có chỗ ở được lâu dài, và muốn ở đó không?"),
    Area.INCOME: _("Tiền kiếm được có đủ cho chị ấy và người chị ấy nuôi không?"),
    Area.SKILLS: _("Chị ấy có nghề, có chữ để làm điều chị ấy muốn không?"),
    Area.FAMILY: _("Chị ấy và người thân sống với nhau thế nào? Các con ra sao?"),
    Area.COMMUNITY: _("Chị ấy có người quen, nơi lui tới? Có bị nói ra nói vào không?"),
}
"""What is asked about each part; she answers in her own words, the officer picks the step."""


class Level(TextChoices):
    """The one scale, from the lowest step to the highest. Nothing picked: it was not asked."""

    VERY_HARD = "very_hard", _("Rất khó: cần người giúp ngay")
    HARD = "hard", _("Khó: thường phải có người giúp")
    IN_BETWEEN = "in_between", _("Tạm được: đôi lúc cần người giúp")
    FAIR = "fair", _("Khá: phần lớn tự lo được")
    GOOD = "good", _("Ổn: tự lo được và thấy yên tâm")


NOT_ASKED = _("Chưa hỏi")


class Occasion(TextChoices):
    """When she is asked."""

    INTAKE = "intake", _("Lúc tiếp nhận")
    BETWEEN = "between", _("Trong thời gian hỗ trợ")
    TWELVE = "twelve", _("Sau 12 tháng")


class Change(TextChoices):
    """What became of one part of her life between two days."""

    BETTER = "better", _("Tốt hơn")
    SAME = "same", _("Như trước")
    HARDER = "harder", _("Khó hơn")
    UNKNOWN = "unknown", _("Chưa so được")


class GoalEnd(TextChoices):
    """Why a goal is no longer worked for."""

    MET = "met", _("Đã đạt được")
    LET_GO = "let_go", _("Chị ấy không còn muốn")
    MISTAKEN = "mistaken", _("Ghi nhầm")


class StepOutcome(TextChoices):
    """What came of a step."""

    DONE = "done", _("Đã xong")
    PARTLY = "partly", _("Xong một phần")
    NOT_POSSIBLE = "not_possible", _("Không làm được")
    CHANGED_MIND = "changed_mind", _("Chị ấy đổi ý")


class Account(TextChoices):
    """Where money of a fund can be; an entry moves it from one to another."""

    OUTSIDE = "outside", _("Bên ngoài")
    FREE = "free", _("Chưa hứa")
    PROMISED = "promised", _("Đã hứa")
    PAID = "paid", _("Đã chi")


class EntryKind(TextChoices):
    """What an entry in the books of a fund says."""

    RECEIVED = "received", _("Tiền vào quỹ")
    PROMISED = "promised", _("Hứa chi")
    RELEASED = "released", _("Thôi hứa")
    PAID = "paid", _("Chi")
    RETURNED = "returned", _("Tiền quay lại")
    CORRECTED = "corrected", _("Bút toán đảo")


class Unit(TextChoices):
    """In what support is counted, where hours do not say it."""

    SESSION = "session", _("buổi")
    DAY = "day", _("ngày")
    MONTH = "month", _("tháng")
    TRIP = "trip", _("chuyến")
    COURSE = "course", _("khóa")
    PIECE = "piece", _("suất, món")


NORMS = {
    "shelter.host_meals": (SupportKind.ESSENTIALS, Unit.DAY),
    "project8.livelihood_model": (SupportKind.FIRST_ALLOWANCE, Unit.PIECE),
}
"""Which dated amounts of the law bound the cost of which support, and what they are counted in.

The amounts themselves are facts of `law`, with the days on which they hold."""
