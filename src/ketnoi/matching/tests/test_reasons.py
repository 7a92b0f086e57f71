"""Reasons are true: change what a reason says, and what it explains changes. Secrets stay."""

from dataclasses import replace

from hypothesis import given

from ketnoi.matching.rules import checking, reasons
from ketnoi.matching.rules.readers import Audience, No, Yes
from ketnoi.matching.tests import make

ALLOWS = {
    "kind": lambda w, o: (replace(w, wants=make.KINDS), o),
    "age": lambda w, o: (w, replace(o, min_age=None)),
    "schooling": lambda w, o: (w, replace(o, schooling=0)),
    "skills": lambda w, o: (w, replace(o, asks=frozenset())),
    "childcare": lambda w, o: (w, replace(o, has_childcare=True)),
    "access": lambda w, o: (w, replace(o, access=frozenset({"ramp"}))),
    "distance": lambda w, o: (replace(w, farthest_km=None), o),
    "night": lambda w, o: (replace(w, no_night=False), o),
    "hours": lambda w, o: (replace(w, free=frozenset()), o),
    "verified": lambda w, o: (w, replace(o, verified=True)),
    "said_no": lambda w, o: (replace(w, said_no=frozenset()), o),
    "unsafe_place": lambda w, o: (replace(w, avoids=frozenset()), o),
    "unsafe_partner": lambda w, o: (replace(w, avoids_partners=frozenset()), o),
    "too_old": lambda w, o: (w, replace(o, max_age=None)),
}
"""What would have to change for a rule to stand in the way no longer."""

TAKES_AWAY = {
    "kind": lambda w, o: (replace(w, wants=tuple(k for k in w.wants if k != o.kind)), o),
    "distance": lambda w, o: (replace(w, farthest_km=-1), o),
    "childcare": lambda w, o: (w, replace(o, has_childcare=False)),
    "access": lambda w, o: (w, replace(o, access=frozenset())),
    "night": lambda w, o: (w, replace(o, hours=frozenset({"night"}))),
    "hours": lambda w, o: (w, replace(o, hours=frozenset({"another time"}))),
    "skills": lambda w, o: (w, replace(o, asks=frozenset({"another skill"}))),
    "schooling": lambda w, o: (w, replace(o, schooling=99)),
}
"""What would have to change for her not to find there what she was told she finds."""


def changed(women, offers, woman, offer, change):
    """The round again, with this woman and this offer otherwise."""
    her, its = change(women[woman], offers[offer])
    women, offers = list(women), list(offers)
    women[woman], offers[offer] = her, its
    return make.a_round(women, offers), women, offers


def refused(made):
    return [n for n, s in enumerate(made.asked.seekers) if s.id not in made.proposals]


@make.tried(40)
@given(make.seekers(), make.offers())
def test_where_one_rule_alone_is_named_it_fits_without_that_rule(women, offers):
    made = make.a_round(women, offers)

    for woman in refused(made):
        for offer, its in enumerate(offers):
            rules = reasons.at(made, woman, offer, Audience.FILE)
            if len(rules) == 1 and rules[0] in ALLOWS:
                again, hers, theirs = changed(women, offers, woman, offer, ALLOWS[rules[0]])
                fits = not checking.broken(hers[woman], theirs[offer], make.GROUND)
                told = reasons.at(again, woman, offer, Audience.FILE)
                assert fits
                assert told == (reasons.NOT_THIS_TIME,)
                assert again.proposals.get(hers[woman].id) or not its.places or _full(again, offer)


@make.tried(40)
@given(make.seekers(), make.offers())
def test_the_counts_of_a_refusal_are_what_a_recount_finds(women, offers):
    made = make.a_round(women, offers)

    for woman in refused(made):
        told = reasons.why(made, woman, Audience.FILE)
        ways = [checking.broken(women[woman], o, make.GROUND) for o in offers]
        assert told.fits == sum(not rules for rules in ways)
        for but in told.buts:
            alone = [o for o, rules in zip(offers, ways, strict=True) if rules == {but.rule}]
            assert (but.offers, but.places) == (len(alone), sum(o.places for o in alone))
        if told.both:
            assert len(told.both) == min(len(rules) for rules in ways) > 0
            assert set(told.both) in ways


