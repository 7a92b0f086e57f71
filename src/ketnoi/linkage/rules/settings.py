"""What is compared, and how: one settings object for Splink, on DuckDB and on Spark alike.

Only functions that both know (levenshtein, substr, abs). Source: Splink 5; `./ketnoi bench link`.
"""

from typing import Any

Level = dict[str, Any]

DAY_TURNED = (
    "substr(born_l, 1, 4) = substr(born_r, 1, 4) and substr(born_l, 6, 2) = substr(born_r, 9, 2)"
    " and substr(born_l, 9, 2) = substr(born_r, 6, 2)"
)
ONE_PART = "(middle_l is null or middle_r is null)"
INITIAL = (
    "given_l = given_r and (family_l is null or family_r is null or ("
    "(length(family_l) = 1 or length(family_r) = 1) and substr(family_l, 1, 1) ="
    " substr(family_r, 1, 1)))"
)
NOT_MARKED = "(marked_l is null or marked_r is null)"
BLOCKS = (
    "l.bag = r.bag and l.year = r.year",
    "l.born = r.born and l.given = r.given",
    "l.born = r.born and l.family = r.family",
    "l.bag = r.bag and l.commune = r.commune",
    "l.short = r.short and l.year = r.year and l.province = r.province",
    "l.sound = r.sound and l.year = r.year",
    "l.given = r.given and l.year = r.year and l.commune = r.commune",
    "l.born = r.born and l.commune = r.commune",
    "l.short = r.short and l.commune = r.commune",
    "l.rare = r.rare",
    "l.family = r.family and l.year = r.year and l.commune = r.commune"
    " and levenshtein(l.given, r.given) <= 2",
    "l.phone = r.phone",
    "l.cmnd = r.cmnd",
    "l.cccd = r.cccd",
)
EXACT = (
    "l.cccd = r.cccd",
    "l.phone = r.phone and l.given = r.given",
    "l.marked = r.marked and l.born = r.born",
)
TRAINED_ON = (
    "l.bag = r.bag and l.year = r.year",
    "l.born = r.born and l.given = r.given",
    "l.phone = r.phone",
)


def settings(*, taught: dict[str, Any] | None = None, with_cccd: bool = False) -> dict[str, Any]:
    """The settings: comparisons with their levels, and the blocks in which pairs are sought.

    `taught` are levels that another list taught: then how often a name is borne here says
    nothing, and is left out. Our layer keeps the citizen's number out of the comparisons: where
    both records have one, it says by itself whether they are one woman, and so teaches what
    everything else is worth.
    """
    comparisons = [_name(), _birth(), _paper("cmnd"), _phone(), _place()]
    if with_cccd:
        comparisons.append(_paper("cccd"))
    found = {
        "link_type": "dedupe_only",
        "unique_id_column_name": "id",
        "comparisons": comparisons,
        "blocking_rules_to_generate_predictions": [{"blocking_rule": b} for b in BLOCKS],
        "retain_matching_columns": True,
        "retain_intermediate_calculation_columns": True,
        "additional_columns_to_retain": [] if with_cccd else ["cccd"],
    }
    return _as_taught(found, taught) if taught else found


def _as_taught(found: dict[str, Any], taught: dict[str, Any]) -> dict[str, Any]:
    for comparison in found["comparisons"]:
        known = taught["comparisons"][comparison["output_column_name"]]
        for level, worth in zip(comparison["comparison_levels"], known, strict=True):
            level.pop("tf_adjustment_column", None)
            level.update(dict(zip(("m_probability", "u_probability"), worth or (), strict=False)))
    return {**found, "probability_two_random_records_match": taught["chance"]}


def _name() -> dict[str, Any]:
    return _comparison(
        "name",
        _nothing("bag_l is null or bag_r is null"),
        _level("marked_l = marked_r", "tên trùng cả dấu", often="bag"),
        _level(f"bag_l = bag_r and {NOT_MARKED}", "tên trùng, một bên thiếu dấu", often="bag"),
        _level("bag_l = bag_r", "tên trùng, khác dấu", often="bag"),
        _level("sound_l = sound_r", "tên đọc gần giống", often="sound"),
        _level(f"short_l = short_r and {ONE_PART}", "tên trùng, thiếu chữ lót", often="short"),
        _level("levenshtein(bag_l, bag_r) <= 1", "tên khác một chữ cái", often="bag"),
        _level(INITIAL, "tên trùng, họ viết tắt", often="given"),
        _level("levenshtein(sound_l, sound_r) <= 2", "tên khác hai chữ cái", often="sound"),
        _level("short_l = short_r", "họ và tên trùng, chữ lót khác", often="short"),
        _level("given_l = given_r", "tên gọi trùng, họ khác", often="given"),
        _other(),
    )


def _birth() -> dict[str, Any]:
    return _comparison(
        "birth",
        _nothing("year_l is null or year_r is null"),
        _level("born_l = born_r", "ngày sinh trùng"),
        _level("year_l = year_r and (born_l is null or born_r is null)", "năm sinh trùng"),
        _level(DAY_TURNED, "ngày và tháng sinh đổi chỗ"),
        _level("substr(born_l, 6, 5) = substr(born_r, 6, 5)", "ngày tháng sinh trùng, khác năm"),
        _level("year_l = year_r", "năm sinh trùng, khác ngày"),
        _level("abs(year_l - year_r) <= 2", "năm sinh gần nhau"),
        _level("abs(year_l - year_r) = 10", "năm sinh lệch mười"),
        _other(),
    )


def _paper(column: str) -> dict[str, Any]:
    return _comparison(
        column,
        _nothing(f"{column}_l is null or {column}_r is null"),
        _level(f"{column}_l = {column}_r", "số giấy tờ trùng"),
        _level(f"levenshtein({column}_l, {column}_r) <= 1", "số giấy tờ khác một chữ số"),
        _other(),
    )


def _phone() -> dict[str, Any]:
    return _comparison(
        "phone",
        _nothing("phone_l is null or phone_r is null"),
        _level("phone_l = phone_r", "số điện thoại trùng"),
        _other(),
    )


def _place() -> dict[str, Any]:
    return _comparison(
        "place",
        _nothing("commune_l is null or commune_r is null"),
        _level("commune_l = commune_r", "cùng xã, phường", often="commune"),
        _level("province_l = province_r", "cùng tỉnh", often="province"),
        _other(),
    )


def _comparison(column: str, *levels: Level) -> dict[str, Any]:
    return {"output_column_name": column, "comparison_levels": list(levels)}


def _level(condition: str, told: str, *, often: str = "") -> Level:
    level: Level = {"sql_condition": condition, "label_for_charts": told}
    return {**level, "tf_adjustment_column": often} if often else level


def _nothing(condition: str) -> Level:
    return {"sql_condition": condition, "label_for_charts": "thiếu", "is_null_level": True}


def _other() -> Level:
    return {"sql_condition": "ELSE", "label_for_charts": "khác"}
