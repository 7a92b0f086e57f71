"""The words about a person: sex, age, who may answer her phone, which papers she has."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Sex(TextChoices):
    """As she says it."""

    FEMALE = "female", _("Nữ")
    MALE = "male", _("Nam")
    OTHER = "other", _("Khác")
    UNSAID = "unsaid", _("Chưa muốn cho biết")


class Language(TextChoices):
    """The language she speaks best."""

    VI = "vi", _("Tiếng Việt")
    KM = "km", _("Tiếng Khmer")
    HOA = "hoa", _("Tiếng Hoa")
    CHAM = "cham", _("Tiếng Chăm")
    KO = "ko", _("Tiếng Hàn")
    ZH = "zh", _("Tiếng Trung")
    EN = "en", _("Tiếng Anh")
    SIGN = "sign", _("Ngôn ngữ ký hiệu")
    OTHER = "other", _("Tiếng khác")


class WhoAnswers(TextChoices):
    """Who may pick up the phone without danger to her."""

    HERSELF = "herself", _("Chỉ người được hỗ trợ")
    TRUSTED = "trusted", _("Người thân tin cậy")
    ANYONE = "anyone", _("Ai nghe cũng được")
    UNKNOWN = "unknown", _("Chưa rõ")


class PaperKind(TextChoices):
    """Papers that prove who she is."""

    CCCD = "cccd", _("Căn cước")
    CMND = "cmnd", _("Chứng minh nhân dân (cũ)")
    PASSPORT = "passport", _("Hộ chiếu")
    BIRTH = "birth", _("Giấy khai sinh")
    MARRIAGE = "marriage", _("Giấy kết hôn")
    RESIDENCE = "residence", _("Thẻ cư trú ở nước ngoài")
    FOREIGN = "foreign", _("Giấy tờ nước ngoài khác")


class Original(TextChoices):
    """Where the original of a paper is."""

    AT_HAND = "at_hand", _("Đang giữ bản gốc")
    COPY = "copy", _("Chỉ có bản sao")
    ELSEWHERE = "elsewhere", _("Bản gốc ở người khác hoặc ở nước ngoài")
    LOST = "lost", _("Đã mất")


class Country(TextChoices):
    """Where somebody lives or a paper is from. Codes of ISO 3166-1, `ZZ` for any other."""

    VN = "VN", _("Việt Nam")
    KR = "KR", _("Hàn Quốc")
    TW = "TW", _("Đài Loan")
    CN = "CN", _("Trung Quốc")
    JP = "JP", _("Nhật Bản")
    MY = "MY", _("Ma-lai-xi-a")
    SG = "SG", _("Xin-ga-po")
    KH = "KH", _("Cam-pu-chia")
    LA = "LA", _("Lào")
    TH = "TH", _("Thái Lan")
    AE = "AE", _("Các Tiểu vương quốc Ả Rập Thống nhất")
    SA = "SA", _("Ả Rập Xê Út")
    US = "US", _("Hoa Kỳ")
    ZZ = "ZZ", _("Nước khác")


class Relation(TextChoices):
    """What a representative is to her."""

    MOTHER = "mother", _("Mẹ")
    FATHER = "father", _("Cha")
    GUARDIAN = "guardian", _("Người giám hộ")
    RELATIVE = "relative", _("Người thân khác")
    OFFICER = "officer", _("Cán bộ được phân công")


class HoldGround(TextChoices):
    """Why her data must be kept for now, whatever she asks."""

    INVESTIGATION = "investigation", _("Cơ quan điều tra yêu cầu giữ")
    COURT = "court", _("Tòa án yêu cầu giữ")
    LEGAL_DUTY = "legal_duty", _("Luật buộc phải giữ")


class TieKind(TextChoices):
    """What a relative is to her."""

    CHILD = "child", _("Con")
    GRANDCHILD = "grandchild", _("Cháu")
    SIBLING = "sibling", _("Anh, chị, em")
    PARENT = "parent", _("Cha, mẹ")
    DEPENDANT = "dependant", _("Người khác cần chăm sóc")


class LivesWith(TextChoices):
    """With whom a relative lives."""

    HER = "her", _("Cùng người được hỗ trợ")
    KIN = "kin", _("Với người thân")
    HOME = "home", _("Ở cơ sở chăm sóc")
    ABROAD = "abroad", _("Ở nước ngoài")
    ELSEWHERE = "elsewhere", _("Nơi khác")
    UNKNOWN = "unknown", _("Chưa rõ")


class Carer(TextChoices):
    """Who cares for a relative."""

    HER = "her", _("Người được hỗ trợ")
    PARENT = "parent", _("Cha hoặc mẹ còn lại")
    GRANDPARENT = "grandparent", _("Ông bà")
    KIN = "kin", _("Người thân khác")
    HOME = "home", _("Cơ sở chăm sóc")
    NOBODY = "nobody", _("Chưa có ai")
    UNKNOWN = "unknown", _("Chưa rõ")


class TieEnd(TextChoices):
    """Why a tie ends; both records stay."""

    APART = "apart", _("Không còn cần chăm sóc")
    DECEASED = "deceased", _("Qua đời")
    MISTAKEN = "mistaken", _("Ghi nhầm")


MAY_BE_CHILDREN = frozenset({TieKind.CHILD, TieKind.GRANDCHILD})
"""Relatives who count as under 18 as long as nobody knows their year of birth."""
