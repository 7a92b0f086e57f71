"""What a child lacks, how sessions and people are counted, what a table must not tell."""

from fractions import Fraction
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ketnoi.osso import rules
from ketnoi.osso.rules import Count, Held
from ketnoi.osso.terms import NextStep

MONTHS, CATEGORIES, LEAST = [1, 2, 3], ["legal", "mind", "work"], 5
SESSIONS = st.lists(
    st.builds(Held, st.sampled_from(MONTHS), st.sampled_from(CATEGORIES), st.integers(0, 30)),
    max_size=60,
)


@pytest.mark.parametrize(
    ("registered", "nationality", "has_paper", "steps"),
    [
        ("nowhere", "none", False, ["register", "nationality"]),
        ("abroad", "other", False, ["note_here", "get_paper"]),
        ("abroad", "other", True, ["note_here"]),
        ("here", "ours", False, ["get_paper"]),
        ("here", "ours", True, []),
        ("unknown", "unknown", False, ["ask", "nationality"]),
    ],
)
def test_what_a_child_lacks_says_what_is_done_next(registered, nationality, has_paper, steps):
    found = rules.next_steps(
        registered=registered, nationality=nationality, has_birth_paper=has_paper
    )

    assert found == steps
    assert set(found) <= set(NextStep.values)


def test_sessions_and_people_are_two_numbers():
    found = rules.counted([Held(1, "legal", "a"), Held(1, "legal", "a"), Held(1, "mind", "b")])
    assert found == Count(sessions=3, people=2)


@given(SESSIONS)
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_sessions_add_up_and_people_do_not_exceed_them(held):
    *months, whole = rules.table(held, months=MONTHS, categories=CATEGORIES)

    assert whole[-1] == rules.counted(held)
    assert sum(line[-1].sessions for line in months) == whole[-1].sessions == len(held)
    assert sum(count.sessions for count in whole[:-1]) == len(held)
    assert max(count.people for count in whole[:-1]) <= whole[-1].people
    assert whole[-1].people <= sum(count.people for count in whole[:-1])
    assert all(count.people <= count.sessions for line in (*months, whole) for count in line)


@given(st.integers(0, 10**6))
@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_no_small_number_is_shown_or_follows_from_what_is_shown(seed):
    chance = Random(seed)  # noqa: S311 many sessions at once, drawn quickly
    held = [
        Held(chance.choice(MONTHS), chance.choice(CATEGORIES), chance.randrange(30))
        for _one in range(chance.choice([3, 10, 30, 60, 120]))
    ]
    counts = rules.table(held, months=MONTHS, categories=CATEGORIES)
    hidden = rules.hidden(counts, least=LEAST)

    small = {
        (row, column)
        for row, line in enumerate(counts)
        for column, count in enumerate(line)
        if 0 < count.people < LEAST
    }
    assert small <= hidden
    assert not worked_out(counts, hidden)


def test_where_nobody_is_few_nothing_is_hidden():
    held = [Held(m, c, (c, n)) for m in MONTHS for c in CATEGORIES for n in range(6)]
    counts = rules.table(held, months=MONTHS, categories=CATEGORIES)
    assert rules.hidden(counts, least=LEAST) == set()


def worked_out(counts, hidden):
    """The hidden cells whose number follows from the sums, by solving them exactly."""
    unknown = sorted(hidden)
    rows, columns = len(counts), len(counts[0])
    lines = [[(r, c) for c in range(columns)] for r in range(rows)]
    lines += [[(r, c) for r in range(rows)] for c in range(columns)]
    equations = [
        [Fraction((cell in line) * (-1 if cell == line[-1] else 1)) for cell in unknown]
        for line in lines
    ]
    whole = rank(equations)
    fixed = []
    for place, cell in enumerate(unknown):
        one = [Fraction(place == other) for other in range(len(unknown))]
        if rank([*equations, one]) == whole:
            fixed.append(cell)
    return fixed


def rank(matrix):
    left, found = [row[:] for row in matrix], 0
    for column in range(len(left[0]) if left else 0):
        pivot = next((row for row in left[found:] if row[column]), None)
        if pivot is None:
            continue
        left.remove(pivot)
        left.insert(found, pivot)
        for row in left[found + 1 :]:
            if row[column]:
                factor = row[column] / pivot[column]
                row[:] = [a - factor * b for a, b in zip(row, pivot, strict=True)]
        found += 1
    return found
