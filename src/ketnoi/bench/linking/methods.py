"""Three ways to link one list: Splink as documented, Splink with our settings, and ours."""

import json
import resource
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from ketnoi.bench.linking import judging
from ketnoi.bench.linking.invented import Row, provinces, today
from ketnoi.linkage.rules import engine, normal
from ketnoi.linkage.rules.groups import groups
from ketnoi.linkage.rules.settings import settings

Pairs = list[tuple[int, int, float]]


@dataclass(frozen=True)
class Outcome:
    """What one method did with one list."""

    score: judging.Score
    seconds: float
    by_group: dict[str, float]
    memory_mb: float
    sure: list[tuple[float, float, int]]


def prepared(rows: Sequence[Row]) -> list[tuple[Any, ...]]:
    """The rows as our layer compares them."""
    now, province = today(), provinces()
    made = []
    for row in rows:
        commune = now.get(row.commune, row.commune) if row.old_list else row.commune
        told = {
            "name": row.name, "birth": row.birth, "paper": row.paper, "phone": row.phone,
            "commune": commune, "province": province.get(commune),
        }  # fmt: skip
        made.append((row.id, *normal.values(told)))
    return made


def documented(rows: Sequence[Row]) -> Pairs:
    """Splink with the settings of its own examples for lists of persons, names in small letters."""
    import splink.comparison_library as cl
    from splink import Linker, SettingsCreator, block_on

    engine.quiet()
    rules = [
        block_on("paper"), block_on("phone"), block_on("surname", "dob"),
        block_on("first_name", "dob"), block_on("full_name", "commune"),
        block_on("full_name", "substr(dob,1,4)"), block_on("commune", "dob"),
    ]  # fmt: skip
    told = SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="id",
        comparisons=[
            cl.NameComparison("full_name"),
            cl.DateOfBirthComparison("dob", input_is_string=True),
            cl.LevenshteinAtThresholds("paper", [1, 2]),
            cl.ExactMatch("phone").configure(term_frequency_adjustments=True),
            cl.ExactMatch("commune").configure(term_frequency_adjustments=True),
        ],
        blocking_rules_to_generate_predictions=rules,
    )
    api = _duckdb()
    linker = Linker(api.register(_as_documented(rows)), told)
    training = linker.training
    exact = block_on("full_name", "dob")
    training.estimate_probability_two_random_records_match([block_on("paper"), exact], recall=0.6)
    training.estimate_u_using_random_sampling(max_pairs=engine.PAIRS_FOR_CHANCE, seed=1)
    for rule in (exact, block_on("dob"), block_on("paper")):
        training.estimate_parameters_using_expectation_maximisation(rule)
    return _weighed(linker)


def with_our_settings(rows: Sequence[Row]) -> Pairs:
    """Splink alone, with our normaliser, comparisons and blocks."""
    from splink import Linker

    engine.quiet()
    api = _duckdb()
    linker = Linker(
        api.register(engine.table(prepared(rows))),
        {**settings(with_cccd=True), "retain_intermediate_calculation_columns": False,
         "retain_matching_columns": False},
    )  # fmt: skip
    engine.teach(linker)
    return _weighed(linker)


def measured(link: Callable[[Sequence[Row]], Pairs], rows: Sequence[Row]) -> Outcome:
    """Run Splink one way and take its groups at their best."""
    start = time.perf_counter()
    pairs = link(rows)
    seconds = time.perf_counter() - start
    found = [(at, judging.components(pairs, at)) for at in judging.THRESHOLDS]
    return _best(found, rows, seconds, [])


def ours(rows: Sequence[Row]) -> Outcome:
    """Splink, what the list taught of itself, and groups that hold one citizen's number each."""
    start = time.perf_counter()
    linked = engine.link(prepared(rows))
    seconds = time.perf_counter() - start
    pairs = [(f.one, f.two, f.likely) for f in linked.pairs]
    found = [(at, groups(pairs, linked.numbers, at_least=at)) for at in judging.THRESHOLDS]
    return _best(found, rows, seconds, calibration(pairs, rows))


