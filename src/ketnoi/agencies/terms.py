"""The words of agencies: functions, levels and the seven preset roles."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Function(TextChoices):
    """What an organisation does in the network, whatever its office is called today."""

    WOMEN_UNION = "women_union", _("Hội Liên hiệp Phụ nữ")
    POLICE = "police", _("Công an")
    HEALTH_DEPT = "health_dept", _("Y tế, bảo trợ xã hội")
    HEALTH_STATION = "health_station", _("Trạm Y tế xã")
    LABOUR_DEPT = "labour_dept", _("Lao động, thương binh và xã hội")
    HOME_AFFAIRS = "home_affairs", _("Nội vụ, việc làm")
    COMMUNE_PC = "commune_pc", _("Ủy ban nhân dân xã")
    BORDER_GUARD = "border_guard", _("Bộ đội Biên phòng")
    SHELTER = "shelter", _("Nhà tạm lánh")
    OSSO = "osso", _("Văn phòng một cửa cho phụ nữ di cư hồi hương")
    JOB_SERVICE = "job_service", _("Dịch vụ việc làm")
    LEGAL_AID = "legal_aid", _("Trợ giúp pháp lý")
    HOSPITAL = "hospital", _("Bệnh viện")
    INDUSTRY_TRADE = "industry_trade", _("Công thương")
    AGRICULTURE = "agriculture", _("Nông nghiệp")
    BLIND_ASSOCIATION = "blind_association", _("Hội Người mù")
    PROGRAMME = "programme", _("Chương trình, dự án đối tác")
    EMPLOYER = "employer", _("Người sử dụng lao động")


class Level(TextChoices):
    """Where an agency stands between commune and centre."""

    COMMUNE = "commune", _("Xã, phường")
    PROVINCE = "province", _("Tỉnh, thành phố")
    CENTRE = "centre", _("Trung ương")


class Role(TextChoices):
    """What a member may do; what she sees is narrowed further by her agency's function."""

    VOLUNTEER = "volunteer", _("Cộng tác viên")
    CASEWORKER = "caseworker", _("Cán bộ hồ sơ")
    SPECIALIST = "specialist", _("Cán bộ chuyên môn")
    VERIFIER = "verifier", _("Cán bộ xác minh")
    LEAD = "lead", _("Phụ trách đơn vị")
    COORDINATOR = "coordinator", _("Điều phối mạng lưới")
    ADMIN = "admin", _("Quản trị")


class Purpose(TextChoices):
    """What help is asked for; a consent, a service and a referral name the same purposes."""

    SAFE_PLACE = "safe_place", _("Nơi an toàn")
    IDENTIFICATION = "identification", _("Xác minh")
    PAPERS_LEGAL = "papers_legal", _("Giấy tờ và pháp lý")
    HEALTH = "health", _("Y tế và tâm lý")
    LIVELIHOOD = "livelihood", _("Sinh kế")
    FOLLOW_UP = "follow_up", _("Thăm hỏi")
    RECOGNITION = "recognition", _("Hỏi nơi khác")


class Told(TextChoices):
    """When a member hears that something new waits; what is nearly due is always said at once."""

    AT_ONCE = "at_once", _("Mỗi lần có việc mới")
    MORNING = "morning", _("Mỗi sáng một lần, nếu có việc")


class Rings(TextChoices):
    """What rings when something waits, besides a letter; named as the settings name channels."""

    PUSH = "push", _("Máy này")
    SMS = "sms", _("Tin nhắn SMS")
    ZALO = "zalo", _("Zalo")


class SealChannel(TextChoices):
    """How an agency is given the seals it keeps."""

    MAIL = "mail", _("Thư điện tử")
    FILE = "file", _("Tệp trong thư mục dấu niêm")


ROLE_DOES = {
    Role.VOLUNTEER: _("ghi lại điều lo ngại; chỉ xem điều chính mình ghi"),
    Role.CASEWORKER: _("làm việc hằng ngày trên hồ sơ của đơn vị"),
    Role.SPECIALIST: _("tư vấn, y tế, pháp lý; có ghi chép riêng"),
    Role.VERIFIER: _("trả lời yêu cầu xác minh"),
    Role.LEAD: _("như cán bộ hồ sơ, và giao người phụ trách"),
    Role.COORDINATOR: _("xem việc và hạn của cả mạng lưới; không xem tên ai"),
    Role.ADMIN: _("quản lý người của đơn vị; không mở hồ sơ"),
}
OPENS_FILES = frozenset({Role.CASEWORKER, Role.SPECIALIST, Role.VERIFIER, Role.LEAD})
MANAGES_MEMBERS = frozenset({Role.LEAD, Role.ADMIN})
AGREED = [(p.value, p.label) for p in Purpose if p != Purpose.RECOGNITION]
"""What agencies may agree to ask of each other; recognising her rests on her yes alone."""
NUMBERS = (Rings.SMS, Rings.ZALO)
