"""What the network agreed about tips, as plain functions."""

import pytest

from ketnoi.vigilance import rules
from ketnoi.vigilance.terms import Sign, Sureness

RECEIPT = rules.with_check(4_071_993_265_018_74)


def test_a_receipt_has_sixteen_digits_and_is_read_back_however_it_is_written():
    spoken = rules.in_groups(RECEIPT)

    assert (len(RECEIPT), len(spoken.split())) == (16, 4)
    assert {rules.read_receipt(each) for each in (RECEIPT, spoken, f" {spoken}.")} == {RECEIPT}


def test_each_wrong_digit_and_each_pair_that_changed_places_is_noticed():
    wrong = [
        RECEIPT[:at] + digit + RECEIPT[at + 1 :]
        for at in range(16)
        for digit in "0123456789"
        if digit != RECEIPT[at]
    ]
    swapped = [
        RECEIPT[:at] + RECEIPT[at + 1] + RECEIPT[at] + RECEIPT[at + 2 :]
        for at in range(15)
        if RECEIPT[at] != RECEIPT[at + 1]
    ]

    assert [each for each in wrong + swapped if rules.read_receipt(each)] == []


@pytest.mark.parametrize(
    ("sign", "one", "other"),
    [
        ("phone", "0909.000.777", "+84 909 000 777"),
        ("plate", "65B-000.12", "65b 00012"),
        ("page", "https://m.facebook.com/viec.nhe/", "facebook.com/viec.nhe?fref=1"),
        ("person", "Chị  Tư Bến Đò", "chi tu ben do"),
    ],
)
def test_what_is_written_in_two_ways_is_one(sign, one, other):
    assert rules.plain(sign, one) == rules.plain(sign, other)


def test_a_name_is_less_sure_than_a_number():
    assert rules.how_sure(Sign.PHONE) == Sureness.NEARLY
    assert rules.how_sure(Sign.PERSON) == Sureness.UNSURE
