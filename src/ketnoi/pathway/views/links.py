"""What can be done in a file, and where: the few first things, then the rest by what it is for."""

from collections.abc import Iterable, Iterator
from enum import Enum
from typing import Any, NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ketnoi.agencies.terms import Function
from ketnoi.cases.terms import Channel, Status
from ketnoi.pathway.queries import Sheet
from ketnoi.transfers import queries as transfers

Drawn = tuple[str, str]


class Who(Enum):
    """Whose page a link is, among those who see the file."""

    ANYONE = "whoever takes part"
    HOLDER = "the agency that holds it"
    OFFICER = "members whose role opens files"


class Link(NamedTuple):
    """A name and a page of the file."""

    label: Any
    target: str
    who: Who = Who.ANYONE


FIRST = (
    Link(gettext_lazy("Ghi chú"), "cases:note"),
    Link(gettext_lazy("Chuyển gửi"), "referrals:choose", Who.HOLDER),
    Link(gettext_lazy("Ghi việc đã hỗ trợ"), "support:support"),
)
"""What is done most; as buttons."""

GROUPS = (
    (
        gettext_lazy("An toàn và sức khỏe"),
        (
            Link(gettext_lazy("Kế hoạch an toàn"), "protection:plan", Who.OFFICER),
            Link(gettext_lazy("Chị ấy sống thế nào"), "support:assessments"),
        ),
    ),
    (
        gettext_lazy("Nghề và thu nhập"),
        (
            Link(gettext_lazy("Nghề và điều kiện"), "livelihood:profile", Who.OFFICER),
            Link(gettext_lazy("Cơ hội hợp"), "livelihood:suits", Who.OFFICER),
            Link(gettext_lazy("Vay vốn"), "lending:loans"),
        ),
    ),
    (
        gettext_lazy("Làm cùng nhau"),
        (
            Link(gettext_lazy("Kế hoạch"), "support:plan"),
            Link(gettext_lazy("Giao việc"), "conferences:assignments", Who.OFFICER),
            Link(gettext_lazy("Họp về hồ sơ"), "conferences:conferences", Who.OFFICER),
        ),
    ),
    (
        gettext_lazy("Giấy tờ và sự đồng ý"),
        (
            Link(gettext_lazy("Giấy tờ đính kèm"), "cases:attachments"),
            Link(gettext_lazy("Đồng ý và chia sẻ"), "cases:consents", Who.HOLDER),
        ),
    ),
)
"""The rest, by what it is for."""

OWN_WORK = {
    Function.POLICE: Link(gettext_lazy("Xác minh, xác định"), "identification:decide"),
    Function.BORDER_GUARD: Link(gettext_lazy("Xác minh, xác định"), "identification:decide"),
    Function.HEALTH_DEPT: Link(gettext_lazy("Xác minh, xác định"), "identification:decide"),
    Function.SHELTER: Link(gettext_lazy("Tạm lánh"), "protection:stay"),
    Function.OSSO: Link(gettext_lazy("Một cửa"), "osso:desk"),
}
"""What only this kind of agency does."""

ALL_PAGES = (
    Link(gettext_lazy("Thông tin hồ sơ"), "cases:describe"),
    Link(gettext_lazy("Thông tin người được hỗ trợ"), "cases:person"),
    Link(gettext_lazy("Thêm số điện thoại"), "cases:phone"),
    Link(gettext_lazy("Thêm giấy tờ"), "cases:paper"),
    Link(gettext_lazy("Thêm địa chỉ"), "cases:address"),
    Link(gettext_lazy("Con và người phụ thuộc"), "cases:family"),
    Link(gettext_lazy("Thêm người đại diện (dưới 18 tuổi)"), "cases:representative"),
    Link(gettext_lazy("Hỏi nơi khác"), "recognition:ask"),
    Link(gettext_lazy("Thăm hỏi"), "reintegration:follow_ups"),
    Link(gettext_lazy("Xác minh, xác định"), "identification:decide"),
    Link(gettext_lazy("Quyền đối với dữ liệu"), "rights:requests"),
    Link(gettext_lazy("Hồ sơ này trùng với hồ sơ khác"), "merging:choose"),
    Link(gettext_lazy("Chuyển sang tỉnh khác"), "transfers:transfer"),
    Link(gettext_lazy("Đổi người phụ trách"), "cases:charge"),
    Link(gettext_lazy("Kết thúc hỗ trợ"), "pathway:close"),
)
"""What else is done in a file by whoever holds it."""

STILL_PAGES = (
    Link(gettext_lazy("Quyền đối với dữ liệu"), "rights:requests"),
    Link(gettext_lazy("Chuyển sang tỉnh khác"), "transfers:transfer"),
)
"""What is left of that once it went to another province."""

SEALED = (
    (gettext_lazy("Xem họ và tên"), "ten"),
    (gettext_lazy("Hiện số điện thoại"), "so-dien-thoai"),
    (gettext_lazy("Xem giấy tờ"), "giay-to"),
    (gettext_lazy("Xem địa chỉ"), "dia-chi"),
)
"""What is shown for a reason only."""


def first(sheet: Sheet, member: Any) -> list[Drawn]:
    """The buttons: what is done most, and what only her kind of agency does."""
    own = OWN_WORK.get(member.agency.function)
    return _drawn((*FIRST, *([own] if own else [])), sheet, member)


def groups(sheet: Sheet, member: Any) -> list[tuple[str, list[Drawn]]]:
    """All other work, in groups; a group in which she may do nothing is not there."""
    drawn = [(str(name), _drawn(links, sheet, member)) for name, links in GROUPS]
    return [(name, links) for name, links in drawn if links]


def more(case: Any, member: Any) -> Iterator[Drawn]:
    """A file that went to another province is read; what she asks about her data is answered."""
    for link in STILL_PAGES if case.status == Status.TRANSFERRED else ALL_PAGES:
        yield str(link.label), reverse(link.target, args=[case.code])
    if case.channel == Channel.PARTNER and transfers.receipt_of(case, member):
        yield _("Mã đã nhận"), reverse("transfers:received", args=[case.code])
    for label, what in SEALED:
        yield str(label), reverse("cases:reveal", args=[case.code, what])


def _drawn(links: Iterable[Link], sheet: Sheet, member: Any) -> list[Drawn]:
    hers = {
        Who.ANYONE: bool(member.files or sheet.holds),
        Who.HOLDER: sheet.holds,
        Who.OFFICER: bool(member.files),
    }
    code = sheet.case.code
    return [(str(one.label), reverse(one.target, args=[code])) for one in links if hers[one.who]]
