"""How many files stand where: counted in two parts, and never anything that is not reached."""

import pytest
from django.db.models import Count
from django.urls import reverse

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases import actions, queries
from ketnoi.cases.models import Case
from ketnoi.cases.tests import make
from ketnoi.foundation import clock
from ketnoi.foundation.action import writing
from ketnoi.foundation.guard.context import acting

pytestmark = pytest.mark.django_db


def counted_at_once(member):
    files = Case.objects.visible_to(member).order_by().values_list("status")
    return dict(files.annotate(n=Count("pk")))


def opened_to(agency, case):
    now = clock.now()
    with writing(), acting(case.keeper):
        door = actions.prepare_door(
            case=case, agency_id=agency.pk, basis="consent", consent=None, until=None, now=now
        )
        actions.open_door(door_id=door.pk, now=now)


@pytest.fixture
def lan():
    """She keeps two files, one of them in support; a third one was opened to her agency."""
    lan = agencies.member()
    make.case(lan)
    actions.move_case(case=make.case(lan), status="active", by=lan, now=clock.now())
    opened_to(lan.agency, make.case(agencies.member()))
    make.case(agencies.member())
    return lan


def test_own_files_and_opened_ones_are_counted_and_no_others(lan):
    with acting(lan):
        assert queries.files_by_status(lan) == {"received": 2, "active": 1} == counted_at_once(lan)


@pytest.mark.parametrize("role", ["lead", "volunteer", "specialist", "admin"])
def test_whoever_asks_gets_the_count_of_what_she_reaches(lan, role):
    member = agencies.member(lan.agency, role=role)

    with acting(member):
        assert queries.files_by_status(member) == counted_at_once(member)


def test_the_list_says_how_many_stand_where(client, lan):
    agencies.signed_in(client, lan)

    shown = client.get(reverse("cases:cases")).content.decode()

    assert "Mới tiếp nhận (2)" in shown
    assert "Đang hỗ trợ (1)" in shown
