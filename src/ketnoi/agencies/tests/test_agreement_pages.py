"""The pages of agreements: what stands, who signs, how one is made."""

import pytest
from django.urls import reverse

from ketnoi.agencies import queries
from ketnoi.agencies.models import Agreement
from ketnoi.agencies.tests import make
from ketnoi.foundation import clock

pytestmark = pytest.mark.django_db
LIST = reverse("agencies:agreements")


def enter(client, member):
    client.force_login(member.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def of(made):
    return reverse("agencies:agreement", args=[made.pk])


def test_a_coordinator_draws_one_up_and_leads_sign(client):
    hoa = make.member(role="coordinator", name="Hoa")
    union, shelter = make.stranger(), make.stranger("shelter", "province")
    said = {
        "title": "Quy chế phối hợp",
        "purposes": ["safe_place", "health"],
        "since_0": "01/11/2026",
        "answer_hours": "1",
        "agencies": [str(union.pk), str(shelter.pk)],
    }
    enter(client, hoa).post(reverse("agencies:propose_agreement"), said)
    made = Agreement.objects.get(title="Quy chế phối hợp")
    assert (made.answer_hours, made.answer_days, made.until) == (1, None, None)
    assert "0 trong 2 đơn vị đã ký" in client.get(LIST).text

    for agency in (union, shelter):
        lead = make.member(agency, role="lead")
        page = enter(client, lead).get(of(made)).text
        assert page.count("Ký cho đơn vị bạn") == 1 and "trên giấy" not in page
        assert "1 chờ đơn vị bạn ký" in client.get(reverse("agencies:members")).text
        client.post(reverse("agencies:sign_agreement", args=[made.pk, agency.pk]))

    about = {"purpose": "health", "now": clock.now()}
    assert queries.agreed(asks=union.pk, asked=shelter.pk, **about) == made
    assert "2 trong 2 đơn vị đã ký" in client.get(of(made)).text


def test_what_is_wrong_is_said_beside_it_and_nothing_is_lost(client):
    hoa = enter(client, make.member(role="coordinator"))
    said = {"title": "Quy chế", "since_0": "32/13/2026", "answer_hours": "7"}

    answer = hoa.post(reverse("agencies:propose_agreement"), said)

    assert answer.status_code == 422
    assert 'value="Quy chế"' in answer.text and "32/13/2026" in answer.text
    assert "Hãy chọn ít nhất một nhu cầu." in answer.text
    assert "Hãy chọn ít nhất hai đơn vị." in answer.text
    assert not Agreement.objects.filter(title="Quy chế").exists()


@pytest.mark.parametrize("role", ["caseworker", "lead", "admin", "volunteer"])
def test_others_read_it_and_change_nothing(client, role):
    union, shelter = make.stranger(), make.stranger()
    made = make.proposed([union, shelter])
    enter(client, make.member(shelter, role=role))

    page = client.get(of(made)).text
    assert "Kết thúc thỏa thuận này" not in page and "Lập thỏa thuận" not in client.get(LIST).text
    for step in ("sign_agreement", "leave_agreement"):
        client.post(reverse(f"agencies:{step}", args=[made.pk, union.pk]))
    client.post(reverse("agencies:end_agreement", args=[made.pk]))

    made.refresh_from_db()
    assert made.ended_at is None and not any(party.signed_at for party in made.parties.all())


def test_one_that_nobody_made_or_signs_is_not_there(client):
    made = make.proposed([make.stranger(), make.stranger()])
    enter(client, make.member(role="lead"))
    other = make.agency()

    assert client.get(reverse("agencies:agreement", args=[other.pk])).status_code == 404
    address = reverse("agencies:sign_agreement", args=[made.pk, other.pk])
    assert client.post(address).status_code == 404
