"""The programs of an installation: the web server and the worker that does what was put off."""

import http.client
import socket

from ketnoi.cli import home
from ketnoi.cli.speech import Stop

LOOPBACK = "127.0.0.1"
NEXT_PORTS = 50
# Fewer memory arenas: the same speed for two or three threads, a third less memory.
FRUGAL = {"MALLOC_ARENA_MAX": "2"}


def web(port: int, *, address: str = LOOPBACK, workers: int = 2, threads: int = 3) -> list[str]:
    """The web server. A worker that dies is started again; who comes too many waits outside."""
    options = {
        "interface": "wsgi",
        "host": address,
        "port": port,
        "workers": workers,
        "blocking-threads": threads,
        "backpressure": 64,
        "backlog": 512,
        "respawn-interval": 0.3,
        "workers-kill-timeout": 5,
        "log-level": "warning",
    }
    told = [part for name, value in options.items() for part in (f"--{name}", str(value))]
    return home.python(
        "granian", *told, "--respawn-failed-workers", "--no-ws", "ketnoi.site.wsgi:application"
    )


def worker() -> list[str]:
    """The worker."""
    return home.python("django", "procrastinate", "--skip-checks", "worker", "--concurrency=2")


def free_port(wanted: int) -> int:
    """The wanted port, or the next one that nobody uses; 0 asks for any."""
    for port in [wanted] if not wanted else range(wanted, wanted + NEXT_PORTS):
        with socket.socket() as attempt:
            attempt.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                attempt.bind((LOOPBACK, port))
            except OSError:
                continue
            return attempt.getsockname()[1]
    raise Stop(f"Cổng {wanted} và các cổng sau đều bận.", f"Ports from {wanted} on are all taken.")


def is_up(port: int) -> bool:
    """Whether the first page is answered."""
    connection = http.client.HTTPConnection(LOOPBACK, port, timeout=10)
    try:
        connection.request("GET", "/", headers={"Host": "localhost"})
        return connection.getresponse().status == http.HTTPStatus.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
