"""The attack on stolen tags: no key, but a public sample of names as frequent as the real ones.

First tags and guesses are laid side by side by how often they occur; then a graph matching (FAQ)
moves them until tags that occur together are guesses that occur together. The attacker is told the
year and the partition of every tag: they show by themselves, since tags of one cell only ever
occur with each other.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import numpy as np
from scipy.optimize import quadratic_assignment

MOST_MATCHED = 700
STEPS = 40
SOFT = 0.15

Feature = Hashable
Features = Sequence[frozenset[Any]]


@dataclass(frozen=True)
class Broken:
    """What an attack brought: the share of tags guessed, and of people whose every tag is."""

    tags: float
    people: float


def attack(stolen: Features, public: Features, truth: Callable[[Any], Feature]) -> Broken:
    """Guess every tag of these people; `truth` says what a tag really is, to count the hits."""
    tags, guesses = _by_frequency(stolen), _by_frequency(public)
    count = min(MOST_MATCHED, len(tags), len(guesses))
    ours, theirs = _together(stolen, tags[:count]), _together(public, guesses[:count])
    moved = _matched(ours, theirs)
    guessed = dict(zip(tags, guesses, strict=False))
    guessed |= {tags[i]: guesses[j] for i, j in enumerate(moved)}
    return _hits(guessed, tags, stolen, truth)


def by_rank_only(stolen: Features, public: Features, truth: Callable[[Any], Feature]) -> Broken:
    """The first step alone."""
    tags, guesses = _by_frequency(stolen), _by_frequency(public)
    return _hits(dict(zip(tags, guesses, strict=False)), tags, stolen, truth)


def _hits(guessed: dict, tags: list, stolen: Features, truth: Callable[[Any], Feature]) -> Broken:
    right = {tag for tag, guess in guessed.items() if truth(tag) == guess}
    whole = sum(1 for person in stolen if person and person <= right)
    return Broken(len(right) / len(tags), whole / len(stolen))


def _by_frequency(people: Features) -> list[Any]:
    counts = Counter(feature for person in people for feature in person)
    return sorted(counts, key=lambda feature: (-counts[feature], str(feature)))


def _together(people: Features, features: list[Any]) -> np.ndarray:
    """How often each two features occur together, as a share; alone on the diagonal."""
    place = {feature: n for n, feature in enumerate(features)}
    found = np.zeros((len(features), len(features)))
    for person in people:
        known = [place[feature] for feature in person if feature in place]
        for one in known:
            found[one, one] += 1
        for one, other in combinations(known, 2):
            found[one, other] += 1
            found[other, one] += 1
    # The root keeps a few very frequent ones from drowning the rest.
    return np.sqrt(found / max(len(people), 1))


def _matched(ours: np.ndarray, theirs: np.ndarray) -> list[int]:
    start = _softly(np.diag(ours), np.diag(theirs))
    options = {
        "maximize": True,
        "P0": start,
        "maxiter": STEPS,
        "tol": 1e-3,
        "rng": np.random.default_rng(1),
    }
    result = quadratic_assignment(ours, theirs, method="faq", options=options)
    return [int(n) for n in result.col_ind]


def _softly(ours: np.ndarray, theirs: np.ndarray) -> np.ndarray:
    """A doubly stochastic start: a tag is likely what is about as frequent."""
    apart = np.log(ours[:, None] + 1e-9) - np.log(theirs[None, :] + 1e-9)
    soft = np.exp(-(apart**2) / SOFT) + 1e-6
    for _n in range(200):
        soft /= soft.sum(axis=1, keepdims=True)
        soft /= soft.sum(axis=0, keepdims=True)
    return soft
