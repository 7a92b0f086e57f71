"""Loading the demo: once, quickly the second time, and on the true day afterwards."""

import time
from collections import Counter

import pytest

from ketnoi.agencies import queries as agencies
from ketnoi.demo import load, people
from ketnoi.foundation import clock
from ketnoi.foundation.trail import verify
from ketnoi.foundation.trail.models import Line

pytestmark = pytest.mark.usefixtures("demo")
STORY = ["lan", "minh", "yen", "kim", "dung", "hoa"]
OTHERS = {"phuc", "tam", "binh", "sa", "quan", "mai"}
AT_ONCE = 0.1


def lines() -> list[tuple]:
    return list(
        Line.objects.using("owner").order_by("chain", "seq").values_list("chain", "seq", "at")
    )


def test_the_people_tell_the_story_in_their_order():
    keys = [person["key"] for person in people()]

    assert keys[: len(STORY)] == STORY
    assert set(keys) >= OTHERS


def test_each_person_says_her_role_her_agency_and_how_to_be_her():
    [lan, *_others] = people()

    assert lan == {
        "key": "lan",
        "role": "caseworker",
        "agency": "Hội Liên hiệp Phụ nữ xã Mỹ Tú",
        "sign_in": "/cb/vao-vai/lan/",
    }


def test_notices_have_an_address_that_leads_nowhere():
    members = {m.user.get_username(): m.user.email for m in agencies.demo_members()}

    assert members["demo-lan"] == "lan@ket-noi.example"
    assert all(address.endswith("@ket-noi.example") for address in members.values())


def test_progress_is_shown(demo):
    assert len(demo) > 2
    assert all(" / " in line for line in demo)


def test_loading_again_changes_nothing_and_takes_no_time():
    before, start = lines(), time.perf_counter()

    load(progress=pytest.fail)

    assert time.perf_counter() - start < AT_ONCE
    assert lines() == before


def test_the_clock_shows_the_true_day_afterwards():
    assert not clock.offset()


def test_every_chain_of_the_trail_holds():
    assert verify.verify() == []


def test_each_chain_goes_forward_in_time_and_ends_before_now():
    now, last = clock.now(), {}

    for chain, _seq, at in lines():
        assert at >= last.get(chain, at) or chain in of_agencies()
        last[chain] = at

    assert max(last.values()) <= now


def test_the_story_lasts_longer_than_a_year():
    days = Counter(at.date() for _chain, _seq, at in lines())

    assert (max(days) - min(days)).days > 400


def of_agencies() -> set:
    """Chains that gather what happened around several files."""
    return {m.agency_id for m in agencies.demo_members()} | {network_chain()}


def network_chain():
    from ketnoi.foundation.trail.lines import NETWORK_CHAIN

    return NETWORK_CHAIN
