"""One number for "in work after twelve months": in her file, on the board, in the report."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases.tests import make as files
from ketnoi.foundation import clock
from ketnoi.foundation.actor import NETWORK
from ketnoi.foundation.guard.context import acting
from ketnoi.pathway import queries as pages
from ketnoi.reintegration.tests import make
from ketnoi.reports import actions as reports
from ketnoi.reports import queries, rules
from ketnoi.reports.queries import outcomes
from ketnoi.support import actions as support

WORKS = ["paid", "own", "none", "learning", "paid", ""]
"""What six women say: three of the five who answer work."""
TINY = 1e-9

year = pytest.mark.django_db


@pytest.fixture
def lan():
    return agencies.member(name="Lan", role="lead")


@pytest.fixture
def hoa():
    return agencies.member(role="coordinator", name="Hoa")


def lived(by, work, *, days=366, kind=""):
    """A woman who has lived her own life for so many days, and said what she works."""
    file = files.case(by)
    plan = make.plan(file, by=by, start=make.before_today(days))
    for visit in plan:
        if visit.due_on <= clock.today():
            make.done(visit, by=by, work=work)
    if kind:
        about = {"hours": None, "cost": None, "funds": "", "detail": ""}
        support.record_support(
            case=file, kind=kind, given_on=clock.today(), by=by, now=clock.now(), **about
        )
    return file


def as_counted(work):
    return (work.to_ask, work.answered, work.in_work, work.percent)


@year
def test_her_page_the_board_and_the_report_say_the_same(lan, hoa):
    opened = [lived(lan, work) for work in WORKS]
    lived(lan, "paid", days=200)
    with acting(lan):
        pages_say = [pages.works_after_a_year(pages.sheet(file, lan), lan) for file in opened]
    expected = (6, 5, pages_say.count(True), 60)
    assert pages_say == [True, True, False, False, True, None]

    kept = reports.count_for(member=hoa, by=NETWORK, now=clock.now())

    assert (kept.to_ask, kept.answered, kept.in_work) == expected[:3]
    with acting(hoa):
        assert as_counted(queries.board(hoa, now=clock.now()).work) == expected
        assert as_counted(queries.counted(hoa, now=clock.now()).work) == expected
    for member in (lan, hoa):
        with acting(member):
            after = outcomes.after_each_month(member, now=clock.now())
        assert as_counted(after[-1].work) == expected
        assert after[0].work.to_ask == 7


@year
def test_of_few_women_no_share_is_told(lan):
    for work in WORKS[:4]:
        lived(lan, work)

    with acting(lan):
        last = outcomes.after_each_month(lan, now=clock.now())[-1]

    assert (last.work.answered, last.work.percent) == (4, None)


@year
def test_a_file_counts_once_and_by_its_latest_year(lan):
    file = lived(lan, "paid", days=700)
    again = make.plan(file, by=lan, start=make.before_today(368))
    make.done(again[-1], by=lan, work="none")

    with acting(lan):
        work = outcomes.after_each_month(lan, now=clock.now())[-1].work

    assert (work.to_ask, work.in_work) == (1, 0)


@year
def test_another_agency_counts_only_its_own(lan):
    for work in WORKS:
        lived(lan, work)
    stranger = agencies.member(role="lead")

    with acting(stranger):
        assert outcomes.after_each_month(stranger, now=clock.now())[-1].work.to_ask == 0


@year
def test_what_goes_together_is_told_only_where_nobody_can_be_known(lan):
    for n in range(12):
        lived(lan, "paid" if n < 6 else "none", kind="vocational" if n < 6 else "")
    lived(lan, "paid", kind="legal_aid")

    with acting(lan):
        [line] = outcomes.with_each_kind(lan, now=clock.now())

    assert (line.kind, line.work.answered, line.work.in_work) == ("vocational", 6, 6)
    assert line.verdict == "more" and 55 < line.low < 65 and line.high == 100


@year
def test_a_year_is_left_behind(lan):
    lived(lan, "paid", days=366 + queries.YEAR)
    with acting(lan):
        assert outcomes.after_each_month(lan, now=clock.now())[-1].work.to_ask == 0
        before = clock.now() - timedelta(days=30)
        assert outcomes.after_each_month(lan, now=before)[-1].work.to_ask == 1


@given(st.integers(1, 400), st.data())
def test_an_interval_holds_the_share_and_shrinks_with_more_people(whole, data):
    part = data.draw(st.integers(0, whole))
    low, high = rules.interval(part=part, whole=whole)
    narrower = rules.interval(part=10 * part, whole=10 * whole)

    assert 0 <= low <= part / whole + TINY and part / whole - TINY <= high <= 1 and high > low
    assert narrower[1] - narrower[0] < high - low


def test_the_interval_is_the_one_in_the_books():
    # Newcombe 1998, table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
    known = [(81, 263), (15, 148), (0, 20), (1, 29)]
    said = [(0.2553, 0.3662), (0.0624, 0.1605), (0.0, 0.1611), (0.0061, 0.1718)]
    for (part, whole), expected in zip(known, said, strict=True):
        assert rules.interval(part=part, whole=whole) == pytest.approx(expected, abs=5e-5)


@pytest.mark.parametrize(
    ("part", "whole", "told"), [(4, 20, False), (5, 20, True), (16, 20, False), (20, 20, True)]
)
def test_neither_side_may_be_small(part, whole, told):
    assert rules.may_be_told(part=part, whole=whole, fewest=5) is told


def test_what_chance_explains_is_no_verdict():
    assert rules.verdict(given=(6, 10), rest=(4, 10)) == "unsure"
    assert rules.verdict(given=(60, 100), rest=(20, 100)) == "more"
    assert rules.verdict(given=(20, 100), rest=(60, 100)) == "fewer"
    assert rules.verdict(given=(10, 10), rest=(0, 0)) == "unsure"
