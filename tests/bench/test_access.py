"""The measurement of who reaches what asks both ways the same, and gets the same answers."""

import pytest
from django.db import transaction

from ketnoi.bench import naive, reaching
from ketnoi.bench.crowd import Crowd
from ketnoi.foundation import name_index
from ketnoi.foundation.guard.context import reading

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "owner"])
FEW = 4_000


@pytest.fixture
def crowd(monkeypatch):
    monkeypatch.setattr("ketnoi.bench.crowd.AGENCIES", 20)
    monkeypatch.setattr("ketnoi.bench.crowd.MEMBERS", 4)
    monkeypatch.setattr(naive, "NEAR", list(range(name_index.MOST_TAGS)))
    Crowd(FEW).load()
    naive.fill()


def answers(member, ways):
    found = []
    for using, ask in ways:
        with reading(member), transaction.atomic(using=using):
            found.append(ask())
    return found


def test_both_ways_answer_the_same_for_a_volunteer_and_for_agencies_small_and_big(crowd):
    found = {}
    for who, member in reaching.people().items():
        for what, ways in reaching.questions(member).items():
            ours, peer = answers(member, ways)
            found[what, who] = ours
            assert ours == peer, (what, who)

    assert len(found) == 14
    assert {what for (what, _who), answer in found.items() if not answer} <= {"search"}
    assert found["search", "big"]
