"""What processes used: CPU time to the nanosecond, and memory that they do not share."""

import re
import time
from collections.abc import Iterable
from pathlib import Path

BACKGROUND = ("checkpointer", "background writer", "walwriter", "autovacuum", "logical replication")
"""Processes of PostgreSQL that work for everybody, at times of their own."""

CPU_CLOCK = 2


def cpu_ns(pid: int) -> int:
    """The CPU time of a process, all its threads together."""
    try:
        return time.clock_gettime_ns(~pid << 3 | CPU_CLOCK)
    except OSError:
        return 0


def database_ns(postmaster: int) -> int:
    """The CPU time of all backends and of those who read for them."""
    return sum(cpu_ns(pid) for pid in children(postmaster) if not _is_background(pid))


def total_ns(parent: int) -> int:
    """The CPU time of a process and its children."""
    return sum(cpu_ns(pid) for pid in (parent, *children(parent)))


def children(pid: int) -> list[int]:
    """The children of a process."""
    try:
        return [int(p) for p in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except FileNotFoundError:
        return []


def pss_mb(pids: Iterable[int]) -> float:
    """Memory of processes, what they share counted once."""
    return sum(_pss_kb(pid) for pid in pids) / 1024


def load_average() -> str:
    """How busy the machine was in the last minute."""
    return Path("/proc/loadavg").read_text().split()[0]


_background: dict[int, bool] = {}


def _is_background(pid: int) -> bool:
    if pid not in _background:
        title = Path(f"/proc/{pid}/cmdline").read_bytes().decode(errors="replace")
        _background[pid] = any(word in title for word in BACKGROUND)
    return _background[pid]


def _pss_kb(pid: int) -> int:
    told = Path(f"/proc/{pid}/smaps_rollup").read_text()
    return int(re.findall(r"^Pss:\s+(\d+)", told, re.M)[0])
