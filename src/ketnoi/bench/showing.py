"""The demo in a folder of its own, as people start it, and what its requests cost."""

import json
import os
import signal
import subprocess
from http.client import HTTPConnection
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Self
from urllib.parse import urlsplit

from ketnoi.bench.processes import children, cpu_ns
from ketnoi.bench.serving import Wrong

FRONT_DOOR = Path(__file__).parents[3] / "ketnoi"
OURS = ("KETNOI_", "DJANGO_")
PATIENCE, FOUND, MS = 60, 200, 1e6
WARM = 5


class Showing:
    """Started once for a measurement, stopped and thrown away with it."""

    def __enter__(self) -> Self:
        self.folder = TemporaryDirectory(prefix="ketnoi-bench-")
        data = Path(self.folder.name) / "data"
        plain = {name: v for name, v in os.environ.items() if not name.startswith(OURS)}
        self.process = subprocess.Popen(
            [FRONT_DOOR, "demo", "--json", "--data", data, "--port", "0"],
            env=plain,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        line = self.process.stdout.readline() if self.process.stdout else ""
        if not line:
            raise Wrong("the demo did not start")
        self.url = json.loads(line)["url"].rstrip("/")
        return self

    def __exit__(self, *_error: object) -> None:
        self.process.send_signal(signal.SIGINT)
        self.process.wait(PATIENCE)
        self.folder.cleanup()

    def cpu_ms(self, address: str, *, requests: int) -> float:
        """CPU milliseconds of program and database for one request, over many."""
        self._ask(address, WARM)
        before = self._cpu()
        self._ask(address, requests)
        return (self._cpu() - before) / requests / MS

    def _cpu(self) -> int:
        return sum(cpu_ns(pid) for pid in everybody(self.process.pid))

    def _ask(self, address: str, times: int) -> None:
        line = HTTPConnection(urlsplit(self.url).netloc, timeout=PATIENCE)
        for _time in range(times):
            line.request("GET", address)
            answer = line.getresponse()
            answer.read()
            if answer.status != FOUND:
                raise Wrong(f"{address}: {answer.status}")
        line.close()


def everybody(pid: int) -> list[int]:
    """A process and all that came of it."""
    return [pid, *(one for child in children(pid) for one in everybody(child))]
