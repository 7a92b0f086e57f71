"""Groups: as many as there are seats, known to those who run them, and each for herself."""

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from ketnoi.agencies.terms import Role
from ketnoi.agencies.tests import make as agencies
from ketnoi.cases.tests import make as files
from ketnoi.counselling import actions, queries
from ketnoi.counselling.models import Group, Meeting, Participation, Seat
from ketnoi.counselling.tests import make
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused
from ketnoi.foundation.guard.context import acting

pytestmark = pytest.mark.django_db


@pytest.fixture
def lan():
    return agencies.member(name="Lan")


@pytest.fixture
def thao():
    return make.counsellor()


def shared(lan, thao):
    case = files.case(lan)
    make.opened(case, thao.agency)
    return case


def rows(member, model):
    with acting(member):
        return list(model.objects.all())


def note_of(meeting, member):
    with acting(member):
        found = queries.meeting_in(member, meeting.group_id, meeting.pk)
        return found.note.open() if found else None


def test_who_is_in_a_group_is_known_to_those_who_run_it_and_to_nobody_else(lan, thao):
    group = make.group(thao)
    seats = [make.seated(group, shared(lan, thao), thao, told=True) for _ in range(2)]
    meeting = make.met(group, *seats, by=thao)
    van = make.counsellor(thao, "Vân")
    make.supervised(thao, van)

    for home in (thao.agency, lan.agency, agencies.agency()):
        for role in Role:
            other = agencies.member(home, role=role)
            for model in (Group, Seat, Meeting, Participation):
                assert (role, model, rows(other, model)) == (role, model, [])
            assert note_of(meeting, other) is None
    assert note_of(meeting, thao) == note_of(meeting, van) == make.SECRET


def test_in_her_own_file_stands_her_own_attendance_if_she_agreed(lan, thao):
    group = make.group(thao)
    one, other = shared(lan, thao), shared(lan, thao)
    told, quiet = make.seated(group, one, thao, told=True), make.seated(group, other, thao)
    make.met(group, told, quiet, by=thao)
    make.met(group, quiet, by=thao)

    assert make.told(one, lan) == [(1, 60, None)]
    assert make.told(other, lan) == []
    assert make.told(other, thao) == [(2, 120, None)]


def test_a_full_group_takes_nobody_and_a_free_seat_is_given_again(lan, thao):
    group = make.group(thao, seats=2)
    first = make.seated(group, shared(lan, thao), thao)
    make.seated(group, shared(lan, thao), thao)
    with pytest.raises(Refused, match="đã đủ người"):
        make.seated(group, shared(lan, thao), thao)

    actions.free_seat(seat=first, by=thao, now=clock.now())

    assert make.seated(group, shared(lan, thao), thao).number == first.number


def test_whose_file_is_closed_to_us_keeps_her_seat(lan, thao):
    group, gone = make.group(thao, seats=2), shared(lan, thao)
    make.seated(group, gone, thao)
    make.shut(gone)
    with acting(thao):
        assert queries.seats_of(group, thao) == []

    assert make.seated(group, shared(lan, thao), thao).number == 2
    with pytest.raises(Refused, match="đã đủ người"):
        make.seated(group, shared(lan, thao), thao)


def test_only_its_counsellor_keeps_a_group(lan, thao):
    group, van = make.group(thao), make.counsellor(thao, "Vân")
    make.supervised(thao, van)

    with pytest.raises(Refused, match="Chỉ người hướng dẫn"):
        make.met(group, by=van)
    with pytest.raises(Refused, match="Chỉ người hướng dẫn"):
        make.seated(group, shared(lan, thao), van)


def test_a_group_that_ended_meets_no_more(lan, thao):
    group = make.group(thao)
    make.seated(group, shared(lan, thao), thao)

    actions.end_group(group=group, by=thao, now=clock.now())

    assert [seat.left_at is None for seat in rows(thao, Seat)] == [False]
    with pytest.raises(Refused, match="đã kết thúc"):
        make.met(group, by=thao)


class Seats(RuleBasedStateMachine):
    """Seats given and freed in any order, some in files that close meanwhile."""

    def __init__(self):
        super().__init__()
        self.lan, self.thao = agencies.member(), make.counsellor()
        self.group, self.taken, self.shut = make.group(self.thao, seats=2), [], 0

    @rule(closes=st.booleans())
    def give(self, closes):
        case = shared(self.lan, self.thao)
        full = len(self.taken) + self.shut == self.group.seats
        try:
            seat = make.seated(self.group, case, self.thao)
        except Refused:
            assert full
            return
        assert not full
        if closes:
            make.shut(case)
            self.shut += 1
        else:
            self.taken.append(seat)

    @rule()
    def free(self):
        if self.taken:
            actions.free_seat(seat=self.taken.pop(), by=self.thao, now=clock.now())

    @invariant()
    def nobody_sits_on_two(self):
        with acting(self.thao):
            assert len(queries.taken_seats(self.group)) == len(self.taken)


def test_there_are_never_more_than_seats():
    run_state_machine_as_test(
        Seats,
        settings=settings(
            max_examples=3, stateful_step_count=7, deadline=None, derandomize=True, database=None
        ),
    )
