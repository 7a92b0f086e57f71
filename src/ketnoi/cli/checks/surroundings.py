"""Checks of how an installation is reached and reaches others: names, encryption, gateways."""

import os
from pathlib import Path

from ketnoi.cli.checks import Check, Finding, Place, fail, not_here, ok
from ketnoi.foundation.notices import gateways as operators
from ketnoi.foundation.postgres import inspect

LOOPBACK = {"localhost", "127.0.0.1", "[::1]"}
OTHERS = 0o077


def hosts(place: Place) -> Finding:
    """The names under which pages are asked for are said."""
    if place.demo:
        return not_here("hosts", "bản thử chỉ ở máy này", "a demo is on this machine only")
    if not _hosts() or "*" in _hosts():
        return fail(
            "hosts",
            "chưa có tên miền. Hãy đặt KETNOI_HOSTS=ketnoi.tinh.vn",
            "no host name, set KETNOI_HOSTS=ketnoi.example.vn",
        )
    return ok("hosts", ", ".join(sorted(_hosts())), "named")


def tls(place: Place) -> Finding:
    """What goes over the network is encrypted, or somebody said openly that it is not."""
    if place.demo or _hosts() <= LOOPBACK:
        return not_here("tls", "chỉ ở máy này", "on this machine only")
    if os.environ.get("KETNOI_TLS") not in ("proxy", "off"):
        return fail(
            "tls",
            "trang sẽ đi qua mạng không mã hóa. Đặt KETNOI_TLS=proxy khi có máy chủ HTTPS đứng "
            "trước, hoặc KETNOI_TLS=off khi mạng đã kín",
            "pages would cross the network unencrypted: set KETNOI_TLS=proxy behind an HTTPS "
            "server, or KETNOI_TLS=off on a closed network",
        )
    return ok("tls")


def database_kind(place: Place) -> Finding:
    """Beyond this machine, the database is one that is kept and backed up as such."""
    name = "database-kind"
    if place.demo or _hosts() <= LOOPBACK:
        return not_here(name, "chỉ ở máy này", "on this machine only")
    if inspect.server(place.url).embedded:
        return fail(
            name,
            "PostgreSQL đi kèm chỉ dành cho bản thử. Hãy cài PostgreSQL và đặt DATABASE_URL",
            "the embedded PostgreSQL is for demos: install PostgreSQL and set DATABASE_URL",
        )
    return ok(name)


def gateways(place: Place) -> Finding:
    """The operators through whom members are told can be asked; nobody else reads what opens them.

    Nothing is sent: what an operator answers is seen when a member writes down her number.
    """
    name, told = "gateways", os.environ.get("KETNOI_GATEWAYS")
    if place.demo or not told:
        return not_here(name, "chỉ báo bằng thư", "members are told by letter only")
    path = Path(told)
    try:
        known = operators.read(path)
    except (OSError, ValueError):
        # What stands in the file is a secret: it is not repeated.
        return fail(
            name,
            "không đọc được tệp KETNOI_GATEWAYS. Mỗi cổng cần url (https) và body, xem README",
            "cannot read the file KETNOI_GATEWAYS: each needs url (https) and body, see README",
        )
    if path.stat().st_mode & OTHERS:
        return fail(
            name,
            "người khác đọc được tệp KETNOI_GATEWAYS. Hãy chạy chmod 600",
            "others can read the file KETNOI_GATEWAYS: run chmod 600",
        )
    return ok(name, ", ".join(sorted(known)), "can be asked")


CHECKS: tuple[Check, ...] = (hosts, tls, gateways)


def _hosts() -> set[str]:
    return {host for host in os.environ.get("KETNOI_HOSTS", "").split(",") if host}
