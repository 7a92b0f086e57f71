"""One more place: what it is worth and whom it helps."""

from hypothesis import given
from hypothesis import strategies as st

from ketnoi.matching.rules import what_if
from ketnoi.matching.tests import exact, make


@make.tried(40)
@given(make.easy(3, 9), make.wide(), st.integers(0, 4))
def test_what_one_more_place_is_worth_is_what_others_find(women, offers, which):
    made = make.a_round(women, offers)
    offer = offers[which % len(offers)].id
    gain = what_if.one_more(made, offer)

    members = {f.group: f.women for f in made.fair.floors}
    least = [f.least for f in made.fair.floors]
    then = made.asked.with_places(offer, 1).pairs
    if not made.fair.short:
        assert made.fair.points + gain.points == exact.best_points(then, members, least)
        assert gain.points >= 0


def test_it_helps_who_comes_to_a_place_and_who_comes_to_a_better_one():
    """One woman makes do with the place far away, which is the only one for another."""
    near, far = make.offer("near"), make.offer("far", kind="loan", commune="b")
    women = [
        make.seeker("w0", wants=("job", "loan"), urgency=3),
        make.seeker("w1", wants=("loan",)),
        make.seeker("w2", wants=("job",), urgency=3),
    ]
    made = make.a_round(women, [near, far])
    gain = what_if.one_more(made, "near")

    assert made.proposals == {"w2": "near", "w0": "far"}
    assert (gain.placed, gain.better, gain.points) == (("w1",), ("w0",), 182 + 250 - 222)


def test_a_place_that_fits_nobody_helps_nobody():
    made = make.a_round([make.seeker()], [make.offer("o0"), make.offer("o1", verified=False)])

    assert what_if.one_more(made, "o1").points == 0
    assert what_if.one_more(made, "o1").placed == ()
