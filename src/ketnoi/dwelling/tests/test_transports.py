"""Transports: each hand its own part, an owner and a deadline always, no place for anybody else."""

import pytest
from django.db import DatabaseError, transaction

from ketnoi.agencies.tests import make as agencies
from ketnoi.blocking import actions as blocking
from ketnoi.dwelling import actions, queries
from ketnoi.dwelling.models import Transport, TransportEvent, TransportWords
from ketnoi.dwelling.tests import make
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused, writing
from ketnoi.foundation.actor import NETWORK
from ketnoi.foundation.guard.context import acting
from ketnoi.foundation.trail.models import Line
from ketnoi.protection.tests import make as shelters

pytestmark = pytest.mark.django_db
HOUR = make.HOUR


@pytest.fixture
def yen():
    return shelters.officer("shelter", name="Yến")


@pytest.fixture
def stay(yen):
    return make.living(yen)


@pytest.fixture
def lan(stay, yen):
    with acting(yen):
        return stay.case.keeper


@pytest.fixture
def ride(stay, yen, lan):
    return make.planned(stay, yen, lan.agency)


def stands(ride):
    with acting(NETWORK):
        row = Transport.objects.get(pk=ride.pk)
    return row.state, row.owner_id, row.due_at


def test_it_lies_with_the_giver_until_she_left_then_with_the_receiver(ride, yen, lan):
    assert stands(ride) == ("planned", yen.agency_id, ride.planned_at)

    now = clock.now()
    actions.set_out(transport=ride, left_at=now, by=yen, now=now)
    assert stands(ride) == ("underway", lan.agency_id, ride.arrive_by)

    actions.arrive(transport=ride, arrived_at=now, by=lan, now=now)
    assert stands(ride) == ("arrived", None, None)


def test_each_hand_writes_only_its_own_part(ride, yen, lan):
    now = clock.now()
    with pytest.raises(Refused, match="phần của mình"):
        actions.set_out(transport=ride, left_at=now, by=lan, now=now)
    with pytest.raises(Refused, match="phần của mình"):
        actions.arrive(transport=ride, arrived_at=now, by=yen, now=now)
    with pytest.raises(Refused, match="phần của mình"):
        actions.call_off_transport(transport=ride, why="other", by=lan, now=now)


def test_on_the_way_back_the_other_agency_gives_and_the_house_receives(stay, yen, lan):
    ride = make.planned(stay, yen, lan.agency, direction="back")

    now = clock.now()
    actions.set_out(transport=ride, left_at=now, by=lan, now=now)
    actions.arrive(transport=ride, arrived_at=now, by=yen, now=now)

    assert stands(ride)[0] == "arrived"


def test_who_does_not_arrive_is_looked_for_by_the_house(ride, yen, lan):
    now = clock.now()
    actions.set_out(transport=ride, left_at=now, by=yen, now=now)

    actions.find_overdue(by=NETWORK, now=ride.arrive_by)
    assert stands(ride)[0] == "underway"
    late = ride.arrive_by + HOUR / 2
    actions.find_overdue(by=NETWORK, now=late)
    actions.find_overdue(by=NETWORK, now=late + HOUR / 2)

    assert stands(ride) == ("overdue", yen.agency_id, late + HOUR)
    with acting(yen):
        steps = TransportEvent.objects.filter(transport=ride).values_list("step", flat=True)
        assert sorted(steps) == ["left", "overdue", "planned"]
    until = late + 2 * HOUR
    actions.delay_arrival(transport=ride, arrive_by=until, why="road", by=yen, now=late)
    assert stands(ride) == ("underway", lan.agency_id, until)


def test_a_coordinator_sees_agencies_and_hours_and_no_word(ride, yen):
    hoa = agencies.member(role="coordinator")
    with acting(hoa):
        [seen] = queries.open_transports(hoa)
        assert (seen.giver.name, seen.state) == (yen.agency.name, "planned")
        assert queries.words_of(seen, hoa) is None
        assert not TransportWords.objects.exists()
        assert queries.transport(hoa, ride.pk) is None


def test_the_two_hands_read_who_drives_and_nobody_else(ride, stay, yen, lan):
    for by in (yen, lan):
        words = make.seen_by(by, lambda by=by: queries.words_of(ride, by))
        assert (words.escort.open(), words.meeting.open()) == ("Anh Ba lái", "Cổng chợ")
    minh = shelters.officer("police")
    with acting(yen):
        case = stay.case
    shelters.opened(case, minh.agency)
    with acting(minh):
        assert not Transport.objects.exists() and not TransportWords.objects.exists()


def test_only_agencies_that_help_her_are_asked(stay, yen):
    with pytest.raises(Refused, match="cùng hỗ trợ"):
        make.planned(stay, yen, agencies.agency("hospital"))


def test_hours_fit(stay, yen, lan):
    now = clock.now()
    for facts in ({"planned_at": now - HOUR}, {"arrive_by": now + HOUR / 2}):
        with pytest.raises(Refused, match="Giờ đi phải"):
            make.planned(stay, yen, lan.agency, now=now, **facts)


def test_an_hour_that_has_not_come_is_not_written(ride, yen, lan):
    now = clock.now()
    with pytest.raises(Refused, match="chưa tới"):
        actions.set_out(transport=ride, left_at=now + HOUR, by=yen, now=now)
    actions.set_out(transport=ride, left_at=now, by=yen, now=now)
    with pytest.raises(Refused, match="sau giờ đi"):
        actions.arrive(transport=ride, arrived_at=now - HOUR, by=lan, now=now)


def test_what_is_over_is_over(ride, yen):
    actions.call_off_transport(transport=ride, why="her_wish", by=yen, now=clock.now())
    for again in (actions.call_off_transport, actions.delay_arrival):
        more = {"arrive_by": clock.now() + HOUR} if again is actions.delay_arrival else {}
        with pytest.raises(Refused, match="đã khác trước"):
            again(transport=ride, why="other", by=yen, now=clock.now(), **more)


@pytest.mark.parametrize("harm", [{"owner": None}, {"due_at": None}, {"state": "arrived"}])
def test_the_database_keeps_no_open_one_without_owner_and_deadline(ride, yen, harm):
    with pytest.raises(DatabaseError), transaction.atomic(), writing(), acting(yen):
        Transport.objects.filter(pk=ride.pk).update(**harm)


def test_lines_of_each_hand_stand_in_its_own_chain(ride, stay, yen, lan):
    now = clock.now()
    actions.set_out(transport=ride, left_at=now, by=yen, now=now)
    actions.arrive(transport=make.known(lan, ride), arrived_at=now, by=lan, now=now)

    with acting(yen):
        own = Line.objects.filter(chain=stay.pk).values_list("verb", flat=True)
        assert [v for v in own if v.startswith("transport.")] == [
            "transport.planned", "transport.left",
        ]  # fmt: skip
        case = stay.case_id
    with acting(lan):
        hers = Line.objects.filter(chain=ride.pk).values_list("verb", flat=True)
        assert list(hers) == ["transport.arrived"]
        assert not Line.objects.filter(chain=case, verb__startswith="transport.").exists()


def test_whoever_is_blocked_from_the_file_sees_none_of_it(ride, yen, lan):

    tu = agencies.member(lan.agency, name="Tú")
    about = {"reason": "relative", "her_word": "wants", "by": lan, "now": clock.now()}
    with acting(lan):
        case = ride.case
    blocking.block(case=case, agency=lan.agency, member=tu, **about)

    with acting(tu):
        assert queries.transport(tu, ride.pk) is None
        assert not Transport.objects.exists() and not TransportEvent.objects.exists()
