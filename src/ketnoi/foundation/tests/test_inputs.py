"""The fields that forms are made of."""

import unicodedata
from datetime import date

import pytest
from django.db.models import TextChoices
from django.http import QueryDict
from django.test import override_settings
from django.urls import path

from ketnoi.foundation import clock, inputs
from ketnoi.foundation.vietnamese import dates, money, papers, phones

urlpatterns = [path("tra/xa/", lambda request: None, name="places")]
TODAY = date(2026, 3, 27)
PLACES = [
    inputs.Found("001", "Xã Mỹ Tú"),
    inputs.Found("002", "Xã Mỹ Hương"),
    inputs.Found("003", "Phường Cái Khế"),
]


class Need(TextChoices):
    FOOD = "food", "Ăn uống"
    HOME = "home", "Chỗ ở"


def find(text):
    return [place for place in PLACES if text.lower() in place.label.lower()]


class Everything(inputs.Form):
    name = inputs.NameField(label="Họ và tên", ask="Hãy nhập tên gọi.")
    line = inputs.LineField(label="Ghi chú", required=False, max_length=10)
    text = inputs.TextField(label="Chuyện", required=False)
    day = inputs.DayField(
        label="Ngày", required=False, earliest=date(2026, 1, 1), latest=lambda: TODAY
    )
    born = inputs.YearField(label="Năm sinh", required=False)
    phone = inputs.PhoneField(label="Điện thoại", required=False)
    hotline = inputs.PhoneField(label="Tổng đài", required=False, allow_hotlines=True)
    paper = inputs.PaperNumberField(label="Số giấy tờ", required=False)
    money = inputs.MoneyField(label="Số tiền", required=False)
    place = inputs.LookUpField(label="Xã", find=find, required=False)
    sex = inputs.Choose(label="Giới tính", choices=Need, skip=True)
    need = inputs.Pick(label="Nhu cầu", choices=Need, required=False)
    needs = inputs.TickBoxes(label="Các nhu cầu", choices=Need, required=False)
    read = inputs.Tick(label="Đã đọc", required=False)


@pytest.fixture(autouse=True)
def on_the_day(monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: TODAY)


def filled(**answers):
    return Everything({"name": "Út"} | answers)


def day(first="", second="", third=""):
    return {"day_0": first, "day_1": second, "day_2": third}


@pytest.mark.parametrize(
    ("answers", "field", "value"),
    [
        ({"name": "  Trần  Thị\tHoa "}, "name", "Trần Thị Hoa"),
        ({"name": unicodedata.normalize("NFD", "Út")}, "name", "Út"),
        ({"line": "một\nhai"}, "line", "một hai"),
        ({"text": " một \r\nhai  \r\n"}, "text", "một\nhai"),
        ({}, "line", ""),
        (day("27", "3", "2026"), "day", TODAY),
        (day("27/3/2026"), "day", TODAY),
        (day("ngày 27 tháng 3 năm 2026"), "day", TODAY),
        ({}, "day", None),
        ({"born": "khoảng 1990"}, "born", (1990, True)),
        ({}, "born", None),
        ({"phone": "0377 672 444"}, "phone", "+84377672444"),
        ({}, "phone", ""),
        ({"hotline": "111"}, "hotline", "111"),
        ({"paper": "000 199 012 345"}, "paper", "000199012345"),
        ({"money": "5tr"}, "money", 5_000_000),
        ({"place": "mỹ tú"}, "place", "001"),
        ({"place": "Xã Mỹ Hương", "place_code": "001"}, "place", "002"),
        ({"place": "mỹ", "place_code": "002"}, "place", "002"),
        ({}, "place", None),
        ({"sex": "home"}, "sex", Need.HOME),
        ({"sex": ""}, "sex", ""),
        ({"need": ""}, "need", ""),
        ({"read": "on"}, "read", True),
    ],
)
def test_an_answer_becomes_what_was_meant(answers, field, value):
    form = filled(**answers)

    assert form.is_valid(), form.errors
    assert form.cleaned_data[field] == value


