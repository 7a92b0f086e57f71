"""Using a cluster for a while: it runs as long as somebody uses it, and not longer.

Everybody who uses it holds a shared lock; a keeper process runs the server and stops it when it
gets that lock alone. Locks end with their processes, so nothing is left behind by a crash.
"""

import fcntl
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from ketnoi.foundation.postgres.cluster import Cluster
from ketnoi.foundation.postgres.trouble import Trouble

SERVER, USERS = "server.lock", "users.lock"


@contextmanager
def held(cluster: Cluster, *, seconds: float = 90) -> Iterator[Cluster]:
    """The cluster, running for at least as long as the block."""
    with open_lock(cluster, USERS) as users:
        fcntl.flock(users, fcntl.LOCK_SH)
        _run_it(cluster, seconds)
        try:
            yield cluster
        finally:
            last = try_lock(users)
            fcntl.flock(users, fcntl.LOCK_UN)
            if last:
                _wait_for_keeper(cluster)


def open_lock(cluster: Cluster, name: str) -> IO[str]:
    """A lock file of a cluster, opened and not yet locked."""
    folder = cluster.home / "run"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return (folder / name).open("w")


def try_lock(file: IO[str]) -> bool:
    """Take the lock alone, or say at once that somebody else has it."""
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _run_it(cluster: Cluster, seconds: float) -> None:
    until = time.monotonic() + seconds
    while not cluster.answers():
        if time.monotonic() > until:
            raise Trouble(f"PostgreSQL chưa trả lời, xem {cluster.log}. / It does not answer.")
        _start_keeper(cluster)


def _start_keeper(cluster: Cluster) -> None:
    command = [sys.executable, "-m", "ketnoi.foundation.postgres.keeper", str(cluster.home)]
    cluster.log.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with cluster.log.with_name("keeper.log").open("a+") as log:
        start = log.tell()
        done = subprocess.run(
            [*command, "fast"] if cluster.fast else command,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            cwd="/",
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])},
            check=False,
        )
        log.seek(start)
        if done.returncode:
            raise Trouble(log.read().strip().splitlines()[-1])


def _wait_for_keeper(cluster: Cluster, seconds: float = 10) -> None:
    until = time.monotonic() + seconds
    with open_lock(cluster, SERVER) as server:
        while not try_lock(server) and time.monotonic() < until:
            time.sleep(0.05)
