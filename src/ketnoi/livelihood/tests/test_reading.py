"""Reading lines of vacancy lists, as they are really written."""

import io
import unicodedata
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from ketnoi.livelihood import terms
from ketnoi.livelihood.rules import reading
from ketnoi.livelihood.tests import make

TODAY = date(2026, 3, 1)
MY_HUONG = "31591"


def lines(content):
    return list(reading.rows(content))


def read(**cells):
    row = {part: "" for part in reading.HEADS}
    row |= {"title": "May", "partner": "Xưởng may Mẫu", "places": "5", **cells}
    return reading.read(row, kind="job", today=TODAY, commune_of=lambda _text: MY_HUONG)


def understood(part, text):
    told = read(**{part: text})
    assert not told.flaws, told.flaws
    return told.facts


def flawed(part, text):
    return read(**{part: text}).flaws


def test_merged_titles_stand_above_the_heads_and_empty_rows_between_lines():
    content = make.sheet([{}, {"title": "Một"}, {}, {}, {"title": "Hai"}])

    assert [(number, row["title"]) for number, row in lines(content)] == [(5, "Một"), (8, "Hai")]


def test_a_cell_merged_over_lines_says_its_value_in_each():
    book = Workbook()
    page = book.active
    page.append(["Việc làm", "Doanh nghiệp", "Số lượng"])
    page.append(["May", "Công ty Mẫu", 3])
    page.append(["Ủi", None, 2])
    page.merge_cells("B2:B3")
    kept = io.BytesIO()
    book.save(kept)

    assert [row["partner"] for _number, row in lines(kept.getvalue())] == ["Công ty Mẫu"] * 2


def test_letters_in_two_pieces_are_read_as_one():
    content = make.sheet([{"title": unicodedata.normalize("NFD", "Chế biến thủy sản")}])

    [(_number, row)] = lines(content)
    assert row["title"] == "Chế biến thủy sản"


def test_a_zero_that_excel_dropped_comes_back():
    [(_number, row)] = lines(make.sheet([{"phone": 912345678}]))

    assert row["phone"] == "0912345678"
    assert understood("phone", row["phone"])["phone"] == "+84912345678"


def test_a_school_year_that_excel_took_for_a_day_is_one_again():
    [(_number, row)] = lines(make.sheet([{"schooling": datetime(2026, 12, 9)}]))  # noqa: DTZ001

    assert row["schooling"] == "9/12"


def test_a_formula_is_never_run_and_is_asked_to_be_replaced():
    [(_number, row)] = lines(make.sheet([{"places": "=2+3"}]))

    assert flawed("places", row["places"]) == [("places", "formula")]


@pytest.mark.parametrize("text", ["27/03/2026", "27-3-26", "27.03.2026", "2026-03-27", "46108"])
def test_a_day_is_read_however_it_is_written(text):
    assert understood("until", text)["until"] == "2026-03-27"


@given(st.dates(TODAY, date(2060, 1, 1)))
def test_the_number_by_which_excel_counts_days_is_that_day(day):
    number = (day - date(1899, 12, 30)).days

    assert understood("until", str(number))["until"] == day.isoformat()


@pytest.mark.parametrize(
    ("text", "sum_"),
    [
        ("5.000.000", 5_000_000),
        ("5000000", 5_000_000),
        ("5 triệu", 5_000_000),
        ("5 - 7 triệu", 5_000_000),
        ("5.000.000 - 7.000.000", 5_000_000),
        ("Thỏa thuận", None),
        ("", None),
    ],
)
def test_a_sum_is_read_however_it_is_written(text, sum_):
    assert understood("wage", text)["wage"] == sum_


def test_of_a_span_of_wages_the_words_are_kept():
    assert understood("wage", "5 - 7 triệu")["requirements"] == "5 - 7 triệu"


@pytest.mark.parametrize(
    ("text", "ages"),
    [("18-45", (18, 45)), ("từ 18 đến 40 tuổi", (18, 40)), ("trên 18", (18, None)),
     ("dưới 40", (None, 40)), ("", (None, None))],
)  # fmt: skip
def test_a_span_of_ages_is_read_from_one_cell(text, ages):
    told = understood("ages", text)

    assert (told["least_age"], told["most_age"]) == ages


