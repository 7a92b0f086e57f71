"""Other sides that hear what leaves this house: a push service and a gateway, on this machine."""

from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from time import sleep


class Heard(list):
    """What was said to the other side, with its headers, and what it answers."""

    answers, says, url, waits = 201, "", "", 0


@contextmanager
def listening():
    """A server on loopback that keeps what it hears."""
    heard = Heard()

    class Ear(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            heard.append(({k.lower(): v for k, v in self.headers.items()}, body.decode()))
            sleep(heard.waits)
            self.send_response(heard.answers)
            self.end_headers()
            with suppress(ConnectionError):
                self.wfile.write(heard.says.encode())

        def log_message(self, *_parts):
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Ear)
    heard.url = f"http://127.0.0.1:{server.server_port}/"
    Thread(target=server.serve_forever, daemon=True).start()
    yield heard
    server.shutdown()
    server.server_close()
