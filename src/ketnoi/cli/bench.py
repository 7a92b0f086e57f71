"""`ketnoi bench NAME`: hands over to the measurements."""

import argparse
import importlib.util
import subprocess

from ketnoi.cli import home
from ketnoi.cli.speech import Stop


def read(parser: argparse.ArgumentParser, typed: list[str]) -> argparse.Namespace:
    """Everything is for the measurement."""
    parser.add_argument("name", metavar="TÊN", help="phép đo / measurement")
    parser.add_argument("rest", nargs=argparse.REMAINDER, metavar="…")
    return parser.parse_args(typed)


def run(told: argparse.Namespace) -> int:
    """Run it."""
    if not importlib.util.find_spec("ketnoi.bench"):
        raise Stop("Bản này chưa có phép đo.", "This version has no measurements.")
    command = home.python("ketnoi.bench", told.name, *told.rest)
    return subprocess.run(command, env=home.inherited(), check=False).returncode
