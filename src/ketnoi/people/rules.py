"""What the law says about a person's age, and what an age band is."""

from datetime import date

ADULT = 18
ENOUGH_NAMES, A_GUESS = 2, 2


def is_minor(*, birth_year: int | None, on: date) -> bool | None:
    """Whether she may be under 18 on that day; None when the year is not known.

    In doubt she counts as a minor. Source: Law 53/2024/QH15 (under 18); Children Law 2016 art. 1.
    """
    if birth_year is None:
        return None
    return on.year - birth_year <= ADULT


def age_band(*, birth_year: int | None, on: date) -> str:
    """Her age in steps of five years, as pages show it. Source: the network's own practice."""
    if birth_year is None:
        return ""
    low = max(on.year - birth_year, 0) // 5 * 5
    return f"{low}–{low + 4}"


def met_in(*, birth_year: int, names: int) -> range:
    """The years in which somebody of the same name may be the same person; a guess is two years.

    One name alone, or no year (0), recognises nobody. Source: the network's own practice.
    """
    if names < ENOUGH_NAMES or not birth_year:
        return range(0)
    return range(birth_year - A_GUESS, birth_year + A_GUESS + 1)
