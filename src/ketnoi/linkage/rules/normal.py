"""A record as it is compared: one form for the many ways in which a name, a day, a number is
written in Viet Nam. Source: the measurements of `./ketnoi bench link`."""

import re
import unicodedata
from functools import lru_cache
from typing import Any, NamedTuple

from ketnoi.foundation.vietnamese.text import fold, nfc, plain_digits

ALONE_SAYS_NOTHING = {"thi"}
SPELLINGS = {
    "huynh": "hoang", "vo": "vu", "phuoc": "phuc", "phung": "phuong", "huong": "hong",
    "ngoat": "nguyet", "thinh": "thanh", "kieng": "kinh", "ngai": "nghia",
    "hue": "hoa", "chu": "chau", "quinh": "quynh",
}  # fmt: skip
SOUNDS = ((re.compile(r"y"), "i"), (re.compile(r"(?<=[a-z])h"), ""), (re.compile(r"(.)\1"), r"\1"))
TONES = "\u0300\u0301\u0303\u0309\u0323"
TOKEN = re.compile(r"[^\W_]+")
DIGITS = re.compile(r"\D+")
DAY = re.compile(r"(\d{1,2})\D+(\d{1,2})\D+(\d{4})")
YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
YEAR = re.compile(r"(?<!\d)(19\d\d|20\d\d)(?!\d)")
MOST_TOKENS = 12
CCCD, CMND, SHORTEST_PHONE = 12, 9, 9


class Name(NamedTuple):
    """A name, taken apart. Any part may be missing."""

    bag: str | None
    marked: str | None
    sound: str | None
    short: str | None
    family: str | None
    middle: str | None
    given: str | None


NOBODY = Name(None, None, None, None, None, None, None)
COLUMNS = (*Name._fields, "year", "born", "cccd", "cmnd", "phone", "commune", "province")
"""The columns of a record as it is compared, in their order."""


def comparable(record: dict[str, Any]) -> dict[str, Any]:
    """One record (name, birth, paper, phone, commune, province) as it is compared."""
    return {"id": record["id"], **dict(zip(COLUMNS, values(record), strict=True))}


def values(record: dict[str, Any]) -> tuple[Any, ...]:
    """What is compared, in the order of the columns."""
    year, born = birth(record.get("birth") or "")
    paper = DIGITS.sub("", _latin(record.get("paper") or ""))
    return (
        *name(record.get("name") or ""),
        year,
        born,
        paper if len(paper) == CCCD else None,
        paper if len(paper) == CMND else None,
        phone(record.get("phone") or ""),
        record.get("commune") or None,
        record.get("province") or None,
    )


@lru_cache(maxsize=1 << 17)
def name(written: str) -> Name:
    """The parts of a name, whichever way round and with or without marks."""
    tokens = TOKEN.findall(nfc(written).lower())[:MOST_TOKENS]
    pairs = [(_plain(token), _marked(token)) for token in tokens]
    kept = [pair for pair in pairs if pair[0] not in ALONE_SAYS_NOTHING] or pairs
    if not kept:
        return NOBODY
    plain = [one for one, _two in kept]
    with_marks = not nfc(written).isascii()
    family = plain[0] if len(plain) > 1 else None
    bag = " ".join(sorted(plain))
    return Name(
        bag=bag,
        marked=" ".join(sorted(two for _one, two in kept)) if with_marks else None,
        sound=_sounded(plain),
        short=" ".join(sorted({plain[0], plain[-1]})) if family else None,
        family=family,
        middle=" ".join(plain[1:-1]) or None,
        given=plain[-1],
    )


@lru_cache(maxsize=1 << 16)
def birth(written: str) -> tuple[int | None, str | None]:
    """The year, and the whole day unless it is missing or the first of January, which is what
    clerks write for an unknown day."""
    text = _latin(written)
    if found := YEAR_FIRST.search(text):
        year, month, day = found.groups()
    elif found := DAY.search(text):
        day, month, year = found.groups()
    else:
        found = YEAR.search(text)
        return (int(found[0]), None) if found else (None, None)
    unknown = (int(day), int(month)) == (1, 1)
    return int(year), None if unknown else f"{year}-{int(month):02d}-{int(day):02d}"


def phone(written: str) -> str | None:
    """The digits after the zero or the country's code."""
    digits = DIGITS.sub("", _latin(written))
    digits = digits.removeprefix("84") if len(digits) > CCCD - 2 else digits
    digits = digits.lstrip("0")
    return digits if len(digits) >= SHORTEST_PHONE else None


def _latin(written: str) -> str:
    return written if written.isascii() else plain_digits(written)


@lru_cache(maxsize=1 << 14)
def _plain(token: str) -> str:
    folded = fold(token)
    return SPELLINGS.get(folded, folded)


@lru_cache(maxsize=1 << 14)
def _marked(token: str) -> str:
    """The letters with their shapes, and the tone at the end: hòa and hoà are one word."""
    letters = unicodedata.normalize("NFD", token)
    tone = "".join(c for c in letters if c in TONES)
    return nfc("".join(c for c in letters if c not in TONES)).replace("y", "i") + tone


@lru_cache(maxsize=1 << 14)
def _sound(token: str) -> str:
    for pattern, instead in SOUNDS:
        token = pattern.sub(instead, token)
    return token


def _sounded(tokens: list[str]) -> str:
    return "".join(sorted(map(_sound, tokens)))
