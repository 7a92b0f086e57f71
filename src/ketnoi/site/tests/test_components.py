"""Components: named arguments, one field template, words for every state."""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template import Context, Template, TemplateSyntaxError
from django.test import RequestFactory

from ketnoi.foundation import inputs
from ketnoi.site.gallery import Sample

NOW = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)


def drawn(source, **context):
    return Template(source).render(Context(context))


@pytest.mark.parametrize(
    "source",
    [
        "{% card titel='Kế hoạch' %}{% endcard %}",
        "{% button knd='main' %}Gửi{% endbutton %}",
        "{% rows %}{% row hreff='#' %}{% endrow %}{% endrows %}",
        "{% step state='done' lable='x' %}{% endstep %}",
        "{% back_link to='/' %}",
        "{% card 'Kế hoạch' %}{% endcard %}",
        "{% fact %}x{% endfact %}",
    ],
)
def test_a_misspelt_or_missing_argument_fails_when_the_template_is_loaded(source):
    with pytest.raises(TemplateSyntaxError):
        Template(source)


@pytest.mark.parametrize(
    "source",
    [
        "{% tag kind='red' %}Nguy cơ{% endtag %}",
        "{% notice kind='big' %}x{% endnotice %}",
        "{% step state='almost' label='x' %}{% endstep %}",
    ],
)
def test_a_kind_that_does_not_exist_is_refused(source):
    with pytest.raises(TemplateSyntaxError):
        drawn(source)


@pytest.mark.parametrize(
    ("hours", "words", "kind"),
    [
        (49, "còn 2 ngày", "far"),
        (3.5, "còn 3 giờ", "soon"),
        (0.5, "còn 30 phút", "soon"),
        (-0.005, "vừa quá hạn", "late"),
        (-0.5, "quá 30 phút", "late"),
        (-3.2, "quá 3 giờ", "late"),
        (-50, "quá 2 ngày", "late"),
    ],
)
def test_a_deadline_says_how_long_there_is_still_time(hours, words, kind):
    html = drawn("{% deadline due=due now=now %}", due=NOW + timedelta(hours=hours), now=NOW)

    assert words in html
    assert f'class="deadline {kind}"' in html


def test_a_row_has_one_link_and_the_link_names_its_file():
    html = drawn("{% row href='/x/' code='KN-26-7F3K' action='Gọi' %}Gọi lại{% endrow %}")

    assert html.count("<a ") == 1
    assert 'Gọi<span class="vh"> – KN-26-7F3K</span>' in html


def test_each_cell_of_a_table_carries_its_column():
    cells = "<tr><th scope='row'>A</th><td>1</td></tr>"
    source = f"{{% table caption='Xã' heads=heads %}}{cells}{{% endtable %}}"

    html = drawn(source, heads=["Tên & mã", "Số"])

    assert 'data-label="Tên &amp; mã" scope=' in html
    assert 'data-label="Số"' in html
    assert "<caption>Xã</caption>" in html


def test_a_state_is_said_in_words_too():
    html = drawn("{% step state='blocked' label='Sinh kế' %}chờ kế hoạch{% endstep %}")

    assert "Chưa làm được." in html


def test_a_timeline_writes_the_year_only_where_it_changes():
    lines = [SimpleNamespace(at=NOW - timedelta(days=400 * n), text="Gửi", who="") for n in (0, 1)]

    html = drawn("{% timeline lines=lines %}", lines=lines)

    assert ">24/11 10:00<" in html
    assert ">20/10/2025 10:00<" in html


def test_a_pager_keeps_the_filters():
    request = RequestFactory().get("/cb/ho-so/?tinh-trang=active&page=2")
    page = Paginator(range(30), 10).page(2)

    html = drawn("{% pager page=page %}", page=page, request=request)

    assert "?tinh-trang=active&amp;page=3" in html
    assert "Trang 2" in html


def test_words_of_a_page_are_escaped():
    html = drawn("{% card title=words %}{{ words }}{% endcard %}", words="<b>")

    assert "<b>" not in html


def test_a_field_has_its_label_hint_and_error_tied_to_it():
    html = str(Sample({"phone": "123"})["phone"].as_field_group())

    assert '<label for="id_phone">' in html
    assert 'aria-invalid="true"' in html
    assert 'aria-describedby="id_phone_error"' in html
    assert '<span class="vh">Lỗi: </span>' in html


def test_a_day_is_a_group_of_three_boxes_each_with_its_label():
    html = str(Sample()["day"].as_field_group())

    assert html.count('<label class="part">') == 3
    assert '<fieldset aria-describedby="id_day_helptext">' in html
    assert [word for word in ("Ngày", "Tháng", "Năm") if f"<span>{word}</span>" not in html] == []


def test_choices_are_a_group_with_a_legend():
    html = str(Sample()["packs"].as_field_group())

    assert "<legend>Chia sẻ những phần nào</legend>" in html
    assert html.count('<label class="choice">') == 3


def test_only_a_form_with_optional_fields_says_what_is_needed():
    class Short(inputs.Form):
        name = forms.CharField(label="Tên")

    assert "(cần có)" in str(Sample()["alias"].as_field_group())
    assert "(cần có)" not in str(Short()["name"].as_field_group())


def test_the_summary_leads_to_each_place_that_must_be_put_right():
    html = drawn("{% error_summary form=form %}", form=Sample({"day_0": "31", "day_1": "2"}))

    assert "Có chỗ cần sửa" in html
    assert [f for f in ("alias", "day_0", "need_0") if f'href="#id_{f}"' not in html] == []
    assert "autofocus" in html


def test_a_form_without_errors_has_no_summary():
    assert drawn("{% error_summary form=form %}", form=Sample()) == ""


def test_filters_write_as_people_do_in_viet_nam():
    source = "{{ m|day }}|{{ m|long_day }}|{{ m|moment }}|{{ p|phone_digits }}|{{ n|money }}"

    text = drawn(source, m=NOW, p="+84377672444", n=5_000_000)

    assert text == (
        "24/11/2026|ngày 24 tháng 11 năm 2026|24/11/2026 10:00|0377 672 444|5.000.000 đồng"
    )
