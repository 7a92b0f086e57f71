"""Programs of agencies: by token only, their own agency's requests only, in words of FHIR R4B."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse
from fhir.resources.R4B import get_fhir_model_class

from ketnoi.agencies import actions as network
from ketnoi.agencies import queries as known
from ketnoi.agencies.tests import make as agencies
from ketnoi.blocking.tests import make as blocks
from ketnoi.cases import queries as files
from ketnoi.cases.tests import make as cases
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused, writing
from ketnoi.foundation.trail.models import Line
from ketnoi.referrals import actions, terms
from ketnoi.referrals.tests import make

pytestmark = pytest.mark.django_db
SHE = ("Út", cases.PHONE, cases.PAPER)


@pytest.fixture
def lan():
    return agencies.member(name="Lan")


@pytest.fixture
def hospital():
    return agencies.agency("hospital", "province")


@pytest.fixture
def lead(hospital):
    return agencies.member(hospital, role="lead")


@pytest.fixture
def request_(lan, hospital):
    file = cases.case(lan, phone=cases.PHONE, paper=cases.PAPER)
    return make.sent(file, make.service(hospital, "health"), by=lan)


@pytest.fixture
def ask(client, lead):
    return program(client, lead)


def program(client, lead):
    """How the program of an agency asks."""
    _made, token = network.join_program(name="Phần mềm", by=lead, now=clock.now())

    def ask(where, told=None, token=token):
        how = {"headers": {"Authorization": f"Bearer {token}"}}
        if told is None:
            return client.get(f"/api/fhir/{where}", **how)
        body = {"resourceType": "Task", **told}
        return client.put(f"/api/fhir/{where}", body, content_type="application/json", **how)

    return ask


def known_case(by, request):
    with agencies.as_seen_by(by):
        return files.case_by_code(by, request.code)


def fits(told):
    """Whether the library that knows FHIR R4B takes it."""
    return get_fhir_model_class(told["resourceType"]).model_validate_json(json.dumps(told))


def coded(code):
    return {"coding": [{"code": code}]}


def ended(code):
    return [{"type": {"text": "outcome"}, "valueCodeableConcept": coded(code)}]


def test_a_request_is_read_as_task_and_as_service_request(ask, request_):
    listed = ask("Task").json()
    [entry] = listed["entry"]
    task = ask(f"Task/{request_.pk}").json()
    asked = ask(f"ServiceRequest/{request_.pk}").json()

    for told in (listed, task, asked, ask("metadata").json()):
        fits(told)
    assert entry["resource"]["status"] == "requested"
    assert task["status"] == "received"
    assert task["focus"] == {"reference": f"ServiceRequest/{request_.pk}"}
    assert asked["status"] == "active"
    assert task["for"]["identifier"]["value"] == request_.code
    assert task["restriction"]["period"]["end"] > task["authoredOn"]


def test_no_word_about_her_is_told(ask, request_):
    for where in ("Task", f"Task/{request_.pk}", f"ServiceRequest/{request_.pk}"):
        text = ask(where).text
        assert not [word for word in SHE if word in text], where


@pytest.mark.parametrize("token", ["", "khong-co"])
def test_without_a_token_nothing_is_told(ask, client, request_, token):
    for where in ("Task", "metadata", f"Task/{request_.pk}"):
        answer = ask(where, token=token)
        assert (answer.status_code, answer.content) == (401, b"")
        assert answer.headers["WWW-Authenticate"] == "Bearer"
    assert client.get("/api/fhir/Task").status_code == 401


def test_a_session_is_no_token_and_a_token_opens_no_page(ask, client, lead, request_):
    client.force_login(lead.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert client.get("/api/fhir/Task").status_code == 401
    client.logout()
    [program_] = known.programs_of(lead.agency)
    page = reverse("referrals:referral", args=[request_.pk])
    assert client.get(page, headers={"Authorization": "Bearer x"}).status_code == 302
    assert not program_.user.is_active and program_ not in known.officers_of(lead.agency)


def test_the_program_of_another_agency_finds_nothing(client, request_, ask):
    stranger = program(client, agencies.member(agencies.agency("osso"), role="lead"))
    random = "5f0f7c4e-6a1d-4b7e-9f43-0c1d2e3f4a5b"

    for where in ("Task", "ServiceRequest"):
        theirs, nothing = stranger(f"{where}/{request_.pk}"), stranger(f"{where}/{random}")
        assert (theirs.status_code, theirs.content) == (404, nothing.content)
        fits(theirs.json())
    assert stranger("Task").json()["entry"] == []
    assert stranger(f"Task/{request_.pk}", {"status": "accepted"}).status_code == 404
    assert make.known(request_.made_by, request_).state == "sent"


SOON = (datetime.now(UTC) + timedelta(days=30)).isoformat()
STEPS = [
    ({"status": "accepted"}, "accepted"),
    ({"status": "in-progress"}, "in_service"),
    ({"status": "on-hold", "restriction": {"period": {"end": SOON}}}, "on_hold"),
    ({"status": "in-progress"}, "in_service"),
    ({"status": "completed", "output": ended("met")}, "closed"),
]


def test_a_program_answers_step_by_step_and_each_step_is_done_once(ask, lan, request_):
    for told, state in STEPS:
        for _again in range(2):
            answer = ask(f"Task/{request_.pk}", told)
            assert (answer.status_code, answer.json()["status"]) == (200, told["status"])
            fits(answer.json())
        assert make.known(lan, request_).state == state
    assert answer.json()["output"][0]["valueCodeableConcept"]["coding"][0]["code"] == "met"
    lines = Line.objects.filter(verb__startswith="referral.", chain=request_.case_id)
    assert [line.verb for line in lines].count("referral.accepted") == 1


def test_a_no_has_a_reason_from_the_list(ask, lan, request_):
    where = f"Task/{request_.pk}"
    for reason in ({}, {"statusReason": coded("khac")}):
        answer = ask(where, {"status": "rejected", **reason})
        assert answer.status_code == 409
        assert "no_capacity" in fits(answer.json()).issue[0].diagnostics
    assert make.known(lan, request_).state == "sent"

    task = ask(where, {"status": "rejected", "statusReason": coded("no_capacity")}).json()
    assert (task["status"], task["statusReason"]["coding"][0]["code"]) == (
        "rejected",
        "no_capacity",
    )
    assert make.known(lan, request_).state == "declined"


@pytest.mark.parametrize("outcome", terms.Outcome.values)
def test_what_did_not_reach_its_aim_has_failed(ask, lan, lead, request_, outcome):
    for act in (actions.accept_referral, actions.begin_service):
        act(referral=make.known(lead, request_), by=lead, now=clock.now())
    right, wrong = (
        ("completed", "failed") if outcome in {"met", "partly"} else ("failed", "completed")
    )

    refused = ask(f"Task/{request_.pk}", {"status": wrong, "output": ended(outcome)})
    assert (refused.status_code, make.known(lan, request_).state) == (409, "in_service")
    task = ask(f"Task/{request_.pk}", {"status": right, "output": ended(outcome)}).json()
    fits(task)
    assert (task["status"], make.known(lan, request_).state) == (right, "closed")


@pytest.mark.parametrize("status", terms.State.values)
def test_every_state_has_its_status_and_fits(ask, lead, request_, status):
    with writing():
        type(request_).objects.filter(pk=request_.pk).update(state=status)

    task, asked = ask(f"Task/{request_.pk}").json(), ask(f"ServiceRequest/{request_.pk}").json()
    assert fits(task).status and fits(asked).status
    listed = ask(f"Task?status={task['status']}").json()
    assert [e["resource"]["id"] for e in listed["entry"]] == [str(request_.pk)]
    assert ask("Task?status=draft").json()["entry"] == [] or task["status"] == "draft"


def test_who_comes_too_late_is_told_so(ask, lan, request_):
    actions.recall_referral(referral=request_, by=lan, now=clock.now())
    answer = ask(f"Task/{request_.pk}", {"status": "accepted"})
    assert answer.status_code == 409
    assert "mở lại" in fits(answer.json()).issue[0].diagnostics


@pytest.mark.parametrize("told", [{"status": "xong"}, {}, {"status": "on-hold", "restriction": 1}])
def test_what_is_not_understood_is_said_without_repeating_it(ask, request_, told):
    answer = ask(f"Task/{request_.pk}", told)
    assert answer.status_code == 422
    assert "xong" not in answer.text
    fits(answer.json())


def test_a_token_ends_with_its_program(client, lead, request_):
    ask = program(client, lead)
    assert ask("Task").status_code == 200
    [member] = known.programs_of(lead.agency)
    network.let_member_go(member=member, by=lead, now=clock.now())
    assert ask("Task").status_code == 401


def test_a_token_ends_with_whoever_let_its_program_in(client, hospital, lead):
    ask = program(client, lead)
    other = agencies.member(hospital, role="lead")
    network.let_member_go(member=lead, by=other, now=clock.now())
    assert ask("Task").status_code == 401


def test_a_program_is_blocked_with_whoever_let_it_in(client, lan, lead, request_):
    ask = program(client, lead)
    blocks.blocked(known_case(lan, request_), by=lan, member=lead)
    assert ask("Task").json()["entry"] == []
    assert ask(f"Task/{request_.pk}").status_code == 404


@pytest.mark.parametrize("end", ["9999-12-31T23:00:00Z", "9999-12-31T23:59:59-10:00"])
def test_nothing_is_put_on_hold_for_ever(ask, lan, lead, request_, end):
    actions.accept_referral(referral=make.known(lead, request_), by=lead, now=clock.now())
    told = {"status": "on-hold", "restriction": {"period": {"end": end}}}
    assert ask(f"Task/{request_.pk}", told).status_code == 409
    assert make.known(lan, request_).state == "accepted"


def test_a_token_lasts_a_year(ask, monkeypatch):
    now = clock.now()
    for days, status in ((364, 200), (366, 401)):
        then = now + timedelta(days=days)
        monkeypatch.setattr(known.clock, "now", lambda then=then: then)
        assert ask("Task").status_code == status, days


def test_only_who_manages_members_lets_a_program_in(lan):
    with pytest.raises(Refused, match="phụ trách"):
        network.join_program(name="Phần mềm", by=lan, now=clock.now())


def test_the_token_is_shown_once_and_works(client, lead, request_):
    client.force_login(lead.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    page = client.post(reverse("agencies:join_program"), {"name": "Phần mềm"}).text
    token = page.partition("<code>")[2].partition("</code>")[0]
    client.logout()
    told = client.get("/api/fhir/Task", headers={"Authorization": f"Bearer {token}"}).json()
    assert len(told["entry"]) == 1
