"""Words that must never be found in clear, typed into every page that takes words about her."""

import base64
import unicodedata
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases.models import Case
from ketnoi.foundation.guard.context import reading
from ketnoi.foundation.tests import papers
from ketnoi.foundation.vietnamese.text import fold
from ketnoi.protection.models import ShelterStay
from ketnoi.referrals.models import Referral
from ketnoi.referrals.tests import make as requests

CANARIES = {
    "called": "Bướm Vàng Óng",
    "name": "Hồ Xuân Quỳnh Chuyện",
    "number": "0987650321",
    "paper": "000195077331",
    "address": "Ấp Phước Xuyên nhà cạnh miếu",
    "note": "Chuyện kể đêm mưa bến Ninh",
    "message": "Lời nhắn riêng về chiếc nón",
    "hours": "Sau giờ gà gáy canh tư",
    "guardian": "Trần Giám Hộ Thử",
    "shelter": "Ngõ Hoa Súng tầng hai cửa xanh",
    "night": "Thao thức vì tiếng máy cày",
    "kept": "Nhẫn cỏ bọc khăn xanh",
    "visitor": "Dì Bảy Rạch Giá Thử",
    "driver": "Ghe ông Tám mui tím",
    "decision": "QĐ-77331-XM",
    "title": "Giấy ra viện giường mười bảy",
    "child": "Tí Cò Đồng Sậy",
    "child_name": "Hồ Ngọc Lúa Chín",
    "child_paper": "079219880331",
    "scan": "Scan 77331 tren giay cu",
    "file_name": "Quyet dinh cua chi Quynh",
}
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


class Walk:
    """A browser without a screen, which remembers every address and every page title."""

    def __init__(self, client: Any) -> None:
        self.client = client
        self.urls: list[str] = []
        self.titles: list[str] = []

    def enter(self, member: Any) -> None:
        """Sign in as somebody."""
        self.client.force_login(member.user, backend=BACKEND)

    def get(self, url: str) -> str:
        """Open a page."""
        return self._kept(self.client.get(url))

    def post(self, url: str, **typed: Any) -> str:
        """Send a form; the page it leads to is opened too."""
        response = self.client.post(url, typed)
        assert response.status_code in {200, 302}, (url, response.status_code)
        self.urls.append(url)
        if response.status_code == 302:
            self.urls.append(response.headers["Location"])
            return self.get(response.headers["Location"])
        return self._kept(response)

    def _kept(self, response: Any) -> str:
        html = response.content.decode()
        self.urls.append(response.request["PATH_INFO"])
        self.titles.append(html.partition("<title>")[2].partition("</title>")[0])
        return html


def type_everywhere(walk: Walk) -> None:
    """One woman, typed in by Lan, referred to Yến and Minh, with every canary in its place."""
    lan = agencies.member(name="Lan")
    yen = agencies.member(agencies.agency("shelter", "province"), name="Yến")
    minh = agencies.member(agencies.agency("police", "province"), "verifier", name="Minh")
    bed = requests.service(yen.agency, "safe_place")
    verification = requests.service(minh.agency, "identification")
    here = _receive(walk, lan)
    _describe(walk, here)
    for service in (bed, verification):
        _refer(walk, here, service)
    _shelter(walk, yen, here)
    _decide(walk, minh, here)
    walk.enter(lan)
    walk.get("/cb/")
    walk.get(here)
    walk.post("/cb/ho-so/tim/", words=CANARIES["number"])
    walk.post(here + "xem/ten/", reason="call_her")
    _lock_while_typing(walk, here)


def _lock_while_typing(walk: Walk, here: str) -> None:
    """The screen locks under a page: what was typed is kept with the session until she is back."""
    walk.client.post("/cb/khoa/", {"kept-for": here})
    kept = {"kind": "call", "privacy": "agency", "body": CANARIES["note"]}
    walk.client.post(here + "ghi-chu/", {**kept, "called": CANARIES["called"]})


def _receive(walk: Walk, lan: Any) -> str:
    walk.enter(lan)
    walk.post(
        "/cb/tiep-nhan/",
        called=CANARIES["called"],
        number=CANARIES["number"],
        safe_hours=CANARIES["hours"],
        recorded="vital",
        vital_reason=CANARIES["note"],
    )
    walk.post("/cb/tiep-nhan/", called=CANARIES["called"], number=CANARIES["number"], recorded="no")
    with reading(lan):
        return f"/cb/ho-so/{Case.objects.get().code}/"


