"""What suits her, and what of it may be said outside her file."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketnoi.livelihood import rules, terms
from ketnoi.livelihood.rules import BANDS, Her, Offer

COMMUNES = ("31591", "31594", "31600")
HOURS, SKILLS = terms.Hours.values, terms.Skill.values[:4]
PARTS = terms.Part.values


def some(values):
    return st.frozensets(st.sampled_from(values), max_size=3)


WOMEN = st.builds(
    Her,
    wishes=some(terms.Kind.values),
    skills=some(SKILLS),
    schooling=st.sampled_from(["", *terms.Schooling.values]),
    age_band=st.sampled_from(["", *BANDS]),
    hours=some(HOURS),
    needs_childcare=st.booleans(),
    needs_access=st.booleans(),
    furthest_km=st.sampled_from([None, *range(1, 61)]),
    avoids=some(COMMUNES),
)
OFFERS = st.builds(
    Offer,
    kind=st.sampled_from(terms.Kind.values),
    commune=st.sampled_from(["", *COMMUNES]),
    km=st.sampled_from([None, 0.0, 0.4, 3.2, 9.9, 10.0, 10.1, 44.4, 80.0]),
    hours=some(HOURS),
    least_age=st.sampled_from([None, *range(15, 41)]),
    most_age=st.sampled_from([None, *range(40, 71)]),
    schooling=st.sampled_from(["", *terms.Schooling.values]),
    skills=some(SKILLS),
    has_childcare=st.booleans(),
    is_accessible=st.booleans(),
    is_verified=st.booleans(),
)
TOLD = st.frozensets(st.sampled_from(PARTS))
SEWING = Offer(kind="job", commune="31591", km=3.2, hours=frozenset({"day"}), has_childcare=True)
LAN = Her(
    wishes=frozenset({"job"}),
    skills=frozenset({"sewing"}),
    schooling="lower",
    age_band="25_34",
    hours=frozenset({"day"}),
    needs_childcare=True,
    furthest_km=10,
)


def codes(findings):
    return [one.code for one in findings]


def test_what_suits_her_is_said_with_every_reason():
    found = rules.verdict(LAN, SEWING)

    assert found.fits
    assert codes(found.reasons) == [
        "near", "childcare", "hours", "wished", "no_schooling", "no_skills"
    ]  # fmt: skip
    assert found.reasons[0].number == 4


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"is_verified": False}, "unverified"),
        ({"km": 10.5}, "too_far"),
        ({"has_childcare": False}, "no_childcare"),
        ({"hours": frozenset({"day", "night"})}, "at_night"),
        ({"hours": frozenset({"evening"})}, "other_hours"),
        ({"kind": "loan"}, "not_wished"),
        ({"least_age": 35}, "too_young"),
        ({"most_age": 24}, "too_old"),
        ({"schooling": "upper"}, "schooling_short"),
        ({"skills": frozenset({"cooking"})}, "skills_short"),
    ],
)
def test_one_thing_that_speaks_against_it_is_the_one_that_is_said(changes, why):
    found = rules.verdict(LAN, replace(SEWING, **changes))

    assert not found.fits
    assert codes(found.against) == [why]


@pytest.mark.parametrize(
    ("unknown", "changes", "asks"),
    [
        ({"age_band": ""}, {"least_age": 20}, "ask_age"),
        ({"age_band": "25_34"}, {"least_age": 30}, "ask_age"),
        ({"schooling": ""}, {"schooling": "upper"}, "ask_schooling"),
        ({"skills": frozenset()}, {"skills": frozenset({"cooking"})}, "ask_skills"),
        ({}, {"km": None}, "ask_place"),
    ],
)
def test_what_nobody_told_us_refuses_nothing_and_is_asked(unknown, changes, asks):
    found = rules.verdict(replace(LAN, **unknown), replace(SEWING, **changes))

    assert found.fits
    assert codes(found.to_ask) == [asks]


@given(WOMEN, OFFERS)
def test_nothing_in_a_commune_she_must_avoid_ever_suits_her(her, offer):
    found = rules.verdict(her, offer)

    if offer.commune in her.avoids:
        assert not found.fits
    assert ("avoided" in codes(found.against)) == (offer.commune in her.avoids)


@given(WOMEN, OFFERS)
def test_every_refusal_has_its_reasons_and_they_are_true(her, offer):
    """Take away what is named, and the reason is gone: each is the sentence of one rule."""
    for one in rules.verdict(her, offer).against:
        mended = replace(offer, **MENDED[one.code](her))
        assert one.code not in codes(rules.verdict(her, mended).against)


MENDED = {
    "unverified": lambda her: {"is_verified": True},
    "avoided": lambda her: {"commune": ""},
    "too_far": lambda her: {"km": 0.0},
    "no_childcare": lambda her: {"has_childcare": True},
    "no_access": lambda her: {"is_accessible": True},
    "at_night": lambda her: {"hours": frozenset()},
    "other_hours": lambda her: {"hours": frozenset()},
    "not_wished": lambda her: {"kind": min(her.wishes)},
    "too_young": lambda her: {"least_age": None},
    "too_old": lambda her: {"most_age": None},
    "schooling_short": lambda her: {"schooling": ""},
    "skills_short": lambda her: {"skills": frozenset()},
}


@given(WOMEN, OFFERS, TOLD)
def test_outside_nothing_is_said_that_rests_on_what_she_did_not_agree_to_tell(her, offer, told):
    said = rules.outside(rules.verdict(her, offer), told=told)

    assert {one.part for one in said.found} <= {*told, "offer"}
    assert "avoided" not in codes(said.found)
    assert "too_far" not in codes(said.found)


@given(WOMEN, OFFERS, TOLD)
def test_outside_it_suits_her_exactly_when_it_does(her, offer, told):
    whole = rules.verdict(her, offer)

    assert rules.outside(whole, told=told).fits == whole.fits


@given(WOMEN, OFFERS.filter(lambda offer: offer.commune and offer.km), TOLD)
def test_a_place_she_must_avoid_looks_outside_like_one_that_is_too_far(her, offer, told):
    """Whoever sees the answer outside cannot tell danger from a long way."""
    free = replace(her, avoids=her.avoids - {offer.commune})
    avoiding = replace(free, avoids=free.avoids | {offer.commune}, furthest_km=None)
    tired = replace(free, furthest_km=0)
    tells = told - {"distance"}

    assert rules.outside(rules.verdict(avoiding, offer), told=tells) == rules.outside(
        rules.verdict(tired, offer), told=tells
    )


def test_everything_a_rule_can_find_has_its_words():
    sides = {"fits": terms.FITS, "against": terms.AGAINST, "ask": terms.TO_ASK}
    seen = {
        (one.side, one.code)
        for her in (LAN, replace(LAN, needs_access=True), Her())
        for changes in ({}, {"km": 8.0, "skills": frozenset({"sewing"})}, {"schooling": "upper"})
        for one in rules.verdict(her, replace(SEWING, **changes)).found
    }

    assert all(code in sides[side] for side, code in seen)
    assert {code for side, code in seen if side == "against"} <= set(MENDED)
    assert set(MENDED) | {"quiet"} == set(terms.AGAINST)


@pytest.mark.parametrize(("age", "band"), [(17, "under_18"), (18, "18_24"), (90, "from_55")])
def test_an_age_is_in_one_span(age, band):
    assert rules.band_of(age) == band
