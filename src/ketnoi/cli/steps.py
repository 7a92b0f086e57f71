"""Small checks that run side by side: each a command that says nothing when all is well."""

import os
import subprocess
import sys
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from ketnoi.cli import home
from ketnoi.cli.speech import Stop, say

OPEN_ROOMS = ("terms", "rules", "access", "queries", "actions")
LANES = 2
Step = tuple[str, list[str]]


def tools() -> list[Step]:
    """The checks that need no test: style, floors, templates, types."""
    need_checkout()
    return [
        ("mypy", _tool("mypy", *map(str, typed_rooms()))),
        ("lint-imports", _tool("lint-imports")),
        ("djlint", _tool("djlint", "--lint", "--quiet", "src/ketnoi")),
        ("ruff check", _tool("ruff", "check", "--quiet")),
        ("ruff format", _tool("ruff", "format", "--check", "--quiet")),
    ]


def pytest(*arguments: str) -> list[str]:
    """The command that runs tests."""
    return [sys.executable, "-m", "pytest", *arguments]


def run_all(steps: Iterable[Step]) -> bool:
    """Run them two at a time and say how each went; the output only of what went wrong."""
    told = {**environment(), "PATH": os.environ["PATH"]}
    with ThreadPoolExecutor(LANES) as lanes:
        return all([*lanes.map(partial(_run, told), steps)])


def environment() -> dict[str, str]:
    """What tools need that load the settings: a key and an address, and no database."""
    from ketnoi.foundation.postgres import Cluster

    cluster = Cluster(home.PROJECT / ".ketnoi" / "test", fast=True)
    home.make(cluster)
    return {**home.inherited(), **home.environment(cluster, mode="test")}


def typed_rooms() -> list[Path]:
    """The rooms whose types are checked: what other domains may enter, and the foundation."""
    package = home.SOURCE / "ketnoi"
    rooms = [path for room in OPEN_ROOMS for path in package.glob(f"*/{room}*")]
    kept = [path for path in rooms if path.stem in OPEN_ROOMS]
    return [package / "foundation", package / "cli", *sorted(kept)]


def need_checkout() -> None:
    """Tests and checks live in the checkout and are not part of an installed package."""
    if not (home.PROJECT / "pyproject.toml").exists():
        raise Stop("Lệnh này chỉ chạy trong mã nguồn.", "This command needs a checkout.", 2)


def _tool(name: str, *arguments: str) -> list[str]:
    return [str(Path(sys.executable).with_name(name)), *arguments]


def _run(told: dict[str, str], step: Step) -> bool:
    name, command = step
    start = time.monotonic()
    done = subprocess.run(
        command,
        cwd=home.PROJECT,
        env=told,
        capture_output=True,
        text=True,
        check=False,
    )
    went = "ok  " if done.returncode == 0 else "FAIL"
    said = "" if done.returncode == 0 else f"\n{(done.stdout + done.stderr).strip()}"
    say(f"{went} {name} ({time.monotonic() - start:.1f} s){said}")
    return done.returncode == 0
