"""Women come one after the other: places are kept for who needs them, and never given twice."""

import numpy as np

from ketnoi.matching.rules.rolling import Ahead
from ketnoi.matching.rules.solving import NOWHERE

EASY, HARD = [100, 101], [0, 150]
"""Two offers: who has both, and who can only take the second."""


def test_a_place_that_only_few_can_take_is_kept_for_them():
    before = np.array([EASY, HARD] * 20)
    ahead = Ahead(before, np.array([5, 5]), awaited=10)

    assert ahead.arrives(np.array(EASY)) == 0
    assert ahead.arrives(np.array(HARD)) == 1


def test_where_nobody_else_is_awaited_she_is_proposed_the_best():
    ahead = Ahead(np.array([EASY, HARD] * 20), np.array([5, 5]), awaited=0)

    assert ahead.arrives(np.array(EASY)) == 1


def test_no_place_is_given_twice_and_none_that_does_not_fit():
    ahead = Ahead(np.array([EASY]), np.array([1, 0]), awaited=3)
    given = [ahead.arrives(np.array(points)) for points in (HARD, EASY, EASY)]

    assert given == [NOWHERE, 0, NOWHERE]
