"""The pages of a one-stop office, as its officers meet them."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases.tests import make as cases
from ketnoi.foundation import clock
from ketnoi.foundation.guard.context import acting
from ketnoi.osso import queries
from ketnoi.osso.models import Appointment, Session, WalkIn, Wish
from ketnoi.osso.tests import make
from ketnoi.osso.tests.make import opened, signed_in
from ketnoi.people.models import Tie

pytestmark = pytest.mark.django_db


@pytest.fixture
def kim():
    return make.officer()


@pytest.fixture
def file(kim):
    return make.case(kim)


def page(name, file, *more):
    return reverse(f"osso:{name}", args=[file.code, *more])


def day(name, value):
    return {f"{name}_0": value.day, f"{name}_1": value.month, f"{name}_2": value.year}


SAID = {
    "once": "trang",
    "categories": ["legal", "family"],
    "words": "Muốn cháu đi học",
    "country": "KR",
    "papers": "1",
    "relatives": "1",
    "paper_kind_1": "residence",
    "paper_country_1": "KR",
    "paper_original_1": "lost",
    "abroad": "KR",
    "abroad_line": "Seoul",
    "relative_called_1": "Bé Na",
    "relative_birth_1": "2021",
    "relative_born_in_1": "KR",
    "relative_registered_1": "nowhere",
}


def test_one_page_takes_down_all_of_it(client, kim, file):
    signed_in(client, kim)
    answered = client.post(page("walk_in", file), SAID, follow=True)

    told = answered.text
    assert "Pháp lý, hộ tịch" in told
    assert "Con: Bé Na" in told
    assert "Đi cùng mẹ hỏi nơi đăng ký hộ tịch" in told
    assert (make.count(kim, WalkIn), make.count(kim, Wish), make.count(kim, Tie)) == (1, 2, 1)


def test_what_cannot_be_read_is_asked_again_and_nothing_is_lost(client, kim, file):
    signed_in(client, kim)
    answered = client.post(page("walk_in", file), {**SAID, "relative_birth_1": "hồi nào"})

    assert answered.status_code == 422
    assert 'value="Seoul"' in answered.text
    assert 'value="Bé Na"' in answered.text
    assert make.count(kim, WalkIn) == 0


def test_a_row_more_keeps_what_was_typed_and_writes_nothing(client, kim, file):
    signed_in(client, kim)
    answered = client.post(page("walk_in", file), {**SAID, "more": "relative"})

    assert answered.status_code == 200
    assert 'name="relative_called_2"' in answered.text
    assert 'value="Bé Na"' in answered.text
    assert make.count(kim, WalkIn) == 0


def test_an_empty_page_is_taken_as_it_is(client, kim, file):
    signed_in(client, kim)
    assert client.post(page("walk_in", file), {}).status_code == 302
    assert (make.count(kim, WalkIn), make.count(kim, Tie)) == (1, 0)


def test_it_is_no_page_for_others_who_may_open_the_file(client, kim, file):
    yen = agencies.member(agencies.agency("shelter", "province"), name="Yến")
    opened(file, yen.agency)
    signed_in(client, yen)
    assert client.get(page("desk", file)).status_code == 404
    assert client.get(page("walk_in", file)).status_code == 404


def test_where_the_office_only_takes_part_it_asks_nothing_of_her_family(client, kim):
    file = cases.case(agencies.member())
    opened(file, kim.agency)
    signed_in(client, kim)
    told = client.get(page("walk_in", file)).text
    assert "Con và gia đình" not in told
    assert client.post(page("walk_in", file), {**SAID}).status_code == 302
    assert (make.count(kim, Wish), make.count(kim, Tie)) == (2, 0)


def test_an_appointment_from_making_to_missing_and_calling(client, kim, file):
    signed_in(client, kim)
    tomorrow = clock.today() + timedelta(days=1)
    said = {"category": "legal", "channel": "office", "hour": "9 giờ", **day("day", tomorrow)}
    client.post(page("appointments", file), said)
    one = make.one(kim, Appointment)
    told = client.get(page("appointment", file, one.pk)).text

    assert "Nhắc bạn có hẹn lúc" in told
    assert "Ghi lỡ hẹn" not in told
    refused = client.post(page("keep", file, one.pk), {"channel": "office"})
    assert (refused.status_code, "Chưa đến ngày hẹn" in refused.text) == (422, True)
    client.post(page("move", file, one.pk), {**said, "why": "other", "hour": "10:30"})
    assert f"{make.one(kim, Appointment).starts_at.astimezone(clock.ZONE):%H:%M}" == "10:30"
    client.post(page("call_off", file, one.pk), {"why": "other"})
    assert make.one(kim, Appointment).state == "called_off"
    assert client.get(page("call", file, one.pk)).status_code == 404


def test_pressing_missed_before_its_hour_is_refused_in_a_sentence(client, kim, file):
    one = make.planned(file, by=kim)
    signed_in(client, kim)
    told = client.post(page("miss", file, one.pk), follow=True).text
    assert "Chưa đến giờ hẹn." in told


def test_a_session_is_written_for_her_child_and_marked_as_a_mistake(client, kim, file):
    make.walked_in(file, by=kim, family=[make.child()])
    with acting(kim):
        [tie] = queries.clients_of(file, kim)
    signed_in(client, kim)
    said = {"category": "legal", "channel": "office", "client": str(tie.pk), "minutes": "45"}
    client.post(page("sessions", file), {**said, "once": "a", **day("held_on", clock.today())})
    held = make.one(kim, Session)
    assert (held.tie_id, held.minutes) == (tie.pk, 45)
    client.post(page("mistaken", file, held.pk))
    assert "ghi nhầm" in client.get(page("sessions", file)).text
    assert make.one(kim, Session).mistaken_by_id == kim.pk


def test_only_the_lead_of_an_office_reads_its_numbers(client, kim, file):
    make.held(file, by=kim)
    there = reverse("osso:report")
    lead = make.officer(kim.agency, role="lead", name="Ngân")
    elsewhere = agencies.member(role="lead")

    assert signed_in(client, kim).get(there).status_code == 404
    assert signed_in(client, elsewhere).get(there).status_code == 404
    told = signed_in(client, lead).get(there)
    assert told.status_code == 200
    assert "1 lượt" not in told.text
    assert "ẩn" in told.text
    assert client.get(f"{there}?nam=1").status_code == 404


def test_the_workbook_tells_sessions_and_people_apart(client, kim):
    for number in range(5):
        file = make.case(kim)
        make.held(file, by=kim, once=f"a {number}")
        make.held(file, by=kim, once=f"b {number}")
    lead = make.officer(kim.agency, role="lead", name="Ngân")
    got = signed_in(client, lead).get(reverse("osso:workbook"))
    sessions, people = load_workbook(BytesIO(got.content)).worksheets

    assert sessions.cell(sessions.max_row, 2).value == 10
    assert people.cell(people.max_row, 2).value == 5
    assert people.cell(people.max_row, people.max_column).value == 5