@make.tried(40)
@given(make.seekers(), make.offers())
def test_what_she_finds_there_is_why_she_is_proposed_to_it(women, offers):
    made = make.a_round(women, offers)

    for woman, seeker in enumerate(women):
        told = reasons.why(made, woman, Audience.FILE)
        if isinstance(told, Yes):
            offer = next(n for n, o in enumerate(offers) if o.id == told.offer)
            assert "kind" in told.meets
            for rule in told.meets:
                again, *_ = changed(women, offers, woman, offer, TAKES_AWAY[rule])
                assert again.proposals.get(seeker.id) != told.offer


@make.tried(40)
@given(make.easy(), make.wide())
def test_places_that_fit_her_are_taken_by_those_who_are_counted(women, offers):
    made = make.a_round(women, offers)

    for woman in refused(made):
        told = reasons.why(made, woman, Audience.FILE)
        fits = {o.id for o in offers if not checking.broken(women[woman], o, make.GROUND)}
        theirs = [w for w in women if made.proposals.get(w.id) in fits]
        assert told.places == len(theirs)
        assert told.more_urgent == sum(w.urgency > women[woman].urgency for w in theirs)
        assert told.as_urgent == sum(w.urgency == women[woman].urgency for w in theirs)


@make.tried(60)
@given(make.seekers(), make.offers())
def test_outside_her_file_nothing_tells_what_she_must_avoid(women, offers):
    """A reader who knows her needs and the round learns the same as if she avoided nothing."""
    made = make.a_round(women, offers)
    nothing: frozenset[str] = frozenset()
    open_ = [replace(w, avoids=nothing, avoids_partners=nothing, said_no=nothing) for w in women]
    as_if = replace(made, asked=make.asked(open_, offers))

    for woman in range(len(women)):
        seen = reasons.why(made, woman, Audience.OUTSIDE)
        assert seen == reasons.why(as_if, woman, Audience.OUTSIDE)
        for offer in range(len(offers)):
            seen = reasons.at(made, woman, offer, Audience.OUTSIDE)
            assert seen == reasons.at(as_if, woman, offer, Audience.OUTSIDE)
            assert not reasons.HERS_ALONE & set(seen)


def test_a_place_she_must_avoid_reads_outside_like_one_that_went_to_another():
    hidden = make.seeker("w0", avoids=frozenset({"a"}))
    passed = make.a_round([hidden], [make.offer()])
    women = [make.seeker("w0"), make.seeker("w1", urgency=3)]
    taken = make.a_round(women, [make.offer()])

    for made in (passed, taken):
        assert reasons.at(made, 0, 0, Audience.OUTSIDE) == (reasons.NOT_THIS_TIME,)
        assert reasons.why(made, 0, Audience.OUTSIDE) == No(1, 1, 0, 0, ())
    assert reasons.at(passed, 0, 0, Audience.FILE) == ("unsafe_place",)


def test_urgency_and_points_stay_in_her_file():
    made = make.a_round([make.seeker(urgency=3)], [make.offer()])

    assert reasons.why(made, 0, Audience.OUTSIDE).points == ()
    assert dict(reasons.why(made, 0, Audience.FILE).points) == {
        "placed": 100, "wish": 60, "urgency": 100, "near": 30,
    }  # fmt: skip


@make.tried(40)
@given(make.seekers(), make.offers())
def test_the_points_of_a_proposal_add_up(women, offers):
    made = make.a_round(women, offers)
    told = made.asked.pairs
    chosen = made.optimum.offer_of[told.woman] == told.offer
    earned = dict(zip(told.woman[chosen].tolist(), told.points[chosen].tolist(), strict=True))

    for woman, points in earned.items():
        assert sum(many for _, many in reasons.why(made, woman, Audience.FILE).points) == points


def test_she_is_asked_about_a_short_list_that_begins_with_the_proposal():
    offers = [make.offer("o0"), make.offer("o1", commune="c"), make.offer("o2", kind="loan"),
              make.offer("o3", verified=False)]  # fmt: skip
    made = make.a_round([make.seeker()], offers)

    assert reasons.shortlist(made, 0, 3) == ["o0", "o2", "o1"]
    assert reasons.shortlist(made, 0, 2) == ["o0", "o2"]


def _full(made, offer):
    its = made.asked.offers[offer]
    return len(made.taken.get(its.id, ())) == its.places


def test_where_nothing_is_on_offer_nothing_stands_in_the_way():
    assert reasons.why(make.a_round([make.seeker()], []), 0, Audience.FILE) == No(0, 0, 0, 0, ())