@pytest.mark.parametrize(
    ("text", "level"),
    [("9/12", "lower"), ("12/12", "upper"), ("THPT", "upper"), ("Trung cấp may", "vocational"),
     ("Đại học", "higher"), ("Tiểu học", "primary"), ("Không yêu cầu", ""), ("lớp 5", "primary")],
)  # fmt: skip
def test_schooling_is_read_however_it_is_written(text, level):
    assert understood("schooling", text)["schooling"] == level


@pytest.mark.parametrize(
    ("text", "kind"),
    [("Việc làm", "job"), ("Đào tạo nghề", "training"), ("Vay vốn", "loan"), ("", "job"),
     ("Nhóm tiết kiệm", "savings"), ("Cây giống", "tools"), ("Thu mua", "market")],
)  # fmt: skip
def test_a_kind_is_read_and_what_is_not_said_is_the_one_of_the_list(text, kind):
    assert understood("kind", text)["kind"] == kind


@pytest.mark.parametrize(
    ("text", "shifts"),
    [("Giờ hành chính", ["day"]), ("Ca đêm", ["night"]), ("Sáng, tối", ["day", "evening"]),
     ("Làm 3 ca", ["day", "evening", "night"]), ("", [])],
)  # fmt: skip
def test_the_time_of_the_day_is_read_and_the_words_are_kept(text, shifts):
    told = understood("shifts", text)

    assert (told["shifts"], told["hours"]) == (shifts, text)


@pytest.mark.parametrize(
    ("part", "text", "code"),
    [
        ("title", "", "needed"),
        ("partner", "123", "needed"),
        ("title", "x" * 201, "too_long"),
        ("places", "", "places"),
        ("places", "nhiều", "places"),
        ("places", "1000", "places"),
        ("places", "2-3", "places"),
        ("kind", "Khác thường", "kind"),
        ("ages", "5", "age"),
        ("schooling", "xyz", "schooling"),
        ("skills", "xyz", "skills"),
        ("wage", "cao", "wage"),
        ("has_childcare", "có thể", ""),
        ("is_accessible", "xyz", "yes_or_no"),
        ("phone", "12345", "phone"),
        ("until", "mai", "day"),
        ("until", "28/02/2026", "past"),
        ("until", "31/02/2027", "day"),
    ],
)
def test_what_cannot_be_read_is_said_by_column_with_what_to_write(part, text, code):
    found = flawed(part, text)

    if not code:
        assert found == []
        return
    [(column, said)] = found
    assert said == code
    assert column in terms.COLUMNS
    assert said in terms.FLAWS


def test_the_least_age_is_not_above_the_most():
    assert flawed("ages", "45-18") == [("most_age", "ages")]


def test_all_that_is_wrong_with_a_line_is_said_at_once():
    told = read(title="", places="0", wage="cao")

    assert [column for column, _code in told.flaws] == ["title", "places", "wage"]


@given(st.dictionaries(st.sampled_from(list(reading.HEADS)), st.text(max_size=30)))
def test_no_words_make_reading_fall(cells):
    told = read(**cells)

    assert all(code in terms.FLAWS for _column, code in told.flaws)


@pytest.mark.parametrize("content", [b"", b"x", b"PK\x03\x04", b"\xd0\xcf\x11\xe0" * 20])
def test_what_is_no_excel_file_is_no_list(content):
    with pytest.raises(reading.NoList):
        lines(content)


def test_a_file_without_the_heads_is_no_list():
    book = Workbook()
    book.active.append(["Họ và tên", "Ngày sinh"])
    kept = io.BytesIO()
    book.save(kept)

    with pytest.raises(reading.NoList):
        lines(kept.getvalue())


def test_more_lines_than_one_list_may_have_are_refused_as_a_whole(monkeypatch):
    monkeypatch.setattr(reading, "MOST_ROWS", 3)

    with pytest.raises(reading.TooLong):
        lines(make.sheet(make.twenty()))


def test_what_is_the_same_is_the_same_however_it_is_written():
    one = read(title="May  công nghiệp").facts
    other = read(title=unicodedata.normalize("NFD", "MAY CÔNG NGHIỆP")).facts

    assert reading.identity(one) == reading.identity(other)
