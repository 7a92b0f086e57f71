"""The words of matching: what stands between a woman and a place, and what she finds there."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class InTheWay(TextChoices):
    """What stands in the way of a place, one rule each."""

    KIND = "kind", _("Chị ấy không chọn loại hỗ trợ này")
    AGE = "age", _("Chưa đủ tuổi, hoặc chưa biết tuổi")
    SCHOOLING = "schooling", _("Nơi nhận cần học vấn cao hơn")
    SKILLS = "skills", _("Nơi nhận cần kỹ năng, giấy tờ hoặc phương tiện mà chị ấy chưa có")
    CHILDCARE = "childcare", _("Không có nơi gửi con")
    ACCESS = "access", _("Thiếu lối đi hoặc phương tiện mà chị ấy cần")
    DISTANCE = "distance", _("Xa hơn mức chị ấy đi được mỗi ngày")
    NIGHT = "night", _("Có làm ban đêm")
    HOURS = "hours", _("Giờ giấc không hợp với chị ấy")
    VERIFIED = "verified", _("Nơi nhận chưa được kiểm tra")
    SAID_NO = "said_no", _("Chị ấy đã không chọn cơ hội này")
    UNSAFE_PLACE = "unsafe_place", _("Ở nơi chị ấy cần tránh, hoặc chưa biết ở đâu")
    UNSAFE_PARTNER = "unsafe_partner", _("Có người chị ấy cần tránh, hoặc chưa biết là ai")
    TOO_OLD = "too_old", _("Nơi nhận chỉ nhận người trẻ hơn")
    NOT_THIS_TIME = "not_this_time", _("Đợt này chưa ghép được với nơi này")


class IfOnly(TextChoices):
    """What would have to be otherwise for a place to fit; the end of a sentence."""

    KIND = "kind", _("chị ấy cũng muốn loại hỗ trợ đó")
    AGE = "age", _("chị ấy đủ tuổi, và tuổi được ghi lại")
    SCHOOLING = "schooling", _("không cần học vấn cao hơn của chị ấy")
    SKILLS = "skills", _("không cần kỹ năng, giấy tờ hoặc phương tiện mà chị ấy chưa có")
    CHILDCARE = "childcare", _("có nơi gửi con")
    ACCESS = "access", _("có lối đi và phương tiện mà chị ấy cần")
    DISTANCE = "distance", _("gần hơn, hoặc có cách đi lại")
    NIGHT = "night", _("không làm ban đêm")
    HOURS = "hours", _("giờ giấc hợp với chị ấy")
    VERIFIED = "verified", _("nơi nhận được kiểm tra")
    SAID_NO = "said_no", _("chị ấy nghĩ lại")
    UNSAFE_PLACE = "unsafe_place", _("biết chắc không ở nơi chị ấy cần tránh")
    UNSAFE_PARTNER = "unsafe_partner", _("biết chắc không có người chị ấy cần tránh")
    TOO_OLD = "too_old", _("nơi nhận nhận cả người lớn tuổi hơn")


class Meets(TextChoices):
    """What she asked for and finds at a place."""

    KIND = "kind", _("đúng loại hỗ trợ chị ấy muốn")
    DISTANCE = "distance", _("không xa hơn mức chị ấy đi được")
    CHILDCARE = "childcare", _("có nơi gửi con")
    ACCESS = "access", _("có lối đi và phương tiện chị ấy cần")
    NIGHT = "night", _("không làm ban đêm")
    HOURS = "hours", _("giờ giấc hợp với chị ấy")
    SKILLS = "skills", _("chị ấy có đủ kỹ năng, giấy tờ, phương tiện")
    SCHOOLING = "schooling", _("học vấn của chị ấy đủ")


class Counted(TextChoices):
    """What a proposal was given points for."""

    PLACED = "placed", _("có chỗ phù hợp")
    WISH = "wish", _("thứ tự mong muốn")
    URGENCY = "urgency", _("mức độ cần gấp")
    NEAR = "near", _("gần nhà")
