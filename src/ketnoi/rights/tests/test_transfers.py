"""A file on its way to another province, and one that went: what she asks, and what ends it."""

import pytest

from ketnoi.cases import queries as cases
from ketnoi.foundation import clock
from ketnoi.foundation.guard.context import reading
from ketnoi.pathway import actions as pathway
from ketnoi.people import queries as persons
from ketnoi.rights import actions
from ketnoi.rights.queries import paper
from ketnoi.transfers.tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene():
    scene = make.sender()
    scene.transfer, scene.data, scene.code = make.sent(scene)
    return scene


def opened(scene):
    with reading(scene.lan):
        return cases.case_by_code(scene.lan, scene.file.code)


def asks(scene, right):
    said = {"asker": "herself", "check_made": "known", "words": "", "by": scene.lan}
    wish = actions.take_request(case=opened(scene), right=right, **said, now=clock.now())
    answer = {"outcome": "done", "ground": "", "answer": "…", "by": scene.lan}
    return actions.answer_request(wish=wish, **answer, now=clock.now())


def state(scene):
    return make.fresh(scene.file, scene.lan).state


@pytest.mark.parametrize("right", ["object", "restrict"])
def test_with_every_yes_of_hers_the_transfer_ends(scene, right):
    asks(scene, right)

    assert state(scene) == "withdrawn"


def test_what_a_law_orders_goes_on():
    scene = make.sender()
    make.sent(scene, basis="legal_duty", basis_reason="Điều 31")

    asks(scene, "object")

    assert state(scene) == "sent"


@pytest.mark.parametrize(
    ("basis", "after"), [("consent", "withdrawn"), ("legal_duty", "taken_back")]
)
def test_a_file_that_is_closed_is_no_longer_on_its_way(basis, after):
    scene = make.sender()
    make.sent(scene, basis=basis, basis_reason="Điều 31")

    pathway.close(case=opened(scene), reason="her_wish", by=scene.lan, now=clock.now())

    assert (state(scene), opened(scene).status) == (after, "closed")


def test_a_file_marked_as_a_mistake_is_no_longer_on_its_way(scene):
    pathway.mark_mistaken(case=opened(scene), by=scene.lan, now=clock.now())

    assert state(scene) == "withdrawn"


def test_of_a_file_that_went_she_may_still_ask(scene):
    new = make.taken_in(scene.data, scene.code, binh := make.receiver())
    assert make.confirmed(scene.transfer, make.receipt_of(new, binh), scene.lan)

    done = asks(scene, "restrict")

    assert done.answered_at
    assert opened(scene).status == "transferred"


def copy_of(case, by):
    with reading(by):
        case = cases.case_by_code(by, case.code)
        parts = paper.copy_of(case, persons.person(by, case.person_id), by)
        return {part.title: part.lines for part in parts}


def test_her_copy_says_where_the_file_went_and_in_which_words_she_agreed(scene):
    binh = make.receiver()
    new = make.taken_in(scene.data, scene.code, binh)

    [(where, words)] = copy_of(scene.file, scene.lan)["Chuyển sang tỉnh khác"]
    [(_label, origin)] = copy_of(new, binh)["Chuyển sang tỉnh khác"]

    assert "Phòng Bảo trợ" in where
    assert "Em xin phép chuyển hồ sơ của chị." in words
    assert "Câu chuyện" in words
    assert scene.lan.agency.name in origin
