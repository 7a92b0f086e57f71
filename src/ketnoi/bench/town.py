"""A demo of its own with the real server in front of it, and the keys to forge what has expired."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode, urlsplit

HEADER = "X-Forwarded-For"
PATIENCE = 60
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@dataclass(frozen=True)
class Town:
    """Where the server listens."""

    host: str
    port: int

    def connect(self) -> HTTPConnection:
        """A connection that is kept."""
        return HTTPConnection(self.host, self.port, timeout=PATIENCE)


def ask(line: HTTPConnection, path: str, address: str, said: dict | None = None) -> tuple[int, str]:
    """One request as it comes through a proxy that says who is at the other end."""
    body = urlencode(said) if said is not None else None
    how = "POST" if body is not None else "GET"
    line.request(how, path, body, {HEADER: address, **(FORM if body else {})})
    answer = line.getresponse()
    return answer.status, answer.read().decode()


@contextmanager
def running(folder: Path) -> Iterator[Town]:
    """Start it, wait until it is ready, and stop it afterwards."""
    command = [sys.executable, "-m", "ketnoi", "demo", "--json", "--data", str(folder)]
    told = {name: value for name, value in os.environ.items() if not name.startswith("KETNOI_")}
    told |= {"KETNOI_ADDRESS_HEADER": HEADER}
    process = subprocess.Popen(  # noqa: S603
        [*command, "--port", "0"], env=told, stdout=subprocess.PIPE, text=True
    )
    try:
        line = process.stdout.readline() if process.stdout else ""
        where = urlsplit(json.loads(line)["url"])
        _know_its_keys(folder)
        yield Town(where.hostname or "localhost", where.port or 0)
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(PATIENCE)


def _know_its_keys(folder: Path) -> None:
    """What has expired cannot be had from outside within a minute: it is signed here."""
    import django

    os.environ["KETNOI_DIR"], os.environ["KETNOI_KEYS"] = str(folder), str(folder / "keys")
    os.environ["KETNOI_MODE"] = "demo"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ketnoi.site.settings")
    django.setup()
