"""Loading the library, and asking it."""

from datetime import date

import pytest

from ketnoi.foundation.action import Refused
from ketnoi.foundation.actor import Visitor
from ketnoi.foundation.models import Holiday
from ketnoi.law import actions, queries
from ketnoi.law.models import Fact
from ketnoi.law.tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _fresh():
    queries.forget()
    yield
    queries.forget()


def test_loading_twice_leaves_the_same_library():
    first = make.library()

    second = make.library()

    assert first == second == Fact.objects.count()
    assert Holiday.objects.filter(on=date(2026, 2, 17)).exists()


def test_a_visitor_loads_nothing():
    with pytest.raises(Refused):
        actions.load_facts(by=Visitor(), now=make.moment("2026-11-23 08:00"))


def test_the_rule_of_the_day_is_found_and_a_missing_one_is_no_guess():
    make.library()

    old = queries.fact("identification.papers", on=date(2024, 1, 1))
    new = queries.fact("identification.papers", on=date(2025, 7, 1))

    assert old.legal_ref.startswith("Luật 66/2011/QH12")
    assert new.legal_ref.startswith("Luật 53/2024/QH15")
    assert old.effective_to == date(2025, 6, 30)
    with pytest.raises(LookupError):
        queries.fact("identification.verify", on=date(2025, 6, 30))
    with pytest.raises(LookupError):
        queries.fact("no.such.rule", on=date(2026, 1, 1))


@pytest.mark.parametrize(
    ("code", "start", "due"),
    [
        ("identification.verify", "2026-11-20 22:15", "2026-11-23 23:59:59"),
        ("referral.urgent", "2026-11-20 23:10", "2026-11-21 01:10"),
        ("referral.normal", "2026-11-20 16:00", "2026-11-23 23:59:59"),
        ("referral.normal", "2026-04-29 09:00", "2026-05-04 23:59:59"),
        ("shelter.file", "2026-02-13 09:00", "2026-03-06 23:59:59"),
        ("no_contact.decide", "2026-11-20 20:00", "2026-11-21 08:00"),
        ("no_contact.court", "2026-10-31 10:00", "2027-02-28 23:59:59"),
        ("identification.hand_over", "2026-11-20 20:00", "2026-11-20 20:00"),
    ],
)
def test_deadlines_count_as_the_law_counts(code, start, due):
    make.library()

    assert queries.due(code=code, start=make.moment(start)) == make.moment(due)


def test_a_definition_is_no_deadline():
    make.library()

    with pytest.raises(LookupError):
        queries.due(code="definition.trafficking", start=make.moment("2026-11-20 10:00"))


def test_a_warm_process_asks_the_database_nothing(django_assert_num_queries):
    make.library()
    queries.forget()

    with django_assert_num_queries(2):
        queries.due(code="referral.normal", start=make.moment("2026-11-20 16:00"))
    with django_assert_num_queries(0):
        queries.due(code="referral.urgent", start=make.moment("2026-11-20 16:00"))


def test_words_are_found_with_and_without_marks():
    make.library()

    found = {fact.code for fact in queries.library(text="tam lanh")}

    assert {"shelter.secret", "fine.shelter_disclosed"} <= found
    assert found == {fact.code for fact in queries.library(text="TẠM  LÁNH")}
    assert {f.kind for f in queries.library(kind="penalty")} == {"penalty"}
    assert queries.library(text="kỳ lân biển") == []


def test_who_is_supported_how():
    make.library()

    abroad = queries.supports_for("being_identified_abroad", on=date(2026, 1, 1))

    assert abroad == ["essentials", "medical", "interpreting", "legal_advice"]
    assert len(queries.supports_for("victim", on=date(2026, 1, 1))) == 10
