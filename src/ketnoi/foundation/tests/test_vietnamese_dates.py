"""Days as people write them."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketnoi.foundation.vietnamese import Unreadable, dates

DAY = date(2026, 3, 27)
DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))


@pytest.mark.parametrize(
    "text",
    [
        "27/3/2026",
        "27/03/2026",
        "27-03-2026",
        "27.3.2026",
        "27 3 2026",
        " 27 / 3 / 2026 ",
        "27,3,2026",
        "ngày 27 tháng 3 năm 2026",
        "Ngày 27 tháng 03 năm 2026",
        "27 tháng 3 năm 2026",
        "27 tháng 3, 2026",
        "27 thang 3 nam 2026",
        "2026-03-27",
        "២៧/៣/២០២៦",
    ],
)
def test_a_day_is_read_however_it_is_written(text):
    assert dates.parse_day_text(text) == DAY


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("27/3/26", dates.FOUR_DIGITS),
        ("1/1/026", dates.FOUR_DIGITS),
        ("31/2/2026", dates.NO_SUCH_DAY),
        ("29/2/2025", dates.NO_SUCH_DAY),
        ("3/27/2026", dates.NO_SUCH_DAY),
        ("0/3/2026", dates.NO_SUCH_DAY),
        ("27/3/1026", dates.OTHER_YEAR),
        ("27/3", dates.HOW),
        ("hôm qua", dates.HOW),
        ("", dates.HOW),
        ("27/3/20265", dates.HOW),
    ],
)
def test_an_unreadable_day_says_what_to_type(text, sentence):
    with pytest.raises(Unreadable) as refusal:
        dates.parse_day_text(text)

    assert str(refusal.value) == str(sentence)


@pytest.mark.parametrize(
    ("boxes", "sentence"),
    [
        (("27", "", "2026"), dates.HOW),
        (("27", "ba", "2026"), dates.HOW),
        (("27", "3", "26"), dates.FOUR_DIGITS),
    ],
)
def test_three_boxes_ask_for_what_is_missing(boxes, sentence):
    with pytest.raises(Unreadable) as refusal:
        dates.parse_day(*boxes)

    assert str(refusal.value) == str(sentence)


def test_days_are_shown_the_vietnamese_way():
    assert dates.format_day(DAY) == "27/03/2026"
    assert dates.format_long_day(DAY) == "ngày 27 tháng 3 năm 2026"
    assert dates.format_moment(datetime(2026, 3, 27, 20, 5, tzinfo=UTC)) == "28/03/2026 03:05"


@given(DAYS)
def test_every_day_survives_being_written_and_read(day):
    assert dates.parse_day_text(dates.format_day(day)) == day
    assert dates.parse_day_text(dates.format_long_day(day)) == day
    assert dates.parse_day(str(day.day), f" {day.month:02d} ", str(day.year)) == day


@pytest.mark.parametrize(
    ("text", "year", "is_guess"),
    [
        ("1990", 1990, False),
        ("sinh năm 1990", 1990, False),
        ("khoảng 1990", 1990, True),
        ("Khoảng 36 tuổi", 1990, True),
        ("36 tuổi", 1990, True),
        ("36", 1990, True),
        ("0 tuổi", 2026, True),
    ],
)
def test_a_birth_year_is_read_from_a_year_or_an_age(text, year, is_guess):
    assert dates.parse_birth_year(text, today=DAY) == (year, is_guess)


@pytest.mark.parametrize("text", ["", "già", "2027", "1890", "150 tuổi", "199", "1990 1991"])
def test_an_unreadable_birth_year_says_what_to_type(text):
    with pytest.raises(Unreadable) as refusal:
        dates.parse_birth_year(text, today=DAY)

    assert str(refusal.value) == str(dates.A_YEAR_OR_AGE)
