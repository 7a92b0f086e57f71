"""The engine: Splink on DuckDB (or on Spark, with the same settings), and our layer on top.

It runs in a process of its own (`python -m ketnoi.linkage.rules.engine`), reads records as JSON
lines, writes pairs as JSON lines, and puts nothing on a disk. Source: Splink 5.
"""

import json
import logging
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from ketnoi.linkage.rules import groups, lessons, normal
from ketnoi.linkage.rules.settings import EXACT, TRAINED_ON, settings

LEARNS_FROM = 20_000
"""A list this long knows how often each name is borne, and is learned from itself."""
RARE, FLOOR, PAIRS_FOR_CHANCE = 20, -9, 1e6
SAME, NEAR, APART, UNKNOWN = 2, 1, 0, -1
PROOF = {SAME: 9.0, NEAR: 6.0, APART: -30.0, UNKNOWN: 0.0}
TAUGHT = Path(__file__).with_name("taught.json")
SCHEMA = ("id", *normal.COLUMNS, "rare")
PARTS = ("name", "birth", "phone", "place", "cmnd")
NUMBERS = {"id", "year"}


@dataclass(frozen=True)
class Found:
    """Two records that may be one woman: how likely, and on what they agree."""

    one: int
    two: int
    likely: float
    codes: tuple[str, ...]
    paper: int


@dataclass(frozen=True)
class Linked:
    """What the engine found in a list."""

    pairs: list[Found]
    learned: lessons.Lessons
    groups: list[list[int]]
    numbers: dict[int, str]


def table(records: Iterable[tuple[Any, ...]]) -> Any:
    """Compared records as a table that DuckDB and Spark read."""
    import pyarrow as pa  # type: ignore[import-untyped]

    columns = list(zip(*records, strict=True))
    often = Counter(columns[1])
    rare = [bag if bag and often[bag] <= RARE else None for bag in columns[1]]
    kinds = [pa.int64() if name in NUMBERS else pa.string() for name in SCHEMA]
    made = [pa.array(c, k) for c, k in zip([*columns, rare], kinds, strict=True)]
    return pa.table(made, names=list(SCHEMA))


def link(records: list[tuple[Any, ...]], *, api: Any = None, at_least: float = 0.35) -> Linked:
    """Find the pairs of a list (id and compared values), learn what they are worth, group them."""
    return _judged(*scored(records, api=api), records, at_least=at_least)


def scored(records: list[tuple[Any, ...]], *, api: Any = None) -> tuple[Any, bool]:
    """Splink's own weights for every pair in a block, and whether the list taught them itself."""
    from splink import DuckDBAPI, Linker

    quiet()
    own = len(records) >= LEARNS_FROM
    api = api or DuckDBAPI()
    told = settings(taught=None if own else levels())
    linker = Linker(api.register(_for(api, table(records))), told)
    if own:
        teach(linker)
    return linker.inference.predict(threshold_match_weight=FLOOR, warning_mode="never"), own


def quiet() -> None:
    """Splink explains itself at length; nobody reads it here."""
    logging.disable(logging.ERROR)


def teach(linker: Any) -> None:
    """Estimate what Splink needs, from the list alone."""
    training = linker.training
    training.estimate_probability_two_random_records_match(list(EXACT), recall=0.6)
    training.estimate_u_using_random_sampling(max_pairs=PAIRS_FOR_CHANCE, seed=1)
    for rule in TRAINED_ON:
        training.estimate_parameters_using_expectation_maximisation(rule)


def _for(api: Any, made: Any) -> Any:
    spark = getattr(api, "spark", None)
    return spark.createDataFrame(made) if spark else made


def patterns(predicted: Any, *, often: bool) -> list[dict[str, Any]]:
    """Pairs counted by how they agree, and what two citizen's numbers say of them."""
    sql = f"""
        select {_code(often)} as code, {_paper()} as paper, match_key = '{_last()}' as by_paper,
               count(*) as many, avg(match_weight) as weight
        from {{this}} group by 1, 2, 3"""  # noqa: S608 - our own words only
    return predicted.query_sql(sql).as_record_list()


