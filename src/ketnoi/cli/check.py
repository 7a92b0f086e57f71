"""`ketnoi check`: what can be known within a minute and without a database."""

import argparse

from ketnoi.cli import steps

PURE = "not db and not browser and not full"


def read(parser: argparse.ArgumentParser, typed: list[str]) -> argparse.Namespace:
    """There is nothing to choose."""
    return parser.parse_args(typed)


def run(_: argparse.Namespace) -> int:
    """Run all and say which failed."""
    tests = ("pytest (pure)", steps.pytest("-m", PURE))
    return 0 if steps.run_all([tests, *steps.tools()]) else 1
