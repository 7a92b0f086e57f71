"""Many records at once: copied as the fields seal them, with lines whose chains hold."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from django.db import connections, transaction

from ketnoi.foundation import bulk, trail
from ketnoi.foundation.actor import System
from ketnoi.foundation.guard.context import acting
from ketnoi.foundation.models import Holiday, Line
from ketnoi.foundation.trail.lines import WordsInTrail
from ketnoi.foundation.trail.verify import verify

AT = datetime(2026, 3, 2, 1, 30, 0, 250, tzinfo=UTC)

both = pytest.mark.django_db(transaction=True, databases=["default", "owner"])


def line(chain, verb="case.opened", **facts):
    agency = uuid4()
    return Line(
        chain=chain,
        at=AT,
        actor="member:1",
        agency=agency,
        holder=agency,
        verb=verb,
        about="cases.Case:1",
        facts=facts,
        shared=True,
    )


@both
def test_records_are_copied_with_all_their_columns():
    days = [Holiday(on=date(2031, 1, n), name=f"Ngày “{n}”\tlễ\n", source="\\N") for n in (1, 2)]

    assert bulk.load(days) == len(days)

    found = Holiday.objects.filter(on__year=2031).order_by("on")
    assert [(d.name, d.source) for d in found] == [(d.name, d.source) for d in days]


@both
def test_nothing_is_nothing():
    assert bulk.load([]) == 0
    assert bulk.load_lines([]) == 0


@both
def test_loaded_lines_form_chains_that_hold():
    first, second = uuid4(), uuid4()
    facts = {"needs": ["health", "safe_place"], "risk": "high", "n": 3, "look": True, "to": None}

    bulk.load_lines([line(first, **facts), line(second), line(first, "note.written", kind="call")])
    bulk.load_lines([line(first, "case.closed", reason="her_wish")])

    assert verify() == []
    loaded = Line.objects.using("owner").filter(chain=first).order_by("seq")
    assert [found.seq for found in loaded] == [1, 2, 3]
    assert loaded[0].facts == facts


@both
def test_an_action_goes_on_where_the_loaded_lines_end():
    by = System(agency_id=uuid4())
    loaded = line(by.agency_id)
    loaded.holder = by.agency_id
    bulk.load_lines([loaded])

    with transaction.atomic(), acting(by):
        trail.append("agency.named", by=by, about=None, shared=False, facts={})

    assert verify() == []
    assert Line.objects.using("owner").filter(chain=by.agency_id).count() == 1 + 1


@both
def test_a_loaded_line_that_is_changed_is_noticed():
    chain = uuid4()
    bulk.load_lines([line(chain), line(chain)])

    with connections["owner"].cursor() as cursor:
        cursor.execute("UPDATE kn_trail SET actor = 'member:2' WHERE chain = %s", [chain])

    assert {broken.chain for broken in verify()} == {chain}


def test_words_about_a_person_are_refused():
    with pytest.raises(WordsInTrail):
        bulk.facts_text({"name": "Nguyễn Thị"})
    with pytest.raises(WordsInTrail):
        bulk.facts_text({"fields": ["called", "two words"]})
