"""A machine asks everything the description allows, and much that it does not: nothing breaks."""

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, settings

from ketnoi.agencies.models import Agency
from ketnoi.api import views
from ketnoi.api.tests import make
from ketnoi.directory.models import Service, ServiceAtLocation

pytestmark = pytest.mark.django_db
ONE_WORLD = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
APPLICATION = get_wsgi_application()
FEW, MANY = 20, 500
KINDS = {"services": Service, "organizations": Agency, "service_at_locations": ServiceAtLocation}


def unpacked(environ, start_response):
    """The program as it is, asked by somebody who cannot unpack what is sent compressed."""
    return APPLICATION({**environ, "HTTP_ACCEPT_ENCODING": "identity"}, start_response)


def described() -> schemathesis.schemas.BaseSchema:
    schema = schemathesis.openapi.from_dict(views.described())
    schema.app = unpacked
    return schema


SCHEMA = described()


@pytest.fixture(autouse=True)
def _network():
    """The requests see what the test wrote: they share its connection, which nobody closes."""
    request_started.disconnect(close_old_connections)
    request_finished.disconnect(close_old_connections)
    make.confirmed_network()
    yield
    request_started.connect(close_old_connections)
    request_finished.connect(close_old_connections)


@SCHEMA.parametrize()
@settings(max_examples=FEW, derandomize=True, deadline=None, suppress_health_check=ONE_WORLD)
def test_nothing_that_a_program_sends_breaks_an_address(case):
    case.call_and_validate()


@pytest.mark.full
@SCHEMA.parametrize()
@settings(max_examples=MANY, deadline=None, suppress_health_check=ONE_WORLD)
def test_much_that_a_program_sends_breaks_no_address(case):
    case.call_and_validate()


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_there_is_answered_as_described(kind):
    address = SCHEMA[f"/{kind}/{{pk}}"]["GET"]
    answers = [
        address.Case(path_parameters={"pk": str(pk)}).call_and_validate().status_code
        for pk in KINDS[kind].objects.values_list("pk", flat=True)
    ]

    assert 200 in answers
    assert set(answers) <= {200, 404}


def test_the_description_is_given_out_and_is_that_of_3_1(client):
    told = client.get("/api/openapi.json").json()

    assert told["openapi"].startswith("3.1")
    assert set(told["paths"]) == {"/", *(f"/{k}" for k in KINDS), *(f"/{k}/{{pk}}" for k in KINDS)}