def _describe(walk: Walk, here: str) -> None:
    who = {"called": CANARIES["called"], "name": CANARIES["name"], "birth": "2003"}
    walk.post(here + "nguoi/", **who, sex="female", language="vi", version="1")
    walk.post(here + "giay-to/", kind="cccd", number=CANARIES["paper"])
    scan = papers.document(words=CANARIES["scan"].encode())
    about = {"kind": "health", "title": CANARIES["title"], "privacy": "network"}
    for data in (scan, b"%PDF-1.7" + CANARIES["scan"].encode() * 1000):
        paper = SimpleUploadedFile(CANARIES["file_name"] + ".pdf", data)
        walk.client.post(here + "giay-to/tep/", {"file": paper, **about})
    walk.get(here + "giay-to/tep/")
    child = {"kind": "child", "lives": "her", "carer": "her", "sex": "female"}
    walk.post(here + "gia-dinh/", **child, called=CANARIES["child"], birth="2019")
    page = walk.urls[-1]
    walk.post(page + "giay-to/", kind="birth", number=CANARIES["child_paper"])
    known = {"name": CANARIES["child_name"], "sex": "female", "language": "vi", "version": "1"}
    walk.post(page + "nguoi/", called=CANARIES["child"], **known)
    walk.post(page + "xem/ten/", reason="fill_in")
    walk.get(here + "gia-dinh/")
    walk.post(here + "dia-chi/", line=CANARIES["address"])
    walk.post(here + "nguoi-dai-dien/", name=CANARIES["guardian"], relation="mother")
    walk.post(here + "ghi-chu/", kind="call", privacy="network", body=CANARIES["note"])
    walk.client.post(
        here + "nguoi/", {"name": CANARIES["name"], "birth": "năm nao", "version": "2"}
    )
    walk.client.post(here + "giay-to/", {"kind": "cccd", "number": CANARIES["paper"] + "9"})


def _refer(walk: Walk, here: str, service: Any) -> None:
    purpose = service.purposes[0]
    packs = ["contact", "need", "identity", "papers"]
    to = str(service.agency_id)
    walk.post(here + "dong-y/", purpose=purpose, recipients=[to], packs=packs, given="spoken")
    asks = {"packs": packs, "urgency": "normal", "basis": "consent", "message": CANARIES["message"]}
    walk.post(f"{here}chuyen-gui/{service.pk}/?nhu-cau={purpose}", **asks)
    walk.post(walk.urls[-1] + "gui/")


def _accept(walk: Walk, member: Any) -> None:
    walk.enter(member)
    walk.get("/cb/chuyen-gui/")
    with reading(member):
        referral = Referral.objects.get(state="sent")
    page = walk.get(f"/cb/chuyen-gui/{referral.pk}/")
    assert CANARIES["name"] in page
    walk.post(f"/cb/chuyen-gui/{referral.pk}/nhan/")


def _shelter(walk: Walk, yen: Any, here: str) -> None:
    _accept(walk, yen)
    day = {"on_0": "20", "on_1": "11", "on_2": "2026", "at": "22:15"}
    walk.post(here + "tam-lanh/", unit="women", address=CANARIES["shelter"], **day)
    with reading(yen):
        house = f"/cb/tam-lanh/ky/{ShelterStay.objects.get().code}/"
    _live(walk, house, {"on_0": "20", "on_1": "11", "on_2": "2026"})


def _live(walk: Walk, house: str, day: dict[str, str]) -> None:
    """Her days in the house, what is kept for her, who wants to come, who takes her where."""
    walk.post(house + "so-ngay/", kind="mood", words=CANARIES["night"], passes_on="on", **day)
    walk.post(house + "do-dung/", kind="other", words=CANARIES["kept"], her_word="said")
    walk.get("/cb/tam-lanh/ca/")
    asked = {"visitor": CANARIES["visitor"], "relation": "relative", "hour": "9:00"}
    walk.post(house + "tham/", **asked, day_0="20", day_1="12", day_2="2030")
    page = walk.get(house + "dua-don/")
    way = {"direction": "out", "other": page.partition('name="other" value="')[2][:36]}
    ride = {"hour": "9:00", "until_hour": "11:00", "meeting": CANARIES["driver"]}
    for box in ("day", "until"):
        ride |= {f"{box}_0": "20", f"{box}_1": "12", f"{box}_2": "2030"}
    walk.post(house + "dua-don/", **way, **ride, escort=CANARIES["driver"])
    walk.get("/cb/dua-don/")


def _decide(walk: Walk, minh: Any, here: str) -> None:
    _accept(walk, minh)
    day = {"decided_on_0": "20", "decided_on_1": "11", "decided_on_2": "2026"}
    walk.post(
        here + "xac-minh/",
        status="victim",
        body_name="Công an",
        paper="police",
        number=CANARIES["decision"],
        evidence=["her_own"],
        **day,
    )


def forms_of(text: str) -> set[bytes]:
    """The ways in which a text could still be lying about in clear."""
    spellings = {text, unicodedata.normalize("NFD", text), fold(text), text.upper()}
    if text.isdigit():
        spellings |= {text.removeprefix("0"), f"{text[:4]} {text[4:7]} {text[7:]}"}
    encoded = {s.encode() for s in spellings} | {s.encode("utf-16-le") for s in spellings}
    encoded |= {spelling.hex().encode() for spelling in encoded}
    core = {_inside_base64(text.encode(), shift) for shift in range(3)}
    escaped = {text.encode("unicode_escape")} if not text.isascii() else set()
    return encoded | core | escaped


def _inside_base64(text: bytes, shift: int) -> bytes:
    """What of a text is the same in base64, whatever stands before and after it."""
    whole = base64.b64encode(b"\0" * shift + text)
    return whole[-(-8 * shift // 6) : -4]
