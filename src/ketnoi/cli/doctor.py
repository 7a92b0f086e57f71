"""`ketnoi doctor`: what is in order, what is not, and the cure."""

import argparse
import json
import os
from pathlib import Path

from ketnoi.cli import home
from ketnoi.cli.checks import FAIL, Finding, Place, copies, machine, not_here, surroundings

# Without these the settings themselves cannot be read.
NEEDED_BY_THE_REST = frozenset({"key-file", "gateways"})


def read(parser: argparse.ArgumentParser, typed: list[str]) -> argparse.Namespace:
    """What can be said to the doctor."""
    add = parser.add_argument
    add("--json", action="store_true", help="cho chương trình đọc / for a program")
    add("--data", type=Path, metavar="DIR", help="thư mục của bản thử / folder of a demo")
    add("--env", type=Path, metavar="FILE", help="tệp cấu hình / file with the settings")
    return parser.parse_args(typed)


def run(told: argparse.Namespace) -> int:
    """Check, say it, and give 1 when something is wrong."""
    home.read_settings(told.env)
    if os.environ.get("DATABASE_URL") and not told.data:
        findings = examine(Place.here())
    else:
        findings = _examine_demo(told.data or home.default())
    lines = [finding.as_json() for finding in findings]
    print(json.dumps(lines, ensure_ascii=False) if told.json else _report(findings))
    return 1 if any(finding.state == FAIL for finding in findings) else 0


def examine(place: Place) -> list[Finding]:
    """All checks of an installation whose database should be running."""
    findings = [check(place) for check in (*machine.CHECKS, *surroundings.CHECKS, *copies.CHECKS)]
    if any(f.name in NEEDED_BY_THE_REST and f.state == FAIL for f in findings):
        return findings
    return [*findings, *examine_database(place)]


def examine_database(place: Place) -> list[Finding]:
    """The checks that need the database and our models."""
    import django

    from ketnoi.cli.checks import database

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", home.SETTINGS)
    django.setup()
    return database.check_all(place, (*database.CHECKS, surroundings.database_kind))


def _examine_demo(folder: Path) -> list[Finding]:
    from ketnoi.foundation.postgres import Cluster, held

    cluster = Cluster(folder)
    if not cluster.exists():
        place = Place(demo=True, keys=folder / "keys", data=folder, url="", owner_url="")
        asked = [check for check in machine.CHECKS if not check.__name__.startswith("key")]
        nothing = not_here("database", "chưa có bản thử: ketnoi demo", "no demo yet: ketnoi demo")
        return [*(check(place) for check in asked), nothing]
    os.environ.update(home.environment(cluster, mode="demo", owner=True))
    with held(cluster):
        return examine(Place.here())


def _report(findings: list[Finding]) -> str:
    return "\n".join(finding.line() for finding in findings)