@pytest.mark.parametrize(
    ("answers", "field", "sentence"),
    [
        ({"name": " "}, "name", "Hãy nhập tên gọi."),
        ({"line": "x" * 11}, "line", "Hãy viết ngắn hơn, nhiều nhất 10 ký tự."),
        (day("27", "", "2026"), "day", dates.HOW),
        (day("27", "3", "26"), "day", dates.FOUR_DIGITS),
        (day("27/3/26"), "day", dates.FOUR_DIGITS),
        (day("28", "3", "2026"), "day", "Hãy nhập ngày không muộn hơn 27/03/2026."),
        (day("31", "12", "2025"), "day", "Hãy nhập ngày từ 01/01/2026 trở đi."),
        ({"born": "già"}, "born", dates.A_YEAR_OR_AGE),
        ({"phone": "111"}, "phone", phones.A_HOTLINE),
        ({"phone": "377672444"}, "phone", phones.LOST_ZERO),
        ({"paper": "12"}, "paper", papers.HOW),
        ({"money": "nhiều"}, "money", money.HOW),
        ({"place": "Hà Nội"}, "place", inputs.LookUpField.default_error_messages["none"]),
        ({"place": "mỹ"}, "place", inputs.LookUpField.default_error_messages["several"]),
        ({"sex": "x"}, "sex", "Hãy chọn một mục trong danh sách."),
    ],
)
def test_an_unreadable_answer_is_refused_in_one_sentence(answers, field, sentence):
    form = filled(**answers)

    assert form.errors == {field: [str(sentence)]}


def test_several_answers_arrive_from_a_page_in_one_spelling():
    form = Everything(QueryDict("name=U%CC%81t&needs=food&needs=home"))

    assert form.is_valid()
    assert form.cleaned_data["name"] == "Út"
    assert form.cleaned_data["needs"] == ["food", "home"]


def test_an_ambiguous_name_is_asked_as_a_question_and_then_taken():
    asked = str(filled(place="mỹ")["place"])
    answered = filled(place="mỹ", place_code="002")

    assert 'type="radio" name="place_code" value="001"' in asked
    assert 'type="hidden"' not in asked
    assert answered.is_valid()
    assert 'type="radio"' not in str(Everything()["place"])


def test_a_form_shows_what_is_known_as_people_write_it():
    known = {
        "day": TODAY,
        "born": (1990, True),
        "phone": "+84377672444",
        "money": 5_000_000,
        "place": PLACES[0],
    }
    page = Everything(initial=known)

    assert [f'value="{part}"' in str(page["day"]) for part in (27, 3, 2026)] == [True] * 3
    assert page["born"].value() == "khoảng 1990"
    assert page["phone"].value() == "0377 672 444"
    assert page["money"].value() == "5.000.000 đồng"
    assert 'value="Xã Mỹ Tú"' in str(page["place"])
    assert 'name="place_code" value="001"' in str(page["place"])


def test_what_was_typed_is_shown_again_beside_its_refusal():
    form = filled(phone="377672444", place="Hà Nội", **day("27", "3", "26"))

    assert 'value="377672444"' in str(form["phone"])
    assert 'value="Hà Nội"' in str(form["place"])
    assert 'value="26"' in str(form["day"])


def test_every_box_of_a_day_has_its_name_in_a_fieldset():
    page = str(Everything()["day"])

    assert Everything()["day"].use_fieldset
    for number, label in enumerate(("Ngày", "Tháng", "Năm")):
        assert f'data-label="{label}" id="id_day_{number}"' in page


def test_nothing_is_required_or_remembered_by_the_browser():
    page = str(Everything())

    assert " required" not in page
    assert page.count('autocomplete="off"') >= 10  # noqa: PLR2004
    assert 'spellcheck="false"' in str(Everything()["name"])


@override_settings(ROOT_URLCONF=__name__)
def test_the_script_is_told_where_to_look():
    class WithScript(inputs.Form):
        place = inputs.LookUpField(find=find, url="places")

    assert 'data-lookup="/tra/xa/"' in str(WithScript()["place"])


def test_one_form_never_shows_the_choices_of_another():
    filled(place="mỹ").is_valid()

    assert 'type="radio"' not in str(Everything()["place"])


@pytest.mark.parametrize(
    ("typed", "hour"),
    [("22:15", "22:15"), ("22h15", "22:15"), ("7 giờ", "07:00"), ("7g05", "07:05"), ("0", "00:00")],
)
def test_an_hour_is_read_as_people_write_it(typed, hour):
    assert f"{inputs.HourField().clean(typed):%H:%M}" == hour
