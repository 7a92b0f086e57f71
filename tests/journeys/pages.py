"""Every kind of page: who opens it, where, and in which states it can be met."""

from dataclasses import dataclass

FILLED, EMPTY, ERROR = "filled", "empty", "error"
LANGUAGES = {"vi": "", "en": "/en", "km": "/km"}
AS_IT_IS = ("", "")


@dataclass(frozen=True)
class Kind:
    """A page as one meets it.

    wrong: what is typed or chosen, by the name of the field, so that the form is refused.
    sends: what is asked before the page shows what it found.
    """

    address: str
    who: str = ""
    empty: str = ""
    empty_for: str = ""
    wrong: tuple[str, str] | None = None
    sends: tuple[str, str] | None = None

    @property
    def states(self) -> tuple[str, ...]:
        """The states in which it can be met."""
        is_empty = self.empty or self.empty_for
        return (FILLED, *([EMPTY] if is_empty else []), *([ERROR] if self.wrong else []))

    def met(self, state: str) -> tuple[str, str]:
        """Who opens it and where, to meet it in this state."""
        if state != EMPTY:
            return self.who, self.address
        return self.empty_for or self.who, self.empty or self.address


def _of_lan(part: str, **more) -> Kind:
    return Kind(f"{{file}}{part}", "lan", empty=f"{{new}}{part}", **more)


