"""Her plan for danger: her words, read by nobody else, on a card that looks like nothing."""

from datetime import timedelta

import pytest

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases.models import Task
from ketnoi.cases.tests import make as files
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused
from ketnoi.foundation.belonging import NoWrap
from ketnoi.foundation.guard.context import acting
from ketnoi.foundation.trail.models import Line
from ketnoi.protection import actions, queries
from ketnoi.protection.models import SafetyPlan
from ketnoi.protection.tests import make

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
WORDS = {"signs": "Nghe tiếng xe", "people": "Cô Sáu 0909 000 111\nChú Ba", "code_word": "Mưa rồi"}


@pytest.fixture
def yen():
    return make.officer("shelter", name="Yến")


@pytest.fixture
def file(yen):
    return make.shared_file(yen)


def planned(file, by, *, after=0, days=30, now=None, **words):
    now = now or clock.now()
    about = {"review_on": clock.today() + days * DAY, **(words or WORDS)}
    return actions.write_plan(case=file, after=after, by=by, now=now, **about)


def stands(file, by):
    with acting(by):
        plan = queries.plan_of(file, by)
        return [line for _what, line in queries.lines_of(plan).values()] if plan else None


def waiting(by):
    with acting(by):
        return list(Task.objects.filter(kind="review_risk", done_at=None))


def test_her_words_are_there_again_one_by_one(file, yen):
    planned(file, yen)

    assert stands(file, yen) == ["Cô Sáu 0909 000 111", "Chú Ba", "Nghe tiếng xe", "Mưa rồi"]


def test_the_next_plan_stands_and_its_day_is_the_one_that_waits(file, yen):
    planned(file, yen, days=30)
    planned(file, yen, after=1, days=7, take="Giấy khai sinh")

    assert stands(file, yen) == ["Giấy khai sinh"]
    [task] = waiting(yen)
    assert task.due_at.astimezone(clock.ZONE).date() == clock.today() + 7 * DAY


def test_nobody_writes_over_what_a_colleague_wrote_meanwhile(file, yen):
    planned(file, yen)

    with pytest.raises(Refused, match="Người khác vừa ghi"):
        planned(file, agencies.member(yen.agency, name="Nga"), take="Tiền")
    assert "Mưa rồi" in stands(file, yen)


@pytest.mark.parametrize("days", [-1, 31])
def test_it_is_looked_at_again_within_the_time_that_was_agreed(file, yen, days):
    with pytest.raises(Refused, match="Ngày xem lại"):
        planned(file, yen, days=days)


def test_an_empty_plan_is_no_plan(file, yen):
    with pytest.raises(Refused, match="ít nhất một điều"):
        planned(file, yen, signs="", people="")
    assert waiting(yen) == []


def test_each_agency_keeps_its_own_and_reads_no_other(file, yen):
    plan = planned(file, yen)
    planned(file, file.keeper, take="Túi đỏ")

    assert stands(file, file.keeper) == ["Túi đỏ"]
    with acting(file.keeper):
        stolen = SafetyPlan(pk=plan.pk, case=file, seal=plan.seal)
        stolen.sealed_words = bytes(plan.sealed_words.held)
        with pytest.raises(NoWrap):
            stolen.signs.open()


def test_who_takes_no_part_reads_and_writes_nothing(client, file, yen):
    planned(file, yen)
    stranger = agencies.member()

    with pytest.raises(Refused):
        planned(file, stranger)
    with acting(stranger):
        assert not SafetyPlan.objects.exists()
    page = make.signed_in(client, stranger)
    for part in ("", "the/"):
        assert page.get(f"/cb/ho-so/{file.code}/ke-hoach-an-toan/{part}").status_code == 404


@pytest.mark.parametrize("role", ["verifier", "volunteer", "admin", "coordinator"])
def test_who_does_not_work_on_the_file_writes_no_plan(file, role):
    with pytest.raises(Refused):
        planned(file, agencies.member(file.holder, role=role))


def test_no_word_of_it_is_in_the_trail(file, yen):
    planned(file, yen)
    with acting(yen):
        line = Line.objects.filter(chain=file.pk).latest("seq")
    assert (line.verb, line.shared, set(line.facts)) == ("plan.written", False, {"until"})


def test_the_card_has_what_she_chose_and_nothing_that_says_what_it_is(client, yen):
    file = files.case(yen)
    planned(file, yen)
    here = f"/cb/ho-so/{file.code}/ke-hoach-an-toan/the/"
    page = make.signed_in(client, yen)

    assert page.post(here, {"title": "numbers"}).status_code == 422
    card = page.post(here, {"title": "numbers", "lines": ["people-0", "people-1"]})

    assert card["Cache-Control"] == "no-store"
    paper = card.text.partition('<ul class="pocket">')[2].partition("</ul>")[0]
    assert paper == "<li>Cô Sáu 0909 000 111</li><li>Chú Ba</li>"
    assert "<title>Số điện thoại cần nhớ</title>" in card.text
    assert "Nghe tiếng xe" not in card.text and "Mưa rồi" not in card.text


def test_a_plan_is_written_and_looked_at_on_its_page(client, yen):
    file = files.case(yen)
    here = f"/cb/ho-so/{file.code}/ke-hoach-an-toan/"
    day = clock.today()
    when = {"review_on_0": day.day, "review_on_1": day.month, "review_on_2": day.year}
    page = make.signed_in(client, yen)

    assert "Chưa có kế hoạch." in page.get(here).text
    assert page.post(here, {"after": "0", **when}).status_code == 422
    assert page.post(here, {"after": "0", "signs": "Nghe tiếng xe", **when}).status_code == 302
    text = page.get(here).text
    assert "Nghe tiếng xe" in text and 'name="after" value="1"' in text
