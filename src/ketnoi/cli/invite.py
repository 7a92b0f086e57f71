"""`ketnoi invite`: lets the first member of an agency in, by a link that works once."""

import argparse
import os
from pathlib import Path

from ketnoi.cli import home
from ketnoi.cli.speech import MISUSE, Stop, say

ROLES = ("volunteer", "caseworker", "specialist", "verifier", "lead", "coordinator", "admin")
LONGEST_NAME = 100


def read(parser: argparse.ArgumentParser, typed: list[str]) -> argparse.Namespace:
    """Whom to invite, to which agency, and where the installation is."""
    add = parser.add_argument
    add("--list", action="store_true", help="xem các đơn vị và khóa của chúng / agencies, keys")
    add("--agency", metavar="KEY", help="khóa của đơn vị / key of the agency")
    add("--role", default="admin", choices=ROLES, help="vai / role")
    add("--name", default="", metavar="TÊN", help="tên người được mời / who is invited")
    add("--site", default="", metavar="URL", help="địa chỉ của trang / address of the site")
    add("--data", type=Path, metavar="DIR", help="thư mục dữ liệu / data folder")
    add("--env", type=Path, metavar="FILE", help="tệp cấu hình / settings file")
    return parser.parse_args(typed)


def run(told: argparse.Namespace) -> int:
    """Do it on a given database, or on the embedded one for as long as it takes."""
    from ketnoi.foundation.postgres import Cluster, held

    if not told.list and not (told.agency and told.name.strip()):
        raise Stop(
            "Cần --agency và --name. Xem khóa của các đơn vị: ketnoi invite --list.",
            "--agency and --name are needed; keys of agencies: ketnoi invite --list.",
            MISUSE,
        )
    home.read_settings(told.env)
    if os.environ.get("DATABASE_URL") and not told.data:
        os.environ.setdefault("KETNOI_MODE", "serve")
        return _answer(told)
    cluster = Cluster(_folder(told.data))
    with held(cluster):
        os.environ.update(home.environment(cluster, mode="demo"))
        return _answer(told)


def _folder(given: Path | None) -> Path:
    folder = given or home.default()
    if not (folder / "pg").exists():
        raise Stop(
            "Chưa có DATABASE_URL và chưa có dữ liệu ở đây. Hãy chạy: ketnoi init.",
            f"no DATABASE_URL and no data in {folder}, run: ketnoi init.",
        )
    return folder


def _answer(told: argparse.Namespace) -> int:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", home.SETTINGS)
    django.setup()
    return _show_agencies() if told.list else _invite(told)


def _show_agencies() -> int:
    from ketnoi.agencies import queries

    for agency in queries.agencies():
        print(f"{agency.key:28} {agency.name}")
    return 0


def _invite(told: argparse.Namespace) -> int:
    from ketnoi.agencies import actions, queries
    from ketnoi.foundation import clock
    from ketnoi.foundation.actor import System

    agency = queries.agencies().filter(key=told.agency).first()
    if agency is None:
        raise Stop(
            "Không có đơn vị nào với khóa này. Xem các khóa: ketnoi invite --list.",
            "there is no agency with this key; keys: ketnoi invite --list.",
            MISUSE,
        )
    _invitation, token = actions.invite_member(
        name=" ".join(told.name.split())[:LONGEST_NAME],
        role=told.role,
        by=System(agency_id=agency.pk),
        now=clock.now(),
    )
    say("Liên kết chỉ hiện một lần, dùng trong 7 ngày. / Shown once, works for 7 days.")
    print(f"{_site(told.site)}/cb/loi-moi/{token}/")
    return 0


def _site(given: str) -> str:
    from django.conf import settings

    if given:
        return given.rstrip("/")
    host = settings.ALLOWED_HOSTS[0]
    return f"http://{host}:8000" if settings.TLS == "off" else f"https://{host}"
