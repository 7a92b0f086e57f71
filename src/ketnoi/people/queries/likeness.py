"""How much a name that is asked for is like a name that was written down, and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from ketnoi.foundation.vietnamese import names
from ketnoi.foundation.vietnamese.text import fold, sort_key

SAME, UNMARKED, SPELLED, NEAR, OTHER = 1.0, 0.97, 0.88, 0.8, 0.0
OF_MIDDLE, OF_FAMILY, OF_NAME = 0.12, 0.6, 1.0
SAME_YEAR, NO_YEAR, CLOSE_YEAR, OTHER_YEAR = 1.0, 0.9, 0.94, 0.6
SAME_PAPER, SAME_PHONE = 1.0, 0.85
ONLY_CALLED = 0.75
WORTH_A_REASON = 0.5
FAMILIES = frozenset(names.families())


@dataclass(frozen=True, eq=False)
class Word:
    """One word of a name: as written, without marks, and how much it says about a person.

    Each is made once, so that two of them are compared by which they are: a look at hundreds of
    names compares thousands.
    """

    written: str
    folded: str
    weight: float


@dataclass(frozen=True)
class Likeness:
    """How alike two names are, from 0 to 1, and the reasons as codes (of those alike enough)."""

    score: float
    why: tuple[str, ...] = ()


@lru_cache(maxsize=4096)
def read(name: str) -> tuple[Word, ...]:
    """The words of a name; its first is a family name, thị and văn between say little."""
    written = names.words(name)
    last = len(written) - 1
    return tuple(
        _word(word, 0 < place < last, last > 0 and place in (0, last))
        for place, word in enumerate(written)
    )


def of_names(asked: str, known: str) -> Likeness:
    """How much one name is like the other."""
    ours, theirs = read(asked), read(known)
    total = sum(word.weight for word in (*ours, *theirs))
    if not total:
        return Likeness(0)
    matched = list(_matched(ours, theirs))
    shared = sum((ours[a].weight + theirs[b].weight) * level for a, b, level in matched)
    why = _why(ours, theirs, matched) if shared >= WORTH_A_REASON * total else ()
    return Likeness(shared / total, tuple(why))


def of_years(asked: int | None, known: int | None) -> tuple[float, tuple[str, ...]]:
    """By how much the years of birth speak for the same person."""
    if asked is None or known is None:
        return NO_YEAR, ()
    if asked == known:
        return SAME_YEAR, ("year",)
    return (CLOSE_YEAR, ("year_close",)) if abs(asked - known) == 1 else (OTHER_YEAR, ())


def together(scores: Iterable[float]) -> float:
    """Several independent signs: each takes away a part of the doubt that is left."""
    doubt = 1.0
    for score in scores:
        doubt *= 1 - score
    return round(1 - doubt, 4)


@lru_cache(maxsize=50_000)
def _word(word: str, is_inner: bool, is_at_an_end: bool) -> Word:
    folded = fold(word)
    if names.says_nothing(folded, is_inner=is_inner):
        return Word(word, folded, OF_MIDDLE)
    return Word(word, folded, OF_FAMILY if is_at_an_end and folded in FAMILIES else OF_NAME)


def _matched(ours: tuple[Word, ...], theirs: tuple[Word, ...]) -> Iterable[tuple[int, int, float]]:
    """Pairs of words, the likest first, each word used once."""
    levels = [
        (level, -abs(i - j), i, j)
        for i, a in enumerate(ours)
        for j, b in enumerate(theirs)
        if (level := _level(a, b))
    ]
    left_ours, left_theirs = set(range(len(ours))), set(range(len(theirs)))
    for level, _near, i, j in sorted(levels, reverse=True):
        if i in left_ours and j in left_theirs:
            left_ours.discard(i)
            left_theirs.discard(j)
            yield i, j, level


@lru_cache(maxsize=50_000)
def _level(one: Word, other: Word) -> float:
    if one.folded == other.folded:
        same = one.written == other.written or _tone_free_of_place(one) == _tone_free_of_place(
            other
        )
        return SAME if same else UNMARKED
    if other.folded in names.spellings(one.folded):
        return SPELLED
    long_enough = min(len(one.folded), len(other.folded)) > 1
    slipped = long_enough and names.is_one_letter_off(one.folded, other.folded)
    return NEAR if slipped else OTHER


def _tone_free_of_place(word: Word) -> str:
    """The word with its tone wherever it was put: hòa is hoà."""
    return sort_key(word.written)


def _why(
    ours: tuple[Word, ...], theirs: tuple[Word, ...], matched: list[tuple[int, int, float]]
) -> Iterable[str]:
    levels = {level for _a, _b, level in matched}
    order = [b for _a, b, _level in sorted(matched)]
    left = [w for n, w in enumerate(ours) if n not in {a for a, _b, _l in matched}]
    left += [w for n, w in enumerate(theirs) if n not in {b for _a, b, _l in matched}]
    reasons = {
        "name_marks": UNMARKED in levels,
        "name_order": order != sorted(order),
        "name_part": any(word.weight > OF_MIDDLE for word in left),
        "name_close": bool(levels & {SPELLED, NEAR}),
    }
    found = [code for code, holds in reasons.items() if holds]
    return found or (["name"] if matched else [])