def calibration(pairs: Pairs, rows: Sequence[Row]) -> list[tuple[float, float, int]]:
    """What was said, what was true, and how many pairs, in five steps."""
    steps: dict[int, list[tuple[float, bool]]] = {}
    for one, two, likely in pairs:
        steps.setdefault(min(int(likely * 5), 4), []).append(
            (likely, rows[one].woman == rows[two].woman)
        )
    return [
        (sum(p for p, _t in s) / len(s), sum(t for _p, t in s) / len(s), len(s))
        for _step, s in sorted(steps.items())
    ]


def teach(rows: Sequence[Row], how: dict[str, Any]) -> str:
    """What lists too short to teach are told: levels and lessons from this list, as JSON."""
    from splink import Linker

    engine.quiet()
    records = prepared(rows)
    plain = settings()
    for comparison in plain["comparisons"]:
        for level in comparison["comparison_levels"]:
            level.pop("tf_adjustment_column", None)
    linker = Linker(_duckdb().register(engine.table(records)), plain)
    engine.teach(linker)
    model = linker.misc.save_model_to_json()
    comparisons = {
        c["output_column_name"]: [_level(x) for x in c["comparison_levels"]]
        for c in model["comparisons"]
    }
    chance = model["probability_two_random_records_match"]
    levels = {"chance": chance, "comparisons": comparisons}
    api = _duckdb()
    linker = Linker(api.register(engine.table(records)), settings(taught=levels))
    predicted = linker.inference.predict(threshold_match_weight=engine.FLOOR)
    learned = engine.learned_from(engine.patterns(predicted, often=False), rows=len(records))
    if learned is None:
        raise SystemExit("too few records carry a citizen's number")
    kept = {"base": learned.base, "worth": learned.worth, "rows": learned.rows}
    told = {"how": how, "levels": levels, "lessons": kept}
    return json.dumps(told, indent=1, sort_keys=True) + "\n"


def _level(told: dict[str, Any]) -> tuple[float, float] | None:
    """What never happened in a list is rare, not impossible."""
    if told.get("is_null_level"):
        return None
    m, u = told.get("m_probability") or 0.001, told.get("u_probability") or 1e-6
    return max(m, 1e-4), max(u, 1e-7)


def _best(found: Any, rows: Sequence[Row], seconds: float, sure: Any) -> Outcome:
    scores = [(judging.judge(groups, rows, at), groups) for at, groups in found]
    score, best = max(scores, key=lambda pair: pair[0].f1)
    by_group = {g: judging.recall_of(best, rows, g) for g in ("kinh", "khmer", "hoa")}
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Outcome(score, seconds, by_group, memory, sure)


def _weighed(linker: Any) -> Pairs:
    predicted = linker.inference.predict(threshold_match_probability=0.01)
    sql = "select id_l, id_r, match_probability from {this}"
    columns = predicted.query_sql(sql).as_pyarrow_table().to_pydict()
    return list(zip(*columns.values(), strict=True))


def _as_documented(rows: Sequence[Row]) -> Any:
    import pyarrow as pa

    made = []
    for row in rows:
        words = row.name.lower().split()
        made.append(
            {
                "id": row.id,
                "full_name": " ".join(words),
                "first_name": words[-1],
                "surname": words[0],
                "dob": _iso(row.birth),
                "paper": row.paper or None,
                "phone": row.phone.replace(" ", "") or None,
                "commune": row.commune or None,
            }
        )
    return pa.Table.from_pylist(made)


def _iso(birth: str) -> str | None:
    if "/" in birth:
        return "-".join(reversed(birth.split("/")))
    return f"{birth}-01-01" if birth else None


def _duckdb() -> Any:
    from splink import DuckDBAPI

    return DuckDBAPI()
