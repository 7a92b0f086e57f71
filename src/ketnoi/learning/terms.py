"""The words of the six questions: what is answered, and how it looks afterwards."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as public_


class Said(TextChoices):
    """An answer to one of the six questions."""

    YES = "yes", public_("Có")
    NO = "no", public_("Không")
    UNSURE = "unsure", public_("Chưa rõ")


class Outlook(TextChoices):
    """How an invitation looks, in words: never a score, and never a promise that it is safe."""

    STOP = "stop", public_("Khoan hãy đi. Lời mời này có dấu hiệu lừa gạt.")
    ASK = "ask", public_("Chưa đủ rõ. Hãy hỏi thêm trước khi nhận lời.")
    NOTHING_SEEN = "nothing_seen", public_("Chưa thấy dấu hiệu trong sáu câu này. Vẫn nên hỏi kỹ.")
