"""The words of shelter: the unit, why a stay ends, where she goes."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Unit(TextChoices):
    """The part of a shelter that fits whoever comes."""

    WOMEN = "women", _("Phòng cho người ở một mình")
    MOTHER_CHILD = "mother_child", _("Phòng cho mẹ và con")
    ACCESSIBLE = "accessible", _("Phòng cho người khuyết tật")


class CardTitle(TextChoices):
    """What stands over a card that she carries; it looks like nothing."""

    NUMBERS = "numbers", _("Số điện thoại cần nhớ")
    TO_DO = "to_do", _("Việc nhớ làm")
    TO_BUY = "to_buy", _("Đồ cần mua")


class LeftReason(TextChoices):
    """Why a stay ends."""

    SAFE_AGAIN = "safe_again", _("Nơi về đã an toàn")
    HER_WISH = "her_wish", _("Theo mong muốn của người tạm lánh")
    PLAN_DONE = "plan_done", _("Đã xong kế hoạch")
    OTHER_NEED = "other_need", _("Cần nơi phù hợp hơn")
    LOST_CONTACT = "lost_contact", _("Rời đi, chưa liên hệ được")


class LeftTo(TextChoices):
    """Where she goes, as a word and never as an address."""

    OWN_PLACE = "own_place", _("Ra ở riêng")
    HOME = "home", _("Về nhà")
    RELATIVES = "relatives", _("Đến nhà người thân")
    OTHER_SHELTER = "other_shelter", _("Nơi tạm lánh khác")
    HOSPITAL = "hospital", _("Cơ sở y tế")
    UNSAID = "unsaid", _("Chưa muốn cho biết")
