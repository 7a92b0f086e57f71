"""`python -m ketnoi.simulation --days N --cases N --seed N`: both worlds, side by side."""

import argparse
import sys
from pathlib import Path

from ketnoi.simulation import telling
from ketnoi.simulation.houses import FOLDER, Houses
from ketnoi.simulation.worlds import both


def read(arguments: list[str]) -> argparse.Namespace:
    """What can be said to the simulation."""
    parser = argparse.ArgumentParser(prog="ketnoi simulate", description=__doc__)
    add = parser.add_argument
    add("--days", type=int, default=90, metavar="N")
    add("--cases", type=int, default=2000, metavar="N")
    add("--seed", type=int, default=7, metavar="N")
    add("--json", action="store_true")
    add("--fresh", action="store_true")
    add("--data", type=Path, default=FOLDER, metavar="DIR")
    return parser.parse_args(arguments)


def main(arguments: list[str]) -> int:
    """Let both worlds live, and say what they came to. 1 when somebody was lost with the clocks."""
    told = read(arguments)
    houses = Houses(told.data, days=told.days, cases=told.cases, seed=told.seed)
    figures = both(houses, fresh=told.fresh)
    told_figures = telling.figures(told, figures)
    print(telling.table(told_figures), file=sys.stderr if told.json else sys.stdout)
    if told.json:
        print(telling.line(told_figures))
    return 0 if telling.holds(told_figures) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
