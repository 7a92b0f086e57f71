"""The words of lending: whose money it is, what it is for, why a schedule was changed."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Source(TextChoices):
    """Whose money is lent. The agency that keeps the loan answers for it."""

    WOMEN_FUND = "women_fund", _("Quỹ của Hội Liên hiệp Phụ nữ")
    POLICY_BANK = "policy_bank", _("Ngân hàng Chính sách xã hội, vốn ủy thác qua hội")
    PROGRAMME = "programme", _("Chương trình của một đơn vị đối tác")
    OWN_FUND = "own_fund", _("Quỹ riêng của đơn vị")


class Purpose(TextChoices):
    """What the money is for."""

    TRADE = "trade", _("Buôn bán nhỏ")
    CRAFT = "craft", _("Nghề: may, tóc, nấu ăn")
    ANIMALS = "animals", _("Chăn nuôi")
    CROPS = "crops", _("Trồng trọt")
    TOOLS = "tools", _("Công cụ, máy móc")
    SCHOOLING = "schooling", _("Học nghề, học phí")
    HOUSING = "housing", _("Sửa nhà, chỗ ở")
    NEED = "need", _("Nhu cầu gấp")


class Every(TextChoices):
    """How many months lie between two instalments."""

    MONTH = "1", _("Mỗi tháng")
    QUARTER = "3", _("Ba tháng một lần")
    HALF_YEAR = "6", _("Sáu tháng một lần")


class ScheduleKind(TextChoices):
    """Why there is a schedule."""

    FIRST = "first", _("Lịch lúc vay")
    CHANGED = "changed", _("Lịch trả mới")
    PAUSED = "paused", _("Tạm dừng trả")


class Why(TextChoices):
    """What came between her and the day on which she wanted to pay."""

    ILLNESS = "illness", _("Ốm đau, sinh con, chăm người thân")
    LOSS = "loss", _("Mất mùa, mất hàng, thiên tai")
    WORK = "work", _("Mất việc, thu nhập giảm")
    SAFETY = "safety", _("Phải giữ an toàn, phải chuyển chỗ ở")
    FAMILY = "family", _("Chuyện gia đình")
    HER_WISH = "her_wish", _("Chị ấy muốn trả theo cách khác")


class AccountName(TextChoices):
    """Where money of a loan can be; an entry moves it from one to another."""

    OUTSIDE = "outside", _("Bên cho vay")
    OWED = "owed", _("Gốc còn nợ")
    REPAID = "repaid", _("Gốc đã trả")
    FORGIVEN = "forgiven", _("Gốc được xóa")
    INTEREST = "interest", _("Lãi đã trả")


class EntryKind(TextChoices):
    """What an entry in the book of a loan says."""

    LENT = "lent", _("Cho vay")
    REPAID = "repaid", _("Trả gốc")
    INTEREST = "interest", _("Trả lãi")
    FORGIVEN = "forgiven", _("Xóa phần còn nợ")
    CORRECTED = "corrected", _("Bút toán đảo")


class LoanState(TextChoices):
    """Where a loan stands."""

    RUNNING = "running", _("Đang trả")
    BEHIND = "behind", _("Cần hỏi thăm")
    REPAID = "repaid", _("Đã trả xong")
    FORGIVEN = "forgiven", _("Đã xóa phần còn nợ")
    TAKEN_BACK = "taken_back", _("Ghi nhầm")


class ForgivenessState(TextChoices):
    """What became of the wish to forgive."""

    PROPOSED = "proposed", _("Chờ người thứ hai")
    AGREED = "agreed", _("Đã đồng ý")
    RETURNED = "returned", _("Chưa đồng ý")


class GroupAccount(TextChoices):
    """Where money of a savings group can be."""

    SAVED = "saved", _("Tiết kiệm của thành viên")
    LENT = "lent", _("Đang cho vay")
    BOX = "box", _("Hộp tiền")
    EARNED = "earned", _("Lãi, lỗ của tổ")


class GroupEntryKind(TextChoices):
    """What an entry in the book of a savings group says."""

    SAVED = "saved", _("Góp tiết kiệm")
    DRAWN = "drawn", _("Rút tiết kiệm")
    BORROWED = "borrowed", _("Vay từ hộp")
    RETURNED = "returned", _("Trả gốc vào hộp")
    COST = "cost", _("Trả lãi vào hộp")
    WRITTEN_OFF = "written_off", _("Tổ thôi đòi")
    SHARED = "shared", _("Chia: tiết kiệm")
    GAINED = "gained", _("Chia: phần lãi")
    LOST = "lost", _("Chia: phần thiếu")
    CORRECTED = "corrected", _("Bút toán đảo")
