"""Typing commands, as people do."""

import os
import subprocess
import sys
from pathlib import Path

from ketnoi.cli import home

ROOT = Path(__file__).resolve().parents[2]


def ketnoi(*arguments: str, **told: str) -> subprocess.CompletedProcess:
    """Type a command; `told` is what stands in the environment."""
    return subprocess.run(
        [sys.executable, "-m", "ketnoi", *arguments],
        cwd=ROOT,
        env={**home.inherited(), "KETNOI_ENV": os.devnull, **told},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
