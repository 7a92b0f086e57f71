"""The engine held against the same weights in Python; the judge held against plain cases."""

import pytest

from ketnoi.bench.linking import judging
from ketnoi.bench.linking.invented import World
from ketnoi.bench.linking.methods import prepared
from ketnoi.linkage.rules import engine, weighing


def rows(size):
    return sorted(World(size, 3).rows(), key=lambda row: row.id)


def test_weighing_by_hand_agrees_with_the_engine_on_every_pair():
    records = prepared(rows(900))
    by_id = {record[0]: weighing.named(record[1:]) for record in records}
    scale = weighing.Scale(engine.levels(), engine.taught(), len(records))

    found = engine.link(records).pairs

    assert len(found) > 300
    for pair in found:
        one, two = by_id[pair.one], by_id[pair.two]
        assert weighing.codes(one, two) == pair.codes
        assert weighing.paper(one, two) == pair.paper
        assert scale.likely(one, two) == pytest.approx(pair.likely, abs=0.01)


def test_the_same_seed_invents_the_same_rows():
    assert rows(50) == rows(50)


def test_the_judge_counts_every_true_pair_and_every_false_one():
    invented = rows(200)
    by_woman = {}
    for row in invented:
        by_woman.setdefault(row.woman, []).append(row.id)
    true = [group for group in by_woman.values() if len(group) > 1]

    assert judging.judge(true, invented, 0.5).f1 == 1
    assert judging.judge(true[1:], invented, 0.5).recall < 1
    assert judging.judge([range(200)], invented, 0.5).precision < 0.1
