"""Seals: one root over the heads, the same for whoever computes it, and readable from paper."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest

from ketnoi.foundation.trail.seals import START, NotASeal, Seal, read, root

pytestmark = pytest.mark.django_db

A, B, C = (UUID(int=n) for n in (1, 2, 3))
LEAVES = [(A, 3, b"a" * 32), (B, 1, b"b" * 32), (C, 7, b"c" * 32)]
NOON = datetime(2026, 11, 25, 5, tzinfo=UTC)
SEAL = Seal(4, NOON, NOON, 3, 11, 3, root(LEAVES), START)


def test_the_order_in_which_heads_are_told_does_not_matter():
    assert root(LEAVES) == root(reversed(LEAVES))


@pytest.mark.parametrize(
    "other",
    [
        [(A, 2, b"a" * 32), *LEAVES[1:]],
        [(A, 3, b"x" * 32), *LEAVES[1:]],
        [(UUID(int=9), 3, b"a" * 32), *LEAVES[1:]],
        LEAVES[1:],
        [*LEAVES, (UUID(int=4), 1, b"d" * 32)],
    ],
    ids=["length", "hash", "chain", "one less", "one more"],
)
def test_another_head_is_another_root(other):
    assert root(other) != root(LEAVES)


def test_a_tree_of_heads_is_no_head():
    pair = root(LEAVES[:2])

    assert root([*LEAVES[:2]]) != root([(A, 3, pair)])


def test_a_seal_survives_a_letter():
    signed = SEAL.signed()
    letter = f"Kính gửi đơn vị,\n\n{signed.line}\n\nCảm ơn."

    assert list(read(letter)) == [signed]
    assert signed.is_signed()


def test_a_seal_survives_paper():
    said = f"Dấu niêm:\n 4: {SEAL.digits}\n"

    assert list(read(said)) == [(4, SEAL.digits.replace(" ", ""))]


def test_a_changed_seal_is_signed_by_nobody():
    signed = SEAL.signed()

    assert not replace(signed, lines=10).is_signed()
    assert not replace(signed, prev=b"x" * 32).is_signed()
    assert not replace(signed, key=b"").is_signed()


def test_a_seal_that_cannot_be_read_is_refused():
    with pytest.raises(NotASeal):
        list(read('{"seal": 4, "at": "hôm qua"}'))
