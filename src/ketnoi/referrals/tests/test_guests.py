"""A partner without an account answers one request, by a link and a code, and reaches no other."""

from datetime import timedelta

import pytest

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases import actions as cases_actions
from ketnoi.cases import queries as files
from ketnoi.cases.models import CaseAccess
from ketnoi.cases.tests import make as cases
from ketnoi.foundation import clock
from ketnoi.foundation.guard.context import acting
from ketnoi.foundation.trail.models import Line
from ketnoi.referrals import actions, queries
from ketnoi.referrals.models import GuestLink, Referral
from ketnoi.referrals.tests import make
from ketnoi.referrals.tests.make import answers, issue, known, says

pytestmark = pytest.mark.django_db


@pytest.fixture
def lan():
    return agencies.member(name="Lan")


@pytest.fixture
def station():
    return agencies.agency("health_station")


@pytest.fixture
def file(lan):
    return cases.case(lan, phone=cases.PHONE)


@pytest.fixture
def request_(lan, file, station):
    return make.sent(file, make.service(station, "health"), by=lan)


@pytest.fixture
def issued(lan, request_):
    return issue(lan, request_)


def wrong(code):
    return "000000" if code != "000000" else "111111"


def state_of(referral, by):
    return known(by, referral).state


def test_the_right_code_shows_the_frozen_packet_and_what_may_be_answered(issued):
    link, token, code = issued
    assert says(link, code)

    visit = queries.visit(queries.link_by_token(token), token)

    assert visit.moves == {"accepted", "declined"}
    assert visit.due is not None
    assert set(queries.told(visit.referral)) == {"contact", "need"}


@pytest.mark.parametrize(
    ("steps", "state"),
    [
        ([("accepted", {})], "accepted"),
        ([("declined", {"reason": "no_capacity"})], "declined"),
        ([("accepted", {}), ("in_service", {}), ("closed", {"outcome": "met"})], "closed"),
        ([("accepted", {}), ("closed", {"outcome": "could_not_reach"})], "closed"),
    ],
)
def test_a_guest_answers_and_the_sender_hears(lan, request_, issued, steps, state):
    link, _token, _code = issued

    for step, said in steps:
        answers(link, step, **said)

    assert state_of(request_, lan) == state
    last = make.event(lan, request_, state)
    with acting(lan):
        kinds = {task.kind for task in files.to_do(lan, mine=True)}
    assert last.link_id == link.pk
    assert last.who == "nơi nhận, qua liên kết khách"
    assert bool(kinds & {"confirm_outcome", "refer_elsewhere"}) == (state != "accepted")


def test_a_yes_through_a_link_opens_no_file(lan, request_, issued):
    answers(issued[0], "accepted")

    with acting(lan):
        assert CaseAccess.objects.get(pk=request_.door_id).since is None


def test_a_member_who_takes_over_from_a_guest_takes_part_in_the_file(lan, request_, issued):
    answers(issued[0], "accepted")
    yen = agencies.member(request_.to_agency, name="Yến")

    actions.take_referral(referral=known(yen, request_), by=yen, now=clock.now())

    with acting(yen):
        assert files.case_by_code(yen, request_.code) is not None


def test_only_the_token_opens_the_packet_through_a_link(lan, request_, issued):
    link, token, _code = issued
    stored = GuestLink.objects.model(
        **{f.attname: getattr(link, f.attname) for f in link._meta.fields}
    )
    layer = known(lan, request_).erased_with()

    assert link.open(token, within=layer) == known(lan, request_).opened
    assert token not in str(vars(stored))


def test_wrong_codes_are_counted_and_then_the_link_is_locked(lan, request_, issued):
    link, token, code = issued
    for _ in range(4):
        assert not says(link, wrong(code))
    assert says(link, code)
    for _ in range(5):
        assert not says(link, wrong(code))

    assert queries.link_by_token(token) is None
    with pytest.raises(actions.Refused, match="không còn dùng được"):
        says(link, code)
    with acting(lan):
        assert queries.living_link(request_, lan) is None
        assert queries.links_of(request_, lan).get().get_ended_why_display()


def test_a_right_code_is_a_look_of_the_receiver(lan, request_, issued):
    link, _token, code = issued
    with acting(lan):
        assert queries.seen_at(request_) is None

    says(link, code)

    with acting(lan):
        assert queries.seen_at(request_) is not None
        line = Line.objects.filter(chain=request_.case_id, verb=queries.SEEN).latest("seq")
    assert line.actor == f"guest:{link.pk}"


def test_a_link_never_outlives_her_yes(lan, file, station):
    now = clock.now()
    last_day = (now + timedelta(days=3)).astimezone(clock.ZONE).date()
    service = make.service(station, "health")
    cases_actions.give_consent(
        case=file,
        purpose="health",
        recipients=[station],
        packs=["contact", "need"],
        wording="…",
        language="vi",
        given="spoken",
        until=last_day,
        by=lan,
        now=now,
    )
    draft = make.draft(file, service, by=lan)
    request = actions.send_referral(referral=draft, by=lan, now=now)

    link, _token, _code = issue(lan, request)

    assert link.until == request.consent.ends_at < now + timedelta(days=14)


def test_two_taps_at_once_do_nothing_twice(lan, request_, issued):
    link, _token, _code = issued
    answers(link, "accepted")

    with pytest.raises(actions.Refused, match="đã sang bước khác"):
        answers(link, "accepted")

    with acting(lan):
        assert [e.state for e in queries.events_of(request_)].count("accepted") == 1


def test_only_the_sender_issues_and_recalls(lan, request_, issued):
    yen = agencies.member(request_.to_agency, name="Yến")
    quan = agencies.member(lan.agency, role="admin", name="Quân")
    for member in (yen, quan):
        with pytest.raises((actions.Refused, Referral.DoesNotExist)):
            actions.issue_link(
                referral=known(lan, request_), way="link", by=member, now=clock.now()
            )
        with pytest.raises(actions.Refused):
            actions.recall_link(referral=known(lan, request_), by=member, now=clock.now())


def test_a_legal_status_is_not_decided_through_a_link(lan, file):
    police = agencies.agency("police")
    request = make.sent(file, make.service(police, "identification"), by=lan)

    with pytest.raises(actions.Refused):
        issue(lan, request)


def test_what_was_told_by_phone_is_typed_in_the_name_of_the_sender(lan, request_):
    link, _token, code = issue(lan, request_, way="sheet")
    assert actions.try_code(link=link, code=code, by=lan, now=clock.now())

    actions.answer_by_phone(link=link, step="accepted", by=lan, now=clock.now())

    assert state_of(request_, lan) == "accepted"
    last = make.event(lan, request_, "accepted")
    assert last.who == "Lan ghi, theo lời nơi nhận qua điện thoại"


def test_a_partner_who_used_links_often_is_proposed_to_the_coordinator(lan, file, station):
    hoa = agencies.member(lan.agency, role="coordinator", name="Hoa")
    help_ = make.service(station, "health")
    for used in range(3):
        with acting(hoa):
            assert queries.often_guests(hoa) == [], used
        link, _token, code = issue(lan, make.sent(file, help_, by=lan))
        says(link, code)

    with acting(hoa):
        assert [row["to_agency_id"] for row in queries.often_guests(hoa)] == [station.pk]
    agencies.member(station)
    with acting(hoa):
        assert queries.often_guests(hoa) == []
