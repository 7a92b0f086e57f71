"""Names of people as they are written down in a hurry: tokens, spellings, slips of one letter.

Works on folded tokens only. `syllables.txt` holds the syllables of Vietnamese spelling without
marks, `families.txt` the family names that go before a given name.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable
from functools import lru_cache
from itertools import combinations
from pathlib import Path

from ketnoi.foundation.vietnamese.text import fold, nfc

FOLDER = Path(__file__).parent
MOST_TOKENS = 8
MOST_SPELLINGS = 8
NEVER_ASKED = "thi"
MIDDLE = frozenset({NEVER_ASKED, "van"})
"""What most names carry in their middle: says nothing, and would be in everybody's tags."""

SAME_NAMES = ({"hoang", "huynh"}, {"vu", "vo"}, {"phuc", "phuoc"})
STARTS = (("gi", "d", "v"), ("s", "x"), ("ch", "tr"))
ENDS = (("n", "ng"), ("c", "t"), ("i", "y"))

Pair = tuple[str, str]


def words(name: str) -> list[str]:
    """The words of a name as written, in small letters; what is neither letter nor mark parts."""
    small = nfc(name).lower()
    if small.replace(" ", "").isalpha():
        return small.split()
    letters = (c if unicodedata.category(c)[0] in "LMN" else " " for c in small)
    return "".join(letters).split()


def tokens(name: str) -> list[str]:
    """The folded tokens by which a name is found: at most eight, without thị and văn between."""
    folded = [fold(word) for word in words(name)]
    inner = len(folded) - 1
    kept = [
        token
        for place, token in enumerate(folded)
        if token and not says_nothing(token, is_inner=0 < place < inner)
    ]
    kept = kept or [token for token in folded if token]
    return [*kept[:1], *kept[1:][1 - MOST_TOKENS :]]


def says_nothing(token: str, *, is_inner: bool) -> bool:
    """Whether nobody can be told apart by it. Vân, which ends a name, is not the văn inside one."""
    return token == NEVER_ASKED or (is_inner and token in MIDDLE)


def pairs(found: list[str]) -> list[Pair]:
    """Every two tokens of a name, in no order; a single token stands alone."""
    if len(found) == 1:
        return [("", found[0])]
    return list(dict.fromkeys(_pair(a, b) for a, b in combinations(found, 2)))


def asked_pairs(found: list[str]) -> list[Pair]:
    """The pairs of a name that is asked for: also under the other form of the same name.

    A single token is looked for next to every family name.
    """
    if len(found) == 1:
        token = found[0]
        return [("", token), *(_pair(family, token) for family in families() if family != token)]
    return _across([[token, *_same_names(token)] for token in found])


def callable_by(found: list[str]) -> list[str]:
    """The tokens of a name that somebody may be called by: nobody is by her family name."""
    return found[1:] if len(found) > 1 and found[0] in families() else found


def near_pairs(found: list[str], rare: Collection[str] = ()) -> list[Pair]:
    """The pairs of a name with other spellings, or with one token one letter off."""
    if len(found) == 1:
        return [("", near) for near in (*spellings(found[0]), *one_letter_off(found[0], rare))]
    slips = (
        _pair(slip, other)
        for place, token in enumerate(found)
        for slip in one_letter_off(token, rare)
        for other in [*found[:place], *found[place + 1 :]]
    )
    spelled = _across([[token, *spellings(token)] for token in found])
    known = set(asked_pairs(found))
    return [pair for pair in dict.fromkeys([*slips, *spelled]) if pair not in known]


@lru_cache(maxsize=4096)
def spellings(token: str) -> tuple[str, ...]:
    """How the same token is also spelled, above all in the south; itself left out."""
    same = _same_names(token)
    starts = {token, *_swapped_starts(token)}
    for start in starts:
        same |= {start, *_swapped_ends(start)}
    return tuple(sorted(s for s in same if s != token and s in syllables()))[:MOST_SPELLINGS]


def one_letter_off(token: str, rare: Collection[str] = ()) -> list[str]:
    """Known tokens that differ by one letter put in, left out, changed, or two swapped."""
    shapes = _shapes(token)
    near = {word for shape in shapes for word in _by_shape().get(shape, ())}
    near |= {word for word in rare if abs(len(word) - len(token)) <= 1}
    return sorted(word for word in near if word != token and is_one_letter_off(word, token))


def is_one_letter_off(one: str, other: str) -> bool:
    """Whether a single slip of the hand makes one of them the other."""
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    start = _common(one, other)
    one, other = one[start:], other[start:]
    end = _common(one[::-1], other[::-1])
    one, other = one[: len(one) - end], other[: len(other) - end]
    swapped = one == other[::-1]
    return max(len(one), len(other)) <= 1 or (swapped and len(one) == len("ab"))


def outside_the_list(found: Iterable[str]) -> set[str]:
    """The tokens that are no Vietnamese syllable: Khmer, ethnic and foreign names."""
    return {token for token in found if token not in syllables()}


@lru_cache(maxsize=1)
def syllables() -> frozenset[str]:
    """Every syllable of Vietnamese spelling, without marks."""
    return frozenset((FOLDER / "syllables.txt").read_text().split())


@lru_cache(maxsize=1)
def families() -> tuple[str, ...]:
    """Family names, without marks."""
    return tuple((FOLDER / "families.txt").read_text().split())


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one <= other else (other, one)


def _across(spelled: list[list[str]]) -> list[Pair]:
    """Every two tokens, each in every spelling."""
    two = combinations(spelled, 2)
    return list(dict.fromkeys(_pair(a, b) for one, other in two for a in one for b in other))


def _same_names(token: str) -> set[str]:
    return {other for group in SAME_NAMES if token in group for other in group} - {token}


def _swapped_starts(token: str) -> set[str]:
    return {
        other + token.removeprefix(start)
        for group in STARTS
        for start in group
        if token.startswith(start)
        for other in group
    }


def _swapped_ends(token: str) -> set[str]:
    return {
        token.removesuffix(end) + other
        for group in ENDS
        for end in group
        if token.endswith(end)
        for other in group
    }


def _shapes(token: str) -> set[str]:
    """The token, and the token with each of its letters left out."""
    return {token, *(token[:n] + token[n + 1 :] for n in range(len(token)))}


@lru_cache(maxsize=1)
def _by_shape() -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for word in syllables():
        for shape in _shapes(word):
            found[shape].append(word)
    return found


def _common(one: str, other: str) -> int:
    length = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        length += 1
    return length
