"""Which numbers are told, and which seats are free."""

from hypothesis import given
from hypothesis import strategies as st

from ketnoi.counselling import rules

LEAST = 5
SUMS = st.dictionaries(
    st.integers(1, 12),
    st.integers(0, 12).map(lambda people: rules.Sum(people * 2, people * 90, people)),
    min_size=1,
)


@given(SUMS)
def test_no_small_number_is_told_or_follows_from_the_sum(months):
    whole = rules.Sum(
        *(sum(getattr(m, of) for m in months.values()) for of in ("sessions", "minutes", "people"))
    )

    gone = rules.hidden(months, whole=whole, least=LEAST)

    small = {month for month, told in months.items() if 0 < told.people < LEAST}
    assert small <= gone
    assert None in gone or len(gone - {None}) != 1
    assert None in gone or not 0 < whole.people < LEAST


@given(st.dictionaries(st.integers(1, 12), st.integers(5, 20), min_size=1))
def test_what_is_not_small_is_told(people):
    months = {month: rules.Sum(n, n, n) for month, n in people.items()}

    assert rules.hidden(months, whole=rules.Sum(99, 99, 99), least=LEAST) == frozenset()


@given(st.frozensets(st.integers(1, 9)), st.integers(2, 9))
def test_there_are_never_more_seats_than_given(taken, seats):
    free = rules.free_seats(taken=taken, seats=seats)

    assert set(free).isdisjoint(taken)
    assert len(free) + len([n for n in taken if n <= seats]) == seats
