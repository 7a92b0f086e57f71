"""The pages of assessments and of the plan."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ketnoi.agencies.tests import make as agencies
from ketnoi.foundation import clock
from ketnoi.foundation.guard.context import acting
from ketnoi.support import queries
from ketnoi.support.models import PlanStep
from ketnoi.support.tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def kim():
    return make.officer("osso", name="Kim")


@pytest.fixture
def file(kim):
    return make.shared_file(kim)


@pytest.fixture
def lan(file):
    return file.keeper


@pytest.fixture
def step(file, kim, lan):
    return make.planned(make.wanted(file, lan), kim.agency, by=lan)


def day(name, days=0):
    on = clock.today() + timedelta(days=days)
    return {f"{name}_0": str(on.day), f"{name}_1": str(on.month), f"{name}_2": str(on.year)}


def at(file, part=""):
    return f"/cb/ho-so/{file.code}/{part}"


def text_of(client, url):
    return client.get(url).content.decode()


def test_she_is_asked_and_both_days_stand_side_by_side(client, file, lan):
    make.assessed(file, lan, 380, safety="very_hard", income="good")
    make.signed_in(client, lan)
    typed = {"occasion": "twelve", **day("asked_on"), "safety": "fair", "income": "hard"}

    page = client.post(at(file, "danh-gia/hoi/"), typed | {"safety_words": make.WORDS})

    assert page.status_code == 302
    text = text_of(client, page["Location"])
    for words in ("Tốt hơn", "Khó hơn", "Rất khó", "phần lớn tự lo được", make.WORDS, "Chưa hỏi"):
        assert words in text


def test_nothing_answered_is_refused_and_nothing_is_lost(client, file, lan):
    page = make.signed_in(client, lan).post(
        at(file, "danh-gia/hoi/"), {"occasion": "intake", **day("asked_on")}
    )

    assert page.status_code == 422
    assert "ít nhất một mục" in page.content.decode()


def test_a_wrong_assessment_is_marked(client, file, lan):
    made = make.assessed(file, lan)
    make.signed_in(client, lan)
    there = at(file, f"danh-gia/{made.pk}/ghi-nham/")

    assert client.get(there).status_code == 200
    assert client.post(there).status_code == 302
    assert "Ghi nhầm" in text_of(client, at(file, "danh-gia/"))


def test_a_plan_is_made_from_her_words_to_the_outcome(client, file, kim, lan):
    make.signed_in(client, lan)
    goal = client.post(at(file, "ke-hoach/"), {"area": "skills", "words": "Em muốn học may"})
    assert goal.status_code == 302
    typed = {"words": "Ghi tên lớp may", "agency": str(kim.agency_id), **day("due_on", 9)}

    assert client.post(goal["Location"], typed).status_code == 302

    [task] = make.desk(kim, "plan_step")
    make.signed_in(client, kim)
    text = text_of(client, task.href)
    assert "Em muốn học may" in text
    assert "Ghi tên lớp may" in text
    assert client.post(task.href, {"outcome": "done", "told": "Vào lớp rồi"}).status_code == 302
    make.signed_in(client, lan)
    assert "Đã xong" in text_of(client, at(file, "ke-hoach/"))
    assert "Vào lớp rồi" in text_of(client, task.href)


@pytest.mark.parametrize(
    ("changes", "field"),
    [({"words": ""}, "words"), ({"agency": "?"}, "agency"), ({"due_on_2": "2020"}, "due_on")],
)
def test_what_must_be_put_right_in_a_step_is_said_at_its_field(client, file, lan, changes, field):
    goal = make.wanted(file, lan)
    typed = {"words": "Gọi trạm y tế", "agency": str(lan.agency_id), **day("due_on", 3)}

    page = make.signed_in(client, lan).post(
        at(file, f"ke-hoach/muc-tieu/{goal.pk}/"), typed | changes
    )

    assert page.status_code == 422
    assert page.context["form"].errors.keys() == {field}


def test_a_step_is_moved_dropped_and_its_goal_ended(client, file, step, lan):
    make.signed_in(client, lan)
    moved = {"agency": str(lan.agency_id), **day("due_on", 20)}

    assert client.post(at(file, f"ke-hoach/{step.pk}/doi/"), moved).status_code == 302
    assert len(make.desk(lan, "plan_step")) == 1
    ends = at(file, f"ke-hoach/muc-tieu/{step.goal_id}/ket-thuc/")
    assert client.post(ends, {"end": "let_go"}).status_code == 422
    assert client.post(at(file, f"ke-hoach/{step.pk}/bo/")).status_code == 302
    assert client.post(ends, {"end": "let_go"}).status_code == 302
    assert "không còn muốn" in text_of(client, at(file, "ke-hoach/"))


def test_the_plan_is_looked_at_again(client, file, step, lan):
    make.signed_in(client, lan)
    there = at(file, "ke-hoach/xem-lai/")

    assert "Học may ba tháng" in text_of(client, there)
    assert client.post(there, day("next_on", 50)).status_code == 302

    with acting(lan):
        assert queries.plan_of(file, lan).review_on == clock.today() + timedelta(days=50)


def test_the_sheet_for_her_names_no_agency_no_file_and_nothing_that_betrays(
    client, file, step, lan
):
    text = text_of(make.signed_in(client, lan), at(file, "ke-hoach/in/"))
    sheet = text.split('<main id="main"')[1].split("</main>")[0]
    printed = sheet.split("</h1>")[1].split('<div class="status">')
    printed = printed[0] + printed[1].split("</div>", 1)[1]

    assert "<title>Việc của tôi" in text
    assert "Em muốn mở tiệm may" in printed
    assert "Học may ba tháng" in printed
    for word in (file.code, file.holder.name, step.agency.name, "hồ sơ", "bạo lực", "mua bán"):
        assert word not in printed


def test_a_partner_sees_her_steps_alone_and_changes_nothing(client, file, step, kim, lan):
    own = make.planned(make.wanted(file, lan, "Em muốn ngủ được", area="mind"), lan.agency, by=lan)
    make.signed_in(client, kim)

    text = text_of(client, at(file, "ke-hoach/"))

    assert "Học may ba tháng" in text
    assert "Em muốn ngủ được" not in text
    assert "Thêm điều chị ấy mong muốn" not in text
    for part in (f"{own.pk}/", f"{step.pk}/doi/", f"muc-tieu/{step.goal_id}/", "in/", "xem-lai/"):
        assert client.get(at(file, f"ke-hoach/{part}")).status_code == 404
    assert client.post(at(file, "ke-hoach/"), {"area": "mind", "words": "…"}).status_code == 422


def test_a_stranger_finds_nothing(client, file, step, lan):
    made = make.assessed(file, lan)
    make.signed_in(client, agencies.member())

    for part in (
        "ke-hoach/",
        f"ke-hoach/{step.pk}/",
        f"ke-hoach/muc-tieu/{step.goal_id}/",
        "danh-gia/",
        "danh-gia/hoi/",
        f"danh-gia/{made.pk}/ghi-nham/",
    ):
        assert client.get(at(file, part)).status_code == 404


def test_a_step_is_found_in_its_own_file_only(client, step, kim, lan):
    other = make.files.case(lan)

    assert make.signed_in(client, lan).get(at(other, f"ke-hoach/{step.pk}/")).status_code == 404


def test_ten_steps_cost_as_many_statements_as_one(client, file, step, kim, lan):
    make.signed_in(client, lan)
    counts = []

    for times in (0, 9):
        for _each in range(times):
            with acting(lan):
                goal = queries.goal_in(lan, file.code, step.goal_id)
            make.planned(goal, kim.agency, by=lan)
        client.get(at(file, "ke-hoach/"))
        with CaptureQueriesContext(connection) as counted:
            client.get(at(file, "ke-hoach/"))
        counts.append(len(counted))

    assert counts[0] == counts[1]
    with acting(lan):
        assert PlanStep.objects.count() == 10


def test_ten_assessments_cost_as_many_statements_as_one(client, file, lan):
    make.signed_in(client, lan)
    counts = []

    for times in (1, 9):
        for _each in range(times):
            make.assessed(file, lan)
        client.get(at(file, "danh-gia/"))
        with CaptureQueriesContext(connection) as counted:
            client.get(at(file, "danh-gia/"))
        counts.append(len(counted))

    assert counts[0] == counts[1]
