"""Reading lines of missed calls, as exchanges and telephones write them."""

from datetime import datetime, timedelta

import pytest

from ketnoi.foundation.clock import ZONE
from ketnoi.intake.rules import missed
from ketnoi.intake.terms import FLAWS
from ketnoi.intake.tests import answering as make

NOW = datetime(2026, 3, 20, 9, 0, tzinfo=ZONE)
WRITTEN = "19/03/2026 14:05"


def read(**cells):
    row = dict.fromkeys(missed.COLUMNS, "") | {"number": "0912345003", "at": WRITTEN, **cells}
    return missed.read(row, now=NOW, oldest=NOW - timedelta(days=30))


@pytest.mark.parametrize(
    ("at", "hour"),
    [
        (WRITTEN, ""),
        ("19/3/26 14:05:00", ""),
        ("2026-03-19 14:05", ""),
        ("2026-03-19T14:05", ""),
        ("14:05 19/03/2026", ""),
        ("19/03/2026", "14:05"),
        ("19-3-2026", "14h05"),
        ("19/03/2026", "14 giờ 5"),
        ("46100.586805555555", ""),
        ("46100", "14:05:00"),
    ],
)
def test_a_day_and_an_hour_are_read_however_they_are_written(at, hour):
    told = read(at=at, hour=hour)

    assert told.flaws == []
    assert told.facts["at"] == "2026-03-19T14:05:00+07:00"


@pytest.mark.parametrize(
    ("part", "text", "code"),
    [
        ("number", "12", "number"),
        ("number", "=A1", "formula"),
        ("number", "1900 969 680", "number"),
        ("at", "", "at"),
        ("at", "19/03/2026", "at"),
        ("at", "19/03/2026 25:00", "at"),
        ("at", "31/02/2026 10:00", "at"),
        ("at", "21/03/2026 10:00", "later"),
        ("at", "19/01/2026 10:00", "old"),
        ("at", "12", "at"),
        ("length", "lâu", "length"),
        ("language", "Pháp", "language"),
        ("message", "ừ", "yes_or_no"),
        ("message", "x" * 61, "too_long"),
    ],
)
def test_a_cell_that_is_not_understood_says_what_to_write(part, text, code):
    assert read(**{part: text}).flaws == [(part, code)]
    assert FLAWS[code]


def test_numbers_lengths_languages_and_messages():
    told = read(number="+84 912 345 003", length="00:01:05", language="Tiếng Khmer", message="x")

    assert told.facts["number"] == "+84912345003"
    assert (told.facts["length"], told.facts["language"]) == (65, "km")
    assert told.facts["message"] is True


def test_excel_and_csv_say_the_same_with_the_zero_that_was_lost():
    at = datetime(2026, 3, 19, 14, 5)  # noqa: DTZ001 as Excel keeps it
    excel = make.sheet((912345003, at, 12, "Khmer", "Có"))
    plain = ";".join(make.HEADS) + "\n912345003;19/03/2026 14:05;12;Khmer;Có\n"
    files = [excel, plain.encode("utf-8-sig"), plain.replace(";", "\t").encode("utf-16")]

    said = [
        [missed.read(row, now=NOW, oldest=NOW - timedelta(days=30)) for _, row in missed.rows(f)]
        for f in files
    ]
    assert said[0] == said[1] == said[2]
    assert said[0][0].flaws == [] and said[0][0].facts["number"] == "+84912345003"
