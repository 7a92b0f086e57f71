"""The words of merging: why two files are about one person, which value is kept."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Reason(TextChoices):
    """How somebody knows that both files are about one person."""

    SHE_SAID = "she_said", _("Chính người được hỗ trợ cho biết")
    PAPER = "paper", _("Trùng giấy tờ tùy thân")
    MET = "met", _("Cán bộ gặp và nhận ra")
    LIST = "list", _("Đã đối chiếu danh sách: cùng một người")
    TWICE = "twice", _("Tiếp nhận hai lần")


class Side(TextChoices):
    """Whose value is kept: that of the file that goes on, or that of the one merged into it."""

    OURS = "ours", _("Hồ sơ giữ lại")
    THEIRS = "theirs", _("Hồ sơ gộp vào")


class Field(TextChoices):
    """What a file says once, so that somebody chooses where two files differ."""

    CALLED = "called", _("Cách gọi")
    NAME = "name", _("Họ và tên")
    BIRTH = "birth", _("Năm sinh")
    SEX = "sex", _("Giới tính")
    LANGUAGE = "language", _("Ngôn ngữ")
    INTERPRETER = "interpreter", _("Cần phiên dịch")
    RISK = "risk", _("Nguy cơ")
    COMMUNE = "commune", _("Ở xã, phường")


OF_PERSON = {
    Field.CALLED: ("called",),
    Field.NAME: ("name",),
    Field.BIRTH: ("birth_year", "birth_is_guess"),
    Field.SEX: ("sex",),
    Field.LANGUAGE: ("language",),
    Field.INTERPRETER: ("needs_interpreter",),
}
"""In which columns of her record a thing stands."""

OF_FILE = {Field.RISK: ("risk",), Field.COMMUNE: ("commune_id",)}
"""In which columns of the file a thing stands."""

TOGETHER = ("reasons", "needs")
"""Lists of words in a file: those of both are kept."""
