"""Who takes part sees attached papers that are for all while the door is open, and no family."""

import pytest

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases import actions, queries
from ketnoi.cases.tests import make
from ketnoi.foundation import clock
from ketnoi.foundation.guard.context import acting
from ketnoi.foundation.tests import papers
from ketnoi.foundation.uploads import fit
from ketnoi.people import actions as people
from ketnoi.people import queries as persons
from ketnoi.referrals.tests import make as requests

pytestmark = pytest.mark.django_db
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture
def lan():
    return agencies.member(name="Lan")


@pytest.fixture
def yen():
    return agencies.member(agencies.agency("shelter", "province"), name="Yến")


@pytest.fixture
def file(lan):
    return make.case(lan)


def enter(client, member):
    client.force_login(member.user, backend=BACKEND)
    return client


def attach(file, by, **more):
    said = {"kind": "other", "title": "", "privacy": "agency", **more}
    paper = fit(papers.document())
    return actions.attach(case=file, file=paper, by=by, now=clock.now(), **said)


def test_who_takes_part_sees_what_is_for_all_and_nothing_else(client, lan, yen, file):
    referral = requests.sent(file, requests.service(yen.agency), by=lan)
    here = f"/cb/ho-so/{file.code}/giay-to/tep/"
    private, shared = attach(file, lan), attach(file, lan, privacy="network", title="Cho cả hai")
    enter(client, yen)
    before = client.get(here)
    client.post(f"/cb/chuyen-gui/{referral.pk}/nhan/")

    page = client.get(here).content.decode()
    at = f"/cb/ho-so/{file.code}/giay-to/"
    assert before.status_code == 404
    assert "Cho cả hai" in page
    assert str(private.pk) not in page
    assert client.get(f"{at}{shared.pk}/").status_code == 200
    assert client.get(f"{at}{private.pk}/").status_code == 404
    with acting(lan):
        [consent] = queries.consents_of(file)
    enter(client, lan).post(f"/cb/ho-so/{file.code}/dong-y/{consent.pk}/rut-lai/")
    assert enter(client, yen).get(f"{at}{shared.pk}/").status_code == 404


def test_who_takes_part_in_her_file_opens_no_record_of_her_children(client, lan, yen, file):
    referral = requests.sent(file, requests.service(yen.agency), by=lan)
    with acting(lan):
        her = persons.person(lan, file.person_id)
    about = {"kind": "child", "lives": "her", "carer": "her", "called": "Tí"}
    tie = people.add_relative(person=her, by=lan, now=clock.now(), **about)
    enter(client, yen).post(f"/cb/chuyen-gui/{referral.pk}/nhan/")

    assert client.get(f"/cb/ho-so/{file.code}/").status_code == 200
    for part in ("", f"{tie.pk}/", f"{tie.pk}/giay-to/", f"{tie.pk}/xem/ten/"):
        assert client.get(f"/cb/ho-so/{file.code}/gia-dinh/{part}").status_code == 404
