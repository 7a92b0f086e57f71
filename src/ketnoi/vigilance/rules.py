"""What the network agreed about tips: the receipt, who keeps a desk, what links two of them.

Source: the network's own rules, unless a function names another.
"""

import re
from urllib.parse import urlsplit

from ketnoi.agencies.terms import Function
from ketnoi.foundation.vietnamese.phones import parse_phone
from ketnoi.foundation.vietnamese.text import fold, plain_digits
from ketnoi.vigilance.terms import Sign, Sureness

DIGITS = 15
POLICE = (Function.POLICE.value, Function.BORDER_GUARD.value)
DESKS = (*POLICE, Function.WOMEN_UNION.value)
"""Which agencies read tips of the public. Source: the network's own rule."""
DAMM = [
    "0317598642",
    "7092154863",
    "4206871359",
    "1750983426",
    "6123045978",
    "3674209581",
    "5869720134",
    "8945362017",
    "9438617205",
    "2581436790",
]
"""The table of H. M. Damm: each wrong digit and each pair that changed places is noticed.

Source: Damm, Total anti-symmetrische Quasigruppen (2004).
"""
SURE = {
    Sign.PHONE: Sureness.NEARLY,
    Sign.PLATE: Sureness.NEARLY,
    Sign.PAGE: Sureness.MAYBE,
    Sign.PERSON: Sureness.UNSURE,
}
NOT_OF_A_PLATE = re.compile(r"[^0-9a-z]")
NAME_OF_A_PAGE = re.compile(r"^(www|m|mobile|web|vi-vn)\.")


def with_check(number: int) -> str:
    """A receipt: fifteen digits and one by which a slip is noticed."""
    digits = f"{number % 10**DIGITS:0{DIGITS}}"
    return digits + str(_damm(digits))


def read_receipt(text: str) -> str:
    """The sixteen digits somebody typed, or nothing when a digit is wrong or missing."""
    digits = re.sub(r"\D", "", plain_digits(text))
    return digits if len(digits) == DIGITS + 1 and _damm(digits) == 0 else ""


def in_groups(receipt: str) -> str:
    """The receipt as it is written down and read out: four and four."""
    return " ".join(receipt[at : at + 4] for at in range(0, len(receipt), 4))


def plain(sign: str, text: str) -> str:
    """What somebody wrote down, in the one way in which it can be compared.

    Raises Unreadable for a telephone number that is none.
    """
    if sign == Sign.PHONE:
        return parse_phone(text)
    if sign == Sign.PLATE:
        return NOT_OF_A_PLATE.sub("", fold(text)).upper()
    if sign == Sign.PAGE:
        return _page(text)
    return " ".join(fold(text).split())


def how_sure(sign: str) -> Sureness:
    """How sure it is that two tips that name the same mean the same. Source: the network."""
    return SURE[Sign(sign)]


def may_keep_desk(*, function: str) -> bool:
    """Whether an agency of this kind may read tips of the public. Source: the network's rule."""
    return function in DESKS


def may_be_handed(*, function: str) -> bool:
    """Whether a tip goes to an agency of this kind. Source: Law 53/2024, articles 8 and 54: tips
    about trafficking go to the police, the border guard or the coast guard."""
    return function in POLICE


def _damm(digits: str) -> int:
    interim = 0
    for digit in digits:
        interim = int(DAMM[interim][int(digit)])
    return interim


def _page(text: str) -> str:
    said = text.strip().lower()
    told = urlsplit(said if "//" in said else f"//{said}")
    return (NAME_OF_A_PAGE.sub("", told.netloc) + told.path).rstrip("/")
