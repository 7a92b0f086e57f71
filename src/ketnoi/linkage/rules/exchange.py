"""The small service between installations: it holds keyed tokens and a key, and no file.

An installation sends tokens made with the key of the network, which the service does not have; the
service keys them again with its own, which no installation has. So neither can try out names. Its
one answer is: another agency may know her, ask this contact. Source: docs/adr on linkage.
"""

import argparse
import hmac
import json
import secrets
import sqlite3
import sys
import time
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock
from typing import Any

from ketnoi.foundation.crypto import keyfile
from ketnoi.foundation.crypto.ring import KeyClass, Ring
from ketnoi.linkage.rules import tokens

LOOPBACK, PORT = "127.0.0.1", 8471
MOST_BYTES, MOST_TOKENS = 8_000, len(tokens.PARTS)
LIMITS = {"ask": (30, 60.0), "put": (300, 60.0), "forget": (300, 60.0)}
ASKS_A_DAY, DAY = 500, 86_400.0
SHAPE = frozenset("0123456789abcdef")
TABLES = """
CREATE TABLE IF NOT EXISTS desk (secret TEXT PRIMARY KEY, contact TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS held (token TEXT, desk TEXT, record TEXT, kind TEXT,
  PRIMARY KEY (token, desk, record, kind)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS held_of ON held (desk, record);
"""


class Unknown(Exception):
    """Nobody this service knows."""


class TooOften(Exception):
    """More questions than one desk has."""


class Misread(Exception):
    """What was sent is no question."""


@dataclass
class Exchange:
    """Who takes part, and which tokens each holds, keyed once more."""

    folder: Path
    key: bytes
    clock: Callable[[], float]

    def __post_init__(self) -> None:
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = self.folder / "tokens.db"
        path.touch(mode=0o600)
        self.kept = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
        self.kept.executescript(TABLES)
        self.lock = Lock()
        self.times: dict[tuple[str, str], deque[float]] = defaultdict(deque)

    def admit(self, contact: str) -> str:
        """A new desk and its secret, which is said once."""
        secret = secrets.token_urlsafe(32)
        with self.lock:
            self.kept.execute("INSERT INTO desk VALUES (?, ?)", (_hidden(secret), contact))
        return secret

    def answer(self, act: str, secret: str, told: Any) -> dict[str, Any]:
        """What one desk is told. It never says who, where, how likely, or which tokens met."""
        with self.lock:
            desk = self._desk(secret)
            self._slow(desk, act)
            return getattr(self, f"_{act}")(desk, told)

    def _desk(self, secret: str) -> str:
        hidden = _hidden(secret)
        for (known,) in self.kept.execute("SELECT secret FROM desk"):
            if hmac.compare_digest(known, hidden):
                return known
        raise Unknown

    def _slow(self, desk: str, act: str) -> None:
        if act not in LIMITS:
            raise Misread
        most, within = LIMITS[act]
        times, now = self.times[desk, act], self.clock()
        while times and now - times[0] > DAY:
            times.popleft()
        lately = sum(now - moment <= within for moment in times)
        if lately >= most or (act == "ask" and len(times) >= ASKS_A_DAY):
            raise TooOften
        times.append(now)

    def _put(self, desk: str, told: Any) -> dict[str, Any]:
        made, record = self._keyed(told), _record(told)
        self._drop(desk, record)
        rows = [(token, desk, record, kind) for kind, token in made.items()]
        self.kept.executemany("INSERT OR IGNORE INTO held VALUES (?, ?, ?, ?)", rows)
        return {"held": len(rows)}

    def _forget(self, desk: str, told: Any) -> dict[str, Any]:
        self._drop(desk, _record(told))
        return {"held": 0}

    def _ask(self, desk: str, told: Any) -> dict[str, Any]:
        owners: dict[int, tuple[str, str]] = {}
        numbers: dict[tuple[str, str], int] = {}

        def find(token: str) -> list[int]:
            sql = "SELECT DISTINCT desk, record FROM held WHERE token = ? AND desk <> ?"
            found = [(d, r) for d, r in self.kept.execute(sql, (token, desk))]
            for owner in found:
                owners[numbers.setdefault(owner, len(numbers))] = owner
            return [numbers[owner] for owner in found]

        best = tokens.rank(self._keyed(told), find)
        if not best or best[0][0] < tokens.ALIKE:
            return {"another": False}
        sql = "SELECT contact FROM desk WHERE secret = ?"
        [(contact,)] = self.kept.execute(sql, (owners[best[0][1]][0],)).fetchall()
        return {"another": True, "ask": contact}

    def _keyed(self, told: Any) -> dict[str, str]:
        made = told.get("tokens") if isinstance(told, dict) else None
        if not isinstance(made, dict) or not 0 < len(made) <= MOST_TOKENS:
            raise Misread
        for kind, token in made.items():
            if kind not in tokens.PARTS or not isinstance(token, str):
                raise Misread
            if len(token) != tokens.SIZE or set(token) - SHAPE:
                raise Misread
        return {kind: tokens.keyed(token, self.key) for kind, token in made.items()}

    def _drop(self, desk: str, record: str) -> None:
        self.kept.execute("DELETE FROM held WHERE desk = ? AND record = ?", (desk, record))


def server(exchange: Exchange, *, address: str = LOOPBACK, port: int = PORT) -> ThreadingHTTPServer:
    """The service, listening and not yet answering."""

    class Desk(BaseHTTPRequestHandler):
        timeout = 10

        def do_POST(self) -> None:
            code, told = _served(exchange, self)
            body = json.dumps(told).encode()
            self.send_response(code)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_said: Any) -> None:
            """Nothing is logged: an address and an hour say already too much."""

    return ThreadingHTTPServer((address, port), Desk)


def _served(exchange: Exchange, asking: BaseHTTPRequestHandler) -> tuple[int, dict[str, Any]]:
    secret = asking.headers.get("Authorization", "").removeprefix("Bearer ")
    try:
        size = int(asking.headers.get("Content-Length", "0"))
        if not 0 < size <= MOST_BYTES:
            return 413, {}
        told = json.loads(asking.rfile.read(size))
        return 200, exchange.answer(asking.path.strip("/"), secret, told)
    except Unknown:
        return 401, {}
    except TooOften:
        return 429, {}
    except (Misread, ValueError):
        return 400, {}


def _record(told: Any) -> str:
    record = told.get("record") if isinstance(told, dict) else None
    if not isinstance(record, str) or len(record) != 2 * tokens.SIZE or set(record) - SHAPE:
        raise Misread
    return record


def _hidden(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()


def main(typed: list[str]) -> int:
    """Admit a desk, or answer until somebody says stop."""
    parser = argparse.ArgumentParser(prog="ketnoi linkage")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--address", default=LOOPBACK)
    parser.add_argument("--port", type=int, default=PORT)
    parser.add_argument("--admit")
    told = parser.parse_args(typed)
    keyfile.create(told.data / "keys")
    key = Ring(keyfile.read(told.data / "keys")).key(KeyClass.LINKAGE)
    exchange = Exchange(told.data, key, time.monotonic)
    if told.admit:
        sys.stdout.write(exchange.admit(told.admit) + "\n")
        return 0
    with server(exchange, address=told.address, port=told.port) as listening:
        listening.serve_forever()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
