"""What suits her by the rules of `matching`, and what of it may be said outside her file."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ketnoi.livelihood import rules, terms
from ketnoi.livelihood.models import Opportunity, WorkProfile
from ketnoi.livelihood.queries.mapping import Known, OnTheMap, offer_of
from ketnoi.livelihood.rules import BANDS
from ketnoi.matching import queries as matching
from ketnoi.matching.rules import fitting
from ketnoi.matching.terms import InTheWay, Meets
from ketnoi.places.models import Commune

MIDDLES = {"31591": 0.00, "31594": 0.03, "31600": 0.40}
COMMUNES = {
    code: Commune(code=code, name=code, latitude=9.6 + north, longitude=105.9)
    for code, north in MIDDLES.items()
}
HOURS, SKILLS = terms.Hours.values, terms.Skill.values[:4]
PARTS = terms.Part.values
PLACES = [None, *COMMUNES]
TOLD = st.frozensets(st.sampled_from(PARTS))
FEW = settings(max_examples=60, deadline=None)


def some(values):
    return st.lists(st.sampled_from(values), max_size=3, unique=True)


WOMEN = st.fixed_dictionaries(
    {
        "wishes": some(terms.Kind.values),
        "skills": some(SKILLS),
        "schooling": st.sampled_from(["", *terms.Schooling.values]),
        "age_band": st.sampled_from(["", *BANDS]),
        "hours": some(HOURS),
        "needs_childcare": st.booleans(),
        "needs_access": st.booleans(),
        "furthest_km": st.sampled_from([None, 1, 5, 60]),
        "home": st.sampled_from(PLACES),
        "avoids": st.frozensets(st.sampled_from([*COMMUNES]), max_size=2),
    }
)
OFFERS = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(terms.Kind.values),
        "commune": st.sampled_from(PLACES),
        "shifts": some(HOURS),
        "least_age": st.sampled_from([None, 15, 20, 35]),
        "most_age": st.sampled_from([None, 40, 60]),
        "schooling": st.sampled_from(["", *terms.Schooling.values]),
        "skills": some(SKILLS),
        "has_childcare": st.booleans(),
        "is_accessible": st.booleans(),
        "verified_on": st.sampled_from([None, "2026-11-02"]),
    }
)
LAN = {
    "wishes": ["job"],
    "skills": ["sewing"],
    "schooling": "lower",
    "age_band": "25_34",
    "hours": ["day"],
    "needs_childcare": True,
    "needs_access": False,
    "furthest_km": 5,
    "home": "31591",
    "avoids": frozenset(),
}
SEWING = {
    "kind": "job",
    "commune": "31594",
    "shifts": ["day"],
    "has_childcare": True,
    "verified_on": "2026-11-02",
}


def judged(her, its):
    """What is found about an offer for her, as her file finds it."""
    profile = WorkProfile(**{n: v for n, v in her.items() if n not in {"home", "avoids"}})
    known = Known(profile, COMMUNES.get(her["home"]), her["avoids"])
    facts = {n: v for n, v in its.items() if n != "commune"}
    return known.of(Opportunity(places=1, commune=COMMUNES.get(its["commune"]), **facts))


def test_what_suits_her_is_said_with_every_reason():
    found = judged(LAN, SEWING)

    assert found.fits
    assert found.meets == ("kind", "distance", "childcare", "night", "hours")
    assert found.km == 3


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"verified_on": None}, "verified"),
        ({"commune": "31600"}, "distance"),
        ({"has_childcare": False}, "childcare"),
        ({"shifts": ["day", "night"]}, "night"),
        ({"shifts": ["evening"]}, "hours"),
        ({"kind": "loan"}, "kind"),
        ({"least_age": 35}, "age"),
        ({"most_age": 24}, "too_old"),
        ({"schooling": "upper"}, "schooling"),
        ({"skills": ["cooking"]}, "skills"),
    ],
)
def test_one_thing_that_speaks_against_it_is_the_one_that_is_said(changes, why):
    found = judged(LAN, {**SEWING, **changes})

    assert not found.fits
    assert found.against == (why,)


@pytest.mark.parametrize(
    ("unknown", "changes", "asks"),
    [
        ({"age_band": ""}, {"most_age": 40}, "age"),
        ({"age_band": "25_34"}, {"most_age": 30}, "age"),
        ({"schooling": ""}, {"schooling": "upper"}, "schooling"),
        ({"skills": []}, {"skills": ["cooking"]}, "skills"),
        ({"home": None}, {}, "distance"),
    ],
)
def test_what_nobody_told_us_refuses_nothing_and_is_asked(unknown, changes, asks):
    found = judged({**LAN, **unknown}, {**SEWING, **changes})

    assert found.fits
    assert found.to_ask == (asks,)
    assert asks not in found.meets


@pytest.mark.parametrize("band", ["", "18_24"])
def test_an_age_that_may_be_too_young_is_not_safe_and_is_asked(band):
    found = judged({**LAN, "age_band": band}, {**SEWING, "least_age": 20})

    assert (found.against, found.to_ask) == (("age",), ("age",))


def test_where_she_avoids_some_place_one_that_nobody_knows_is_not_safe():
    found = judged({**LAN, "avoids": frozenset({"31600"})}, {**SEWING, "commune": None})

    assert found.against == ("unsafe_place",)


@FEW
@given(WOMEN, OFFERS)
def test_nothing_in_a_commune_she_must_avoid_ever_suits_her(her, offer):
    found = judged(her, offer)

    is_there = offer["commune"] in her["avoids"]
    is_unknown = offer["commune"] is None and bool(her["avoids"])
    assert ("unsafe_place" in found.against) == (is_there or is_unknown)


@FEW
@given(WOMEN, OFFERS)
def test_her_page_and_a_round_find_the_same(her, offer):
    """One set of rules: what the page says is what a round goes by."""
    profile = WorkProfile(**{n: v for n, v in her.items() if n not in {"home", "avoids"}})
    known = Known(profile, COMMUNES.get(her["home"]), her["avoids"])
    facts = {n: v for n, v in offer.items() if n != "commune"}
    one = Opportunity(places=1, commune=COMMUNES.get(offer["commune"]), **facts)

    assert known.of(one).fits == bool(_round(known, one).proposals)


def _round(known, one):
    seeker = replace(known.seeker, id="w")
    ground = OnTheMap(communes=COMMUNES)
    return matching.round_of([seeker], [offer_of(one, places=1)], ground, date(2026, 12, 5), "s")


@FEW
@given(WOMEN, OFFERS, TOLD)
def test_outside_nothing_is_said_that_rests_on_what_she_did_not_agree_to_tell(her, offer, told):
    said = rules.outside(judged(her, offer), told=told)

    parts = {rules.PART_OF[rule] for rule in said.against} | {*said.to_ask}
    parts |= {"distance" if rule == "distance" else rules.PART_OF[rule] for rule in said.meets}
    assert parts <= {*told, "offer"}
    assert not {"unsafe_place", "said_no", "distance"} & {*said.against}
    assert said.km is None or "distance" in told


@FEW
@given(WOMEN, OFFERS, TOLD)
def test_outside_it_suits_her_exactly_when_it_does(her, offer, told):
    whole = judged(her, offer)

    assert rules.outside(whole, told=told).fits == whole.fits


@FEW
@given(WOMEN, OFFERS.filter(lambda offer: offer["commune"] == "31600"), TOLD)
def test_a_place_she_must_avoid_looks_outside_like_one_that_is_too_far(her, offer, told):
    """Whoever sees the answer outside cannot tell danger from a long way."""
    free = {**her, "avoids": frozenset(), "home": "31591"}
    avoiding = {**free, "avoids": frozenset({"31600"}), "furthest_km": None}
    tired = {**free, "furthest_km": 1}
    tells = told - {"distance"}

    assert rules.outside(judged(avoiding, offer), told=tells) == rules.outside(
        judged(tired, offer), told=tells
    )


def test_every_rule_has_its_part_and_its_words():
    assert set(rules.PART_OF) == set(fitting.RULES)
    assert set(fitting.RULES) <= set(InTheWay.values)
    assert {rule for rule in Meets.values if rule != "distance"} <= set(rules.PART_OF)
    assert {rule for rule, part in rules.PART_OF.items() if part == "place"} >= fitting.SECRET
    assert rules.NEVER_PROPOSED <= fitting.SAFETY


@pytest.mark.parametrize(("age", "band"), [(17, "under_18"), (18, "18_24"), (90, "from_55")])
def test_an_age_is_in_one_span(age, band):
    assert rules.band_of(age) == band
