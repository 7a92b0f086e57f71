"""A door opens what she agreed to, until the moment she agreed to, and not a second longer."""

from datetime import timedelta

import pytest

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases import queries as files
from ketnoi.cases.actions import withdraw_consent
from ketnoi.cases.models import Case
from ketnoi.cases.tests import make as cases
from ketnoi.foundation import clock
from ketnoi.foundation.guard.context import acting
from ketnoi.pathway import actions as pathway
from ketnoi.referrals import queries as requests
from ketnoi.referrals.actions import accept_referral
from ketnoi.referrals.tests import make
from tests.promises.locks import CODE, DATABASE, only
from tests.promises.still import move_clock

SECOND = timedelta(seconds=1)


@pytest.fixture
def lan():
    return agencies.member(name="Lan")


@pytest.fixture
def yen():
    return agencies.member(agencies.agency("shelter", "province"), name="Yến")


@pytest.fixture
def file(lan):
    return cases.case(lan, phone=cases.PHONE, paper=cases.PAPER)


@pytest.fixture
def opened(lan, yen, file):
    """The file is open to Yến's agency."""
    request = make.sent(file, make.service(yen.agency), by=lan)
    return accept_referral(referral=request, by=yen, now=clock.now())


@pytest.fixture
def at():
    """Let the clock of the database stand at a moment; afterwards it goes right again."""
    yield lambda moment: move_clock(clock.offset() + (moment - clock.now()))
    move_clock(timedelta(0))


@pytest.fixture
def lock(request):
    """The one lock that is shut; chosen before the transaction of the test begins."""
    with only(request.param):
        request.getfixturevalue("db")
        yield


@pytest.mark.db
@pytest.mark.parametrize(("late", "seen"), [(-SECOND, 1), (0 * SECOND, 0), (SECOND, 0)])
@pytest.mark.parametrize("lock", [DATABASE, CODE], indirect=True, ids=str)
def test_a_door_is_open_until_the_second_it_ends(lock, at, yen, opened, late, seen):
    at(opened.consent.ends_at + late)

    with acting(yen):
        assert Case.objects.visible_to(yen).count() == seen


@pytest.mark.django_db
@pytest.mark.parametrize(("late", "part"), [(-SECOND, True), (0 * SECOND, False)])
def test_who_takes_part_and_which_doors_stand_open_end_with_the_door(
    at, lan, yen, opened, late, part
):
    file = opened.case
    at(opened.consent.ends_at + late)

    with acting(lan):
        assert bool(files.doors_of(file)) is part
    with acting(yen):
        assert files.takes_part(yen, file) is part


@pytest.mark.django_db
def test_her_yes_holds_until_the_moment_it_ends(opened):
    end = opened.consent.ends_at

    assert opened.consent.holds(end - SECOND)
    assert not opened.consent.holds(end)


@pytest.mark.django_db
def test_a_yes_that_is_taken_back_closes_the_file_for_the_next_request(client, lan, yen, opened):
    browser, page = agencies.signed_in(client, yen), f"/cb/ho-so/{opened.code}/"
    before = browser.get(page).status_code

    with acting(lan):
        consent = files.consent_in(opened.case, opened.consent_id)
    pathway.withdraw(consent=consent, by=lan, now=clock.now())

    assert before == 200
    assert browser.get(page).status_code == 404


@pytest.mark.django_db
def test_a_yes_that_is_taken_back_closes_its_door_whatever_else_is_done(lan, yen, opened):
    with acting(lan):
        consent = files.consent_in(opened.case, opened.consent_id)

    withdraw_consent(consent=consent, by=lan, now=clock.now())

    with acting(yen):
        assert not Case.objects.filter(pk=opened.case_id).exists()


@pytest.mark.django_db
def test_a_packet_tells_what_she_agreed_to_and_nothing_else(lan, yen, file):
    packs = ["need", "papers"]
    bed = make.service(yen.agency)

    request = make.sent(file, bed, by=lan, packs=packs)

    with acting(yen):
        told = requests.told(request)
    assert sorted(told) == packs
    assert cases.NAME not in str(told)


@pytest.mark.django_db
def test_one_file_that_is_opened_opens_no_other(lan, yen, opened):
    other = cases.case(lan)

    with acting(yen):
        assert files.case_by_code(yen, opened.code) is not None
        assert files.case_by_code(yen, other.code) is None
