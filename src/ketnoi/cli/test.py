"""`ketnoi test`: everything CI runs. What pytest counted stands in the last lines.

With `--mutants` the tests themselves are tested: what is broken on purpose must be noticed.
"""

import argparse
import os
import shutil
import subprocess
import sys

from ketnoi.cli import home, mutants, steps
from ketnoi.cli.speech import Stop, say

CORES = "2"


def read(parser: argparse.ArgumentParser, typed: list[str]) -> argparse.Namespace:
    """What comes after `--` goes to pytest."""
    ours, theirs = typed, []
    if "--" in typed:
        cut = typed.index("--")
        ours, theirs = typed[:cut], typed[cut + 1 :]
    parser.add_argument("--full", action="store_true", help="cả phần chạy lâu / the long ones too")
    parser.add_argument(
        "--mutants",
        action="store_true",
        help="thử các phép thử; sau -- là tên / test the tests; names after --",
    )
    told = parser.parse_args(ours)
    told.rest = theirs
    return told


def run(told: argparse.Namespace) -> int:
    """Run the tools, then all tests; or try the mutants."""
    if told.mutants:
        steps.need_checkout()
        return mutants.run(home.PROJECT, told.rest)
    ensure_chromium()
    tools_are_well = steps.run_all(steps.tools())
    sys.stdout.flush()
    chosen = [] if told.full else ["-m", "not full"]
    tests = subprocess.run(
        steps.pytest("-n", CORES, "--dist", "load", *chosen, *told.rest),
        cwd=home.PROJECT,
        env=home.inherited(),
        check=False,
    )
    return tests.returncode or (0 if tools_are_well else 1)


def ensure_chromium() -> None:
    """There is a browser, or there is one now, or somebody is told how to get one."""
    if shutil.which("chromium"):
        return
    if os.geteuid() == 0 and shutil.which("apt-get"):
        say("Đang cài Chromium… / Installing Chromium…")
        _apt("update")
        _apt("install", "-y", "--no-install-recommends", "chromium")
    if not shutil.which("chromium"):
        raise Stop(
            "Thiếu trình duyệt. Hãy chạy: sudo apt-get install chromium",
            "A browser is missing, run: sudo apt-get install chromium",
        )


def _apt(*arguments: str) -> None:
    subprocess.run(["apt-get", "-q", *arguments], capture_output=True, check=False)
