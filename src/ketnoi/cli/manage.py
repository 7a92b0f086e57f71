"""`ketnoi manage …`: Django's own commands, on the database of this folder or of DATABASE_URL."""

import argparse
import os
from pathlib import Path

from ketnoi.cli import home, prepare

OF_THE_OWNER = {"migrate", "flush", "sqlmigrate", "dbshell"}


def read(parser: argparse.ArgumentParser, typed: list[str]) -> argparse.Namespace:
    """Everything after the command is Django's."""
    parser.add_argument("--data", type=Path, metavar="DIR", help="thư mục dữ liệu / data folder")
    parser.add_argument("--env", type=Path, metavar="FILE", help="tệp cấu hình / settings file")
    parser.add_argument("rest", nargs=argparse.REMAINDER, metavar="…", help="lệnh / command")
    return parser.parse_args(typed)


def run(told: argparse.Namespace) -> int:
    """Run it against a given database, or against the embedded one for as long as it takes."""
    from ketnoi.foundation.postgres import Cluster, held

    home.read_settings(told.env)
    if os.environ.get("DATABASE_URL") and not told.data:
        return _django(told.rest)
    cluster = Cluster(told.data or home.default())
    home.make(cluster)
    with held(cluster):
        os.environ.update(home.environment(cluster, mode="demo", owner=True))
        return _django(told.rest)


def _django(rest: list[str]) -> int:
    from django.core.management import execute_from_command_line

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", home.SETTINGS)
    if rest[:1] and rest[0] in OF_THE_OWNER and not any("--database" in part for part in rest):
        rest = [*rest, "--database=owner"]
    execute_from_command_line(["ketnoi manage", *rest])
    if rest[:1] == ["migrate"]:
        prepare.keep_key()
        prepare.load_reference()
    return 0
