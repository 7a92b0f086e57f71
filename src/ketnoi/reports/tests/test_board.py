"""What a coordinator is told of the loop: as many as there are, and no name."""

from datetime import datetime, timedelta

import pytest

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases import queries as files
from ketnoi.cases.models import Task
from ketnoi.cases.tests import make as cases
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused, writing
from ketnoi.foundation.actor import NETWORK, System
from ketnoi.foundation.guard.context import acting
from ketnoi.pathway import actions as pathway
from ketnoi.referrals import actions, queries
from ketnoi.referrals.tests import make
from ketnoi.reports import actions as reports
from ketnoi.reports import jobs, rules
from ketnoi.reports import queries as boards
from ketnoi.reports.models import Reading

pytestmark = pytest.mark.django_db

MONDAY = datetime(2026, 11, 23, 9, tzinfo=clock.ZONE)
LATER = MONDAY + timedelta(days=5)


@pytest.fixture
def lan():
    return agencies.member(name="Lan")


@pytest.fixture
def yen():
    return agencies.member(agencies.agency("shelter", "province"), name="Yến")


@pytest.fixture
def hoa():
    return agencies.member(role="coordinator", name="Hoa")


@pytest.fixture
def bed(yen):
    return make.service(yen.agency, "safe_place")


def sent(lan, bed):
    """A request of Monday at nine, to be answered within a working day."""
    file = cases.case(lan)
    cases.consent(file, bed.agency, by=lan)
    request = make.draft(file, bed, by=lan)
    return actions.send_referral(referral=request, by=lan, now=MONDAY)


def accepted(lan, yen, bed, *, after, began=None):
    request = actions.accept_referral(referral=sent(lan, bed), by=yen, now=MONDAY + after)
    if began:
        actions.begin_service(referral=request, by=yen, now=clock.now() + began)
    return request


def told(hoa, now=LATER):
    with acting(hoa):
        return queries.figures(hoa, since=MONDAY - timedelta(days=1), now=now)


def test_what_was_answered_late_or_not_at_all_is_not_in_time(lan, yen, hoa, bed):
    accepted(lan, yen, bed, after=timedelta(hours=3))
    accepted(lan, yen, bed, after=timedelta(days=3))
    sent(lan, bed)

    figures = told(hoa)

    assert (figures.sent, figures.due, figures.in_time) == (3, 3, 1)
    assert figures.percent_in_time == 33


def test_what_still_has_time_or_was_taken_back_is_not_counted_against_anybody(lan, hoa, bed):
    sent(lan, bed)
    actions.recall_referral(referral=sent(lan, bed), by=lan, now=MONDAY + timedelta(hours=1))

    figures = told(hoa, now=MONDAY + timedelta(hours=2))

    assert (figures.sent, figures.due, figures.percent_in_time) == (2, 0, None)


def test_the_days_to_the_first_service_are_those_in_the_middle(lan, yen, hoa, bed):
    assert told(hoa).median_days is None
    for days in (1, 2, 9):
        accepted(lan, yen, bed, after=timedelta(hours=1), began=timedelta(days=days))

    assert told(hoa).median_days == pytest.approx(2, abs=0.01)


def test_a_file_in_which_nothing_waits_is_counted(lan, hoa):
    cases.case(lan)
    with acting(hoa):
        assert files.lost_files(hoa) == 0

    with acting(lan), writing():
        Task.objects.update(done_at=clock.now())

    with acting(hoa):
        assert files.lost_files(hoa) == 1


def test_a_request_long_past_its_time_is_forgotten_until_it_goes_back_by_itself(lan, hoa, bed):
    request, later = sent(lan, bed), MONDAY + timedelta(days=16)
    with acting(hoa):
        assert queries.forgotten(hoa, now=later - timedelta(days=1)) == []
        assert queries.forgotten(hoa, now=later) == [request.pk]

    pathway.return_unanswered(by=System(), now=later)

    with acting(hoa):
        assert queries.forgotten(hoa, now=later) == []


def test_an_open_request_under_which_nothing_waits_is_counted(lan, hoa, bed):
    sent(lan, bed)
    with acting(hoa):
        assert queries.without_deadline(hoa) == 0

    with acting(lan), writing():
        Task.objects.filter(kind="answer_referral").update(done_at=clock.now())

    with acting(hoa):
        assert queries.without_deadline(hoa) == 1