def _judged(
    predicted: Any, own: bool, records: list[tuple[Any, ...]], *, at_least: float
) -> Linked:
    counted = patterns(predicted, often=own)
    learned = learned_from(counted, rows=len(records))
    shift = 0.0
    if learned is None:
        learned = taught()
        shift = lessons.for_size(learned.rows, len(records))
    worth = {
        (row["code"], row["paper"]): learned.logit(tuple(row["code"].split("|")), row["weight"])
        + shift
        + PROOF[row["paper"]]
        for row in counted
    }
    found = list(_pairs(predicted, own, worth))
    numbers = {r[0]: r[10] for r in records if r[10]}
    proposed = groups.groups([(f.one, f.two, f.likely) for f in found], numbers, at_least=at_least)
    return Linked(found, learned, proposed, numbers)


def learned_from(counted: list[dict[str, Any]], *, rows: int) -> lessons.Lessons | None:
    """What a list teaches of itself, if enough of its records carry a citizen's number.

    Pairs that only their number brought together would teach that nothing else matters.
    """
    known: dict[str, lessons.Pattern] = {}
    for row in counted:
        if row["by_paper"] or row["paper"] not in (SAME, APART):
            continue
        before = known.get(row["code"])
        same, other = (before.same, before.other) if before else (0, 0)
        same += row["many"] * (row["paper"] == SAME)
        other += row["many"] * (row["paper"] == APART)
        codes = tuple(row["code"].split("|"))
        known[row["code"]] = lessons.Pattern(codes, row["weight"], same, other)
    known_patterns = list(known.values())
    return lessons.learn(known_patterns, rows=rows) if lessons.enough(known_patterns) else None


def levels() -> dict[str, Any]:
    """How often each level is met among pairs of one woman and of two, as invented lists show."""
    return json.loads(TAUGHT.read_text())["levels"]


def taught() -> lessons.Lessons:
    """What invented lists taught, for lists that are too short to teach."""
    kept = json.loads(TAUGHT.read_text())["lessons"]
    return lessons.Lessons(kept["base"], kept["worth"], kept["rows"])


def _pairs(predicted: Any, often: bool, worth: dict[tuple[str, int], float]) -> Iterator[Found]:
    sql = f"select id_l, id_r, {_code(often)} as code, {_paper()} as paper from {{this}}"  # noqa: S608 - our own words only
    columns = predicted.query_sql(sql).as_pyarrow_table().to_pydict()
    for one, two, code, paper in zip(*columns.values(), strict=True):
        likely = lessons.probability(worth[code, paper])
        yield Found(min(one, two), max(one, two), likely, tuple(code.split("|")), paper)


def _code(often: bool) -> str:
    name = _steps("mw_tf_adj_name", 6, 2, 7) if often else "'0'"
    place = _steps("mw_tf_adj_place", 4, 3, 3) if often else "'0'"
    parts = [f"gamma_{part}" for part in PARTS]
    whole = [parts[0], name, parts[1], parts[2], parts[3], place, parts[4]]
    return "concat_ws('|', " + ", ".join(f"cast({part} as varchar(9))" for part in whole) + ")"


def _steps(column: str, shift: int, step: int, most: int) -> str:
    return f"greatest(0, least({most}, cast(floor(({column} + {shift}) / {step}) as int)))"


def _paper() -> str:
    return (
        f"case when cccd_l is null or cccd_r is null then {UNKNOWN} when cccd_l = cccd_r then"
        f" {SAME} when levenshtein(cccd_l, cccd_r) <= 1 then {NEAR} else {APART} end"
    )


def _last() -> str:
    return str(len(settings()["blocking_rules_to_generate_predictions"]) - 1)


def main() -> int:
    """Records in, pairs out; what was read is nowhere but in this process."""
    records = []
    for line in sys.stdin:
        record = json.loads(line)
        records.append((record["id"], *normal.values(record)))
    for pair in link(records).pairs if len(records) > 1 else ():
        sys.stdout.write(json.dumps(asdict(pair)) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
