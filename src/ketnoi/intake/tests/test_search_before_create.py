"""Before a file begins, the files of one's own agency are looked through; a person decides."""

import re

import pytest

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases.models import Case
from ketnoi.cases.tests import make as cases
from ketnoi.foundation import clock
from ketnoi.foundation.guard.context import acting
from ketnoi.intake import queries
from ketnoi.intake.tests import make
from ketnoi.people import jobs
from ketnoi.people.models import Person
from ketnoi.people.queries import finding

pytestmark = pytest.mark.django_db

PAGE = "/cb/tiep-nhan/"
TYPED = {"number": "0912 345 678", "birth": "khoảng 2003", "commune": "", "safe_hours": "10 giờ"}
MARK = re.compile(r'name="nguoi-khac" value="(-?\d+)"')
FIELD = re.compile(r'<input[^>]*name="([a-z_]+)"[^>]*value="([^"]*)"')


@pytest.fixture
def lan():
    return agencies.member(name="Lan")


@pytest.fixture
def desk(client, lan):
    return agencies.signed_in(client, lan)


def files(member):
    with acting(member):
        return list(Case.objects.visible_to(member).order_by("received_at"))


def resent(html):
    """What a browser sends back from this page when the button is pressed, nothing typed again."""
    kept = dict(FIELD.findall(html))
    return {**kept, "recorded": "yes", "danger": "high", "nguoi-khac": MARK.search(html)[1]}


def test_a_file_with_the_same_phone_is_shown_before_anything_is_kept(desk, lan):
    known = cases.case(lan, phone=cases.PHONE)

    page = desk.post(PAGE, make.answers(**TYPED))

    html = page.content.decode()
    assert page.status_code == 200
    assert known.code in html
    assert "Trùng số điện thoại, số có thể dùng chung" in html
    assert files(lan) == [known]


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ({"known": "0001 9501 2345"}, "Trùng số giấy tờ"),
        ({"known": "{code}"}, "Đúng mã hồ sơ"),
    ],
)
def test_a_paper_or_an_old_code_finds_her_file_too(desk, lan, typed, why):
    known = cases.case(lan, paper=cases.PAPER)
    typed = {name: text.format(code=known.code.lower()) for name, text in typed.items()}

    html = desk.post(PAGE, make.answers(**typed)).content.decode()

    assert why in html
    assert known.code in html


@pytest.mark.parametrize("code", ["KN-26-5694", "kn-26-5694", "KN-26-7F3K"])
def test_a_code_is_never_taken_for_a_passport(code):
    assert queries.paper_in(code) is None


@pytest.mark.parametrize(
    ("called", "why"),
    [
        ("Nguyễn Thị Dữ Liệu Giả", "Trùng tên"),
        ("nguyen thi du lieu gia", "Trùng tên, khác dấu"),
    ],
)
def test_her_name_and_year_find_her_file(desk, lan, called, why):
    known = cases.case(lan)

    html = desk.post(PAGE, make.answers(called=called, birth="khoảng 2003")).content.decode()

    assert known.code in html
    assert f">{why}<" in html
    assert "Trùng năm sinh" in html


def test_somebody_is_received_even_after_too_many_searches(desk, lan, monkeypatch):
    known = cases.case(lan, phone=cases.PHONE)
    monkeypatch.setattr(finding.name_index, "next_search", lambda most: clock.now())

    html = desk.post(PAGE, make.answers(**TYPED)).content.decode()
    done = desk.post(PAGE, make.answers(called="Nguyễn Thị Khác", once="2"))
    searched = desk.post("/cb/ho-so/tim/", {"name": "Nguyễn Thị Dữ Liệu Giả"})

    assert known.code in html
    assert done.status_code == 302
    assert searched.status_code == 422
    assert "lần trong một giờ" in searched.content.decode()


def test_the_search_page_finds_by_name_and_year(desk, lan):
    known = cases.case(lan)

    page = desk.post("/cb/ho-so/tim/", {"name": "nguyen thi du lieu gia", "birth": "2003"})

    assert known.code in page.content.decode()
    assert "nguyen" not in page.request["PATH_INFO"] + page.request["QUERY_STRING"]


def test_this_is_somebody_else_goes_on_without_typing_again(desk, lan):
    known = cases.case(lan, phone=cases.PHONE)
    html = desk.post(PAGE, make.answers(**TYPED)).content.decode()

    done = desk.post(PAGE, resent(html))

    assert done.status_code == 302
    [_, new] = files(lan)
    with acting(lan):
        person = Person.objects.select_related("key").get(pk=new.person_id)
        assert new.pk != known.pk
        assert (person.called.open(), person.birth_year, person.birth_is_guess) == (
            "Út",
            2003,
            True,
        )


def test_other_answers_under_the_same_button_are_looked_up_again(desk, lan):
    cases.case(lan, phone=cases.PHONE)
    other = cases.case(lan, phone="+84987654321")
    html = desk.post(PAGE, make.answers(**TYPED)).content.decode()

    page = desk.post(PAGE, {**resent(html), "number": "0987 654 321"})

    assert other.code in page.content.decode()
    assert len(files(lan)) == 2


def test_a_page_that_was_sent_twice_still_begins_one_file(desk, lan):
    desk.post(PAGE, make.answers(**TYPED))

    again = desk.post(PAGE, make.answers(**TYPED))

    assert again.status_code == 302
    assert len(files(lan)) == 1


def test_who_wants_nothing_kept_is_not_looked_up(desk, lan):
    known = cases.case(lan, phone=cases.PHONE)

    page = desk.post(PAGE, make.answers(**{**TYPED, "recorded": "no"}), follow=True)

    assert known.code not in str(page.context["messages"])
    assert files(lan) == [known]


def test_a_paper_that_was_shown_is_kept_with_the_new_file(desk, lan):
    desk.post(PAGE, make.answers(known="000195012345"))
    [file] = files(lan)

    html = desk.post("/cb/ho-so/tim/", {"words": "000195012345"}).content.decode()

    assert file.code in html


def test_what_is_neither_paper_nor_code_is_asked_again(desk, lan):
    page = desk.post(PAGE, make.answers(known="12 ab"))

    assert page.status_code == 422
    assert "Căn cước gồm 12 chữ số" in page.content.decode()
    assert files(lan) == []


def without_what_is_random(page):
    html = re.sub(r'value="[A-Za-z0-9]{64}"', "", page.content.decode())
    return page.status_code, html


def test_a_file_of_another_agency_changes_no_byte_of_the_answer(desk, lan):
    cases.case(lan, paper=cases.PAPER)
    asks = make.answers(**TYPED, known="000195012345")
    before = without_what_is_random(desk.post(PAGE, asks))

    cases.case(agencies.member(name="Khác"), phone=cases.PHONE, paper=cases.PAPER)

    assert without_what_is_random(desk.post(PAGE, asks)) == before
    assert "Có thể chị ấy đã có hồ sơ" in before[1]


def test_while_the_index_of_names_is_made_again_the_page_says_how_far_it_is(desk):
    not_ready = "Tên đang được đưa lại vào chỉ mục"

    before = desk.get(PAGE).content.decode()
    jobs.index_names(0)

    assert not_ready in before
    assert "Đã xong khoảng 0 phần mười" in before
    assert not_ready not in desk.get(PAGE).content.decode()