def test_the_board_says_them(client, lan, yen, hoa, bed):
    now = clock.now()
    file = cases.case(lan)
    cases.consent(file, bed.agency, by=lan)
    request = actions.send_referral(referral=make.draft(file, bed, by=lan), by=lan, now=now)
    actions.accept_referral(referral=request, by=yen, now=now + timedelta(minutes=1))
    actions.begin_service(referral=request, by=yen, now=now + timedelta(days=1))

    board = agencies.signed_in(client, hoa).get("/cb/dieu-phoi/").content.decode()

    assert "100 % (1/1)" in board
    assert "một nửa trong 1,0 ngày" in board
    assert "Số liệu lúc" in board


def board_of(member, now):
    with acting(member):
        return boards.board(member, now=now)


def test_what_the_system_counted_is_shown_until_it_is_old(lan, hoa, bed):
    sent(lan, bed)
    counted = reports.count_for(member=hoa, by=NETWORK, now=LATER)
    sent(lan, bed)

    soon = board_of(hoa, LATER + timedelta(minutes=9))
    late = board_of(hoa, LATER + rules.FRESH + timedelta(minutes=1))

    assert (soon.at, soon.figures.sent) == (counted.at, 1)
    assert late.figures.sent == 2


def test_what_is_kept_says_the_same_as_what_is_counted_now(lan, yen, hoa, bed):
    accepted(lan, yen, bed, after=timedelta(hours=3), began=timedelta(days=1))
    sent(lan, bed)
    with acting(hoa):
        now = boards.counted(hoa, now=LATER)

    reports.count_for(member=hoa, by=NETWORK, now=LATER)

    assert board_of(hoa, LATER) == now


def test_a_count_takes_the_place_of_the_one_before(lan, hoa, bed):
    for minutes in (0, 10):
        reports.count_for(member=hoa, by=NETWORK, now=LATER + timedelta(minutes=minutes))

    with acting(NETWORK):
        assert Reading.objects.count() == 1


def test_a_count_is_read_by_the_coordinator_it_was_made_for_and_nobody_else(lan, hoa):
    reports.count_for(member=hoa, by=NETWORK, now=LATER)
    other = agencies.member(role="coordinator", name="Mai")

    for member, seen in ((hoa, 1), (other, 0), (lan, 0)):
        with acting(member):
            assert Reading.objects.visible_to(member).count() == Reading.objects.count() == seen


def test_only_the_system_counts(hoa):
    with pytest.raises(Refused):
        reports.count_for(member=hoa, by=hoa, now=LATER)


def test_the_round_counts_for_every_coordinator(lan, hoa, bed):
    sent(lan, bed)

    jobs.count_for_the_board(timestamp=0)

    with acting(hoa):
        assert Reading.objects.get(member=hoa).waiting


def test_agencies_beyond_the_first_are_counted(monkeypatch, client, lan, yen, hoa, bed):
    monkeypatch.setattr(boards, "MOST_AGENCIES", 1)
    sent(lan, bed)
    sent(lan, make.service(agencies.agency("police", "province"), "safe_place"))

    board = agencies.signed_in(client, hoa).get("/cb/dieu-phoi/").content.decode()

    assert "đơn vị khác, ít việc quá hạn hơn" in board


def test_whoever_used_guest_links_often_is_proposed_to_be_invited(client, lan, hoa):
    station = agencies.agency("health_station", name="Trạm y tế thử")
    help_ = make.service(station, "health")
    for _ in range(3):
        sent_one = make.sent(cases.case(lan), help_, by=lan)
        with acting(lan):
            known = queries.referral(lan, sent_one.pk)
        said = {"by": lan, "now": clock.now()}
        link, _token, code = actions.issue_link(referral=known, way="link", **said)
        actions.try_code(link=link, code=code, by=link.guest, now=clock.now())

    html = agencies.signed_in(client, hoa).get("/cb/dieu-phoi/").text

    assert "Nên mời vào mạng lưới" in html
    assert "Trạm y tế thử" in html
