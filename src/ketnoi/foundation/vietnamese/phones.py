"""Telephone numbers: kept as +84377672444, shown as 0377 672 444."""

import re

import phonenumbers
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as public_

from ketnoi.foundation.vietnamese.text import nfc, plain_digits
from ketnoi.foundation.vietnamese.unreadable import Unreadable

VIET_NAM = 84
SHORT_CODES = frozenset({"111", "112", "113", "114", "115"})
HOTLINE = re.compile(r"(1[89]00)(\d{4}|\d{6})")
MOBILE = re.compile(r"0[35789]\d{8}")
LANDLINE = re.compile(r"02\d{9}")
WITHOUT_ZERO = re.compile(r"[35789]\d{8}|2\d{9}")
OLD_MOBILE = re.compile(r"01\d{9}")
HOME = re.compile(r"(?:\+|00)?84(?:\(?0\)?)?(?=[2-9]\d{8,9}$)")
FILLERS = str.maketrans("", "", " .-()/\u00a0\u2013\u2011")

HOW = public_("Số điện thoại gồm 10 chữ số, bắt đầu bằng 0, ví dụ 0912 345 678.")
LOST_ZERO = public_("Số này có thể thiếu số 0 ở đầu. Hãy nhập đủ, ví dụ 0912 345 678.")
OLD = public_("Số 11 chữ số kiểu cũ đã đổi. Hãy nhập số mới gồm 10 chữ số.")
A_HOTLINE = public_("Đây là số tổng đài. Hãy nhập số của một người, ví dụ 0912 345 678.")
ABROAD = public_("Hãy nhập số nước ngoài với dấu + và mã nước, ví dụ +66 81 234 5678.")


def parse_phone(text: str, *, allow_hotlines: bool = False) -> str:
    """The number in its one stored form; hotlines only where a hotline makes sense."""
    number = plain_digits(nfc(text)).translate(FILLERS)
    number = HOME.sub("0", number, count=1)
    if number in SHORT_CODES or HOTLINE.fullmatch(number):
        return _hotline(number, allowed=allow_hotlines)
    if number.startswith(("+", "00")):
        return _abroad("+" + number.removeprefix("+").removeprefix("00"))
    if MOBILE.fullmatch(number) or LANDLINE.fullmatch(number):
        return "+84" + number[1:]
    raise Unreadable(_what_is_wrong(number))


def is_mobile(number: str) -> bool:
    """Whether a stored number is that of a mobile phone in Viet Nam."""
    return number.startswith("+84") and bool(MOBILE.fullmatch("0" + number[3:]))


def format_phone(number: str) -> str:
    """A stored number as people read it aloud."""
    if number.startswith("+84"):
        return _grouped("0" + number[3:])
    if number.startswith("+"):
        parsed = phonenumbers.parse(number)
        return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    return _grouped_hotline(number) if HOTLINE.fullmatch(number) else number


def _hotline(number: str, *, allowed: bool) -> str:
    if not allowed:
        raise Unreadable(A_HOTLINE)
    return number


def _abroad(number: str) -> str:
    try:
        parsed = phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        raise Unreadable(ABROAD) from None
    if parsed.country_code == VIET_NAM:
        raise Unreadable(HOW)
    if not phonenumbers.is_valid_number(parsed):
        raise Unreadable(ABROAD)
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)


def _what_is_wrong(number: str) -> str | Promise:
    if WITHOUT_ZERO.fullmatch(number):
        return LOST_ZERO
    return OLD if OLD_MOBILE.fullmatch(number) else HOW


def _grouped(number: str) -> str:
    if MOBILE.fullmatch(number):
        return f"{number[:4]} {number[4:7]} {number[7:]}"
    code = 3 if number.startswith(("024", "028")) else 4
    return f"{number[:code]} {number[code:-4]} {number[-4:]}"


def _grouped_hotline(number: str) -> str:
    code, rest = HOTLINE.fullmatch(number).groups()  # type: ignore[union-attr]
    half = 4 if len(rest) == len(code) else 3
    return f"{code} {rest[:half]} {rest[half:]}".rstrip()
