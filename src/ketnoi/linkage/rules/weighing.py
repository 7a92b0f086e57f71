"""Two records weighed by hand: the levels of the settings in Python, for one look-up at a time.

A test holds them against the engine's. Source: `settings`, level by level.
"""

from math import log2
from typing import Any

from ketnoi.linkage.rules import lessons
from ketnoi.linkage.rules.engine import APART, NEAR, PROOF, SAME, UNKNOWN
from ketnoi.linkage.rules.normal import COLUMNS
from ketnoi.linkage.rules.settings import settings

Values = dict[str, Any]
NOT_KNOWN = -1
NEAR_YEARS, TEN_YEARS = 2, 10


def named(values: tuple[Any, ...]) -> Values:
    """Compared values by their names."""
    return dict(zip(COLUMNS, values, strict=True))


def codes(left: Values, right: Values) -> lessons.Codes:
    """On which level two records agree, part by part, as the engine numbers the levels."""
    name, birth = _name(left, right), _birth(left, right)
    phone, place = _equal(left, right, "phone"), _place(left, right)
    return (str(name), "0", str(birth), str(phone), str(place), "0", str(_number(left, right)))


def paper(left: Values, right: Values) -> int:
    """What two citizen's numbers say."""
    one, two = left["cccd"], right["cccd"]
    if not one or not two:
        return UNKNOWN
    return SAME if one == two else NEAR if near(one, two, 1) else APART


class Scale:
    """Weighs pairs as the engine does where a list is too short to teach."""

    def __init__(self, levels: dict[str, Any], learned: lessons.Lessons, rows: int) -> None:
        self.learned, self.levels = learned, levels
        self.shift = lessons.for_size(learned.rows, rows)
        self.start = log2(levels["chance"] / (1 - levels["chance"]))
        self.worth = {
            comparison["output_column_name"]: _worth(comparison, levels)
            for comparison in settings()["comparisons"]
        }

    def likely(self, left: Values, right: Values) -> float:
        """The probability that two records are about one woman."""
        found = codes(left, right)
        parts = ("name", "birth", "phone", "place", "cmnd")
        levels = (found[0], found[2], found[3], found[4], found[6])
        weight = self.start + sum(
            self.worth[part].get(int(level), 0.0) for part, level in zip(parts, levels, strict=True)
        )
        logit = self.learned.logit(found, weight) + self.shift + PROOF[paper(left, right)]
        return lessons.probability(logit)


def near(one: str, two: str, most: int) -> bool:
    """Whether so many letters lie between two words, or fewer."""
    return abs(len(one) - len(two)) <= most and distance(one, two) <= most


def distance(one: str, two: str) -> int:
    """How many letters lie between two words."""
    if one == two:
        return 0
    before = list(range(len(two) + 1))
    for at, letter in enumerate(one, start=1):
        row = [at]
        for place, other in enumerate(two, start=1):
            step = before[place - 1] + (letter != other)
            row.append(min(step, before[place] + 1, row[-1] + 1))
        before = row
    return before[-1]


def _name(left: Values, right: Values) -> int:  # noqa: C901, PLR0911 - one line a level
    if not left["bag"] or not right["bag"]:
        return NOT_KNOWN
    short = _both(left, right, "short")
    if _both(left, right, "marked"):
        return 10
    if _both(left, right, "bag"):
        return 8 if left["marked"] and right["marked"] else 9
    if _both(left, right, "sound"):
        return 7
    if short and not (left["middle"] and right["middle"]):
        return 6
    if near(left["bag"], right["bag"], 1):
        return 5
    if _both(left, right, "given") and _initial(left["family"], right["family"]):
        return 4
    if near(left["sound"], right["sound"], 2):
        return 3
    if short:
        return 2
    return int(_both(left, right, "given"))


def _birth(left: Values, right: Values) -> int:
    one, two = left["year"], right["year"]
    if not one or not two:
        return NOT_KNOWN
    day, other = left["born"], right["born"]
    if day and day == other:
        return 7
    if one == two and not (day and other):
        return 6
    if day and other and (found := _days(day, other)):
        return found
    return 3 if one == two else _years(abs(one - two))


def _days(one: str, two: str) -> int:
    if one[:4] == two[:4] and (one[5:7], one[8:]) == (two[8:], two[5:7]):
        return 5
    return 4 if one[5:] == two[5:] else 0


def _years(between: int) -> int:
    if between <= NEAR_YEARS:
        return 2
    return int(between == TEN_YEARS)


def _place(left: Values, right: Values) -> int:
    if not left["commune"] or not right["commune"]:
        return NOT_KNOWN
    if left["commune"] == right["commune"]:
        return 2
    return int(_both(left, right, "province"))


def _number(left: Values, right: Values) -> int:
    one, two = left["cmnd"], right["cmnd"]
    if not one or not two:
        return NOT_KNOWN
    return 2 if one == two else int(near(one, two, 1))


def _equal(left: Values, right: Values, column: str) -> int:
    if not left[column] or not right[column]:
        return NOT_KNOWN
    return int(left[column] == right[column])


def _both(left: Values, right: Values, column: str) -> bool:
    return bool(left[column]) and left[column] == right[column]


def _initial(one: str | None, two: str | None) -> bool:
    if not one or not two:
        return True
    return 1 in (len(one), len(two)) and one[0] == two[0]


def _worth(comparison: dict[str, Any], levels: dict[str, Any]) -> dict[int, float]:
    known = [pair for pair in levels["comparisons"][comparison["output_column_name"]] if pair]
    return {len(known) - 1 - at: log2(m / u) for at, (m, u) in enumerate(known)}
