"""What staff see while they type a place."""

import json
from dataclasses import dataclass, field
from types import SimpleNamespace

import pytest
from django.contrib.auth.models import AnonymousUser

from ketnoi.foundation.actor import System
from ketnoi.places import views

pytestmark = pytest.mark.django_db
CAN_THO = SimpleNamespace(province_id="92")


@dataclass(frozen=True)
class Member(System):
    """As much of a member as this page asks for: her agency is in Cần Thơ."""

    agency: SimpleNamespace = field(default_factory=lambda: CAN_THO)


def lines(response):
    return json.loads(response.content)


def test_staff_get_values_labels_and_old_names(rf):
    request = rf.get("/cb/xa-phuong/", {"q": "thuan hung my tu"})
    request.member = Member()

    response = views.communes_like(request)

    assert lines(response) == [
        {
            "value": "31591",
            "label": "Xã Mỹ Hương, TP Cần Thơ",
            "hint": "trước là xã Thuận Hưng, huyện Mỹ Tú, tỉnh Sóc Trăng",
        }
    ]
    assert response["Content-Type"] == "application/json"


def test_no_more_than_eight_are_shown_and_those_at_home_first(rf):
    request = rf.get("/cb/xa-phuong/", {"q": "tân"})
    request.member = Member()

    found = lines(views.communes_like(request))

    assert len(found) == 8
    assert all(line["label"].endswith("TP Cần Thơ") for line in found)


def test_without_words_the_list_is_empty(rf):
    request = rf.get("/cb/xa-phuong/")
    request.member = Member()

    assert lines(views.communes_like(request)) == []


def test_strangers_are_asked_to_sign_in(rf):
    request = rf.get("/cb/xa-phuong/", {"q": "mỹ tú"})
    request.user, request.member = AnonymousUser(), None

    assert views.communes_like(request).status_code == 302


def test_nothing_can_be_sent_here(rf):
    request = rf.post("/cb/xa-phuong/", {"q": "mỹ tú"})
    request.member = Member()

    assert views.communes_like(request).status_code == 405
