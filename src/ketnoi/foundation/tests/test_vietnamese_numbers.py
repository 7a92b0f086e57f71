"""Telephone numbers, paper numbers and sums of money."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketnoi.foundation.vietnamese import Unreadable, money, papers, phones

MOBILES = st.from_regex(r"0[35789][0-9]{8}", fullmatch=True)


@pytest.mark.parametrize(
    ("typed", "stored", "shown"),
    [
        ("0377672444", "+84377672444", "0377 672 444"),
        ("0377 672 444", "+84377672444", "0377 672 444"),
        ("0377.672.444", "+84377672444", "0377 672 444"),
        ("0377-672-444", "+84377672444", "0377 672 444"),
        ("+84 377 672 444", "+84377672444", "0377 672 444"),
        ("84377672444", "+84377672444", "0377 672 444"),
        ("0084 377672444", "+84377672444", "0377 672 444"),
        ("+84 (0) 377 672 444", "+84377672444", "0377 672 444"),
        ("0512345678", "+84512345678", "0512 345 678"),
        ("02993821012", "+842993821012", "0299 382 1012"),
        ("+84 299 382 1012", "+842993821012", "0299 382 1012"),
        ("024 3825 1234", "+842438251234", "024 3825 1234"),
        ("+66 81 234 5678", "+66812345678", "+66 81 234 5678"),
        ("0066812345678", "+66812345678", "+66 81 234 5678"),
        ("០៣៧៧៦៧២៤៤៤", "+84377672444", "0377 672 444"),
    ],
)
def test_a_number_is_stored_in_one_form_and_shown_in_groups(typed, stored, shown):
    assert phones.parse_phone(typed) == stored
    assert phones.format_phone(stored) == shown


@pytest.mark.parametrize(
    ("typed", "stored", "shown"),
    [
        ("111", "111", "111"),
        ("113", "113", "113"),
        ("114", "114", "114"),
        ("115", "115", "115"),
        ("1900 969 680", "1900969680", "1900 969 680"),
        ("1900969680", "1900969680", "1900 969 680"),
        ("1800 1567", "18001567", "1800 1567"),
    ],
)
def test_a_hotline_is_taken_only_where_hotlines_make_sense(typed, stored, shown):
    assert phones.parse_phone(typed, allow_hotlines=True) == stored
    assert phones.format_phone(stored) == shown
    with pytest.raises(Unreadable) as refusal:
        phones.parse_phone(typed)
    assert str(refusal.value) == str(phones.A_HOTLINE)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("377672444", phones.LOST_ZERO),
        ("2993821012", phones.LOST_ZERO),
        ("01677672444", phones.OLD),
        ("0377672", phones.HOW),
        ("03776724441", phones.HOW),
        ("0677672444", phones.HOW),
        ("không có", phones.HOW),
        ("", phones.HOW),
        ("112a", phones.HOW),
        ("+84 123", phones.HOW),
        ("+66 1", phones.ABROAD),
        ("+999 123456", phones.ABROAD),
    ],
)
def test_an_unreadable_number_says_what_to_type_and_repeats_nothing(typed, sentence):
    with pytest.raises(Unreadable) as refusal:
        phones.parse_phone(typed)

    assert str(refusal.value) == str(sentence)
    assert not typed or typed not in str(refusal.value)


@given(MOBILES)
def test_every_mobile_survives_being_shown_and_read(number):
    stored = phones.parse_phone(number)

    assert phones.parse_phone(phones.format_phone(stored)) == stored
    assert phones.parse_phone(stored) == stored


@pytest.mark.parametrize(
    ("typed", "kind", "number"),
    [
        ("000199012345", papers.Kind.CCCD, "000199012345"),
        ("000 199 012 345", papers.Kind.CCCD, "000199012345"),
        ("365123456", papers.Kind.CMND, "365123456"),
        ("365.123.456", papers.Kind.CMND, "365123456"),
        ("b1234567", papers.Kind.PASSPORT, "B1234567"),
        ("P00123456", papers.Kind.PASSPORT, "P00123456"),
        ("AA 1234567", papers.Kind.PASSPORT, "AA1234567"),
    ],
)
def test_a_paper_number_tells_which_paper_it_is(typed, kind, number):
    assert papers.parse_paper(typed) == (kind, number)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("00199012345", papers.LOST_ZERO),
        ("12345", papers.HOW),
        ("", papers.HOW),
        ("mất giấy tờ", papers.HOW),
        ("0001990123456", papers.HOW),
    ],
)
def test_an_unreadable_paper_number_says_what_to_type(typed, sentence):
    with pytest.raises(Unreadable) as refusal:
        papers.parse_paper(typed)

    assert str(refusal.value) == str(sentence)


@pytest.mark.parametrize(
    ("number", "sex", "birth_year"),
    [
        ("000099012345", papers.MALE, 1999),
        ("000199012345", papers.FEMALE, 1999),
        ("000205012345", papers.MALE, 2005),
        ("000305012345", papers.FEMALE, 2005),
    ],
)
def test_a_citizens_number_gives_away_sex_and_year(number, sex, birth_year):
    says = papers.structure(number)

    assert (says.sex, says.birth_year, says.birth_registered_in) == (sex, birth_year, "000")


@pytest.mark.parametrize(
    ("known", "doubts"),
    [
        ({"birth_year": 1999, "sex": papers.FEMALE}, []),
        ({}, []),
        ({"birth_year": 1998}, [papers.OTHER_BIRTH_YEAR]),
        ({"sex": papers.MALE}, [papers.OTHER_SEX]),
        ({"sex": "unsaid"}, []),
        ({"birth_year": 1998, "sex": papers.MALE}, [papers.OTHER_BIRTH_YEAR, papers.OTHER_SEX]),
    ],
)
def test_what_contradicts_the_number_is_a_sentence_and_no_refusal(known, doubts):
    assert papers.contradictions("000199012345", **known) == doubts


def test_other_papers_contradict_nothing():
    assert papers.contradictions("B1234567", birth_year=1950, sex=papers.MALE) == []


def test_only_the_last_three_signs_of_a_paper_are_shown():
    assert papers.masked("000199012345") == "•••••••••345"
    assert papers.masked("B1234567") == "•••••567"
    assert papers.masked("") == "•••"


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("5tr", 5_000_000),
        ("5 triệu", 5_000_000),
        ("5 Triệu đồng", 5_000_000),
        ("5.000.000", 5_000_000),
        ("5.000.000 đồng", 5_000_000),
        ("5.000.000đ", 5_000_000),
        ("5000000", 5_000_000),
        ("5,000,000", 5_000_000),
        ("5 000 000", None),
        ("1,5 triệu", 1_500_000),
        ("1.5 triệu", 1_500_000),
        ("1.500 triệu", 1_500_000_000),
        ("2tr350", 2_350_000),
        ("5tr5", 5_500_000),
        ("1 triệu rưỡi", 1_500_000),
        ("500k", 500_000),
        ("500 nghìn", 500_000),
        ("500 ngàn đồng", 500_000),
        ("1 tỷ", 1_000_000_000),
        ("1,2 tỉ", 1_200_000_000),
        ("0", 0),
        ("5,000", None),
        ("1,5", None),
        ("năm triệu", None),
        ("-5tr", None),
        ("", None),
        ("5 rưỡi", None),
        ("9999999999999", None),
    ],
)
def test_a_sum_is_read_as_people_say_it(typed, amount):
    if amount is not None:
        assert money.parse_money(typed) == amount
        return
    with pytest.raises(Unreadable) as refusal:
        money.parse_money(typed)
    assert str(refusal.value) == str(money.HOW)


@given(st.integers(min_value=0, max_value=10**12))
def test_every_sum_survives_being_written_and_read(amount):
    assert money.parse_money(money.format_money(amount)) == amount


@given(st.text())
def test_whatever_is_typed_only_a_sentence_comes_back(text):
    for read in (phones.parse_phone, papers.parse_paper, money.parse_money):
        try:
            read(text)
        except Unreadable as refusal:
            assert str(refusal)
