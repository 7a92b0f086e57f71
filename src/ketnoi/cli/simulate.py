"""`ketnoi simulate`: what the clocks are worth, in a simulated network with invented people."""

import argparse
import importlib.util
import subprocess
from pathlib import Path

from ketnoi.cli import home
from ketnoi.cli.speech import MISUSE, Stop

DAYS, CASES, SEED = 90, 2000, 7


def read(parser: argparse.ArgumentParser, typed: list[str]) -> argparse.Namespace:
    """What can be said to the simulation."""
    add = parser.add_argument
    add("--days", type=int, default=DAYS, metavar="N", help="số ngày / days")
    add("--cases", type=int, default=CASES, metavar="N", help="số người đến / women who come")
    add("--seed", type=int, default=SEED, metavar="N", help="số gieo / seed of chance")
    add("--json", action="store_true", help="dòng cuối là JSON / last line JSON")
    add("--fresh", action="store_true", help="làm lại từ đầu / begin anew, do not go on")
    add("--data", type=Path, metavar="DIR", help="thư mục riêng / its own folder")
    return parser.parse_args(typed)


def run(told: argparse.Namespace) -> int:
    """Let both worlds live; an interrupted run goes on where it stood."""
    if not importlib.util.find_spec("ketnoi.simulation"):
        raise Stop("Bản này chưa có mô phỏng.", "This version has no simulation.")
    if told.days < 1 or told.cases < 1:
        raise Stop("Cần ít nhất một ngày và một người.", "At least one day and one woman.", MISUSE)
    numbers = ("days", "cases", "seed")
    said = [word for name in numbers for word in (f"--{name}", str(getattr(told, name)))]
    said += [f"--{name}" for name in ("json", "fresh") if getattr(told, name)]
    said += ["--data", str(told.data)] if told.data else []
    command = home.python("ketnoi.simulation", *said)
    return subprocess.run(command, env=home.inherited(), check=False).returncode
