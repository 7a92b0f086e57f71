"""A machine asks and answers as a program of an agency, as described and otherwise."""

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import settings

from ketnoi.agencies import actions as network
from ketnoi.agencies.tests import make as agencies
from ketnoi.api.tests.test_contract import FEW, MANY, ONE_WORLD, unpacked
from ketnoi.api.views import fhir
from ketnoi.cases.tests import make as cases
from ketnoi.foundation import clock
from ketnoi.referrals.tests import make

pytestmark = pytest.mark.django_db


def described() -> schemathesis.schemas.BaseSchema:
    schema = schemathesis.openapi.from_dict(fhir.described())
    schema.app = unpacked
    return schema


SCHEMA = described()


@pytest.fixture(autouse=True)
def asked():
    """A request to the agency of the program; what is asked shares the connection of the test."""
    request_started.disconnect(close_old_connections)
    request_finished.disconnect(close_old_connections)
    lan, hospital = agencies.member(name="Lan"), agencies.agency("hospital", "province")
    lead = agencies.member(hospital, role="lead")
    service = make.service(hospital, "health")
    request = make.sent(cases.case(lan, phone=cases.PHONE), service, by=lan)
    _made, token = network.join_program(name="Phần mềm", by=lead, now=clock.now())
    yield str(request.pk), {"Authorization": f"Bearer {token}"}
    request_started.connect(close_old_connections)
    request_finished.connect(close_old_connections)


@SCHEMA.parametrize()
@settings(max_examples=FEW, derandomize=True, deadline=None, suppress_health_check=ONE_WORLD)
def test_nothing_that_a_program_sends_breaks_an_address(case, asked):
    for where in (case.path_parameters.get("pk"), asked[0]):
        if where is not None:
            case.path_parameters["pk"] = where
        case.call_and_validate(headers=asked[1])


@pytest.mark.full
@SCHEMA.parametrize()
@settings(max_examples=MANY, deadline=None, suppress_health_check=ONE_WORLD)
def test_much_that_a_program_sends_breaks_no_address(case, asked):
    case.call_and_validate(headers=asked[1])
