"""Who takes part sees the attached papers that are for all, as long as the door is open."""

import pytest

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases import actions, queries
from ketnoi.cases.tests import make
from ketnoi.foundation import clock
from ketnoi.foundation.guard.context import acting
from ketnoi.foundation.tests import papers
from ketnoi.foundation.uploads import fit
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
