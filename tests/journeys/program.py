"""The program as people run it: `./ketnoi demo`, started, moved to another day, and stopped."""

import json
import signal
import subprocess
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from ketnoi.cli import home

FRONT_DOOR = home.PROJECT / "ketnoi"
PATIENCE = 60


class Program:
    """A demo in a folder of its own. Its way out leads to a page of ours."""

    def __init__(self, folder: Path, leads_to: str) -> None:
        self.folder, self.leads_to = folder, leads_to
        self.port = 0
        self.examples: dict[str, str] = {}

    def start(self, *told: str) -> None:
        """Start it, and wait until it says that it is ready."""
        said = self.folder.parent / "said"
        command = [FRONT_DOOR, "demo", "--json", "--data", self.folder, "--port", str(self.port)]
        with said.open("a") as log:
            self.process = subprocess.Popen(
                [*command, *told],
                env={**home.inherited(), "KETNOI_EXIT_URL": self.leads_to},
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            )
        line = self.process.stdout.readline()
        assert line, said.read_text()
        self.url = json.loads(line)["url"]
        self.host = urlsplit(self.url).netloc
        self.port = urlsplit(self.url).port

    def stop(self) -> None:
        """Ask it to stop, as Ctrl-C does; everything it started goes with it."""
        self.process.send_signal(signal.SIGINT)
        self.process.wait(PATIENCE)
        self.process.stdout.close()

    def lives_on(self, day: date | None) -> None:
        """Start it again in the same folder, on another day; without a day, on the true one."""
        self.stop()
        self.start(*(["--today", day.isoformat()] if day else []))
