"""The directory leaves in the shape of HSDS 3.0, and nothing leaves that must stay."""

import json
from datetime import timedelta

import pytest
from django.test import Client

from ketnoi.agencies.models import Agency
from ketnoi.api import queries
from ketnoi.api.tests import make
from ketnoi.api.tests.make import wrong
from ketnoi.directory.models import Hotline, Service, ServiceAtLocation
from ketnoi.directory.tests import make as directory
from ketnoi.foundation import clock
from ketnoi.foundation.action import writing

pytestmark = pytest.mark.django_db
LISTS = {
    "services": ("service", "compiled/service_list"),
    "organizations": ("organization", "compiled/organization_list"),
    "service_at_locations": ("service_at_location", "compiled/service_at_location_list"),
}
CANARY = "99 Chim Yến, phường An Lạc"
MOST_STATEMENTS = 14


@pytest.fixture(autouse=True)
def _network():
    make.confirmed_network()


def ask(client, address):
    response = client.get(address)
    assert response.status_code == 200, response.content
    return response.json()


def everything(client) -> str:
    """All that every address tells, in one text, with the whole export."""
    told = [json.dumps(queries.whole(), ensure_ascii=False)]
    for name in LISTS:
        page = ask(client, f"/api/{name}?per_page=100")
        told += [json.dumps(page, ensure_ascii=False)]
        told += [client.get(f"/api/{name}/{row['id']}").text for row in page["contents"]]
    return "\n".join(told)


@pytest.mark.parametrize("name", LISTS)
def test_lists_and_things_are_those_of_hsds(client, name):
    one, of_list = LISTS[name]

    page = ask(client, f"/api/{name}?per_page=100")

    assert page["total_items"] == len(page["contents"]) > 0
    assert [w for row in page["contents"] for w in wrong(of_list, row)] == []
    told = [ask(client, f"/api/{name}/{row['id']}") for row in page["contents"]]
    extra = {"unknown: service"} if name == "service_at_locations" else set()
    assert {w for row in told for w in wrong(one, row)} <= extra


def test_a_whole_service_fits_the_compiled_schema(client):
    told = [s for s in queries.whole()["services"]]

    assert len(told) == Service.objects.count()
    assert [w for row in told for w in wrong("compiled/service_with_definitions", row)] == []
    assert [w for row in queries.whole()["organizations"] for w in wrong("organization", row)] == []


def test_the_parts_of_a_service_have_no_strange_names(client):
    named = {
        "phones": "phone",
        "schedules": "schedule",
        "languages": "language",
        "required_documents": "required_document",
        "cost_options": "cost_option",
        "attributes": "attribute",
        "service_at_locations": "service_at_location",
    }
    services = queries.whole()["services"]

    for part, schema in named.items():
        rows = [row for told in services for row in told[part]]
        assert rows, part
        assert [w for row in rows for w in wrong(schema, row)] == []


def test_the_schemas_can_refuse():
    assert wrong("service", {"id": "x", "name": "y", "status": "z"})
    assert wrong("service", {"id": "5f0f7c4e-6a1d-4b7e-9f43-0c1d2e3f4a5b", "name": "y"})


def test_pages_follow_each_other_and_end(client):
    first = ask(client, "/api/services?per_page=7&page=1")
    numbers = range(2, first["total_pages"] + 1)
    rest = [ask(client, f"/api/services?per_page=7&page={n}") for n in numbers]
    found = [row["id"] for page in (first, *rest) for row in page["contents"]]

    assert len(found) == len(set(found)) == first["total_items"]
    assert first["first_page"]
    assert rest[-1]["last_page"]
    assert ask(client, "/api/services?page=900")["empty"]


def test_services_for_one_need(client):
    told = ask(client, "/api/services?need=safe_place&per_page=100")["contents"]

    needed = Service.objects.filter(purposes__contains=["safe_place"])
    assert {row["id"] for row in told} == {str(s.pk) for s in needed}


def test_the_language_stands_in_the_address(client):
    pk = directory.service().pk

    names = {
        language: [x["name"] for x in ask(client, f"{language}/api/services/{pk}")["languages"]]
        for language in ("", "/en")
    }

    assert "Tiếng Việt" in names[""]
    assert "Vietnamese" in names["/en"]


