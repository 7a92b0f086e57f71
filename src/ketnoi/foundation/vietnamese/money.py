"""Sums of money in đồng, as people write and say them."""

import re
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from ketnoi.foundation.vietnamese.text import fold, plain_digits
from ketnoi.foundation.vietnamese.unreadable import Unreadable

UNITS = {
    "": 1,
    "k": 10**3, "nghin": 10**3, "ngan": 10**3,
    "tr": 10**6, "trieu": 10**6,
    "ty": 10**9, "ti": 10**9,
}  # fmt: skip
SUM = re.compile(
    r"(?P<number>\d[\d.,]*)\s*(?P<unit>k|nghin|ngan|trieu|tr|ty|ti|)"
    r"\s*(?P<more>\d{1,3}|ruoi|)\s*(?:dong|d|vnd|)\.?"
)
THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
DECIMAL = re.compile(r"\d+(?:[.,]\d{1,2})?")
LARGEST = 10**12

HOW = _("Hãy nhập số tiền bằng số, ví dụ 5.000.000 hoặc 5 triệu.")


def parse_money(text: str) -> int:
    """The sum in whole đồng: 5tr, 5 triệu, 5.000.000, 1,5 triệu."""
    found = SUM.fullmatch(fold(plain_digits(text)))
    if found is None or (found["more"] and not found["unit"]):
        raise Unreadable(HOW)
    amount = (_number(found["number"]) + _more(found["more"])) * UNITS[found["unit"]]
    if amount != int(amount) or amount > LARGEST:
        raise Unreadable(HOW)
    return int(amount)


def format_money(amount: int) -> str:
    """The sum as it is written in Viet Nam: 5.000.000 đồng."""
    return f"{amount:,} đồng".replace(",", ".")


def _number(written: str) -> Decimal:
    if written.count(",") > 1:
        written = written.replace(",", ".")
    if THOUSANDS.fullmatch(written):
        written = written.replace(".", "")
    elif not DECIMAL.fullmatch(written):
        raise Unreadable(HOW)
    return Decimal(written.replace(",", "."))


def _more(written: str) -> Decimal:
    return Decimal("0.5") if written == "ruoi" else Decimal(f"0.{written or 0}")
