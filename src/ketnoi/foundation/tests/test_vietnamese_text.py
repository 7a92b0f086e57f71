"""One spelling, one folded form, one order."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketnoi.foundation.vietnamese.text import fold, name_sort_key, nfc, plain_digits, sort_key


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Tạm lánh", "tam lanh"),
        ("ĐẶNG THỊ ÚT", "dang thi ut"),
        ("  nhiều   khoảng \t trống ", "nhieu khoang trong"),
        ("Mỹ Tú", "my tu"),
        ("chuyển gửi", "chuyen gui"),
        ("đường", "duong"),
        ("Trưởng ấp Phước Thọ", "truong ap phuoc tho"),
        ("", ""),
        ("ភាសាខ្មែរ", "ភាសាខ្មែរ"),
    ],
)
def test_text_folds_to_what_people_type_in_a_hurry(typed, folded):
    assert fold(typed) == folded
    assert fold(unicodedata.normalize("NFD", typed)) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_both_spellings_of_a_text_are_one(text):
    apart = unicodedata.normalize("NFD", text)

    assert nfc(apart) == nfc(text)
    assert fold(apart) == fold(text)
    assert sort_key(apart) == sort_key(text)


@pytest.mark.parametrize(
    "in_order",
    [
        ["a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "g"],
        ["o", "ô", "ơ", "p", "u", "ư", "v"],
        ["ma", "mà", "mả", "mã", "má", "mạ"],
        ["an", "ăn", "ân"],
        ["dạ", "đa"],
        ["Lan", "Lan Anh", "Lành"],
        ["hoa", "hoà", "hoả", "hoàng"],
        ["10", "2", "a"],
        ["lan", "Lan"],
        ["ấp 1", "ấp 2", "xã 1"],
        ["Cần Thơ", "Cầu Kè", "Châu Thành"],
        ["thu", "thù", "thủ", "thú", "thụ", "thư", "thừ", "thứ"],
    ],
)
def test_words_sort_in_the_order_of_the_dictionary(in_order):
    assert sorted(reversed(in_order), key=sort_key) == in_order


def test_people_sort_by_their_given_name():
    in_order = ["Bùi Thị An", "Lê Ánh", "Trần Thị Hoa", "Đặng Văn Hoà", "Nguyễn Thị Hòa", "Út"]

    assert sorted(reversed(in_order), key=name_sort_key) == in_order


def test_a_name_of_nobody_has_an_empty_key():
    assert name_sort_key("  ") == ""


@given(st.text())
def test_keys_hold_digits_only(text):
    assert not text.strip() or sort_key(text).isdecimal()


def test_digits_of_other_scripts_become_plain():
    assert plain_digits("២៧ a 3") == "27 a 3"
