"""Starting the engine in a process of its own, so that its memory and its code stay outside.

Records go in through a pipe and pairs come back through one; no disk sees either.
Source: docs/adr/0028-linkage.md.
"""

import importlib.util
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from typing import Any

LONGEST_SECONDS = 3 * 3600


class EngineFailed(RuntimeError):
    """The engine stopped. Its message names no record."""


def is_there() -> bool:
    """Whether Splink is installed."""
    return importlib.util.find_spec("splink") is not None


def pairs(records: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Records in, pairs out."""
    lines = "".join(json.dumps(record) + "\n" for record in records)
    with tempfile.TemporaryDirectory() as empty:
        done = subprocess.run(
            [sys.executable, "-m", "ketnoi.linkage.rules.engine"],
            input=lines,
            capture_output=True,
            text=True,
            check=False,
            timeout=LONGEST_SECONDS,
            cwd=empty,
            env={"PYTHONPATH": ":".join(p for p in sys.path if p), "PATH": "/usr/bin:/bin"},
        )
    if done.returncode:
        raise EngineFailed(f"the engine ended with {done.returncode}")
    return [json.loads(line) for line in done.stdout.splitlines()]
