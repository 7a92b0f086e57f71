"""The neutral page behind the way out: a server of our own, which can also keep one waiting."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

PAGE = "<!doctype html><html lang='vi'><title>Trời hôm nay</title><p>Nắng.</p>".encode()
SAYS = "Trời hôm nayNắng."
AT_MOST = 30


class Weather(ThreadingHTTPServer):
    """Answers at once, or only when `answers` is set again."""

    daemon_threads = True
    says = SAYS

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Page)
        self.answers = Event()
        self.answers.set()
        self.url = f"http://127.0.0.1:{self.server_port}/"

    @contextmanager
    def hanging(self) -> Iterator[None]:
        """The line is bad: whoever comes, waits."""
        self.answers.clear()
        try:
            yield
        finally:
            self.answers.set()


class Page(BaseHTTPRequestHandler):
    """One page."""

    def do_GET(self) -> None:
        """Give the page, in good time."""
        self.server.answers.wait(AT_MOST)
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(PAGE)))
        self.end_headers()
        self.wfile.write(PAGE)

    def log_message(self, *_: object) -> None:
        """Nothing is told: tests are quiet."""


@contextmanager
def running() -> Iterator[Weather]:
    """The page, for as long as somebody needs it."""
    with Weather() as weather:
        thread = Thread(target=weather.serve_forever, daemon=True)
        thread.start()
        yield weather
        weather.shutdown()
        thread.join()
