"""The rivals agree where they are exact; the judges notice what is not true."""

import json
import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest

from ketnoi.bench.figures import Figure
from ketnoi.bench.matching import judging, rivals, seasons
from ketnoi.bench.matching.province import province
from ketnoi.matching.rules import agreement, reasons, rounds, solving
from ketnoi.matching.tests.make import DAY


@pytest.fixture(scope="module")
def asked():
    told = province(120, 30, seed=7)
    return rounds.asked(told.seekers, told.offers, told.ground, agreement.on(DAY), "2026-12-05")


@pytest.fixture(scope="module")
def columns(asked):
    told = asked.pairs
    return [c.astype(np.int64) for c in (told.woman, told.offer, told.points, told.places)]


def test_a_province_is_the_same_for_the_same_seed_and_another_for_another():
    assert province(20, 5, 7) == province(20, 5, 7) != province(20, 5, 8)


def test_the_exact_rivals_find_what_we_find_and_the_others_less(asked, columns):
    best = solving.optimum(asked.pairs).value // asked.pairs.scale

    assert rivals.scipy_highs(*columns)[0] == rivals.scipy_dense(*columns)[0] == best
    assert rivals.first_come(*columns)[0] < best
    assert rivals.greedy(*columns)[0] < best


def test_a_rival_reads_the_pairs_and_says_what_it_found(tmp_path, columns):
    names = ("woman", "offer", "points", "places")
    np.savez(tmp_path / "pairs.npz", **dict(zip(names, columns, strict=True)))
    command = [sys.executable, rivals.__file__, "greedy", str(tmp_path / "pairs.npz")]
    told = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)

    assert (told["points"], told["placed"]) == rivals.greedy(*columns)
    assert told["memory_mb"] > 1


def test_a_round_that_is_not_the_best_is_noticed(asked):
    best = solving.optimum(asked.pairs)
    worse = best.offer_of.copy()
    worse[np.flatnonzero(best.placed)[0]] = solving.NOWHERE

    assert judging.unproven(asked.pairs, best) == 0
    assert judging.unproven(asked.pairs, replace(best, offer_of=worse)) > 0
    assert judging.unproven(asked.pairs, replace(best, prices=best.prices + 1)) > 0


def test_a_reason_that_is_not_true_is_noticed(asked):
    made = rounds.make(asked)
    woman = int(np.flatnonzero(~made.optimum.placed)[0])
    told = reasons.why(made, woman, reasons.Audience.FILE)

    assert judging.is_true(made, woman, told)
    assert not judging.is_true(made, woman, replace(told, fits=told.fits + 1))
    assert not judging.is_true(made, woman, replace(told, buts=told.buts[1:]))
    assert judging.explained(made, 20, 10, seed=1).untrue == 0


def test_a_figure_may_have_a_least():
    assert Figure("share", 90, 90, must=True, at_least=True).ok
    assert not Figure("share", 89.9, 90, must=True, at_least=True).ok
    assert "≥ 90" in Figure("share", 91, 90, at_least=True).line


def test_a_season_loses_less_than_greed_and_no_more_than_hindsight():
    lived = seasons.season(women=200, offers=12, past=200, every=10, seed=5)

    assert lived.greedy < lived.ours <= lived.hindsight
