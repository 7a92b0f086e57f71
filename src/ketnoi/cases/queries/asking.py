"""How she is asked, and the words that are kept with her yes."""

from django.utils import translation
from django.utils.translation import gettext_lazy as _

from ketnoi.cases.models import Consent

SPOKEN_WORDS = _(
    "Em xin phép ghi lại vài điều để tìm nơi hỗ trợ phù hợp. Chị có thể không trả lời, hoặc dừng"
    " lại bất cứ lúc nào. Thông tin chỉ gửi cho nơi chị chọn. Nếu có trẻ em hoặc tính mạng đang"
    " gặp nguy hiểm, chúng tôi có thể phải báo cơ quan bảo vệ. Chúng tôi sẽ nói với chị trước nếu"
    " có thể."
)


def spoken_words() -> str:
    """What is read aloud, and kept with her yes: in Vietnamese, whoever reads it."""
    with translation.override("vi"):
        return str(SPOKEN_WORDS)


def others_like(consent: Consent) -> list[Consent]:
    """Every other yes to the same agency for the same purpose that she has not taken back."""
    about = {"purpose": consent.purpose, "recipient_id": consent.recipient_id}
    found = Consent.objects.filter(case_id=consent.case_id, withdrawn_at=None, **about)
    return list(found.exclude(pk=consent.pk).select_related("recipient", "case__key"))
