"""Numbers of identity papers: the citizen's number (CCCD), the old CMND, passports."""

import re
from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ketnoi.foundation.vietnamese.text import nfc, plain_digits
from ketnoi.foundation.vietnamese.unreadable import Unreadable

CCCD = re.compile(r"\d{12}")
CMND = re.compile(r"\d{9}")
PASSPORT = re.compile(r"[A-Z]{1,2}\d{6,8}")
CCCD_WITHOUT_ZERO = re.compile(r"\d{11}")
FILLERS = str.maketrans("", "", " .-\u00a0")
FEMALE, MALE = "female", "male"
SHOWN = 3

HOW = _("Căn cước gồm 12 chữ số, chứng minh cũ 9 chữ số, hộ chiếu gồm chữ và số.")
LOST_ZERO = _("Số này có thể thiếu số 0 ở đầu. Hãy nhập đủ 12 chữ số.")
OTHER_BIRTH_YEAR = _("Năm sinh trong số căn cước khác năm sinh đã ghi. Hãy xem lại giấy tờ.")
OTHER_SEX = _("Giới tính trong số căn cước khác giới tính đã ghi. Hãy xem lại giấy tờ.")


class Kind(StrEnum):
    """Which paper a number belongs to."""

    CCCD = "cccd"
    CMND = "cmnd"
    PASSPORT = "passport"


@dataclass(frozen=True)
class Structure:
    """What a citizen's number gives away. Source: Decree 137/2015/NĐ-CP art. 13."""

    birth_registered_in: str
    sex: str
    birth_year: int


def parse_paper(text: str) -> tuple[Kind, str]:
    """Which paper it is, and its number in its one stored form."""
    number = plain_digits(nfc(text)).translate(FILLERS).upper()
    for kind, shape in ((Kind.CCCD, CCCD), (Kind.CMND, CMND), (Kind.PASSPORT, PASSPORT)):
        if shape.fullmatch(number):
            return kind, number
    raise Unreadable(LOST_ZERO if CCCD_WITHOUT_ZERO.fullmatch(number) else HOW)


def structure(number: str) -> Structure:
    """The parts of a citizen's number: place of registration, sex and year of birth."""
    century, sex = divmod(int(number[3]), 2)
    return Structure(
        birth_registered_in=number[:3],
        sex=FEMALE if sex else MALE,
        birth_year=1900 + 100 * century + int(number[4:6]),
    )


def masked(number: str) -> str:
    """The number with all but its last three signs hidden."""
    return "•" * max(len(number) - SHOWN, SHOWN) + number[-SHOWN:]


def contradictions(
    number: str, *, birth_year: int | None = None, sex: str | None = None
) -> list[str | Promise]:
    """What to look at again, as sentences. It is never a reason to refuse: papers err too."""
    if not CCCD.fullmatch(number):
        return []
    says = structure(number)
    doubts: list[str | Promise] = []
    if birth_year is not None and birth_year != says.birth_year:
        doubts.append(OTHER_BIRTH_YEAR)
    if sex in {FEMALE, MALE} and sex != says.sex:
        doubts.append(OTHER_SEX)
    return doubts
