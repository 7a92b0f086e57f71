"""One size, served in this very process: `python -m ketnoi.bench.serving SEED POSTMASTER`.

It reads what is wanted line by line as JSON and answers in the same way.
"""

import io
import json
import sys
import time
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ketnoi.bench.asking import Request

AT_DESKS = {
    "commune": "commune-",
    "province": "health_dept-",
    "country": "country",
    "coordination": "coordination",
}
FOUND, MOVED = 200, 302


class Wrong(RuntimeError):
    """An answer was not what it should be: its time says nothing."""


class Server:
    """The program, its askers, and what one request costs."""

    def __init__(self, seed: int, postmaster: int) -> None:
        from ketnoi.bench.asking import Askers
        from ketnoi.site.wsgi import application

        self.application, self.postmaster = application, postmaster
        self.askers = {
            name: Askers(key, held=name == "commune", seed=seed) for name, key in AT_DESKS.items()
        }

    def make(self, kind: str) -> "Request":
        """A request of a kind such as `open` or `open.province`."""
        what, _dot, desk = kind.partition(".")
        return self.askers[desk or "commune"].make(what)

    def cost(self, kind: str) -> dict[str, int]:
        """CPU time of the program and of the database, and time on the wall, of one request."""
        from ketnoi.bench.processes import database_ns

        request = self.make(kind)
        database, wall, own = (
            database_ns(self.postmaster),
            time.perf_counter_ns(),
            time.process_time_ns(),
        )
        self._ask(request)
        own, wall = time.process_time_ns() - own, time.perf_counter_ns() - wall
        return {"app": own, "db": database_ns(self.postmaster) - database, "wall": wall}

    def statements(self, kind: str) -> dict[str, Any]:
        """The statements of one request, by what they are for."""
        from django.db import connection

        from ketnoi.bench.counting import Statements

        request, statements = self.make(kind), Statements()
        with connection.execute_wrapper(statements):
            self._ask(request)
        return {"count": len(statements.sent), "by": statements.by_purpose()}

    def referrals(self) -> int:
        """How many requests were sent from one agency to another."""
        from ketnoi.foundation.bulk import OWNER
        from ketnoi.referrals.models import Referral

        return Referral.objects.using(OWNER).filter(is_sent=True).count()

    def count_board(self) -> float:
        """Count what the board says, as the system does every ten minutes; in seconds."""
        from ketnoi.agencies import queries as agencies
        from ketnoi.foundation import clock
        from ketnoi.foundation.actor import NETWORK
        from ketnoi.reports import actions

        before = time.perf_counter()
        for member in agencies.watching():
            actions.count_for(member=member, by=NETWORK, now=clock.now())
        return time.perf_counter() - before

    def lines(self, kind: str, count: int) -> list[dict[str, str]]:
        """Requests for clients elsewhere."""
        return [self.make(kind).told for _n in range(count)]

    def _ask(self, request: "Request") -> None:
        status, body = answer(self.application, request.told)
        if status not in (FOUND, MOVED) or request.expected not in body:
            raise Wrong(f"{request.path.split('/')[2:4]}: {status}")


def answer(application: Callable[..., Iterable[bytes]], told: dict[str, str]) -> tuple[int, str]:
    """Ask the program as a web server asks it."""
    body, said = told["body"].encode(), {}
    path, _mark, query = told["path"].partition("?")

    def begin(status: str, headers: list, _error: Any = None) -> None:
        said["status"] = int(status.split()[0])

    response = application(
        {
            "REQUEST_METHOD": "POST" if body else "GET",
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "CONTENT_TYPE": "application/x-www-form-urlencoded",
            "CONTENT_LENGTH": str(len(body)),
            "SERVER_NAME": "localhost",
            "SERVER_PORT": "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "REMOTE_ADDR": "127.0.0.1",
            "HTTP_HOST": "localhost",
            "HTTP_COOKIE": told["cookies"],
            "wsgi.url_scheme": "http",
            "wsgi.input": io.BytesIO(body),
            "wsgi.errors": sys.stderr,
            "wsgi.multithread": True,
            "wsgi.multiprocess": True,
            "wsgi.run_once": False,
        },
        begin,
    )
    try:
        return said["status"], b"".join(response).decode()
    finally:
        response.close()  # type: ignore[attr-defined]


def main(seed: str, postmaster: str) -> None:
    """Answer until nobody asks any more."""
    import django

    django.setup()
    server = Server(int(seed), int(postmaster))
    print(json.dumps("ready"), flush=True)
    for line in sys.stdin:
        what, *told = json.loads(line)
        print(json.dumps(getattr(server, what)(*told)), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
