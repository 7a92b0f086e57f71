"""The engine and what stands beside it: normal forms, weighing by hand, tokens, groups."""

import random

import pytest

from ketnoi.linkage.rules import engine, groups, lessons, normal, tokens, weighing


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Nguyễn Thị Lan", "NGUYEN THI LAN"),
        ("Nguyễn Thị Lan", "Lan Nguyễn"),
        ("Huỳnh Mỹ Hoa", "Hoàng Mỹ Hoa"),
        ("Nguye\u0302\u0303n Thi\u0323 Lan", "  nguyễn   thị lan "),
        ("Thạch Thị Hoà", "Thạch Hòa"),
    ],
)
def test_ways_to_write_one_name_have_one_form(one, two):
    assert normal.name(one).bag == normal.name(two).bag


def test_names_with_other_marks_are_told_apart_where_both_have_marks():
    assert normal.name("Lê Thị Hạnh").marked != normal.name("Lê Thị Hành").marked
    assert normal.name("Lê Thị Hoà").marked == normal.name("Lê Thị Hòa").marked
    assert normal.name("Le Thi Hanh").marked is None


@pytest.mark.parametrize("name", ["", " ", "...", "ថាច់", "王", "x" * 500, "a " * 50])
def test_any_name_has_a_form(name):
    assert len(normal.name(name)) == len(normal.Name._fields)


def test_the_first_of_january_is_a_year_and_no_day():
    assert normal.birth("01/01/1990") == (1990, None)
    assert normal.birth("2/1/1990") == (1990, "1990-01-02")
    assert normal.birth("khoảng 1990") == (1990, None)


def test_numbers_of_two_kinds_are_never_compared_with_each_other():
    new = normal.values({"paper": "094195012345"})
    old = normal.values({"paper": "123456789"})

    assert weighing.paper(weighing.named(new), weighing.named(old)) == engine.UNKNOWN


def test_no_group_holds_two_citizens_numbers():
    pairs = [(1, 2, 0.99), (2, 3, 0.98), (1, 3, 0.97)]
    numbers = {1: "094195012345", 3: "094195099999"}

    assert groups.groups(pairs, numbers, at_least=0.5) == [[1, 2]]
    assert groups.groups(pairs, {}, at_least=0.5) == [[1, 2, 3]]


def test_one_wrong_digit_is_no_conflict():
    assert not groups.conflict("094195012345", "094195012346")
    assert groups.conflict("094195012345", "094195099999")
    assert not groups.conflict(None, "094195099999")


def test_lessons_find_what_an_agreement_is_worth():
    chance = random.Random(5)  # noqa: S311 - invented patterns
    truth = {("1", "1"): 0.95, ("1", "0"): 0.4, ("0", "1"): 0.3, ("0", "0"): 0.02}
    counted = []
    for (one, two), likely in truth.items():
        same = sum(chance.random() < likely for _each in range(2000))
        counted.append(lessons.Pattern((one, "0", two, "0", "0", "0", "0"), 0.0, same, 2000 - same))

    learned = lessons.learn(counted, rows=8000)

    for pattern in counted:
        said = lessons.probability(learned.logit(pattern.codes, 0.0))
        assert said == pytest.approx(pattern.same / 2000, abs=0.02)


def test_tokens_need_the_key_and_show_nothing_of_what_they_are_made_of():
    values = normal.values({"name": "Nguyễn Thị Lan", "birth": "12/03/1995", "paper": ""})
    first, second = tokens.tokens(values, b"a" * 32), tokens.tokens(values, b"b" * 32)

    assert first.keys() == second.keys()
    assert not set(first.values()) & set(second.values())
    assert all(len(token) == tokens.SIZE for token in first.values())
    assert "cccd" not in first
