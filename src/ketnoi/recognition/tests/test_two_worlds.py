"""Two worlds that differ in one hidden thing answer alike, byte for byte, query by query."""

import re
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases import actions as files
from ketnoi.cases.models import Case
from ketnoi.cases.tests import make as cases
from ketnoi.foundation import clock
from ketnoi.foundation.action import action, note
from ketnoi.foundation.guard.context import acting
from ketnoi.foundation.trail.models import Line
from ketnoi.recognition import actions
from ketnoi.recognition.models import Approach
from ketnoi.recognition.tests import make

pytestmark = pytest.mark.django_db

ANOTHER_PAPER = "000195099999"
RANDOM = re.compile(r'[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}|value="[A-Za-z0-9]{64}"')
LISTS = ("/cb/", "/cb/?cua=toi", "/cb/ho-so/", "/cb/chuyen-gui/", "/cb/chuyen-gui/?huong=di")
OF_A_FILE = ("", "hoi-noi-khac/", "dong-y/", "nguoi-xem/", "chuyen-gui/", "nguoi/", "thong-tin/")
SAYS_YES = {"ground": "consent", "given": "spoken", "reason": ""}


@pytest.fixture
def lan():
    return agencies.member(agencies.agency("women_union"), name="Lan")


@pytest.fixture
def yen():
    return agencies.member(agencies.agency("shelter", "province"), name="Yến")


def pages(client, member, file):
    """Every page of the file and every list, as this member gets them."""
    desk = agencies.signed_in(client, member)
    here = f"/cb/ho-so/{file.code}/"
    answers = [desk.get(url) for url in [*LISTS, *(here + part for part in OF_A_FILE)]]
    return [(a.status_code, RANDOM.sub("#", a.content.decode())) for a in answers]


def trail_of(member):
    with acting(member):
        return [(x.verb, x.actor, x.facts) for x in Line.objects.visible_to(member).order_by("pk")]


def world(happens: Callable[[], Any], *looks: Callable[[], Any]) -> list[Any]:
    """What is seen when something happened; afterwards it never happened."""
    with transaction.atomic():
        seen = [happens(), *(look() for look in looks)]
        transaction.set_rollback(True)
    return seen


def asks_on_the_page(client, lan, asking, yen, paper):
    """The other agency knows somebody with this paper; Lan presses the button; a round passes."""
    cases.case(yen, paper=paper)
    desk = agencies.signed_in(client, lan)
    here = f"/cb/ho-so/{asking.code}/hoi-noi-khac/"
    with CaptureQueriesContext(connection) as work:
        answer = desk.post(here, SAYS_YES)
    make.a_round()
    asked = [
        re.sub(r"'[^']*'|\d+", "?", q["sql"]) for q in work if "savepoint" not in q["sql"].lower()
    ]
    return answer.status_code, answer.headers["Location"], len(asked), asked


def both_worlds_of_the_asker(client, lan, yen):
    asking = cases.case(lan, paper=cases.PAPER)
    look = partial(pages, client, lan, asking), partial(trail_of, lan)
    return [
        world(partial(asks_on_the_page, client, lan, asking, yen, paper), *look)
        for paper in (cases.PAPER, ANOTHER_PAPER)
    ]


def test_the_asker_cannot_tell_whether_anybody_knows_her(client, lan, yen):
    somebody, nobody = both_worlds_of_the_asker(client, lan, yen)

    assert somebody == nobody
    assert somebody[0][0] == 302


@action
def tell_the_asker(*, case, by, now):
    files.ask(
        case=case,
        kind="next_step",
        step="support",
        agency_id=by.agency_id,
        asker_id=by.agency_id,
        due_at=now,
        now=now,
        page="pathway:case",
        subject=case.code,
    )
    note("recognition.reached", by=by, about=case)


def test_mutant_an_asker_who_is_told_at_once_is_noticed(client, lan, yen, monkeypatch):
    a_round = make.a_round

    def tells_both():
        a_round()
        with acting(yen):
            is_known = Approach.objects.exists()
        with acting(lan):
            asking = Case.objects.get()
        if is_known:
            tell_the_asker(case=asking, by=lan, now=clock.now())

    monkeypatch.setattr(make, "a_round", tells_both)
    somebody, nobody = both_worlds_of_the_asker(client, lan, yen)

    assert somebody != nobody


def test_mutant_work_that_depends_on_a_match_is_noticed(client, lan, yen, monkeypatch):
    put = actions.put_question

    def compares_at_once(**said):
        question = put(**said)
        make.a_round()
        return question

    monkeypatch.setattr(actions, "put_question", compares_at_once)
    somebody, nobody = both_worlds_of_the_asker(client, lan, yen)

    assert somebody != nobody


def both_worlds_of_the_other_side(client, yen, begins=lambda who: None):
    police = agencies.member(agencies.agency("police", "province"), name="Minh")
    shelter = agencies.member(agencies.agency("shelter", "province"), name="Vân")
    asking = {who.pk: cases.case(who, paper=cases.PAPER) for who in (police, shelter)}
    known = cases.case(yen, paper=cases.PAPER)

    def asks(who):
        begins(who)
        make.asked(asking[who.pk], who)
        make.a_round()

    looks = partial(pages, client, yen, known), partial(approach_page, client, yen)
    return [world(partial(asks, who), *looks, partial(trail_of, yen)) for who in (police, shelter)]


def approach_page(client, yen):
    desk = agencies.signed_in(client, yen)
    [href] = set(
        re.findall(r'href="([^"]*/noi-khac-hoi/[^"]*)"', desk.get("/cb/").content.decode())
    )
    answer = desk.get(href)
    return answer.status_code, RANDOM.sub("#", answer.content.decode())


def test_the_other_side_cannot_tell_who_asks(client, yen):
    police, shelter = both_worlds_of_the_other_side(client, yen)

    assert police == shelter
    assert police[2][0] == 200


def test_mutant_a_task_that_names_who_asks_is_noticed(client, yen, monkeypatch):
    put, who_asks = files.ask, []

    def names_the_asker(**facts):
        is_ours = facts["kind"] == "recognised"
        return put(**{**facts, "asker_id": who_asks[-1].agency_id} if is_ours else facts)

    monkeypatch.setattr(files, "ask", names_the_asker)
    police, shelter = both_worlds_of_the_other_side(client, yen, begins=who_asks.append)

    assert police != shelter
