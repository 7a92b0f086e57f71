"""Runs in the peers' environment: records in, anonlink's pairs with their dice coefficients out."""

import json
import sys

NAME, DAY, NUMBER, WORD = "name", "day", "number", "word"
FIELDS = (
    ("bag", 0, 2, 300), ("sound", 2, 2, 100), ("year", 7, 1, 100), ("born", 8, 2, 200),
    ("cccd", 9, 2, 250), ("cmnd", 10, 2, 100), ("phone", 11, 2, 200), ("commune", 12, 3, 100),
)  # fmt: skip
LEAST = 0.45


def schema():
    """The linkage schema: q-grams of each field, with bits by how much it says."""
    from clkhash.comparators import NgramComparison
    from clkhash.field_formats import (
        BitsPerFeatureStrategy,
        FieldHashingProperties,
        MissingValueSpec,
        StringSpec,
    )
    from clkhash.schema import Schema

    made = [
        StringSpec(
            identifier=name,
            hashing_properties=FieldHashingProperties(
                comparator=NgramComparison(size),
                strategy=BitsPerFeatureStrategy(bits),
                missing_value=MissingValueSpec(sentinel=""),
            ),
            regex=".*",
        )
        for name, _place, size, bits in FIELDS
    ]
    return Schema(made, 1024)


def main() -> None:
    """Encode both sides, compare all pairs."""
    import anonlink
    from clkhash.clk import generate_clks

    told = json.load(sys.stdin)
    sides = []
    for side in ("left", "right"):
        rows = [tuple(str(r[1 + at] or "") for _n, at, _s, _b in FIELDS) for r in told[side]]
        sides.append(generate_clks(rows, schema(), "secret"))
    sims, (_zero, _one), (left, right) = anonlink.candidate_generation.find_candidate_pairs(
        sides, anonlink.similarities.dice_coefficient, LEAST
    )
    sys.stdout.write(json.dumps(list(zip(sims, left.tolist(), right.tolist(), strict=True))) + "\n")


if __name__ == "__main__":
    main()
