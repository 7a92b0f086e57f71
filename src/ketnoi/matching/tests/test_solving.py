"""The best round: equal to what others find, proven, and the same in whatever order it is told."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketnoi.matching.rules import pairs, prices, rounds, solving
from ketnoi.matching.tests import exact, make

NUMBERS = st.integers(0, 2**32 - 1)


def chance_pairs(seed, women=60, offers=15, most=6, share=0.4):
    """A round of bare numbers with many equals, larger than people draw by hand."""
    chance = np.random.default_rng(seed)
    woman, offer = np.nonzero(chance.random((women, offers)) < share)
    points = chance.integers(1, most, len(woman)) * 10
    lots = chance.integers(0, pairs.LOTS, len(woman))
    places = chance.integers(0, 5, offers)
    numbers = (column.astype(np.int32) for column in (woman, offer, points, lots))
    return pairs.Pairs(*numbers, women, places)


@make.tried(40)
@given(make.easy(), make.wide())
def test_a_round_is_worth_what_others_find(women, offers):
    told = make.asked(women, offers).pairs
    found = solving.optimum(told)

    assert found.value == exact.best_value(told)
    assert exact.unproven(told, found) == 0


@make.tried(40)
@given(NUMBERS)
def test_a_large_round_with_many_equals_is_worth_what_others_find(seed):
    told = chance_pairs(seed)
    found = solving.optimum(told)

    assert found.value == exact.best_value(told)
    assert found.value == found.bound
    assert exact.unproven(told, found) == 0


@make.tried(20)
@given(NUMBERS)
def test_a_bad_first_guess_costs_time_and_not_points(seed):
    told = chance_pairs(seed)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(prices, "guessed", lambda told: np.full(len(told.places), 30.0))
        patch.setattr(solving, "FIRST", 1)
        patch.setattr(solving, "OF_AN_OFFER", 0)
        found = solving.optimum(told)

    assert found.value == exact.best_value(told)


@make.tried(30)
@given(make.easy(), make.wide(), st.randoms(use_true_random=False))
def test_the_order_of_the_lists_decides_nothing(women, offers, chance):
    first = make.a_round(women, offers)
    chance.shuffle(women)
    chance.shuffle(offers)

    assert make.a_round(women, offers).proposals == first.proposals


@make.tried(40)
@given(make.easy(), make.wide())
def test_nobody_is_left_out_where_a_place_that_fits_is_free(women, offers):
    asked = make.asked(women, offers)
    found = solving.optimum(asked.pairs)
    taken = Counter(found.offer_of[found.placed].tolist())

    assert all(taken[n] <= o.places for n, o in enumerate(offers))
    for woman, offer in zip(asked.pairs.woman, asked.pairs.offer, strict=True):
        assert found.placed[woman] or taken[int(offer)] == offers[offer].places


def test_among_equals_the_published_lot_decides():
    women = [make.seeker(f"w{n}") for n in range(12)]
    winner = {
        seed: next(iter(make.a_round(women, [make.offer()], seed).proposals)) for seed in "abcde"
    }

    for seed, her in winner.items():
        drawn = {
            w.id: pairs.lots(*(np.array([pairs.draw(seed, *whose)], np.uint64)
                               for whose in (("w", w.id), ("o", "o"))))[0]
            for w in women
        }  # fmt: skip
        assert her == max(drawn, key=lambda w: drawn[w])
    assert len(set(winner.values())) > 1


def test_points_come_before_lots():
    women = [make.seeker("near"), *(make.seeker(f"w{n}", commune="c") for n in range(30))]

    for seed in "abcdefgh":
        assert set(make.a_round(women, [make.offer()], seed).proposals) == {"near"}


@pytest.mark.parametrize(
    ("women", "offers"), [([], []), ([make.seeker()], []), ([], [make.offer()])]
)
def test_an_empty_round_proposes_nothing(women, offers):
    assert make.a_round(women, offers).proposals == {}


def test_two_of_one_id_are_refused():
    with pytest.raises(ValueError, match="twice"):
        make.asked([make.seeker(), make.seeker()], [])


def test_without_a_proof_nothing_is_proposed(monkeypatch):
    monkeypatch.setattr(solving, "MOST_ROUNDS", 0)

    with pytest.raises(solving.Unproven):
        rounds.make(make.asked([make.seeker()], [make.offer()]))
