"""The parts of the staff side, in the order of a working day."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

from ketnoi.site import sides

PARTS = (
    (_("Việc hôm nay"), "cases:today"),
    (_("Hồ sơ"), "cases:cases"),
    (_("Chuyển gửi"), "referrals:inbox"),
    (_("Tiếp nhận"), "intake:new"),
    (_("Sổ danh bạ"), "directory:services"),
    (_("Trợ giúp"), "help"),
)


@dataclass(frozen=True)
class Entry:
    """One part, where it is, and whether the reader is in it."""

    name: str
    url: str
    current: bool


def entries(request: HttpRequest) -> list[Entry]:
    """The parts this installation has."""
    places = [(name, url) for name, target in PARTS if (url := address(target))]
    inside = (url for _name, url in places if url != sides.STAFF and request.path.startswith(url))
    here = max(inside, key=len, default=request.path)
    return [Entry(name, url, current=url == here) for name, url in places]


def address(target: str) -> str:
    """Where a page is, or nothing when no domain has it."""
    try:
        return reverse(target)
    except NoReverseMatch:
        return ""
