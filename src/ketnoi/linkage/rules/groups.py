"""Which records may be one woman, taken together: no group holds two women's citizen's numbers.

Source: `./ketnoi bench link`; average linkage. A group is a proposal: only a person joins.
"""

from collections.abc import Iterable

Pair = tuple[int, int, float]
AVERAGE = 0.3
ONE_DIGIT = 1


def groups(pairs: Iterable[Pair], numbers: dict[int, str], *, at_least: float) -> list[list[int]]:
    """Groups of two and more records, the surest pairs first."""
    sure = sorted((p for p in pairs if p[2] > AVERAGE / 4), key=lambda p: (-p[2], p[0], p[1]))
    known = {(one, two): likely for one, two, likely in sure}
    member: dict[int, list[int]] = {}
    for one, two, likely in sure:
        if likely < at_least:
            break
        left, right = member.setdefault(one, [one]), member.setdefault(two, [two])
        if left is not right and _fit(left, right, known, numbers):
            left.extend(right)
            member.update(dict.fromkeys(right, left))
    return [group for group in {id(g): g for g in member.values()}.values() if len(group) > 1]


def conflict(one: str | None, two: str | None) -> bool:
    """Two citizen's numbers that differ by more than one digit belong to two persons."""
    if not one or not two or one == two:
        return False
    return sum(a != b for a, b in zip(one, two, strict=True)) > ONE_DIGIT


def _fit(
    left: list[int], right: list[int], known: dict[tuple[int, int], float], numbers: dict[int, str]
) -> bool:
    total = 0.0
    for one in left:
        for two in right:
            if conflict(numbers.get(one), numbers.get(two)):
                return False
            total += known.get((min(one, two), max(one, two)), 0.0)
    return total / (len(left) * len(right)) >= AVERAGE
