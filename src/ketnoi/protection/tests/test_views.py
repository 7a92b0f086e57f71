"""The pages of a shelter, and what others see of them."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from ketnoi.agencies.tests import make as agencies
from ketnoi.foundation import clock
from ketnoi.foundation.guard.context import acting
from ketnoi.foundation.trail.models import Line
from ketnoi.protection import queries
from ketnoi.protection.forms import AdmitForm
from ketnoi.protection.tests import make

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def yen():
    return make.officer("shelter", name="Yến")


@pytest.fixture
def file(yen):
    return make.shared_file(yen)


@pytest.fixture
def url(file):
    return f"/cb/ho-so/{file.code}/tam-lanh/"


def when(day=None, hour="00:00"):
    day = day or clock.today()
    return {"on_0": str(day.day), "on_1": str(day.month), "on_2": str(day.year), "at": hour}


def coming(**changes):
    return {**when(), "unit": "mother_child", "address": make.PLACE, **changes}


def leaving(**changes):
    return {**when(), "left_reason": "her_wish", "left_to": "relatives", **changes}


def page_of(stay, name):
    """The page of a stay: by the code of the file while it is open, by its own code else."""
    return reverse(f"protection:{name}", args=[stay.file_code if name == "review" else stay.code])


def test_she_is_taken_in_at_night(client, file, yen, url):
    page = make.signed_in(client, yen).post(url, coming())

    assert page.status_code == 302
    assert page["Location"].endswith(f"/cb/ho-so/{file.code}/")
    with acting(yen):
        stay = queries.stay_here(file, yen)
        assert queries.place_of(stay, yen) == make.PLACE
    assert stay.admitted_at.astimezone(clock.ZONE).hour == 0


def test_the_shelter_sees_the_stay_and_both_limits(client, file, yen, url):
    make.admitted(file, yen)

    text = make.signed_in(client, yen).get(url).content.decode()

    assert make.PLACE in text
    assert "120 ngày" in text
    assert "03 tháng" in text
    assert "Ghi việc vào tạm lánh" not in text


@pytest.mark.parametrize("function", ["women_union", "police", "shelter", "legal_aid"])
def test_who_else_takes_part_reads_a_day_and_no_place(client, file, yen, url, function):
    make.admitted(file, yen)
    other = make.officer(function, "verifier")
    make.opened(file, other.agency)

    text = make.signed_in(client, other).get(url).content.decode()

    assert "Đang tạm lánh từ ngày" in text
    assert "Hoa Sứ" not in text
    assert yen.agency.name not in text


def test_the_holder_reads_a_day_and_no_place_on_any_page_of_the_file(client, file, yen, url):
    make.admitted(file, yen)
    make.signed_in(client, file.keeper)

    pages = [client.get(url), client.get(f"/cb/ho-so/{file.code}/"), client.get("/cb/")]

    assert pages[0].status_code == 200
    assert not [page for page in pages if "Hoa Sứ" in page.content.decode()]


@pytest.mark.parametrize("page", ["review", "room", "leave"])
def test_only_the_shelter_has_the_pages_of_its_stay(client, file, yen, page):
    stay = make.admitted(file, yen)
    here = page_of(stay, page)

    assert make.signed_in(client, file.keeper).get(here).status_code == 404
    assert make.signed_in(client, make.officer("shelter")).get(here).status_code == 404
    assert make.signed_in(client, yen).get(here).status_code == 200


def test_a_review_is_written(client, file, yen, url):
    make.admitted(file, yen, ago=20 * DAY)

    assert make.signed_in(client, yen).post(f"{url}xem-lai/", {}).status_code == 302

    with acting(yen):
        due = queries.stay_here(file, yen).review_due_on
    assert due > clock.today() + 20 * DAY


def test_she_leaves(client, file, yen):
    stay = make.admitted(file, yen, ago=2 * DAY)

    page = make.signed_in(client, yen).post(page_of(stay, "leave"), leaving())

    assert page.status_code == 302
    with acting(yen):
        assert queries.stay_here(file, yen) is None


def test_leaving_before_coming_is_refused_in_the_form(client, file, yen):
    stay = make.admitted(file, yen, ago=DAY)
    before = when(clock.today() - 3 * DAY)

    page = make.signed_in(client, yen).post(page_of(stay, "leave"), leaving(**before))

    assert page.status_code == 422
    assert "Giờ rời phải sau giờ vào" in page.content.decode()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"at": "25:00"}, "at"),
        ({"on_2": "2099"}, "on"),
        ({"unit": ""}, "unit"),
        ({"address": ""}, "address"),
    ],
)
def test_what_must_be_put_right_is_said_at_its_field(client, yen, url, changes, field):
    page = make.signed_in(client, yen).post(url, coming(**changes))

    assert page.status_code == 422
    assert page.context["form"].errors.keys() == {field}


def test_an_hour_that_has_not_come_is_said_at_its_field():
    later = clock.now().astimezone(clock.ZONE) + timedelta(minutes=2)
    form = AdmitForm(coming(**when(later.date(), f"{later:%H:%M}")))

    assert not form.is_valid()
    assert form.errors.keys() <= {"at", "on"}


def test_who_gives_no_shelter_has_no_form_and_is_refused(client, file, url):
    make.signed_in(client, file.keeper)

    assert "Ghi việc vào tạm lánh" not in client.get(url).content.decode()
    assert client.post(url, coming()).status_code == 422


def test_a_stranger_finds_nothing_and_her_knock_is_kept(client, url):
    stranger = agencies.member()

    assert make.signed_in(client, stranger).get(url).status_code == 404

    with acting(stranger):
        line = Line.objects.filter(chain=stranger.agency_id).latest("seq")
    assert line.verb == "page.not_found"


def test_the_public_is_asked_to_sign_in(client, url):
    assert "/cb/vao/" in client.get(url)["Location"]


def test_nothing_can_be_put_here(client, yen, url):
    assert make.signed_in(client, yen).put(url).status_code == 405


def test_stays_at_other_shelters_cost_no_statement_more(client, file, yen, url):
    make.admitted(file, yen)
    make.signed_in(client, yen).get(url)
    counts = []

    for times in (0, 4):
        for _each in range(times):
            other = make.officer("shelter")
            make.opened(file, other.agency)
            make.admitted(file, other)
        with CaptureQueriesContext(connection) as counted:
            client.get(url)
        counts.append(len(counted))

    assert counts[0] == counts[1]
