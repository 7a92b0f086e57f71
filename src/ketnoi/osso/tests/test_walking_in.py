"""She comes with her family and is heard once for everything."""

import pytest

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases.models import Case
from ketnoi.cases.tests import make as cases
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused
from ketnoi.foundation.guard.context import acting
from ketnoi.osso import actions, queries
from ketnoi.osso.models import ChildPapers, WalkIn, Wish
from ketnoi.osso.tests import make
from ketnoi.people import queries as people
from ketnoi.people.models import Tie

pytestmark = pytest.mark.django_db
PASSPORT = {"kind": "passport", "country": "KR", "number": "M70123456", "original": "elsewhere"}
THERE = {"commune": None, "line": "Seoul, quận Guro", "country": "KR"}
HER = {
    "language": "vi",
    "needs_interpreter": True,
    "addresses": [{"commune": None, "line": "ấp Mẫu", "country": "VN"}, THERE],
    "papers": [PASSPORT],
}


@pytest.fixture
def kim():
    return make.officer()


@pytest.fixture
def file(kim):
    return make.case(kim)


def known(member, file):
    with acting(member):
        return queries.children_of(file, member)


def test_one_conversation_writes_down_her_family_and_all_she_wants(kim, file):
    abroad = make.child(
        about={"kind": "child", "called": "Bé Min", "lives": "unknown", "carer": "unknown"},
        addresses=[{"commune": None, "line": "", "country": "KR"}],
    )
    came = make.walked_in(file, "legal", "work", by=kim, her=HER, family=[make.child(), abroad])

    assert make.wishes(file, kim) == {"legal": "waits", "work": "waits"}
    with acting(kim):
        her = people.person(kim, file.person_id)
        assert her.needs_interpreter
        assert {a.country for a in people.addresses_of(her)} == {"VN", "KR"}
        [paper] = people.papers_of(her)
        assert (paper.country, paper.original) == ("KR", "elsewhere")
        assert queries.walk_ins_of(file, kim)[0].words.open() == make.WORDS
    assert {tie.lives for tie in make.rows(kim, Tie)} == {"her", "abroad"}
    assert came.country == "KR"
    fresh = make.one(kim, Case, pk=file.pk)
    assert fresh.needs == ["papers_legal", "livelihood"]
    assert fresh.reasons == ["returned_migrant"]


def test_a_child_without_papers_waits_on_the_desk_with_its_next_step(kim, file):
    make.walked_in(file, "legal", by=kim, family=[make.child()])

    [child] = known(kim, file)
    assert child.steps == ["register", "nationality"]
    assert {task.kind for task in make.desk(kim)} == {"sort_wishes", "child_papers"}


def test_when_nothing_is_missing_nothing_waits_for_the_child(kim, file):
    make.walked_in(
        file,
        by=kim,
        family=[
            make.child(
                papers=[{"kind": "birth", "number": "", "country": "VN", "original": "at_hand"}]
            )
        ],
    )
    [child] = known(kim, file)
    said = {"born_in": "VN", "registered": "here", "nationality": "ours"}
    later = clock.now() + make.HOURS
    actions.note_child_papers(case=file, tie=child.tie, by=kim, now=later, **said)

    assert known(kim, file)[0].steps == []
    assert make.desk(kim, "child_papers") == []
    assert make.count(kim, ChildPapers) == 2


def test_a_grown_up_relative_is_asked_nothing_about_birth(kim, file):
    grown = make.child(
        about={
            "kind": "sibling",
            "called": "Hai",
            "lives": "kin",
            "carer": "unknown",
            "birth_year": 1990,
        }
    )
    make.walked_in(file, by=kim, family=[grown])
    assert (known(kim, file), make.desk(kim, "child_papers")) == ([], [])


def test_every_question_may_be_left_out(kim, file):
    make.walked_in(file, by=kim, words="", country="", back_year=None)
    assert make.count(kim, WalkIn) == 1
    assert make.desk(kim, "sort_wishes") == []


def test_a_page_that_is_sent_twice_is_written_down_once(kim, file):
    first = make.walked_in(file, "legal", by=kim, family=[make.child()])
    again = make.walked_in(file, "legal", by=kim, family=[make.child()])

    assert first.pk == again.pk
    assert (make.count(kim, WalkIn), make.count(kim, Tie), make.count(kim, Wish)) == (1, 1, 1)


def test_what_waits_already_is_not_asked_twice(kim, file):
    make.walked_in(file, "legal", by=kim)
    make.walked_in(file, "legal", "mind", by=kim, once="trang-2")

    assert make.wishes(file, kim) == {"legal": "waits", "mind": "waits"}
    assert len(make.desk(kim, "sort_wishes")) == 1


def test_when_something_is_refused_nothing_is_written(kim, file):
    lead = make.officer(kim.agency, role="coordinator", name="Hoa")
    with pytest.raises(Refused):
        make.walked_in(file, "legal", by=lead, her=HER, family=[make.child()])
    assert (make.count(kim, WalkIn), make.count(kim, Tie)) == (0, 0)


def test_an_office_that_takes_part_hears_wishes_but_describes_nobody(kim):
    lan = agencies.member()
    file = cases.case(lan)
    make.opened(file, kim.agency)
    make.walked_in(file, "legal", by=kim)

    assert make.wishes(file, kim) == {"legal": "waits"}
    with pytest.raises(Refused, match="Chỉ đơn vị giữ hồ sơ"):
        make.walked_in(file, by=kim, once="trang-2", family=[make.child()])


def test_no_other_agency_is_a_one_stop_office(file):
    lan = agencies.member()
    own = cases.case(lan)
    with pytest.raises(Refused, match="văn phòng một cửa"):
        make.walked_in(own, "legal", by=lan)


def test_a_wish_is_sorted_once_and_the_file_goes_on(kim, file):
    make.walked_in(file, "legal", "mind", by=kim)
    with acting(kim):
        legal, mind = sorted(queries.wishes_of(file, kim), key=lambda w: w.category)
    legal.case = mind.case = file
    actions.answer_wish(wish=legal, answer="here", by=kim, now=clock.now())
    assert make.desk(kim, "sort_wishes")
    actions.answer_wish(wish=mind, answer="dropped", by=kim, now=clock.now())

    assert make.wishes(file, kim) == {"legal": "here", "mind": "dropped"}
    assert make.desk(kim, "sort_wishes") == []
    with pytest.raises(Refused, match="đã có người xếp"):
        actions.answer_wish(wish=mind, answer="here", by=kim, now=clock.now())


def test_what_an_office_did_is_no_business_of_others_who_take_part(kim, file):
    make.walked_in(file, "violence", by=kim)
    make.planned(file, by=kim)
    make.held(file, by=kim)
    yen = agencies.member(agencies.agency("shelter", "province"), name="Yến")
    make.opened(file, yen.agency)

    with acting(yen):
        assert queries.wishes_of(file, yen, everywhere=True) == []
        assert queries.appointments_of(file, yen, everywhere=True) == []
        assert queries.sessions_of(file, yen, everywhere=True) == []
