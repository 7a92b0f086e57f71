"""What the law leaves to whom, and when."""

from datetime import date

import pytest

from ketnoi.agencies.terms import Function
from ketnoi.identification import rules
from ketnoi.identification.terms import Evidence, LegalStatus

DAY = date(2026, 11, 24)


def test_only_agencies_that_the_law_names_decide():
    deciding = {f for f in Function.values if rules.statuses_of(function=f, on=DAY)}

    assert deciding == {"police", "border_guard", "health_dept"}


def test_the_first_check_does_not_end_in_a_victim_status():
    assert rules.statuses_of(function="health_dept", on=DAY) == {
        "being_identified",
        "not_established",
    }


@pytest.mark.parametrize(
    ("on", "labour", "health"),
    [(date(2025, 6, 30), True, False), (date(2025, 7, 1), False, True)],
)
def test_the_health_body_took_over_on_the_first_of_july(on, labour, health):
    assert bool(rules.statuses_of(function="labour_dept", on=on)) is labour
    assert bool(rules.statuses_of(function="health_dept", on=on)) is health


def test_every_competence_names_its_source_and_known_statuses():
    for competence in rules.COMPETENCES:
        assert "Law" in competence.source
        assert competence.statuses <= set(LegalStatus.values)


def test_who_is_still_being_identified_is_looked_at_again():
    clocks = {status: rules.next_clock(status=status) for status in LegalStatus.values}

    assert [status for status, clock in clocks.items() if clock] == ["being_identified"]


def test_a_decision_is_not_dated_tomorrow():
    assert rules.may_be_decided_on(decided_on=DAY, today=DAY)
    assert not rules.may_be_decided_on(decided_on=date(2026, 11, 25), today=DAY)


def test_the_words_are_those_of_the_statute():
    assert str(LegalStatus.VICTIM.label) == "Nạn nhân"
    assert str(LegalStatus.BEING_IDENTIFIED.label).startswith("Người đang trong quá trình xác định")
    assert len(Evidence) == len("abcdđeghi")
