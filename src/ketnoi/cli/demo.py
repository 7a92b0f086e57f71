"""`ketnoi demo`: the whole system on this machine, with invented people, for loopback only."""

import argparse
import json
import subprocess
import sys
import time
from contextlib import ExitStack
from datetime import date
from functools import partial
from pathlib import Path
from typing import IO

from ketnoi.cli import home, prepare, processes
from ketnoi.cli.fingerprint import DEMO, SCHEMA, STATIC, mark
from ketnoi.cli.speech import Stop, say
from ketnoi.cli.supervisor import Supervisor, spawn

PORT = 8000
UP_WITHIN = 60
TRUE_DAY = "now"


def read(parser: argparse.ArgumentParser, typed: list[str]) -> argparse.Namespace:
    """What can be said to a demo."""
    add = parser.add_argument
    add("--port", type=int, default=PORT, metavar="N", help="cổng (0: bất kỳ) / port (0: any)")
    add("--data", type=Path, metavar="DIR", help="thư mục dữ liệu / data folder")
    add("--json", action="store_true", help="một dòng JSON khi sẵn sàng / one JSON line when ready")
    add(
        "--today",
        type=date.fromisoformat,
        metavar="NĂM-THÁNG-NGÀY",
        help="ngày của bản thử / the day the demo lives on",
    )
    return parser.parse_args(typed)


def run(told: argparse.Namespace) -> int:
    """Prepare what is not ready yet, run it, and stop all of it when asked."""
    demo = Demo(told.data or home.default())
    with ExitStack() as stack:
        stack.enter_context(demo.alone())
        supervisor = stack.enter_context(Supervisor(say))
        demo.open(supervisor, port=told.port, day=str(told.today or TRUE_DAY))
        if supervisor.stopping.is_set():
            return 0
        announce(demo.ready(), as_json=told.json)
        supervisor.watch()
        say("Đang dừng… / Stopping…")
    return 0


class Demo:
    """A demo in a folder."""

    def __init__(self, folder: Path) -> None:
        from ketnoi.foundation.postgres import Cluster

        self.cluster = Cluster(folder)
        self.run = self.cluster.home / "run"
        self.url = ""

    def alone(self) -> IO[str]:
        """Hold the folder: one demo at a time."""
        from ketnoi.foundation.postgres.held import open_lock, try_lock

        lock = open_lock(self.cluster, "demo.lock")
        if not try_lock(lock):
            where = self._told("address") or "?"
            raise Stop(
                f"Bản thử đang chạy ở {where}, trong {self.cluster.home}.",
                "A demo is already running there.",
            )
        return lock

    def open(self, supervisor: Supervisor, *, port: int, day: str) -> None:
        """Start the database, make it ready, then start the web server and the worker."""
        home.make(self.cluster)
        say("Đang khởi động PostgreSQL… / Starting PostgreSQL…")
        self._start_database(supervisor)
        self._prepare(supervisor, day)
        told = {**home.environment(self.cluster, mode="demo"), **processes.FRUGAL}
        free = processes.free_port(port)
        if port not in (0, free):
            say(f"Cổng {port} đang bận, dùng {free}. / Port {port} is taken, using {free}.")
        logs = self.cluster.home / "log"
        for name, command in (("web", processes.web(free)), ("worker", processes.worker())):
            log = logs / f"{name}.log"
            supervisor.add(name, partial(spawn, command, told=told, log=log))
        self.url = f"http://localhost:{free}/"
        (self.run / "address").write_text(self.url)
        self._wait(supervisor, free)

    def ready(self) -> dict:
        """Where it is, and whom one can be."""
        people = json.loads(self._told(prepare.PEOPLE) or "[]")
        return {"url": self.url, "people": [_person(p) for p in people]}

    def _start_database(self, supervisor: Supervisor) -> None:
        import signal

        from ketnoi.foundation.postgres.held import SERVER, open_lock, try_lock

        self._server_lock = open_lock(self.cluster, SERVER)
        until = time.monotonic() + UP_WITHIN
        while not try_lock(self._server_lock):
            if time.monotonic() > until:
                raise Stop(
                    "Một lệnh khác đang dùng cơ sở dữ liệu này. Hãy đợi nó xong.",
                    "Another command is using this database: wait until it is done.",
                )
            time.sleep(0.2)
        supervisor.add("postgresql", self.cluster.start, signal.SIGINT)

    def _prepare(self, supervisor: Supervisor, day: str) -> None:
        marks = {
            "migrate": mark(SCHEMA),
            "reference": mark(SCHEMA),
            "static": mark(STATIC),
            "demo": mark((*SCHEMA, *DEMO)),
            "today": day,
        }
        done = {"today": TRUE_DAY, **json.loads(self._told(prepare.DONE) or "{}")}
        steps = [f"{name}={value}" for name, value in marks.items() if done.get(name) != value]
        if not steps:
            return
        say("Đang chuẩn bị dữ liệu… / Preparing the data…")
        if supervisor.finish(self._steps(steps)) and not supervisor.stopping.is_set():
            raise Stop("Chưa chuẩn bị được dữ liệu, xem dòng trên.", "Preparing failed, see above.")

    def _steps(self, steps: list[str]) -> subprocess.Popen:
        told = home.environment(self.cluster, mode="demo", owner=True)
        command = home.python(prepare.__name__, *steps)
        return subprocess.Popen(
            command, stdout=sys.stderr, env={**home.inherited(), **told}, start_new_session=True
        )

    def _wait(self, supervisor: Supervisor, port: int) -> None:
        say("Đang mở trang… / Opening the pages…")
        until = time.monotonic() + UP_WITHIN
        while not supervisor.stopping.is_set() and not processes.is_up(port):
            if time.monotonic() > until:
                log = self.cluster.home / "log" / "web.log"
                raise Stop(f"Trang chưa mở được, xem {log}.", "The first page does not answer.")
            supervisor.glance()

    def _told(self, name: str) -> str:
        path = self.run / name
        return path.read_text() if path.exists() else ""


def announce(ready: dict, *, as_json: bool) -> None:
    """Say that it is ready: to a program in one line, to a person in a few."""
    if as_json:
        print(json.dumps(ready, ensure_ascii=False), flush=True)
        return
    print(f"\nKết Nối: {ready['url']}\nDỮ LIỆU GIẢ – không nhập thông tin thật. / Invented data.\n")
    for person in ready["people"]:
        print(f"  {person['key']:8} {person['role']:14} {person['agency']}")
    print(f"\nVào vai một người: mở {ready['url']}cb/vao/ và chọn. / Open it and choose a person.")
    print("Dừng: Ctrl-C. / Stop: Ctrl-C.", flush=True)


def _person(told: dict) -> dict:
    sign_in = told.get("sign_in") or f"/cb/vao-vai/{told['key']}/"
    return {**{k: told[k] for k in ("key", "role", "agency")}, "sign_in": sign_in}
