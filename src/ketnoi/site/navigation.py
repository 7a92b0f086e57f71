"""The parts of the staff side, in the order of a working day."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, resolve, reverse
from django.utils.translation import gettext_lazy as _

from ketnoi.site import sides

PARTS = (
    (_("Việc hôm nay"), "cases:today"),
    (_("Điều phối"), "reports:board"),
    (_("Chỗ tạm lánh"), "protection:occupancy"),
    (_("Hồ sơ"), "cases:cases"),
    (_("Chuyển gửi"), "referrals:inbox"),
    (_("Tiếp nhận"), "intake:new"),
    (_("Nhà tạm lánh"), "protection:house"),
    (_("Sinh kế"), "livelihood:opportunities"),
    (_("Sổ danh bạ"), "directory:services"),
)
READING = (
    (_("Pháp luật và thời hạn"), "law:library"),
    (_("Mạng lưới và các đơn vị"), "trainings:network"),
    (_("Kết quả sau khi hòa nhập"), "reports:outcomes"),
    (_("Số liệu cuộc gọi"), "reports:calls"),
)
OTHERS = (
    *READING,
    (_("Thống kê một cửa"), "osso:report"),
    (_("Nhờ gọi lại"), "intake:callbacks"),
    (_("Gọi lại trong mạng lưới"), "intake:overseen"),
    (_("Đưa đón"), "dwelling:on_the_way"),
    (_("Tham vấn của tôi"), "counselling:desk"),
    (_("Số liệu tham vấn"), "counselling:numbers"),
    (_("Quỹ hỗ trợ"), "support:funds"),
    (_("Vốn cho vay"), "lending:own_loans"),
    (_("Tổ tiết kiệm"), "lending:groups"),
    (_("Vận động nguồn lực"), "drives:drives"),
    (_("Tin báo"), "vigilance:tips"),
    (_("Đơn vị của bạn"), "agencies:members"),
    (_("Trợ giúp"), "help"),
)


@dataclass(frozen=True)
class Entry:
    """One part, where it is, and whether the reader is in it."""

    name: str
    url: str
    current: bool


def entries(request: HttpRequest) -> list[Entry]:
    """The parts this installation has and this member may open."""
    return _entries(request, PARTS)


def others(request: HttpRequest) -> list[Entry]:
    """The parts one needs now and then, behind one word."""
    return _entries(request, OTHERS)


def reading(request: HttpRequest) -> list[Entry]:
    """What one looks up now and then."""
    return _entries(request, READING)


def _entries(request: HttpRequest, parts: tuple[tuple[Any, str], ...]) -> list[Entry]:
    member = getattr(request, "member", None)
    places = [(name, url) for name, target in parts if (url := address(target, member))]
    inside = (url for _name, url in places if url != sides.STAFF and request.path.startswith(url))
    here = max(inside, key=len, default=request.path)
    return [Entry(name, url, current=url == here) for name, url in places]


def address(target: str, member: Any = None) -> str:
    """Where a page is; nothing when no domain has it, or it is for others."""
    url, view = _where(target, settings.ROOT_URLCONF)
    is_hers = _among(getattr(view, "roles", ()), getattr(member, "role", None))
    function = getattr(getattr(member, "agency", None), "function", None)
    return url if is_hers and _among(getattr(view, "functions", ()), function) else ""


@cache
def _where(target: str, _addresses: str) -> tuple[str, Any]:
    """Where a page is and what is declared of it: looked up once, it is asked on every page."""
    try:
        url = reverse(target)
    except NoReverseMatch:
        return "", None
    return url, resolve(url).func


def _among(offered: tuple[str, ...], one: str | None) -> bool:
    return not offered or one in offered
