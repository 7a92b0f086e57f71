"""Which version of a fact holds on which day, and what the files may say."""

import tomllib
from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketnoi.law import actions, rules
from ketnoi.law.terms import Group, Kind, Status, Support, Topic, Unit

ROWS = list(rules.facts_of(actions._sets()))
BY_CODE = {row["code"]: row for row in ROWS if row["effective_to"] is None}


@dataclass(frozen=True)
class Version:
    effective_from: date
    effective_to: date | None = None


OLD = Version(date(2012, 1, 1), date(2025, 6, 30))
NEW = Version(date(2025, 7, 1))


@pytest.mark.parametrize(
    ("on", "found"),
    [
        (date(2011, 12, 31), None),
        (date(2012, 1, 1), OLD),
        (date(2025, 6, 30), OLD),
        (date(2025, 7, 1), NEW),
    ],
)
def test_an_old_file_keeps_the_rule_of_its_day(on, found):
    assert rules.in_force([NEW, OLD], on) == found


@given(st.dates(date(2000, 1, 1), date(2040, 1, 1)))
def test_no_day_has_two_rules_of_one_code(on):
    codes = [row["code"] for row in ROWS if rules.holds(Version(*_days(row)), on)]

    assert len(codes) == len(set(codes))


def test_there_are_enough_facts_and_each_says_who_read_what():
    assert len(BY_CODE) >= 60 + 50
    for row in ROWS:
        assert row["status"] in Status.values
        assert row["kind"] in Kind.values
        assert row["topic"] in Topic.values
        assert row["unit"] in Unit.values
        assert row["legal_ref"] and row["source"] and row["checked_on"]


def test_what_nobody_has_read_is_not_in_the_files():
    assert {row["status"] for row in ROWS} == {"V1", "V2", "network"}
    assert not [row for row in ROWS if "120/2026" in row["legal_ref"] + row["text"]]


@pytest.mark.parametrize(
    ("code", "value", "unit", "status"),
    [
        ("identification.verify", 3, "days", "V2"),
        ("no_contact.decide", 12, "hours", "V2"),
        ("no_contact.commune", 3, "days", "V2"),
        ("no_contact.court", 4, "months", "V2"),
        ("shelter.essential_needs", 120, "days", "V2"),
        ("shelter.emergency", 3, "months", "V1"),
        ("shelter.file", 10, "working_days", "V1"),
        ("data.answer", 2, "working_days", "V2"),
        ("data.breach", 72, "hours", "V2"),
        ("health_insurance.share", 50, "percent", "V2"),
        ("referral.urgent", 2, "hours", "network"),
        ("referral.normal", 1, "working_days", "network"),
        ("referral.first_contact", 2, "working_days", "network"),
        ("referral.confirm", 7, "days", "network"),
        ("draft.kept", 24, "hours", "network"),
        ("followup.12", 12, "months", "network"),
    ],
)
def test_the_clocks_everybody_relies_on(code, value, unit, status):
    row = BY_CODE[code]

    assert (row["value"], row["unit"], row["status"]) == (value, unit, status)


def test_article_37_has_a_cell_for_each_support_and_each_group():
    cells = {c for c in BY_CODE if c.startswith("article37.")}

    assert cells == {f"article37.{s}.{g}" for s in Support for g in Group}
    assert BY_CODE["article37.travel.being_identified"]["value"] == 1
    assert BY_CODE["article37.travel.being_identified_abroad"]["value"] == 0
    assert BY_CODE["article37.first_allowance.accompanying"]["value"] == 0
    assert BY_CODE["article37.legal_aid.being_identified"]["legal_ref"] == (
        "Luật 53/2024/QH15, điểm đ, Điều 37"
    )


def test_the_words_of_the_library_are_plain():
    text = " ".join(f"{row['title']} {row['text']}" for row in ROWS).lower()

    assert not [w for w in ("đối tượng", "khai báo", "bắt buộc", "!") if w in text]


def test_a_holiday_stands_once_and_names_its_source():
    days = tomllib.loads((actions.DATA / actions.HOLIDAYS).read_text())["holidays"]

    assert len({d["on"] for d in days}) == len(days)
    assert all("Bộ luật Lao động 2019" in d["source"] for d in days)


def _days(row):
    return row["effective_from"], row["effective_to"]
