"""The pages of follow-ups, as their readers meet them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases import queries as cases
from ketnoi.cases.tests import make as files
from ketnoi.foundation.guard.context import acting
from ketnoi.foundation.trail.models import Line
from ketnoi.reintegration.models import FollowUp
from ketnoi.reintegration.tests import make

pytestmark = pytest.mark.django_db
WELL = {"how": "phone", "outcome": "stable", "went_wrong": "", "income_band": ""}


@pytest.fixture
def lan():
    return agencies.member()


@pytest.fixture
def file(lan):
    return files.case(lan)


@pytest.fixture
def plan(file, lan):
    return make.plan(file, by=lan)


@pytest.fixture
def enter(client):
    def as_member(member):
        client.force_login(
            member.user, backend="allauth.account.auth_backends.AuthenticationBackend"
        )
        return client

    return as_member


def list_of(file):
    return reverse("reintegration:follow_ups", args=[file.code])


def page_of(file, month=1):
    return reverse("reintegration:follow_up", args=[file.code, month])


def words(response):
    return response.content.decode()


def month_one(member):
    with acting(member):
        return FollowUp.objects.get(month=1)


def questions(client, path):
    with CaptureQueriesContext(connection) as asked:
        assert client.get(path).status_code == 200
    return len(asked)


def test_the_list_names_the_four_and_where_each_stands(enter, lan, file, plan):
    make.done(plan[0], by=lan)

    page = words(enter(lan).get(list_of(file)))

    assert all(f"Sau {month} tháng" in page for month in (1, 3, 6, 12))
    assert "đã thăm hỏi" in page
    assert page.count("Sắp tới") == 3


def test_what_is_late_says_so(enter, lan, file):
    make.plan(file, by=lan, start=make.before_today(40))

    assert "Quá hạn" in words(enter(lan).get(list_of(file)))


def test_without_a_plan_the_list_says_when_there_will_be_one(enter, lan, file):
    assert "Chưa có lịch thăm hỏi" in words(enter(lan).get(list_of(file)))


def test_the_task_leads_to_the_form(lan, file, plan):
    with acting(lan):
        task = next(t for t in cases.to_do(lan) if t.kind == "follow_up")

    assert task.href == page_of(file)


def test_a_follow_up_is_written_down_and_can_be_read_again(enter, lan, file, plan):
    client = enter(lan)

    response = client.post(page_of(file), {**WELL, "body": "Chị ấy đã quen việc."})

    assert response["Location"] == list_of(file)
    page = words(client.get(page_of(file)))
    assert "Chị ấy đã quen việc." in page
    assert "Ghi lần thăm hỏi" not in page


def test_what_does_not_fit_is_refused_and_the_words_are_kept(enter, lan, file, plan):
    said = {**WELL, "went_wrong": "back_in_danger", "body": "Chị ấy cho biết."}

    response = enter(lan).post(page_of(file), said)

    assert response.status_code == 422
    assert "hãy chọn tình hình chưa rõ hoặc khó khăn hơn" in words(response)
    assert "Chị ấy cho biết." in words(response)
    assert month_one(lan).done_at is None


def test_an_answer_is_needed(enter, lan, file, plan):
    response = enter(lan).post(page_of(file), {"how": "phone"})

    assert response.status_code == 422
    assert "Hãy chọn tình hình hiện nay." in words(response)


def test_it_is_written_down_once(enter, lan, file, plan):
    client = enter(lan)
    client.post(page_of(file), WELL)

    response = client.post(page_of(file), WELL)

    assert response.status_code == 422
    assert "đã được ghi" in words(response)


def test_one_is_skipped_with_a_button(enter, lan, file, plan):
    response = enter(lan).post(reverse("reintegration:skip", args=[file.code, 1]))

    assert response["Location"] == list_of(file)
    assert month_one(lan).skipped_by == lan


def test_a_coordinator_sees_the_outcome_and_neither_words_nor_form(enter, lan, file, plan):
    make.done(plan[0], by=lan, outcome="worse", body="Chị ấy đã quen việc.")
    client = enter(agencies.member(role="coordinator", name="Hoa"))

    page = words(client.get(page_of(file)))

    assert "Khó khăn hơn" in page
    assert "Chị ấy đã quen việc." not in page
    assert "Ghi lần thăm hỏi" not in words(client.get(page_of(file, 3)))


def test_looking_at_one_is_written_in_the_chain_of_the_file(enter, lan, file, plan):
    enter(lan).get(page_of(file))

    with acting(lan):
        assert Line.objects.filter(chain=file.pk, verb="follow_up.opened").exists()


@pytest.mark.parametrize("page", [list_of, page_of])
def test_a_stranger_finds_nothing_and_the_knock_is_kept(enter, file, plan, page):
    stranger = agencies.member()

    response = enter(stranger).get(page(file))

    assert response.status_code == 404
    with acting(stranger):
        assert Line.objects.filter(chain=stranger.agency_id, verb="page.not_found").exists()


def test_a_month_that_is_not_planned_is_no_page(enter, lan, file, plan):
    assert enter(lan).get(page_of(file, 2)).status_code == 404


def test_the_public_is_asked_to_sign_in(client, file, plan):
    assert client.get(list_of(file))["Location"].startswith("/cb/vao/")
    assert client.post(page_of(file), WELL)["Location"].startswith("/cb/vao/")
    assert client.get(page_of(file))["Location"].startswith("/cb/vao/")


def test_nothing_can_be_sent_to_the_list(enter, lan, file):
    assert enter(lan).post(list_of(file)).status_code == 405


def test_the_list_asks_the_same_number_of_questions_however_much_was_done(enter, lan, file, plan):
    client = enter(lan)
    client.get(list_of(file))
    before = questions(client, list_of(file))
    for follow_up in plan:
        make.done(follow_up, by=lan)

    assert questions(client, list_of(file)) == before
