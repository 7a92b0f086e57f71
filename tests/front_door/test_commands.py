"""What is typed is understood, or answered with one sentence."""

import time
import tomllib

import pytest

from ketnoi.cli.main import COMMANDS
from tests.front_door.typing import ROOT, ketnoi


@pytest.mark.parametrize("typed", [["bay"], [], ["demo", "--cong", "1"], ["doctor", "x"]])
def test_what_is_not_understood_is_answered_in_one_sentence(typed):
    said = ketnoi(*typed)

    assert said.returncode == 2
    assert len(said.stderr.splitlines()) == 1
    assert "Không hiểu" in said.stderr
    assert "ketnoi --help" in said.stderr


def test_help_names_every_command_in_both_languages():
    said = ketnoi("--help")

    assert said.returncode == 0
    assert all(name in said.stdout for name in COMMANDS)
    assert all(" / " in text for text in COMMANDS.values())


def test_help_does_not_wait_for_the_libraries():
    start = time.monotonic()
    ketnoi("--help")

    assert time.monotonic() - start < 2


def test_libraries_for_pip_are_those_of_the_lock():
    locked = tomllib.loads((ROOT / "uv.lock").read_text())["package"]
    files = {
        file["hash"]
        for package in locked
        if "registry" in package["source"]
        for file in [
            *package.get("wheels", []),
            *([package["sdist"]] if "sdist" in package else []),
        ]
    }

    everything, few = (
        {part for part in (ROOT / name).read_text().split() if part.startswith("--hash=")}
        for name in ("requirements-dev.lock", "requirements.lock")
    )

    assert everything == {f"--hash={file}" for file in files}
    assert few < everything
