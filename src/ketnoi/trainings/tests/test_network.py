"""The network through time: its events, and its organisations then and now."""

from datetime import date, datetime

import pytest

from ketnoi.agencies import actions as agencies
from ketnoi.agencies.tests import make as members
from ketnoi.foundation.action import Refused
from ketnoi.foundation.actor import NETWORK, Visitor
from ketnoi.foundation.clock import ZONE
from ketnoi.trainings import actions, queries, rules
from ketnoi.trainings.models import NetworkEvent

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=ZONE)


@pytest.fixture
def network(db):
    agencies.load_network(by=NETWORK)
    return actions.load_events(by=NETWORK, now=NOW)


@pytest.mark.parametrize(
    ("precision", "told"), [("day", "03/03/2021"), ("month", "03/2021"), ("year", "2021")]
)
def test_a_day_is_told_no_more_exactly_than_its_source(precision, told):
    assert rules.when(held_on=date(2021, 3, 3), precision=precision) == told


def test_loading_twice_leaves_the_same_events(network):
    again = actions.load_events(by=NETWORK, now=NOW)

    assert again == network == NetworkEvent.objects.count()


def test_a_visitor_loads_nothing(network):
    with pytest.raises(Refused):
        actions.load_events(by=Visitor(), now=NOW)


def test_the_workshop_has_its_two_topics_and_no_invented_day(network):
    workshop = queries.network_events().get(key="workshop-soc-trang")

    assert len(workshop.topics) == 2
    assert workshop.when == "2023"
    assert workshop.organiser.key == "wu-soc-trang"


def test_the_twelve_organisations_of_the_article_are_found_today(network):
    found = {o.then: o for o in queries.organisations()}

    assert len(found) == 12
    assert found["Hội LHPN tỉnh"].now == ["Hội Liên hiệp Phụ nữ thành phố Cần Thơ"]
    assert set(found["Sở LĐTB&XH tỉnh"].now) == {
        "Sở Nội vụ thành phố Cần Thơ",
        "Sở Y tế thành phố Cần Thơ",
    }
    assert found["Sở LĐTB&XH tỉnh"].changed


def test_members_see_the_network_through_time(network, client):
    user = members.member().user
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")

    page = client.get("/cb/mang-luoi/").content.decode()

    assert "12 tổ chức" in page
    assert "Kết nối mạng lưới hỗ trợ cho phụ nữ yếu thế" in page
    assert "2023 · Hội thảo" in page
    assert "Nghị quyết 202/2025/QH15" in page


def test_strangers_are_asked_to_sign_in(network, client):
    assert client.get("/cb/mang-luoi/").status_code == 302