def test_what_nobody_confirmed_is_not_told(client):
    service = directory.change(directory.service("job-service"), verified_on=None)

    assert client.get(f"/api/services/{service.pk}").status_code == 404
    assert str(service.pk) not in everything(client)


def test_what_was_confirmed_long_ago_is_not_told(client):
    yesterday = clock.today() - timedelta(days=1)
    service = directory.change(directory.service("job-service"), hide_after=yesterday)

    assert str(service.pk) not in everything(client)


def test_a_number_that_nobody_confirmed_is_not_told(client):
    assert "+84377672444" not in everything(client).replace(" ", "")


def test_a_confirmed_number_is_told_until_its_day(client):
    hotline = Hotline.objects.get(key="1900969680")
    directory.change(hotline, dialable=True, by_law=False)
    assert hotline.number in everything(client)

    directory.change(hotline, hide_after=clock.today() - timedelta(days=1))
    assert hotline.number not in everything(client)


def test_where_a_shelter_is_stays_untold_even_if_the_tables_know(client):
    shelter = directory.service("peace-house-shelter")
    area = Hotline.objects.exclude(pk=shelter.hotline_id).first()
    texts = ("name", "description", "eligibility", "how_to_reach", "cost_note", "source")
    with writing():
        Hotline.objects.filter(pk=area.pk).update(
            number="+842923999999", dialable=True, by_law=True
        )
        Service.objects.filter(pk=shelter.pk).update(
            **dict.fromkeys(texts, CANARY), required_documents=[CANARY], hotline=area
        )
        Agency.objects.filter(pk=shelter.agency_id).update(about=CANARY)

    told = everything(client)

    assert str(shelter.pk) in told
    assert "Chim Yến" not in told
    assert "An Lạc" not in told
    numbers = ask(client, f"/api/services/{shelter.pk}")["phones"]
    assert numbers == []


def test_no_secret_service_has_a_place(client):
    secret = Service.objects.filter(location_secret=True)
    with writing():
        for service in secret:
            ServiceAtLocation.objects.get_or_create(service=service)

    told = ask(client, "/api/service_at_locations?per_page=100")["contents"]

    assert secret
    assert {row["service_id"] for row in told} & {str(s.pk) for s in secret} == set()
    for service in secret:
        one = ask(client, f"/api/services/{service.pk}")
        assert one["service_at_locations"] == []
        assert one["alert"] == "Nơi ở được giữ kín. Địa chỉ báo khi tiếp nhận."


def test_how_many_places_are_free_is_not_told(client):
    assert "capacity" not in everything(client)


def test_nobody_is_anybody_here(client):
    member = directory.officer("wu-my-tu")
    client.force_login(member.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    signed_in, stranger = client.get("/api/services"), Client().get("/api/services")

    assert signed_in.content == stranger.content
    assert not signed_in.cookies
    assert not stranger.cookies
    assert "Cookie" not in stranger.headers.get("Vary", "")


@pytest.mark.parametrize(
    "address",
    [
        "/api/services?page=0",
        "/api/services?per_page=101",
        "/api/services?need=Nguyễn",
        "/api/services/Nguyễn",
    ],
)
def test_what_is_not_understood_is_not_repeated(client, address):
    response = client.get(address)

    assert response.status_code == 422
    assert "Nguy" not in response.text


def test_what_is_not_there_is_said_to_a_program(client):
    for address in ("/api/khac", "/api/services/5f0f7c4e-6a1d-4b7e-9f43-0c1d2e3f4a5b"):
        response = client.get(address)
        assert (response.status_code, response.json()) == (404, {"detail": "Not Found"})


def test_nobody_writes_here(client):
    assert client.post("/api/services", {}).status_code == 405


@pytest.mark.parametrize("name", LISTS)
def test_a_page_costs_the_same_however_much_there_is(client, name, django_assert_max_num_queries):
    with django_assert_max_num_queries(MOST_STATEMENTS):
        client.get(f"/api/{name}?per_page=100")
