"""One parent for all processes: it starts them, starts them again, and stops them in order."""

import contextlib
import os
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import FrameType

from ketnoi.cli import home

GLANCE = 0.1
SHORTEST_PAUSE, LONGEST_PAUSE = 0.2, 10.0
LIVED_WELL = 30.0
PATIENCE = 12.0
BIGGEST_LOG = 5_000_000

Start = Callable[[], subprocess.Popen]


class Child:
    """A process that should be there, and how it is told to go."""

    def __init__(self, name: str, start: Start, farewell: int = signal.SIGTERM) -> None:
        self.name, self.farewell = name, farewell
        self._start = start
        self._pause, self._next = SHORTEST_PAUSE, 0.0
        self.start()

    def start(self) -> None:
        """Start it, as the head of its own group."""
        self.process = self._start()
        self._born = time.monotonic()

    def look_after(self) -> bool:
        """Start it again if it died: the sooner it dies, the longer the pause."""
        now = time.monotonic()
        if self.process.poll() is None or now < self._next:
            return False
        end_group(self.process)
        quick = now - self._born < LIVED_WELL
        self._pause = min(self._pause * 2, LONGEST_PAUSE) if quick else SHORTEST_PAUSE
        self._next = now + self._pause
        self.start()
        return True

    def stop(self) -> None:
        """Ask it to go, then insist; nobody of its group stays."""
        if self.process.poll() is None:
            self.process.send_signal(self.farewell)
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(PATIENCE)
        end_group(self.process)


class Supervisor:
    """The processes of one installation, until somebody says stop."""

    def __init__(self, say: Callable[[str], None]) -> None:
        self.children: list[Child] = []
        self.stopping = threading.Event()
        self._say = say

    def __enter__(self) -> "Supervisor":
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._asked_to_stop)
        return self

    def __exit__(self, *_: object) -> None:
        self.stopping.set()
        while self.children:
            self.children.pop().stop()

    def add(self, name: str, start: Start, farewell: int = signal.SIGTERM) -> None:
        """Start a process and look after it from now on."""
        self.children.append(Child(name, start, farewell))

    def finish(self, process: subprocess.Popen) -> int:
        """Wait for a process that ends by itself, looking after the others meanwhile."""
        while process.poll() is None and not self.stopping.is_set():
            self.glance()
        if process.poll() is None:
            process.terminate()
        return process.wait(PATIENCE)

    def glance(self) -> None:
        """Wait a moment, then see whether everybody is there."""
        self.stopping.wait(GLANCE)
        for child in self.children:
            if not self.stopping.is_set() and child.look_after():
                self._say(f"Khởi động lại {child.name} / {child.name} was started again")

    def watch(self) -> None:
        """Look after everybody until somebody says stop."""
        while not self.stopping.is_set():
            self.glance()

    def _asked_to_stop(self, _number: int, _frame: FrameType | None) -> None:
        self.stopping.set()


def spawn(command: list[str], *, told: dict[str, str], log: Path) -> subprocess.Popen:
    """Start a program in its own group, writing to its log, and ending when we end."""
    ends_with_us = ["setpriv", "--pdeathsig", "TERM"] if shutil.which("setpriv") else []
    too_big = log.exists() and log.stat().st_size > BIGGEST_LOG
    with log.open("wb" if too_big else "ab") as file:
        return subprocess.Popen(
            [*ends_with_us, *command],
            stdin=subprocess.DEVNULL,
            stdout=file,
            stderr=file,
            start_new_session=True,
            env={**home.inherited(), **told},
        )


def end_group(process: subprocess.Popen) -> None:
    """End what a process left behind: its children must not go on without it."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait(PATIENCE)
