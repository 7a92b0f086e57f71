"""The words of counselling: how they met, about what, which danger, what a group is for."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Form(TextChoices):
    """How the counsellor and she met."""

    IN_PERSON = "in_person", _("Gặp trực tiếp")
    PHONE = "phone", _("Qua điện thoại")
    VIDEO = "video", _("Gọi có hình")


class Topic(TextChoices):
    """What they talked about; nobody outside the class of the note reads it."""

    FEAR = "fear", _("Lo sợ, căng thẳng")
    SLEEP = "sleep", _("Giấc ngủ")
    GRIEF = "grief", _("Buồn, mất mát")
    SELF = "self", _("Tin vào mình")
    FAMILY = "family", _("Quan hệ trong gia đình")
    CHILDREN = "children", _("Con cái")
    STIGMA = "stigma", _("Người khác nhìn mình thế nào")
    BODY = "body", _("Sức khỏe")
    PLANS = "plans", _("Dự định sắp tới")
    OTHER = "other", _("Chuyện khác")


class Feeling(TextChoices):
    """How she says she feels: her own answer, nobody else's."""

    ONE = "1", _("1 – rất khó khăn")
    TWO = "2", _("2 – khó khăn")
    THREE = "3", _("3 – lúc được lúc không")
    FOUR = "4", _("4 – khá ổn")
    FIVE = "5", _("5 – ổn")


class Danger(TextChoices):
    """A danger the others must know of, as one word and no more."""

    HARM_BY_OTHERS = "harm_by_others", _("Có người đe dọa hoặc có thể làm hại chị ấy")
    HARM_TO_SELF = "harm_to_self", _("Chị ấy có thể tự làm hại mình")
    CHILD = "child", _("Trẻ em đang gặp nguy hiểm")
    LURED = "lured", _("Có dấu hiệu bị dụ dỗ, lừa đi lần nữa")


class Theme(TextChoices):
    """What a group is for."""

    CALM = "calm", _("Bình tâm trước căng thẳng")
    SELF = "self", _("Tin vào mình")
    PARENTS = "parents", _("Làm mẹ")
    BODY = "body", _("Chăm sóc sức khỏe")
    NEW_START = "new_start", _("Bắt đầu lại")
