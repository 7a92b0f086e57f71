"""A commune is found as people write it: with marks or without, by its old names too."""

import unicodedata

import pytest

from ketnoi.places import queries
from ketnoi.places.models import FormerPlace
from ketnoi.places.tests.make import MY_HUONG, MY_TU, SOC_TRANG

pytestmark = pytest.mark.django_db

FOUND_FIRST = [
    ("Mỹ Tú", MY_TU),
    ("my tu", MY_TU),
    ("MY TU", MY_TU),
    ("  mỹ   tú ", MY_TU),
    ("mỹ tú\0", MY_TU),
    ("xã Mỹ Tú", MY_TU),
    ("x. my tu", MY_TU),
    ("xã Mỹ Tú cũ", MY_TU),
    ("xa my tu cu", MY_TU),
    ("phường Mỹ Tú", MY_TU),
    ("Mỹ Tú, Cần Thơ", MY_TU),
    ("my tu can tho", MY_TU),
    ("Mỹ Tú, Sóc Trăng", MY_TU),
    ("thị trấn Huỳnh Hữu Nghĩa", MY_TU),
    ("huynh huu n", MY_TU),
    ("Mỹ Hương", MY_HUONG),
    ("Thuận Hưng, Mỹ Tú", MY_HUONG),
    ("xã Thuận Hưng, huyện Mỹ Tú, tỉnh Sóc Trăng", MY_HUONG),
    ("xa thuan hung huyen my tu tinh soc trang", MY_HUONG),
    ("phường Sóc Trăng", SOC_TRANG),
    ("soc tran", SOC_TRANG),
    ("sóc trăng", SOC_TRANG),
    ("Trần Đề", "31673"),
    ("Đại Ngãi", "31645"),
    ("dai ngai", "31645"),
    ("Ea H'Leo", "24184"),
    ("ea h’leo", "24184"),
    ("p4, tp tân an", "27694"),
    ("đặc khu Hoàng Sa", "20333"),
    ("hoang sa", "20333"),
    ("Trường Sa", "22736"),
    ("huyện Trường Sa", "22736"),
    ("huyện Côn Đảo", "26732"),
]


@pytest.mark.parametrize(("typed", "code"), FOUND_FIRST)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_commune_is_found_as_people_write_it(typed, code, form):
    found = queries.communes_like(unicodedata.normalize(form, typed))

    assert found[0].value == code


def test_an_old_district_gives_every_commune_made_of_it():
    found = queries.communes_like("huyện Mỹ Tú")

    assert {m.label for m in found} == {
        "Xã Long Hưng, TP Cần Thơ",
        "Xã Mỹ Hương, TP Cần Thơ",
        "Xã Mỹ Phước, TP Cần Thơ",
        "Xã Mỹ Tú, TP Cần Thơ",
    }
    assert {m.was for m in found} == {"trước thuộc huyện Mỹ Tú, tỉnh Sóc Trăng"}


def test_an_old_name_says_what_it_was():
    assert queries.communes_like("Thuận Hưng, Mỹ Tú")[0].was == (
        "trước là xã Thuận Hưng, huyện Mỹ Tú, tỉnh Sóc Trăng"
    )
    assert queries.communes_like("huyện Hoàng Sa")[0].was == (
        "trước là huyện Hoàng Sa, thành phố Đà Nẵng"
    )


def test_a_divided_ward_gives_each_part_and_the_main_one_first():
    found = queries.communes_like("xã Cổ Bi, huyện Gia Lâm cũ")

    assert len(found) == 3
    assert found[0].label == "Phường Phúc Lợi, TP Hà Nội"
    assert all(m.was.startswith("trước là một phần xã Cổ Bi, huyện Gia Lâm") for m in found)


def test_names_of_today_come_before_old_ones():
    found = queries.communes_like("Mỹ Tú")

    assert [bool(m.was) for m in found] == [False, True, True, True]


def test_the_whole_name_comes_before_its_beginning_and_that_before_a_word():
    labels = [m.commune.name for m in queries.communes_like("Tân Long", limit=40)]

    assert labels.index("Tân Long") < labels.index("Tân Long Hội")


def test_marks_decide_between_names_that_fold_alike():
    assert {m.commune.name for m in queries.communes_like("Tân Thạnh", limit=3)} == {"Tân Thạnh"}
    assert {m.commune.name for m in queries.communes_like("xã Tân Thành", limit=3)} == {"Tân Thành"}
    assert "Cổ Bi," in queries.communes_like("xã Cổ Bi cũ")[0].was


def test_ones_own_province_comes_first():
    elsewhere = queries.communes_like("Tân Thành", limit=3)
    at_home = queries.communes_like("Tân Thành", province="96", limit=3)

    assert elsewhere[0].commune.province_id != "96"
    assert at_home[0].label == "Phường Tân Thành, tỉnh Cà Mau"


def test_a_commune_is_offered_once_and_no_more_than_asked():
    found = queries.communes_like("sóc trăng", limit=8)

    assert len(found) == 8
    assert len({m.value for m in found}) == 8


@pytest.mark.parametrize("typed", ["", " ", "m", ",", "%%", "zzzz", "không có nơi này", "x" * 5000])
def test_nothing_is_found_for_nothing(typed):
    assert queries.communes_like(typed) == []


def test_a_label_finds_its_own_commune_again():
    for commune in queries.communes_of("92").select_related("province"):
        found = queries.communes_like(commune.label)
        assert found[0].value == commune.code
        assert commune.label not in [m.label for m in found[1:]]


def test_there_are_34_provinces_and_3321_communes():
    assert queries.provinces().count() == 34
    assert sum(queries.communes_of(p).count() for p in queries.provinces()) == 3321
    assert queries.communes_of("92").count() == 103


def test_lists_stand_in_vietnamese_order():
    names = [p.name for p in queries.provinces()]

    assert names[:3] == ["An Giang", "Bắc Ninh", "Cà Mau"]
    assert names.index("Cần Thơ") < names.index("Đà Nẵng") < names.index("Gia Lai")


def test_all_108_old_wards_of_soc_trang_are_in_can_tho():
    old = FormerPlace.objects.filter(province_name="Tỉnh Sóc Trăng")

    assert old.values("code").distinct().count() == 108
    assert {f.commune.province_id for f in old.select_related("commune")} == {"92"}


def test_the_islands_are_there():
    hoang_sa, truong_sa = queries.commune("20333"), queries.commune("22736")

    assert hoang_sa.label == "Đặc khu Hoàng Sa, TP Đà Nẵng"
    assert truong_sa.label == "Đặc khu Trường Sa, tỉnh Khánh Hòa"
    assert hoang_sa.longitude > 111
    assert truong_sa.longitude > 111


def test_a_code_nobody_has_is_no_commune():
    assert queries.commune("00000") is None
