"""What the law says about a person's age, and what an age band is."""

from datetime import date

from ketnoi.foundation.vietnamese.text import fold

ADULT = 18
COMMON_MIDDLE_NAMES = frozenset({"thi", "van"})
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


def met_names(*, name: str, birth_year: int | None, is_guess: bool) -> list[str]:
    """A full name with each year she may be born in, as two agencies would both write it.

    Without marks, in no order, without the middle names half the country bears. One name alone, or
    no year, recognises nobody. Source: the network's own practice.
    """
    names = sorted(set(fold(name).split()) - COMMON_MIDDLE_NAMES)
    if len(names) < ENOUGH_NAMES or birth_year is None:
        return []
    around = A_GUESS if is_guess else 0
    years = range(birth_year - around, birth_year + around + 1)
    return [f"{' '.join(names)}|{year}" for year in years]
