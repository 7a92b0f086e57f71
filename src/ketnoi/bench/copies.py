"""`ketnoi bench backup`: a copy of a full house is made, and brought back into an empty one."""

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from ketnoi.bench.figures import Figure, passed, verdict
from ketnoi.bench.house import FOLDER, House, environment

QUICK, FULL = 2_000, 100_000
PER_PROVINCE = 11
TARGET_MINUTES = 15
NOTES = """\
restored elsewhere: of the old home only the key file; counts, chains, canary and shred log agree,
or the part fails and the report says which"""


def run(arguments: list[str]) -> int:
    """Fill, copy, bring back, and print the figures."""
    told = _read(arguments)
    size = told.files or (QUICK if told.quick else FULL)
    house = House(told.data / "copies", per_province=PER_PROVINCE)
    with house.filled((size,)), tempfile.TemporaryDirectory(dir=told.data) as scratch:
        figures, report = _measure(house, size, Path(scratch))
    print(f"files {size}\n{report}\n{NOTES}")
    print("\n".join(figure.line for figure in figures))
    print(verdict(figures))
    return 0 if passed(figures) else 1


def _read(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="ketnoi bench backup", allow_abbrev=False)
    parser.add_argument("--quick", action="store_true", help="ít hồ sơ / few files")
    parser.add_argument("--files", type=int, metavar="N", help="bao nhiêu hồ sơ / how many")
    parser.add_argument("--data", type=Path, default=FOLDER, metavar="DIR")
    return parser.parse_args(arguments)


def _measure(house: House, size: int, scratch: Path) -> tuple[list[Figure], str]:
    copies = scratch / "copies"
    saved = _timed("backup", "--to", str(copies), told=house.told(size, owner=True))
    [path] = copies.glob("*.copy.age")
    [keys] = copies.glob("*.keys.age")
    new, old_keys = scratch / "new", house.folder / "keys"
    # Another home, and of the old one only the key file.
    to = ("--data", str(new), "--keys", str(old_keys))
    back = _timed("restore", str(path), *to, told={"KETNOI_ENV": "/dev/null"})
    shutil.rmtree(new, ignore_errors=True)
    figures = [
        Figure(
            "parts that failed", sum(bool(part["code"]) for part in (saved, back)), 0, must=True
        ),
        Figure("restore, s", back["seconds"], TARGET_MINUTES * 60),
        Figure("backup, s", saved["seconds"]),
        Figure("copy, MB", path.stat().st_size / 1e6),
        Figure("keys, MB", keys.stat().st_size / 1e6),
    ]
    return figures, back["said"]


def _timed(*typed: str, told: dict[str, str]) -> dict[str, Any]:
    start = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "ketnoi", *typed],
        env=environment({"PYTHONPATH": str(Path(__file__).parents[2]), **told}),
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    seconds = round(time.monotonic() - start, 1)
    return {"seconds": seconds, "code": done.returncode, "said": done.stdout.strip()}
