"""The pages of given work and of conferences, as officers of several agencies meet them."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.html import escape

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases.tests import make as cases
from ketnoi.conferences import actions
from ketnoi.conferences.models import Assignment, Conference
from ketnoi.conferences.tests import make
from ketnoi.foundation import clock
from ketnoi.foundation.guard.context import acting

pytestmark = pytest.mark.django_db
BEFORE = timedelta(days=3)


@pytest.fixture
def lan():
    return agencies.member(agencies.agency("women_union"), name="Lan")


@pytest.fixture
def yen():
    return agencies.member(agencies.agency("shelter", "province"), name="Yến")


@pytest.fixture
def file(lan, yen):
    made = cases.case(lan)
    make.let_in(made, yen.agency)
    return made


def page(name, file, *more):
    return reverse(f"conferences:{name}", args=[file.code, *more])


def day(name, value):
    return {f"{name}_0": value.day, f"{name}_1": value.month, f"{name}_2": value.year}


def text(response):
    return response.content.decode()


def work(to, **said):
    tomorrow = clock.today() + timedelta(days=1)
    about = {"to": f"agency {to.pk}", "kind": "go_along", "words": "Đưa đi khám"}
    return {**about, **day("due_on", tomorrow), **said}


def test_work_is_given_on_one_page_and_answered_on_another(client, lan, yen, file):
    here = page("assignments", file)
    agencies.signed_in(client, lan)
    assert "Chưa giao việc nào." in text(client.get(here))

    assert client.post(here, work(yen.agency)).status_code == 302

    assert "Đưa đi khám" in text(client.get(here))
    with acting(lan):
        given = Assignment.objects.get()
    agencies.signed_in(client, yen)
    there = page("assignment", file, given.pk)
    assert "Đưa đi khám" in text(client.get(there))
    assert client.post(there, {"answer": "done"}).status_code == 422
    assert client.post(there, {"answer": "done", "outcome": "Ổn"}).status_code == 302
    assert "Ổn" in text(client.get(there))


def test_what_came_back_is_given_again_with_its_words(client, lan, yen, file):
    given = make.given(file, yen.agency, by=lan)
    make.answered(given, "cannot", by=yen, cannot="no_time")
    agencies.signed_in(client, lan)

    assert "Giao lại cho nơi khác" in text(client.get(page("assignment", file, given.pk)))
    again = page("again", file, given.pk)
    assert "Gọi trạm y tế xã" in text(client.get(again))
    assert client.post(again, work(lan.agency)).status_code == 302
    assert make.work_of(lan, given).ended_at


def test_taking_back_is_one_button(client, lan, yen, file):
    given = make.given(file, yen.agency, by=lan)
    agencies.signed_in(client, lan)

    client.post(page("take_back", file, given.pk))

    assert make.desk(yen) == []
    assert "Đã thu lại" in text(client.get(page("assignment", file, given.pk)))


def test_an_agency_that_was_not_offered_is_not_chosen(client, lan, file):
    stranger = agencies.agency("osso")
    agencies.signed_in(client, lan)

    assert client.post(page("assignments", file), work(stranger)).status_code == 422


def test_who_takes_no_part_finds_no_page(client, lan, yen, file):
    given, meeting = make.given(file, lan.agency, by=lan), make.called(file, yen.agency, by=lan)
    agencies.signed_in(client, agencies.member(agencies.agency("osso")))

    for name, more in (
        ("assignments", []),
        ("assignment", [given.pk]),
        ("conferences", []),
        ("conference", [meeting.pk]),
        ("minutes", [meeting.pk]),
    ):
        assert client.get(page(name, file, *more)).status_code == 404


def test_a_conference_is_called_on_one_page(client, lan, yen, file):
    agencies.signed_in(client, lan)
    here = page("conferences", file)
    assert "Chưa có cuộc họp nào." in text(client.get(here))
    said = {
        **day("day", clock.today() + timedelta(days=2)),
        "hour": "14 giờ 30",
        "way": "online",
        "place": "https://hop.example/lan",
        "invited": [str(yen.agency_id)],
        "her_part": "spoken_for",
        "her_words": "Cháu muốn học may",
        "topics": "Chỗ ở\n\nHọc nghề",
    }
    assert client.post(here, {**said, "hour": "25:00"}).status_code == 422
    assert client.post(here, {**said, "her_part": "not_asked"}).status_code == 422

    answer = client.post(here, said)

    shown = text(client.get(answer["Location"]))
    with acting(lan):
        meeting = Conference.objects.get()
    assert meeting.starts_at.astimezone(clock.ZONE).strftime("%H:%M") == "14:30"
    for words in ("Chỗ ở", "Học nghề", "Cháu muốn học may", "Chưa trả lời", "hop.example"):
        assert words in shown


def test_where_nobody_else_takes_part_one_is_asked_first(client, lan):
    alone = cases.case(lan)
    agencies.signed_in(client, lan)

    assert "Chưa có nơi nào khác tham gia hồ sơ." in text(client.get(page("conferences", alone)))


def test_an_invited_agency_answers_and_adds_to_the_agenda(client, lan, yen, file):
    meeting = make.called(file, yen.agency, by=lan)
    agencies.signed_in(client, yen)

    client.post(page("reply", file, meeting.pk), {"coming": "comes"})
    client.post(page("topic", file, meeting.pk), {"words": "Giấy khai sinh"})

    shown = text(client.get(page("conference", file, meeting.pk)))
    assert "Có dự, Yến" in shown
    assert "Giấy khai sinh" in shown
    assert client.get(page("move", file, meeting.pk)).status_code == 404


def test_the_day_is_moved_and_it_is_called_off(client, lan, yen, file):
    meeting = make.called(file, yen.agency, by=lan)
    agencies.signed_in(client, lan)
    later = {**day("day", clock.today() + timedelta(days=5)), "hour": "9 giờ", "why": "too_few"}

    assert client.post(page("move", file, meeting.pk), later).status_code == 302
    assert "Chưa đủ nơi dự họp" in text(client.get(page("conference", file, meeting.pk)))
    assert client.post(page("call_off", file, meeting.pk), {"why": "solved"}).status_code == 302
    assert "Đã hủy" in text(client.get(page("conference", file, meeting.pk)))


def held(client, file, meeting, present, **said):
    about = {
        "present": [str(member.pk) for member in present],
        "others": ["her"],
        "her_part": "comes",
        "body": "Đã bàn hai việc.",
        "rows": "2",
    }
    return client.post(page("minutes", file, meeting.pk), {**about, **said})


@pytest.fixture
def begun(lan, yen, file):
    """A conference whose hour has come."""
    now = clock.now()
    early = now - BEFORE
    about = {"way": "phone", "place": "", "topics": [], "her": make.ASKED}
    return actions.call_conference(
        case=file,
        starts_at=now - timedelta(hours=1),
        invited=[yen.agency],
        by=lan,
        now=early,
        **about,
    )


def test_a_row_more_loses_nothing_that_was_typed(client, lan, yen, file, begun):
    agencies.signed_in(client, lan)
    typed = {"words_1": "Gọi trường nghề", **day("due_on_2", clock.today()), "more": "1"}

    shown = text(held(client, file, begun, [yen], **typed))

    for words in ("Quyết định 3", "Gọi trường nghề", "Đã bàn hai việc.", 'name="words_3"'):
        assert words in shown
    assert f'value="{clock.today().year}"' in shown
    assert f'value="{yen.pk}" id="id_present' in shown
    assert 'class="error"' not in shown
    assert make.meeting(lan, begun).state == "called"


def test_minutes_with_decisions_are_written_and_confirmed(client, lan, yen, file, begun):
    agencies.signed_in(client, lan)
    row = {f"{name}_1": value for name, value in work(yen.agency).items() if "_" not in name}
    whole = {**row, **day("due_on_1", clock.today())}
    assert held(client, file, begun, [lan, yen], words_1="Chỉ có chữ").status_code == 422

    assert held(client, file, begun, [lan, yen], **whole).status_code == 302

    here = page("conference", file, begun.pk)
    for words in ("Đã bàn hai việc.", "Đưa đi khám", "Người được hỗ trợ", "Quyết định"):
        assert words in text(client.get(here))
    assert escape("Xác nhận biên bản</button>") not in text(client.get(here))
    agencies.signed_in(client, yen)
    client.post(page("confirm", file, begun.pk))
    client.post(page("correct", file, begun.pk), {"body": "Không phải tháng sáu."})
    shown = text(client.get(here))
    assert "biên bản đã xác nhận" in shown
    assert "Không phải tháng sáu." in shown


@pytest.mark.parametrize("rows", ["", "0", "999999", "²", "-1"])
def test_a_strange_number_of_rows_breaks_nothing(client, lan, yen, file, begun, rows):
    agencies.signed_in(client, lan)

    assert held(client, file, begun, [lan], rows=rows, more="1").status_code == 200
