"""The pages of a partner, and her caseworker's page of what it may be told."""

import pytest
from django.urls import reverse

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases import queries as cases
from ketnoi.cases.tests import make as files
from ketnoi.foundation import clock
from ketnoi.foundation.guard.context import acting
from ketnoi.foundation.trail.models import Line
from ketnoi.livelihood import actions
from ketnoi.livelihood.models import Candidate, Placement
from ketnoi.livelihood.tests import make

pytestmark = pytest.mark.django_db
TOLD = ["skills:sewing", "hours:day", "childcare:needed"]


@pytest.fixture
def lan():
    return agencies.member()


@pytest.fixture
def dung():
    return make.job_centre()


@pytest.fixture
def vy():
    return make.employer()


@pytest.fixture
def file(lan):
    return files.case(lan, reasons=["trafficked"], risk="high")


@pytest.fixture
def offer(vy, dung):
    return make.vacancy(vy, dung)


@pytest.fixture
def candidate(file, offer, dung, lan):
    return make.introduced(file, offer, by=dung, holder=lan, told=TOLD)


@pytest.fixture
def enter(client):
    def as_member(member):
        client.force_login(
            member.user, backend="allauth.account.auth_backends.AuthenticationBackend"
        )
        return client

    return as_member


def words(response):
    return response.content.decode()


def answered(candidate, by, answer="accepted", reason=""):
    said = {"answer": answer, "reason": reason, "by": by, "now": clock.now()}
    return actions.answer_candidate(candidate=candidate, **said)


def placement_of(member):
    with acting(member):
        return Placement.objects.get()


def state_at(vy):
    with acting(vy):
        return Candidate.objects.get().state


def waiting(member, *kinds):
    with acting(member):
        return [task.kind for task in cases.to_do(member) if task.kind in kinds]


def test_the_page_shows_needs_and_skills_and_takes_an_answer(enter, vy, dung, candidate):
    client = enter(vy)
    here = reverse("livelihood:candidate", args=[candidate.pk])

    listed, page = words(client.get(reverse("livelihood:candidates"))), words(client.get(here))
    response = client.post(here, {"answer": "accepted"})

    assert "Cần gửi trẻ" in listed
    assert "Biết: May vá" in page
    assert response["Location"] == reverse("livelihood:candidates")
    assert placement_of(dung).state == "partner_agreed"


def test_a_no_without_a_reason_is_asked_again(enter, vy, candidate):
    here = reverse("livelihood:candidate", args=[candidate.pk])

    response = enter(vy).post(here, {"answer": "declined"})

    assert response.status_code == 422
    assert "Hãy chọn lý do không nhận." in words(response)


def test_an_answer_that_comes_too_late_is_refused_in_a_sentence(enter, vy, lan, candidate):
    said = {"answer": "no", "by": lan, "now": clock.now()}
    actions.she_decides(placement=placement_of(lan), **said)
    here = reverse("livelihood:candidate", args=[candidate.pk])

    response = enter(vy).post(here, {"answer": "accepted"})

    assert response.status_code == 422
    assert "không còn chờ trả lời" in words(response)


def test_another_partner_finds_no_such_page(enter, candidate):
    here = reverse("livelihood:candidate", args=[candidate.pk])

    assert enter(make.employer()).get(here).status_code == 404


def test_with_her_yes_the_caseworker_says_what_may_be_told(enter, lan, vy, dung, file, offer):
    make.profile(file, lan, tells=["skills"])
    placement = make.proposal(file, offer, by=dung)
    client, here = enter(lan), reverse("livelihood:placement", args=[placement.pk])

    page = words(client.get(here))
    client.post(here, {"turn": "her_answer", "answer": "yes", "told": ["childcare:needed"]})

    assert "Nơi nhận không biết tên, mã hồ sơ và lý do hỗ trợ" in page
    with acting(vy):
        assert Candidate.objects.get().told == ["childcare:needed"]


CANARIES = {
    "own_words": "canary-lời-riêng-0001",
    "avoids": "31567",
}


def test_canary_nothing_of_her_file_is_on_any_page_of_a_partner(enter, vy, dung, lan, file):
    """Reason, risk, place to avoid, her words, code, holder: in no page and no notice."""
    offer = make.vacancy(vy, dung, title="May", commune_id="31591", partner="Xưởng Mẫu")
    make.profile(file, lan, **CANARIES, tells=["skills"], furthest_km=None)
    candidate = make.introduced(file, offer, by=dung, holder=lan, told=TOLD)
    client = enter(vy)

    seen = [
        words(client.get(reverse("livelihood:opportunities"))),
        words(client.get(reverse("livelihood:candidates"))),
        words(client.get(reverse("livelihood:candidate", args=[candidate.pk]))),
        words(client.get("/cb/")),
    ]
    client.post(reverse("livelihood:candidate", args=[candidate.pk]), {"answer": "accepted"})
    seen += [words(client.get(reverse("livelihood:candidate", args=[candidate.pk])))]
    with acting(vy):
        seen += [str(list(Line.objects.values()))]

    hidden = [
        file.code, str(file.pk), lan.agency.name, lan.name, "Mỹ Tú", "31567",
        CANARIES["own_words"], "bị mua bán", "trafficked", "Nguy cơ", "nạn nhân",
        str(candidate.placement_id),
    ]  # fmt: skip
    for page in seen:
        assert [word for word in hidden if word in page] == []