STAFF = {
    "today": Kind("/cb/", "lan", empty_for="quan"),
    "board": Kind("/cb/dieu-phoi/", "hoa"),
    "outcomes": Kind("/cb/bao-cao/hoa-nhap/", "hoa"),
    "files": Kind("/cb/ho-so/", "lan", empty_for="quan"),
    "search": Kind("/cb/ho-so/tim/", "lan", wrong=AS_IT_IS),
    "emergency": Kind("/cb/khan-cap/", "lan", wrong=AS_IT_IS),
    "emergency to confirm": Kind("{emergency}xac-nhan/", "kim"),
    "emergency to review": Kind("{emergency}xem-lai/", "lan", wrong=AS_IT_IS),
    "file": _of_lan(""),
    "file of a supporter": Kind("{helped}", "yen"),
    "file that is followed": Kind("{followed}", "lan"),
    "file that is closed": Kind("{closed}", "lan"),
    "about the file": _of_lan("thong-tin/", wrong=("commune", "xã Không Có")),
    "consents": _of_lan("dong-y/", wrong=AS_IT_IS),
    "note": _of_lan("ghi-chu/", wrong=AS_IT_IS),
    "person": _of_lan("nguoi/", wrong=("birth", "?")),
    "phone": _of_lan("so-dien-thoai/", wrong=AS_IT_IS),
    "paper": _of_lan("giay-to/", wrong=AS_IT_IS),
    "attachments": Kind("{attached}", "lan", empty="{new}giay-to/tep/", wrong=("title", "x" * 300)),
    "address": _of_lan("dia-chi/", wrong=AS_IT_IS),
    "representative": _of_lan("nguoi-dai-dien/", wrong=AS_IT_IS),
    "family": _of_lan("gia-dinh/", wrong=AS_IT_IS),
    "relative": Kind("{child}", "lan"),
    "about a relative": Kind("{child}nguoi/", "lan", wrong=("birth", "?")),
    "paper of a relative": Kind("{child}giay-to/", "lan", wrong=AS_IT_IS),
    "representative of a relative": Kind("{child}nguoi-dai-dien/", "lan", wrong=AS_IT_IS),
    "sealed value of a relative": Kind("{child}xem/ten/", "lan", wrong=AS_IT_IS),
    "tie": Kind("{child}quan-he/", "lan"),
    "end of a tie": Kind("{child}ket-thuc/", "lan", wrong=AS_IT_IS),
    "sealed value": _of_lan("xem/ten/", wrong=AS_IT_IS),
    "rights": _of_lan("quyen/", wrong=AS_IT_IS),
    "copy of her data": _of_lan("quyen/ban-sao/"),
    "keeping her data": _of_lan("quyen/giu-lai/", wrong=AS_IT_IS),
    "who is responsible": _of_lan("phu-trach/"),
    "closing": _of_lan("ket-thuc/", wrong=AS_IT_IS),
    "who may see": _of_lan("nguoi-xem/"),
    "who has seen": _of_lan("nguoi-xem/ban-in/"),
    "who may not see": _of_lan("nguoi-xem/chan/", wrong=AS_IT_IS),
    "choosing a need": _of_lan("chuyen-gui/"),
    "asking several": _of_lan("hoi-nhieu-noi/", wrong=AS_IT_IS),
    "choosing a receiver": _of_lan("chuyen-gui/?nhu-cau=safe_place"),
    "asking": Kind("{asking}", "lan", empty="{asking of new}", wrong=("basis", "legal_duty")),
    "received": Kind("/cb/chuyen-gui/", "yen", empty_for="quan"),
    "sent": Kind("/cb/chuyen-gui/?huong=di", "lan", empty_for="quan"),
    "request that was sent": Kind("{sent}", "lan"),
    "asking another service": Kind("{sent}noi-khac/", "lan", wrong=AS_IT_IS),
    "draft of a request": Kind("{draft}", "kim"),
    "request to answer": Kind("{asked}", "yen"),
    "asking to be told more": Kind("{sent}xin-them/", "yen", wrong=AS_IT_IS),
    "saying what she answered": Kind("{sent}xin-them/tra-loi/", "lan", wrong=AS_IT_IS),
    "letting a guest answer": Kind("{sent}lien-ket/", "lan", wrong=AS_IT_IS),
    "what a guest told by phone": Kind("{sent}lien-ket/qua-dien-thoai/", "lan", wrong=AS_IT_IS),
    "saying no": Kind("{asked}khong-nhan/", "yen", wrong=AS_IT_IS),
    "request in service": Kind("{serving}", "yen"),
    "pausing": Kind("{serving}tam-dung/", "yen", wrong=AS_IT_IS),
    "outcome": Kind("{serving}ket-qua/", "yen", wrong=AS_IT_IS),
    "intake": Kind("/cb/tiep-nhan/", "lan", wrong=AS_IT_IS),
    "lists": Kind("/cb/danh-sach/", "lan", empty_for="dung", wrong=AS_IT_IS),
    "list": Kind("{list}", "lan"),
    "decision": Kind("{verifying}xac-minh/", "minh", wrong=AS_IT_IS),
    "stay": Kind("{stay}tam-lanh/", "yen"),
    "stay to begin": Kind("{helped}tam-lanh/", "yen", wrong=AS_IT_IS),
    "stay to look at": Kind("{stay}tam-lanh/xem-lai/", "yen"),
    "stay to end": Kind("{stay}tam-lanh/roi-di/", "yen", wrong=AS_IT_IS),
    "looking for a twin": _of_lan("ho-so-trung/", wrong=AS_IT_IS),
    "two files side by side": Kind("{twins}", "lan", wrong=AS_IT_IS),
    "taking a merge back": Kind("{merge}", "lan"),
    "transfer to begin": _of_lan("chuyen-tinh/", wrong=AS_IT_IS),
    "transfer that waits for a lead": Kind("{proposed}", "mai"),
    "transfer not approved": Kind("{proposed}khong-duyet/", "mai", wrong=AS_IT_IS),
    "transfer on its way": Kind("{moving}", "lan"),
    "receipt of a transfer": Kind("{moving}da-nhan/", "lan", wrong=AS_IT_IS),
    "file to take in": Kind("/cb/nhan-ho-so/", "lan", wrong=AS_IT_IS),
    "file from elsewhere": Kind("{arrival}", "kim"),
    "receipt to tell": Kind("{arrived}ma-da-nhan/", "kim"),
    "asking elsewhere": _of_lan("hoi-noi-khac/", wrong=AS_IT_IS),
    "question from elsewhere": Kind("{approach}", "yen", wrong=AS_IT_IS),
    "introduction": Kind("{introduction}", "lan"),
    "work in a file": Kind("{shared}viec-giao/", "lan", "{new}viec-giao/", wrong=AS_IT_IS),
    "given work": Kind("{work}", "yen", wrong=AS_IT_IS),
    "work to give again": Kind("{work}giao-lai/", "lan", wrong=AS_IT_IS),
    "conferences": Kind("{shared}hop/", "lan", "{new}hop/", wrong=AS_IT_IS),
    "conference": Kind("{meeting}", "yen"),
    "conference to run": Kind("{meeting}", "lan"),
    "conference that was held": Kind("{met}", "yen"),
    "topic": Kind("{meeting}noi-dung/", "yen", wrong=AS_IT_IS),
    "answer to an invitation": Kind("{meeting}tra-loi/", "yen", wrong=AS_IT_IS),
    "conference to move": Kind("{meeting}doi-ngay/", "lan", wrong=AS_IT_IS),
    "conference to call off": Kind("{meeting}huy/", "lan", wrong=AS_IT_IS),
    "minutes": Kind("{meeting}bien-ban/", "lan"),
    "correction": Kind("{met}dinh-chinh/", "yen", wrong=AS_IT_IS),
    "support": _of_lan("ho-tro/", wrong=AS_IT_IS),
    "support that was not": Kind("{support}", "yen"),
    "opportunities": Kind("/cb/sinh-ke/", "dung", wrong=("commune", "xã Không Có")),
    "new opportunity": Kind("/cb/sinh-ke/moi/", "dung", wrong=AS_IT_IS),
    "offer that ends": Kind("{offer}", "dung"),
    "partner that was seen": Kind("{to check}", "dung", wrong=AS_IT_IS),
    "list of offers to bring": Kind("/cb/sinh-ke/danh-sach/", "vy", wrong=AS_IT_IS),
    "list of offers": Kind("{offers}", "vy"),
    "people proposed to a partner": Kind("/cb/sinh-ke/gioi-thieu/", "vy", empty_for="kim"),
    "somebody proposed to a partner": Kind("{candidate}", "vy", wrong=AS_IT_IS),
    "what she can do and needs": _of_lan("nghe/", wrong=("avoids", "xã Không Có")),
    "what suits her": _of_lan("nghe/co-hoi/"),
    "what does not suit her": _of_lan("nghe/co-hoi/?chua-hop"),
    "what suits her, outside her file": Kind("{job}co-hoi/hop/", "dung"),
    "proposing": Kind("{job}co-hoi/", "dung", wrong=AS_IT_IS),
    "placement": Kind("{placement}", "lan", wrong=AS_IT_IS),
    "end of support": Kind("{ending}ket-thuc/xem-lai/", "mai", wrong=AS_IT_IS),
    "visits": Kind("{followed}tham-hoi/", "lan", empty="{new}tham-hoi/"),
    "visit": Kind("{followed}tham-hoi/3/", "lan", wrong=AS_IT_IS),
    "services": Kind("/cb/danh-ba/", "lan"),
    "service": Kind("{service}", "yen"),
    "capacity": Kind("{service}cho/", "yen", wrong=("places", "nhiều")),
    "place to hold": Kind("{service}giu-cho/", "lan", wrong=AS_IT_IS),
    "description": Kind("{service}mo-ta/", "yen", wrong=("name", "")),
    "hotline": Kind("{hotline}", "lan"),
    "law": Kind("/cb/phap-luat/", "lan"),
    "network": Kind("/cb/mang-luoi/", "lan"),
    "help": Kind("/cb/tro-giup/", "lan"),
    "account": Kind("/cb/tai-khoan/", "lan"),
    "how she is told": Kind("/cb/tai-khoan/cach-bao/", "lan"),
    "number to be told by": Kind("/cb/tai-khoan/cach-bao/so/sms/", "lan", wrong=AS_IT_IS),
    "calendar": Kind("/cb/lich/", "lan"),
    "agreements": Kind("/cb/thoa-thuan/", "mai"),
    "agreement": Kind("{agreement}", "mai"),
    "agreement to end": Kind("{agreement}thoi/", "hoa"),
    "agreement to draw up": Kind("/cb/thoa-thuan/moi/", "hoa", wrong=("since_0", "mai")),
    "members": Kind("/cb/don-vi/", "quan"),
    "inviting": Kind("/cb/don-vi/moi/", "quan", wrong=AS_IT_IS),
    "days away": Kind("/cb/don-vi/ngay-nghi/", "lan", wrong=AS_IT_IS),
    "days away of a colleague": Kind("{member}ngay-nghi/", "quan", wrong=AS_IT_IS),
    "programs that are told": Kind("/cb/chuong-trinh/", "quan", wrong=AS_IT_IS),
    "program to let in": Kind("/cb/don-vi/chuong-trinh/", "quan", wrong=AS_IT_IS),
    "member": Kind("{member}", "quan"),
    "sign-in": Kind("/cb/vao/", wrong=AS_IT_IS),
    "no such page": Kind("/cb/ho-so/KN-26-0000/", "lan"),
}
PUBLIC = {
    "home": Kind("/"),
    "finding help": Kind("/ho-tro/"),
    "help found": Kind("/ho-tro/", sends=("need", "safe_place")),
    "no help found": Kind("/ho-tro/", sends=("text", "thuyền buồm")),
    "work": Kind("/ho-tro/viec-lam/"),
    "papers": Kind("/ho-tro/giay-to/"),
    "health": Kind("/ho-tro/suc-khoe/"),
    "numbers": Kind("/duong-day-nong/"),
    "safety": Kind("/an-toan/"),
    "no such public page": Kind("/khong-co/"),
}
