"""Who fits: each rule alone, and two codes that must agree on every pair."""

from dataclasses import replace

import pytest
from hypothesis import given

from ketnoi.matching.rules import checking, fitting
from ketnoi.matching.tests import make

STANDS = {
    "kind": ({"wants": ("loan",)}, {}),
    "age": ({"age": 17}, {"min_age": 18}),
    "schooling": ({"schooling": 1}, {"schooling": 2}),
    "skills": ({"has": frozenset({"sewing"})}, {"asks": frozenset({"land"})}),
    "childcare": ({"needs_childcare": True}, {}),
    "access": ({"access": frozenset({"ramp"})}, {}),
    "distance": ({"farthest_km": 4}, {"commune": "b"}),
    "night": ({"no_night": True}, {"hours": frozenset({"night"})}),
    "hours": ({"free": frozenset({"morning"})}, {"hours": frozenset({"evening"})}),
    "verified": ({}, {"verified": False}),
    "said_no": ({"said_no": frozenset({"o"})}, {}),
    "unsafe_place": ({"avoids": frozenset({"a"})}, {}),
    "unsafe_partner": ({"avoids_partners": frozenset({"p"})}, {}),
    "too_old": ({"age": 41}, {"max_age": 40}),
}


def in_the_way(woman, its):
    return fitting.names(int(fitting.hindered(make.asked([woman], [its]).table)[0, 0]))


@pytest.mark.parametrize("rule", fitting.RULES)
def test_each_rule_stands_alone_where_it_is_meant_to(rule):
    her, its = STANDS[rule]
    woman, there = make.seeker(**her), make.offer(**its)

    assert in_the_way(make.seeker(), make.offer()) == ()
    assert in_the_way(woman, there) == (rule,)
    assert checking.broken(woman, there, make.GROUND) == {rule}


@pytest.mark.parametrize(
    ("her", "its"),
    [
        ({"farthest_km": 5}, {"commune": "b"}),
        ({"farthest_km": 1}, {"commune": "c", "from_home": True}),
        ({"farthest_km": 1, "commune": ""}, {"commune": "c"}),
        ({"age": None}, {}),
        ({"age": None}, {"max_age": 40}),
        ({"age": 40}, {"max_age": 40}),
        ({"wants": ()}, {}),
        ({"avoids": frozenset({"b"})}, {"commune": "", "from_home": True}),
        ({"free": frozenset()}, {"hours": frozenset({"night", "evening"})}),
    ],
)
def test_what_is_not_in_the_way(her, its):
    assert in_the_way(make.seeker(**her), make.offer(**its)) == ()


@pytest.mark.parametrize(
    ("her", "its", "rule"),
    [
        ({"age": None}, {"min_age": 15}, "age"),
        ({"avoids": frozenset({"b"})}, {"commune": ""}, "unsafe_place"),
        ({"avoids_partners": frozenset({"q"})}, {"partner": ""}, "unsafe_partner"),
    ],
)
def test_what_nobody_knows_is_not_safe(her, its, rule):
    assert in_the_way(make.seeker(**her), make.offer(**its)) == (rule,)


@make.tried(40)
@given(make.seekers(), make.offers())
def test_two_codes_agree_on_every_pair(women, offers):
    bits = fitting.hindered(make.asked(women, offers).table)

    for row, woman in zip(bits, women, strict=True):
        for found, there in zip(row, offers, strict=True):
            assert set(fitting.names(int(found))) == checking.broken(woman, there, make.GROUND)


@make.tried(40)
@given(make.seekers(), make.offers())
def test_no_round_goes_round_a_rule(women, offers):
    made = make.a_round(women, offers)

    assert checking.faults(made.proposals, women, offers, make.GROUND) == []


def test_the_second_look_sees_a_broken_rule_and_an_offer_given_twice():
    women = [make.seeker("w1", avoids=frozenset({"a"})), make.seeker("w2")]
    found = checking.faults({"w1": "o", "w2": "o"}, women, [make.offer()], make.GROUND)

    assert found == ["unsafe_place", "places"]


def test_a_round_that_the_second_look_refuses_is_thrown_away(monkeypatch):
    monkeypatch.setitem(checking._BREAKS, "kind", lambda w, o, g: True)

    with pytest.raises(checking.Unsafe, match="^kind$"):
        make.a_round([make.seeker()], [make.offer()])


def test_a_full_offer_is_proposed_to_nobody():
    assert make.a_round([make.seeker()], [replace(make.offer(), places=0)]).proposals == {}
