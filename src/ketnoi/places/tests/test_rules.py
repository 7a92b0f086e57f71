"""What a typed place may mean."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketnoi.places.rules import Meaning, bare, kilometres, meanings, plain, words


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Mỹ Tú", Meaning(("my tu",))),
        ("x. Mỹ Tú", Meaning(("xa my tu",))),
        ("H.Mỹ Tú, T.Sóc Trăng", Meaning(("huyen my tu", "tinh soc trang"))),
        ("Q1", Meaning(("quan 1",))),
        ("P.4, TP. Tân An", Meaning(("phuong 4", "thanh pho tan an"))),
        ("xã Mỹ Tú cũ", Meaning(("xa my tu",), only_former=True)),
        ("xã Mỹ Tú (cũ)", Meaning(("xa my tu",), only_former=True)),
        ("Ea H’Leo", Meaning(("ea hleo",))),
        ("Bà Rịa - Vũng Tàu", Meaning(("ba ria vung tau",))),
    ],
)
def test_a_typed_place_is_first_taken_as_it_stands(typed, meant):
    assert meanings(typed)[0] == meant
    assert meanings(unicodedata.normalize("NFD", typed))[0] == meant


def test_the_other_meanings_follow():
    assert meanings("phuong my tu cu") == [
        Meaning(("phuong my tu cu",)),
        Meaning(("phuong my tu",), only_former=True),
        Meaning(("my tu",)),
        Meaning(("my", "tu")),
    ]


def test_the_marks_of_the_name_are_kept_beside_it():
    assert meanings("x. Tân Thạnh, Sóc Trăng")[0].spelled == "Tân Thạnh"
    assert meanings("phường 4")[0].spelled == "4"


def test_nothing_typed_means_nothing():
    assert meanings("") == meanings(" , ") == []


@given(st.text())
def test_every_meaning_has_something_to_look_for(text):
    assert all(part for meaning in meanings(text) for part in meaning.parts)


def test_names_are_searched_word_by_word_and_end_at_a_comma():
    assert plain("Xã Đạ M’Ri") == "xa da mri"
    assert bare("Thị trấn Huỳnh Hữu Nghĩa") == "huynh huu nghia"
    assert words("Xã Mỹ Hương", "", "Tỉnh Sóc Trăng") == " xa my huong, tinh soc trang,"


@given(st.floats(8, 23), st.floats(102, 110), st.floats(8, 23), st.floats(102, 110))
def test_distance_is_the_same_both_ways(lat1, lon1, lat2, lon2):
    here, there = (lat1, lon1), (lat2, lon2)

    assert abs(kilometres(here, there) - kilometres(there, here)) < 1e-6
    assert kilometres(here, here) == 0


def test_my_tu_is_some_forty_kilometres_from_can_tho():
    assert 45 < kilometres((9.5996, 105.7920), (10.0331, 105.7770)) < 52
