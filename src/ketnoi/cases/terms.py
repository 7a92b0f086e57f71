"""The words of a file: why it is kept, where it stands, what is shared, what is to be done."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Reason(TextChoices):
    """Why a file is kept; several may hold at once."""

    TRAFFICKED = "trafficked", _("Có dấu hiệu bị mua bán")
    RETURNED_MIGRANT = "returned_migrant", _("Di cư hồi hương")
    VIOLENCE = "violence", _("Bị bạo lực")
    AT_RISK = "at_risk", _("Có nguy cơ")


class Status(TextChoices):
    """Where a file stands."""

    RECEIVED = "received", _("Mới tiếp nhận")
    ACTIVE = "active", _("Đang hỗ trợ")
    FOLLOWING = "following", _("Theo dõi")
    CLOSED = "closed", _("Kết thúc")
    TRANSFERRED = "transferred", _("Đã chuyển")
    MERGED = "merged", _("Đã gộp vào hồ sơ khác")
    ENTERED_IN_ERROR = "entered_in_error", _("Ghi nhầm")


GOES_ON = (Status.RECEIVED, Status.ACTIVE, Status.FOLLOWING)
"""States in which somebody must see to a file."""


class Risk(TextChoices):
    """How much danger she is in, as the officer and she see it."""

    UNKNOWN = "unknown", _("Chưa rõ")
    LOW = "low", _("Thấp")
    MEDIUM = "medium", _("Vừa")
    HIGH = "high", _("Cao")
    NOW = "now", _("Ngay lúc này")


class Channel(TextChoices):
    """How she came to us."""

    PHONE = "phone", _("Gọi điện")
    VISIT = "visit", _("Đến gặp")
    PARTNER = "partner", _("Nơi khác giới thiệu")
    TIP = "tip", _("Tin báo")


class Pack(TextChoices):
    """What may be shared: each pack is asked for by itself."""

    CONTACT = "contact", _("Liên hệ")
    NEED = "need", _("Nhu cầu")
    IDENTITY = "identity", _("Họ tên, tuổi")
    RISK = "risk", _("Nguy cơ")
    PAPERS = "papers", _("Giấy tờ")
    HEALTH = "health", _("Sức khỏe")
    WORK = "work", _("Việc làm, tay nghề")
    STORY = "story", _("Câu chuyện")


class Given(TextChoices):
    """How she said yes."""

    SPOKEN = "spoken", _("Nói trực tiếp")
    SIGNED = "signed", _("Ký trên giấy")
    BY_PHONE = "by_phone", _("Qua điện thoại")
    REPRESENTATIVE = "representative", _("Người đại diện")


class Basis(TextChoices):
    """On what ground something is shared."""

    CONSENT = "consent", _("Người được hỗ trợ đồng ý")
    LEGAL_DUTY = "legal_duty", _("Luật buộc phải báo")
    VITAL_INTEREST = "vital_interest", _("Tính mạng đang bị đe dọa")


class DoorBasis(TextChoices):
    """On what ground a file is open to somebody who does not hold it."""

    CONSENT = "consent", Basis.CONSENT.label
    LEGAL_DUTY = "legal_duty", Basis.LEGAL_DUTY.label
    VITAL_INTEREST = "vital_interest", Basis.VITAL_INTEREST.label
    EMERGENCY = "emergency", _("Mở khẩn cấp")


class EmergencyReason(TextChoices):
    """Why a file cannot wait until somebody is asked."""

    DANGER = "danger", _("Tính mạng đang bị đe dọa")
    MEDICAL = "medical", _("Cấp cứu y tế")
    MISSING = "missing", _("Mất tích hoặc đang bị đưa đi")
    CHILD = "child", _("Trẻ em không có người chăm sóc")


class Verdict(TextChoices):
    """What the agency that holds the file says of an emergency opening."""

    NEEDED = "needed", _("Cần thiết")
    NOT_NEEDED = "not_needed", _("Không cần thiết, đóng lại ngay")


class Privacy(TextChoices):
    """Who may read a note."""

    AGENCY = "agency", _("Chỉ đơn vị của tôi")
    NETWORK = "network", _("Các nơi cùng hỗ trợ")
    PROFESSIONAL = "professional", _("Riêng cán bộ chuyên môn")


class Scope(TextChoices):
    """For whom a key is closed: one agency, all that take part in the file, or apart from it."""

    OWN = "own", "own"
    NETWORK = "network", "network"
    APART = "apart", "apart"


class NoteKind(TextChoices):
    """What a note is about."""

    CALL = "call", _("Gọi điện")
    MEETING = "meeting", _("Gặp trực tiếp")
    COUNSELLING = "counselling", _("Tư vấn")
    OTHER = "other", _("Việc khác")


class AttachmentKind(TextChoices):
    """What paper is attached."""

    DECISION = "decision", _("Quyết định, kết luận")
    CONSENT = "consent", _("Giấy đồng ý đã ký")
    IDENTITY = "identity", _("Giấy tờ tùy thân, khai sinh")
    HEALTH = "health", _("Giấy tờ y tế")
    OTHER = "other", _("Giấy tờ khác")


class Step(TextChoices):
    """The way of a file, as its task list shows it."""

    RECEPTION = "reception", _("Tiếp nhận")
    CONSENT = "consent", _("Đồng ý chia sẻ")
    IDENTIFICATION = "identification", _("Xác minh, xác định")
    SAFE_PLACE = "safe_place", _("Nơi an toàn")
    SUPPORT = "support", _("Hỗ trợ")
    LIVELIHOOD = "livelihood", _("Sinh kế")
    REINTEGRATION = "reintegration", _("Tái hòa nhập")


STEP_OF = {
    "safe_place": Step.SAFE_PLACE,
    "identification": Step.IDENTIFICATION,
    "papers_legal": Step.SUPPORT,
    "health": Step.SUPPORT,
    "livelihood": Step.LIVELIHOOD,
    "follow_up": Step.REINTEGRATION,
    "recognition": Step.RECEPTION,
}
"""Under which step of the task list a purpose stands."""

OPENS_NO_FILE = frozenset({"livelihood", "recognition"})
"""Purposes for which the receiver works from the referral alone and never opens the file:
a job centre or an employer must not learn why somebody is supported."""

DEFAULT_PACKS = (Pack.CONTACT, Pack.NEED)
"""What is shared unless she says more."""


class TaskKind(TextChoices):
    """What waits to be done, as a work list says it."""

    ASK_CONSENT = "ask_consent", _("Hỏi ý kiến về việc chia sẻ")
    SEND_REFERRAL = "send_referral", _("Gửi bản nháp chuyển gửi")
    ANSWER_REFERRAL = "answer_referral", _("Trả lời chuyển gửi")
    ANSWER_MORE = "answer_more", _("Hỏi ý kiến: nơi nhận xin thêm thông tin")
    FIRST_CONTACT = "first_contact", _("Liên hệ lần đầu")
    REPORT_OUTCOME = "report_outcome", _("Báo kết quả hỗ trợ")
    LOOK_AGAIN = "look_again", _("Xem lại việc đang tạm dừng")
    CONFIRM_OUTCOME = "confirm_outcome", _("Xác nhận kết quả")
    REFER_ELSEWHERE = "refer_elsewhere", _("Tìm nơi khác")
    DECIDE_STATUS = "decide_status", _("Trả lời xác minh")
    REVIEW_STAY = "review_stay", _("Xem lại việc tạm lánh")
    REVIEW_RISK = "review_risk", _("Xem lại nguy cơ, kế hoạch an toàn")
    COMPLETE_FILE = "complete_file", _("Bổ sung hồ sơ tạm lánh")
    ASK_HER = "ask_her", _("Hỏi ý kiến về cơ hội")
    PARTNER_ANSWER = "partner_answer", _("Hỏi nơi nhận việc, nhận học")
    START_PLACEMENT = "start_placement", _("Đưa đến nơi làm, nơi học")
    FOLLOW_UP = "follow_up", _("Hỏi thăm")
    AGREE_TO_CLOSE = "agree_to_close", _("Xem lại việc kết thúc hỗ trợ")
    ACKNOWLEDGE = "acknowledge", _("Phản hồi yêu cầu về dữ liệu")
    FULFIL = "fulfil", _("Thực hiện yêu cầu về dữ liệu")
    NEXT_STEP = "next_step", _("Xem bước tiếp theo")
    CONFIRM_EMERGENCY = "confirm_emergency", _("Xác nhận lần mở khẩn cấp")
    REVIEW_EMERGENCY = "review_emergency", _("Xem lại lần mở khẩn cấp")
    AGREED = "agreed", _("Làm việc được giao")
    ANSWER_MEETING = "answer_meeting", _("Trả lời lời mời họp")
    MEET = "meet", _("Dự họp")
    HOLD_MEETING = "hold_meeting", _("Họp và ghi biên bản")
    CONFIRM_MINUTES = "confirm_minutes", _("Xác nhận biên bản")
    SORT_WISHES = "sort_wishes", _("Xếp các nhu cầu một cửa")
    CHILD_PAPERS = "child_papers", _("Lo giấy tờ cho con")
    APPOINTMENT = "appointment", _("Buổi hẹn")
    CALL_HER = "call_her", _("Gọi lại sau khi lỡ hẹn")
    RECOGNISED = (
        "recognised",
        _("Nơi khác có thể đang hỗ trợ một người bạn biết: hãy hỏi ý kiến người đó"),
    )
    APPROVE_TRANSFER = "approve_transfer", _("Duyệt việc chuyển hồ sơ sang tỉnh khác")
    AWAIT_RECEIPT = "await_receipt", _("Chờ nơi nhận báo đã nhận hồ sơ")
    PLAN_STEP = "plan_step", _("Làm một bước trong kế hoạch")
    REVIEW_PLAN = "review_plan", _("Xem lại kế hoạch")
    ASSESS_AGAIN = "assess_again", _("Hỏi lại chị ấy sống thế nào")
    LOAN = "loan", _("Xem khoản vay cùng chị ấy")
    INTRODUCED = "introduced", _("Hai nơi cùng hỗ trợ một người: hãy liên hệ với nhau")


QUIET = frozenset({TaskKind.RECOGNISED, TaskKind.INTRODUCED})
"""Tasks that nobody sees but the agency whose desk they lie on: not even a coordinator."""


class CloseReason(TextChoices):
    """Why support ends; a file can always be opened again."""

    GOALS_MET = "goals_met", _("Cuộc sống đã ổn định")
    HER_WISH = "her_wish", _("Theo mong muốn của người được hỗ trợ")
    LOST_CONTACT = "lost_contact", _("Mất liên lạc")
    MOVED = "moved", _("Chuyển đi nơi khác")
    DECEASED = "deceased", _("Qua đời")


class RevealReason(TextChoices):
    """Why somebody needs to see a sealed value."""

    CALL_HER = "call_her", _("Để gọi hoặc đến gặp")
    CHECK = "check", _("Để đối chiếu giấy tờ")
    FILL_IN = "fill_in", _("Để làm hồ sơ, thủ tục")
    DANGER = "danger", _("Đang nguy hiểm")


class Likeness(TextChoices):
    """Why a file may be that of the person who was looked for, as a list of files says it."""

    CODE = "code", _("Đúng mã hồ sơ")
    PAPER = "paper", _("Trùng số giấy tờ")
    PHONE = "phone", _("Trùng số điện thoại, số có thể dùng chung")
    NAME = "name", _("Trùng tên")
    NAME_MARKS = "name_marks", _("Trùng tên, khác dấu")
    NAME_ORDER = "name_order", _("Trùng tên, khác thứ tự")
    NAME_PART = "name_part", _("Trùng tên, thiếu tên đệm")
    NAME_CLOSE = "name_close", _("Tên gần giống, lệch một chữ")
    YEAR = "year", _("Trùng năm sinh")
    YEAR_CLOSE = "year_close", _("Năm sinh gần giống")


LOOKED_AT = {
    "file.opened": _("Mở hồ sơ"),
    "person.opened": _("Xem thông tin của bạn"),
    "person.asked_for": _("Hỏi xem thông tin được giữ kín"),
    "person.revealed": _("Xem thông tin được giữ kín"),
    "note.opened": _("Xem một ghi chú"),
    "attachment.opened": _("Xem giấy tờ đính kèm"),
    "assessment.seen": _("Xem bạn đang sống thế nào"),
    "plan.seen": _("Xem kế hoạch của bạn"),
    "money.seen": _("Xem tiền hỗ trợ của bạn"),
    "loan.seen": _("Xem khoản vay của bạn"),
    "plan.printed": _("In kế hoạch của bạn"),
    "emergency.opened": _("Mở khẩn cấp khi chưa được hỏi"),
    "emergency.looked_at": _("Xem lại lần mở khẩn cấp"),
    "merge.compared": _("So với hồ sơ khác có thể cũng của bạn"),
    "transfer.downloaded": _("Tải tệp chuyển sang tỉnh khác"),
    "osso.wish_seen": _("Xem một nhu cầu ở văn phòng một cửa"),
    "appointment.seen": _("Xem một buổi hẹn"),
    "session.seen": _("Xem một buổi tư vấn"),
    "looks.printed": _("In danh sách này"),
}
"""What was looked at, as she reads it; every other look opened the file."""
