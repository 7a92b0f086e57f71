"""`ketnoi directory`: writes the confirmed directory into one file, in the shape of HSDS 3.0."""

import argparse
import json
import os
from pathlib import Path

from ketnoi.cli import home
from ketnoi.cli.speech import MISUSE, Stop, say

LANGUAGES = ("vi", "en", "km")


def read(parser: argparse.ArgumentParser, typed: list[str]) -> argparse.Namespace:
    """Where to, and in which language."""
    add = parser.add_argument
    add("what", choices=("export",), help="ghi ra một tệp / write into one file")
    add("file", type=Path, metavar="FILE", help="tệp JSON / JSON file")
    add("--language", default="vi", choices=LANGUAGES, help="ngôn ngữ của nhãn / of the labels")
    add("--data", type=Path, metavar="DIR", help="thư mục dữ liệu / data folder")
    add("--env", type=Path, metavar="FILE", help="tệp cấu hình / settings file")
    return parser.parse_args(typed)


def run(told: argparse.Namespace) -> int:
    """Do it with the database of the settings, or with the embedded one."""
    from ketnoi.foundation.postgres import Cluster, held

    home.read_settings(told.env)
    if os.environ.get("DATABASE_URL") and not told.data:
        return _export(told)
    cluster = Cluster(told.data or home.default())
    if not cluster.exists():
        raise Stop("Ở đây chưa có dữ liệu nào.", "There are no data here.", MISUSE)
    with held(cluster):
        os.environ.update(home.environment(cluster, mode="demo"))
        return _export(told)


def _export(told: argparse.Namespace) -> int:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", home.SETTINGS)
    django.setup()
    write(told.file, told.language)
    return 0


def write(file: Path, language: str) -> None:
    """Write the directory, and say how much of it there is."""
    from django.utils import translation

    from ketnoi.api import queries
    from ketnoi.foundation.actor import Visitor
    from ketnoi.foundation.guard import context

    with translation.override(language), context.reading(Visitor()):
        whole = queries.whole()
    try:
        file.write_text(json.dumps(whole, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    except OSError as error:
        raise Stop(
            "Không ghi được tệp này.", f"the file cannot be written: {error.strerror}", MISUSE
        ) from error
    count = len(whole["services"])
    say(f"{count} dịch vụ đã được xác nhận. / {count} services that were confirmed.")
