"""What the network agreed about its directory: secret places, checked dates, hours, distance."""

import re
from collections.abc import Collection, Iterable
from datetime import date, datetime, time, timedelta
from typing import Protocol

from ketnoi.agencies.terms import Purpose
from ketnoi.directory.terms import SECRET_FUNCTIONS, Checked

NUDGE_AFTER = timedelta(days=90)
OVERDUE_AFTER = timedelta(days=120)
HIDDEN_AFTER = timedelta(days=180)
BELIEVED_FOR = timedelta(hours=24)
LONGEST_HOLD = 8
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
SHORT = 4
CAPITALS = "".join(filter(str.isupper, map(chr, range(0x41, 0x1F00))))
HOUSE = re.compile(
    r"\b(đường|phố|hẻm|ngõ|ngách|kiệt|số nhà|nhà số|tổ \d+|khu phố|khu vực|khóm|quốc lộ|hương lộ"
    r"|tỉnh lộ|tòa nhà|chung cư|lô \d+)\b"
    rf"|\bsố \d+\w*\s+(?-i:[{CAPITALS}])|\b\d+[A-Z]?(?:/\d+[A-Z]?)+\b|\b[QT]L\s?\d"
    r"|\b\d{1,3}[.,]\d{4,}\b",
    re.IGNORECASE,
)
WARD = re.compile(rf"\b(phường|quận|xã|ấp|thị trấn)\s+(?-i:[{CAPITALS}\d])", re.IGNORECASE)
NO_HOUSE = re.compile(
    r"\b(thành phố|đường dây|đường về|tiểu đường|\d{1,2}/\d{1,2}/\d{4}|\d+/\d{4}(?:/[\w-]+)?)\b",
    re.IGNORECASE,
)
WORDS_FOR = {
    Purpose.SAFE_PLACE: "danh|bao luc|tam lanh|cho o|noi o|duoi|so hai|an toan|tron|nguy hiem"
    "|de doa",
    Purpose.IDENTIFICATION: "mua ban|buon nguoi|ban sang|lua ban|xac minh|cuong buc|bat coc|lua",
    Purpose.PAPERS_LEGAL: "giay to|khai sinh|quoc tich|ket hon|ly hon|can cuoc|ho chieu|phap ly"
    "|luat su|kien|ho tich|passport",
    Purpose.HEALTH: "kham|benh|thuoc|dau|mang thai|sinh con|tam ly|mat ngu|buon|lo lang|bac si",
    Purpose.LIVELIHOOD: "viec lam|viec|nghe|hoc nghe|vay|von|tien|luong|buon ban|nuoi|trong"
    "|sinh ke",
    Purpose.FOLLOW_UP: "tham hoi|ve nha|hoi gia|tai hoa nhap|ve nuoc|hoi huong",
}
PATTERNS = {purpose: re.compile(rf"\b({words})\b") for purpose, words in WORDS_FOR.items()}
STEPS_KM = (10, 20, 50)


class AddressOfAShelter(ValueError):
    """Somebody tried to keep where a shelter is. It is never kept, not even for a moment."""


class Hours(Protocol):
    """When somebody answers."""

    days: list[str]
    opens_at: time | None
    closes_at: time | None
    always_open: bool


def within(km: float) -> int | None:
    """A distance told so coarsely that it points at no house. Source: the network's rule."""
    return next((step for step in STEPS_KM if km <= step), None)


def is_secret(function: str) -> bool:
    """Whether an agency's place is secret. Source: Decree 162/2025 art. 13; domain fact A1."""
    return function in SECRET_FUNCTIONS


def says_a_house(text: str) -> bool:
    """Whether a text names a street, a house or a point. Source: the network's rule, fact A1."""
    return HOUSE.search(NO_HOUSE.sub(" ", text)) is not None


def says_a_place(text: str) -> bool:
    """Whether a text names a house, a ward or a hamlet. Source: the network's rule, fact A1."""
    return says_a_house(text) or WARD.search(text) is not None


def says_no_area(number: str) -> bool:
    """Whether a number belongs to no place: an emergency number, or one of 1800 and 1900.

    Source: the numbering plan (Circular 22/2014/TT-BTTTT); the network's rule, fact A1.
    """
    return len(number) <= SHORT or number.startswith(("1800", "1900"))


def refuse_place(*texts: str) -> None:
    """Stop when a text of a secret service says where it is. Source: domain facts A1 and A2."""
    if any(says_a_place(text) for text in texts):
        raise AddressOfAShelter("a secret service keeps no address")


def refuse_house(*texts: str) -> None:
    """Stop when a public list would print a house. Source: Law 13/2022 art. 36; domain fact A1."""
    if any(says_a_house(text) for text in texts):
        raise AddressOfAShelter("a trusted address is told coarsely")


def hide_after(*, verified_on: date) -> date:
    """The last day an entry is shown to the public. Source: the network's rule (180 days)."""
    return verified_on + HIDDEN_AFTER


def checked(*, verified_on: date | None, hidden_from: date | None, today: date) -> Checked:
    """How sure we are of an entry. Source: the network's rule (90, 120 and 180 days)."""
    if hidden_from is not None and today > hidden_from:
        return Checked.EXPIRED
    if verified_on is None:
        return Checked.UNVERIFIED
    age = today - verified_on
    if age >= OVERDUE_AFTER:
        return Checked.OVERDUE
    return Checked.NUDGE if age >= NUDGE_AFTER else Checked.VERIFIED


def is_open(hours: Iterable[Hours], *, at: datetime, holidays: Collection[date] = ()) -> bool:
    """Whether somebody answers now. Source: the hours each agency gave; holidays are closed."""
    return any(_answers(line, at, holidays) for line in hours)


def _answers(hours: Hours, at: datetime, holidays: Collection[date]) -> bool:
    if hours.always_open:
        return True
    if at.date() in holidays or hours.opens_at is None or hours.closes_at is None:
        return False
    return DAYS[at.weekday()] in hours.days and hours.opens_at <= at.time() < hours.closes_at


def free_places(*, places: int, taken: int, at: datetime, now: datetime) -> int | None:
    """How many places are free, or None when what was said is too old to be believed.

    Source: the network's rule (a day).
    """
    return places - taken if now - at <= BELIEVED_FOR else None


def may_be_held(hours: int) -> bool:
    """Whether a place may be kept so long. Source: the network's rule (a working day at most)."""
    return 0 < hours <= LONGEST_HOLD


def needs_in(folded: str) -> list[Purpose]:
    """What somebody may need by the words she typed. Source: the network's own list of words."""
    return [purpose for purpose, pattern in PATTERNS.items() if pattern.search(folded)]
