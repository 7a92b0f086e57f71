"""What a place is worth: dated, whole numbers, and the same as somebody adds up by hand."""

from dataclasses import replace
from datetime import date

from hypothesis import given

from ketnoi.matching.rules import agreement
from ketnoi.matching.tests import make


def by_hand(woman, its, points):
    """The points of one pair."""
    wish = points.wishes[min(woman.wants.index(its.kind), len(points.wishes) - 1)]
    km = 0 if its.from_home else make.GROUND.km(woman.commune, its.commune)
    near = next((many for far, many in points.near if km is not None and km <= far), 0)
    step = min(woman.urgency, len(points.urgency) - 1)
    return points.placed + wish + near + points.urgency[step]


@make.tried(40)
@given(make.seekers(), make.offers())
def test_points_are_what_somebody_adds_up_by_hand(women, offers):
    asked = make.asked(women, offers)
    found = agreement.worth(asked.table, asked.points)

    for row, woman in enumerate(women):
        for column, its in enumerate(offers):
            if its.kind in woman.wants:
                assert found[row, column] == by_hand(woman, its, asked.points)


def test_the_agreement_that_holds_is_the_newest_that_has_begun():
    first = agreement.on(make.DAY)
    later = replace(first, id="2027-06", effective_from=date(2027, 6, 1))
    known = (first, later)

    assert agreement.on(date(2027, 5, 31), known) == first
    assert agreement.on(date(2027, 6, 1), known) == later
    assert agreement.on(date(2020, 1, 1), known) == first


def test_every_agreement_has_an_id_of_its_own_and_says_who_signed_it():
    known = agreement.agreements()

    assert len({a.id for a in known}) == len(known)
    assert all(a.signed for a in known)
    assert [a.effective_from for a in known] == sorted(a.effective_from for a in known)
