"""Floors: kept wherever they can be, as cheaply as others find, and said where they cannot."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketnoi.matching.rules import agreement, fairness, solving
from ketnoi.matching.tests import exact, make
from ketnoi.matching.tests.test_solving import NUMBERS, chance_pairs

STRICT = replace(agreement.on(make.DAY), least_awaited=0)


def placed_of(found, women):
    return int(found.placed[women].sum())


@make.tried(40)
@given(NUMBERS, st.integers(2, 5))
def test_a_fair_round_is_worth_what_others_find_under_the_same_floors(seed, many):
    told, chance = chance_pairs(seed, women=24, offers=8), np.random.default_rng(seed + 1)
    groups = {str(n): np.flatnonzero(chance.random(24) < 0.4) for n in range(many)}
    fair = fairness.fair(told, groups, STRICT)
    least = [floor.least - fair.short.get(floor.group, 0) for floor in fair.floors]

    assert fair.optimum.proven
    assert all(
        placed_of(fair.optimum, f.women) >= n for f, n in zip(fair.floors, least, strict=True)
    )
    if not fair.short:
        assert fair.points == exact.best_points(told, groups, least)


@make.tried(30)
@given(NUMBERS)
def test_a_floor_is_said_to_be_short_only_if_nobody_can_reach_it(seed):
    told = chance_pairs(seed, women=20, offers=5, share=0.15)
    women = np.arange(12)
    fair = fairness.fair(told, {"urgent": women}, STRICT)
    most = told.of(told.woman < len(women))

    assert fair.floors[0].least == 11
    reach = exact.best_points(replace(most, points=np.ones_like(most.points)), {}, [])
    assert fair.short.get("urgent", 0) == max(0, 11 - reach)


def test_a_group_that_is_passed_over_is_lifted_and_the_price_is_said():
    """Two places, ten women near, ten of another people far away."""
    women = [make.seeker(f"n{n}", groups=frozenset({"kinh"})) for n in range(10)]
    women += [make.seeker(f"f{n}", commune="c", groups=frozenset({"khmer"})) for n in range(10)]
    places = [make.offer(f"o{n}", places=5) for n in range(2)]
    made = make.a_round(women, places)

    shares = [sum(i.startswith(letter) for i in made.proposals) for letter in "nf"]
    assert shares == [5, 5]
    assert made.fair.cost_percent == pytest.approx(100 * 150 / 1900)


def test_a_group_too_small_to_have_a_share_has_no_floor():
    held = agreement.on(make.DAY)

    assert fairness.least("xa", 4, placed=50, of=100, points=held) == 0
    assert fairness.least("xa", 10, placed=50, of=100, points=held) == 5
    assert fairness.least("xa", 11, placed=50, of=100, points=held) == 5
    assert fairness.least("urgent", 10, placed=1, of=100, points=held) == 9


@pytest.mark.parametrize(
    ("urgency", "urgent"),
    [
        ((0, 0, 0, 0), set()),
        ((2, 2, 2, 2), set()),
        ((3, 2, 0, 0), {0}),
        ((3, 3, 2, 1, 0, 0), {0, 1}),
    ],
)
def test_the_most_urgent_are_the_top_steps_nearest_to_a_quarter(urgency, urgent):
    women = [make.seeker(f"w{n}", urgency=step) for n, step in enumerate(urgency)]
    told = fairness.groups(make.asked(women, [make.offer()]).table)

    assert set(told.get(fairness.URGENT, np.array([])).tolist()) == urgent


def test_halves_of_women_are_made_whole(monkeypatch):
    """Three groups that share women in pairs: in halves all floors hold, in whole women not."""
    tried = []
    monkeypatch.setattr(
        solving, "_whole", lambda *told, do=solving._whole: tried.append(1) or do(*told)
    )
    for seed in range(60):
        told, chance = chance_pairs(seed, women=12, offers=4, most=30), np.random.default_rng(seed)
        groups = {str(n): np.flatnonzero(chance.random(12) < 0.5) for n in range(4)}
        fair = fairness.fair(told, groups, STRICT)
        least = [floor.least - fair.short.get(floor.group, 0) for floor in fair.floors]
        if not fair.short:
            assert fair.points == exact.best_points(told, groups, least)

    assert tried
