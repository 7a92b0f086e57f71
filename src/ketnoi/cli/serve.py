"""`ketnoi serve`: the real installation. It refuses to run in a way that is not safe."""

import argparse
import os
from functools import partial
from pathlib import Path

from ketnoi.cli import home, prepare, processes
from ketnoi.cli.checks import FAIL, Finding, Place, database, machine, surroundings
from ketnoi.cli.speech import Stop, say
from ketnoi.cli.supervisor import Supervisor, spawn

PREFLIGHT = (machine.python, machine.key_file, machine.debug, *surroundings.CHECKS)


def read(parser: argparse.ArgumentParser, typed: list[str]) -> argparse.Namespace:
    """What can be said to the server."""
    add = parser.add_argument
    add("--port", type=int, default=8000, metavar="N", help="cổng / port")
    add("--address", default=processes.LOOPBACK, help="địa chỉ nghe / address to listen on")
    add("--workers", type=int, default=2, metavar="N", help="số tiến trình web / web processes")
    add("--env", type=Path, metavar="FILE", help="tệp cấu hình / file with the settings")
    return parser.parse_args(typed)


def run(told: argparse.Namespace) -> int:
    """Check first; then run the web server and the worker until somebody says stop."""
    home.read_settings(told.env)
    os.environ["KETNOI_MODE"] = "serve"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", home.SETTINGS)
    _refuse(unsafe(Place.here()))
    prepare.in_its_own_process("static", told=_passed())
    with Supervisor(say) as supervisor:
        start(supervisor, told)
        say(f"Kết Nối đang chạy ở cổng {told.port}. / Running on port {told.port}.")
        supervisor.watch()
    return 0


def unsafe(place: Place) -> list[Finding]:
    """What forbids to run."""
    if not place.url:
        raise Stop(
            "Chưa có DATABASE_URL. Hãy chạy: ketnoi init. Để chạy thử: ketnoi demo.",
            "DATABASE_URL is not set, run: ketnoi init. To try it: ketnoi demo.",
        )
    wrong = [f for f in (check(place) for check in PREFLIGHT) if f.state == FAIL]
    return wrong or [f for f in _of_database(place) if f.state == FAIL]


def start(supervisor: Supervisor, told: argparse.Namespace) -> None:
    """Start what an installation consists of. The owner's address stays outside."""
    passed = {**_passed(), **processes.FRUGAL}
    logs = Path(passed.get("KETNOI_DIR", ".ketnoi")) / "log"
    logs.mkdir(mode=0o700, parents=True, exist_ok=True)
    web = processes.web(told.port, address=told.address, workers=told.workers)
    for name, command in (("web", web), ("worker", processes.worker())):
        log = logs / f"{name}.log"
        supervisor.add(name, partial(spawn, command, told=passed, log=log))


def _passed() -> dict[str, str]:
    return {k: v for k, v in os.environ.items() if k in home.OURS and k != "KETNOI_OWNER_URL"}


def _of_database(place: Place) -> list[Finding]:
    import django

    django.setup()
    return database.check_all(place, (*database.LIGHT, surroundings.database_kind))


def _refuse(findings: list[Finding]) -> None:
    for finding in findings:
        say(f"{finding.vietnamese} / {finding.english}")
    if findings:
        raise Stop("Chưa chạy: hãy sửa các điều trên.", "Not started: see above.")
