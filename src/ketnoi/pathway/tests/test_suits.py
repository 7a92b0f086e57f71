"""What suits her, for a job centre: from her referral, never from her file."""

import pytest
from django.urls import reverse

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases.models import Case
from ketnoi.cases.tests import make as cases
from ketnoi.foundation import clock
from ketnoi.foundation.guard.context import acting
from ketnoi.livelihood.models import Placement, WorkProfile
from ketnoi.livelihood.tests import make as livelihood
from ketnoi.pathway import actions as pathway
from ketnoi.referrals.tests import make as requests

pytestmark = pytest.mark.django_db
MY_HUONG, MY_TU = "31591", "31567"
HERS = {"furthest_km": 100, "avoids": MY_TU, "own_words": "canary-7731"}
NEUTRAL = "Chưa phù hợp lúc này."


@pytest.fixture
def lan():
    return agencies.member(name="Lan")


@pytest.fixture
def dung():
    return livelihood.job_centre()


@pytest.fixture
def file(lan):
    return cases.case(lan)


@pytest.fixture
def offers(dung):
    same = {"has_childcare": True, "shifts": ["day"]}
    near = livelihood.opportunity(dung, title="May gần nhà", commune_id=MY_HUONG, **same)
    danger = livelihood.opportunity(dung, title="Bán ở chợ", commune_id=MY_TU, **same)
    return near, danger


def asked(file, lan, dung, *packs):
    to = requests.service(dung.agency, "livelihood")
    referral = requests.sent(file, to, by=lan, packs=["contact", "need", *packs])
    return pathway.accept(referral=referral, by=dung, now=clock.now())


def page(client, member, referral, question=""):
    client.force_login(member.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    here = reverse("pathway:suits", args=[referral.pk])
    return client.get(here + question).content.decode()


def test_it_reads_what_suits_her_and_never_where_she_must_not_go(client, lan, dung, file, offers):
    referral = asked(file, lan, dung, "work")
    livelihood.profile(file, lan, **HERS)

    fit = page(client, dung, referral)
    refused = page(client, dung, referral, "?chua-hop")

    assert "May gần nhà" in fit
    assert "có nơi gửi con, không làm ban đêm, giờ giấc hợp với chị ấy" in fit
    assert "cách khoảng 1 km" in fit
    assert NEUTRAL in refused
    for words in (fit, refused):
        assert "cần tránh" not in words
        assert HERS["own_words"] not in words
    assert "Bán ở chợ" not in fit
    with acting(dung):
        assert not Case.objects.exists()
        assert not WorkProfile.objects.exists()


def test_without_her_yes_to_tell_about_work_nothing_is_told(client, lan, dung, file, offers):
    referral = asked(file, lan, dung)
    livelihood.profile(file, lan)

    told = page(client, dung, referral)

    assert "chưa đồng ý cho biết về việc làm" in told
    assert "May gần nhà" not in told


def test_it_proposes_from_the_page_and_what_is_refused_there_is_refused_everywhere(
    client, lan, dung, file, offers
):
    near, danger = offers
    referral = asked(file, lan, dung, "work")
    livelihood.profile(file, lan, **HERS)
    page(client, dung, referral)
    target = reverse("pathway:propose", args=[referral.pk])

    no = client.post(target, {"opportunity": str(danger.pk)})
    yes = client.post(target, {"opportunity": str(near.pk)})

    assert (no.status_code, yes.status_code) == (422, 302)
    assert NEUTRAL in no.content.decode()
    with acting(dung):
        assert Placement.objects.get().opportunity_id == near.pk


def test_nobody_else_opens_it(client, lan, dung, file):
    referral = asked(file, lan, dung, "work")
    here = reverse("pathway:suits", args=[referral.pk])
    for member in (lan, livelihood.job_centre()):
        client.force_login(
            member.user, backend="allauth.account.auth_backends.AuthenticationBackend"
        )
        assert client.get(here).status_code == 404
