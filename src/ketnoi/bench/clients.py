"""Eight people at once: real requests over loopback to a real web server with two workers."""

import http.client
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass

from ketnoi.bench.house import environment
from ketnoi.bench.processes import children, database_ns, pss_mb, total_ns
from ketnoi.bench.serving import FOUND, MOVED, Wrong

CLIENTS, WORKERS, THREADS = 8, 2, 3
UP_WITHIN, ANSWER_WITHIN = 30.0, 30.0
SERVER = (
    "granian --interface wsgi --host 127.0.0.1 --blocking-threads {threads} --workers {workers}"
    " --backpressure 64 --backlog 512 --log-level warning --no-ws --port {port}"
    " ketnoi.site.wsgi:application"
)


@dataclass(frozen=True)
class Round:
    """What a number of requests used together."""

    requests: int
    app_ns: int
    db_ns: int
    waits_ns: list[int]


class Web:
    """A web server for one size, as `serve` runs it."""

    def __init__(self, port: int, process: subprocess.Popen, postmaster: int) -> None:
        self.port, self.process, self.postmaster = port, process, postmaster

    def round(self, lines: list[dict[str, str]]) -> Round:
        """Ask all of it, eight at a time; each client keeps its connection."""
        shares = [lines[n::CLIENTS] for n in range(CLIENTS)]
        app, database = total_ns(self.process.pid), database_ns(self.postmaster)
        with ThreadPoolExecutor(CLIENTS) as clients:
            waits = [ns for share in clients.map(self._ask_all, shares) for ns in share]
        app, database = (
            total_ns(self.process.pid) - app,
            database_ns(self.postmaster) - database,
        )
        return Round(len(waits), app, database, waits)

    def memory_mb(self) -> float:
        """Memory of all its processes."""
        return pss_mb((self.process.pid, *children(self.process.pid)))

    def _ask_all(self, share: list[dict[str, str]]) -> list[int]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=ANSWER_WITHIN)
        try:
            return [_ask(connection, told) for told in share]
        finally:
            connection.close()


@contextmanager
def web(told: dict[str, str], postmaster: int) -> Iterator[Web]:
    """A web server that is up, for the length of the block."""
    port = _free_port()
    options = SERVER.format(threads=THREADS, workers=WORKERS, port=port).split()
    with subprocess.Popen([sys.executable, "-m", *options], env=environment(told)) as process:
        try:
            _wait(port, process)
            yield Web(port, process, postmaster)
        finally:
            process.terminate()


def _ask(connection: http.client.HTTPConnection, told: dict[str, str]) -> int:
    headers = {"Host": "localhost", "Cookie": told["cookies"]}
    if told["body"]:
        headers["Content-Type"] = "application/x-www-form-urlencoded"
    start = time.perf_counter_ns()
    connection.request("POST" if told["body"] else "GET", told["path"], told["body"], headers)
    response = connection.getresponse()
    body = response.read()
    if response.status not in (FOUND, MOVED) or told["expected"].encode() not in body:
        raise Wrong(f"{told['path'].split('/')[2:4]}: {response.status}")
    return time.perf_counter_ns() - start


def _free_port() -> int:
    with socket.socket() as attempt:
        attempt.bind(("127.0.0.1", 0))
        return attempt.getsockname()[1]


def _wait(port: int, process: subprocess.Popen) -> None:
    until = time.monotonic() + UP_WITHIN
    while time.monotonic() < until and process.poll() is None:
        with socket.socket() as attempt:
            if attempt.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise Wrong("the web server does not come up")
