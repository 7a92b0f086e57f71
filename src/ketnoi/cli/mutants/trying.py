"""Try one mutant after the other, say how each went, and remember it."""

import json
import subprocess
import time
from collections.abc import Iterable
from pathlib import Path
from xml.etree import ElementTree

from ketnoi.cli import steps
from ketnoi.cli.mutants import copying, told
from ketnoi.cli.mutants.told import Mutant
from ketnoi.cli.speech import MISUSE, Stop, say

KILLED, SURVIVED, LOST, BROKEN = "killed", "survived", "lost", "broken"
SAID = {
    KILLED: "bị bắt / killed",
    SURVIVED: "LỌT / SURVIVED",
    LOST: "KHÔNG CÒN KHỚP / NO LONGER APPLIES",
    BROKEN: "HỎNG TRƯỚC KHI THỬ / BROKE BEFORE THE TEST",
}
GREEN = "green"
PATIENCE = 600
ALONE = ("-x", "-p", "no:randomly", "-p", "no:cacheprovider", "-p", "no:xdist")


def run(root: Path, words: list[str]) -> int:
    """Try all mutants (or those that are named); what was killed in these files is not repeated."""
    start, mutants = time.monotonic(), told.chosen(told.everything(root), words)
    if not mutants:
        raise Stop("Không có mutant nào như vậy.", "There is no such mutant.", MISUSE)
    memory = Memory(root)
    waiting = [m for m in mutants if m.mark not in memory.killed]
    known = len(mutants) - len(waiting)
    say(f"{len(mutants)} mutant, đã biết / known: {known}, {memory.foretold(waiting)}")
    went = _all(root, waiting, memory)
    counted = " · ".join(f"{SAID[how]}: {went.count(how)}" for how in SAID if how in went)
    say(f"{counted or 'OK'} ({time.monotonic() - start:.0f} s)")
    return 0 if set(went) <= {KILLED} else 1


class Memory:
    """What was killed in exactly these files, and how long each took; kept beside the data."""

    def __init__(self, root: Path) -> None:
        self.path = root / ".ketnoi" / "mutants.json"
        kept = json.loads(self.path.read_text()) if self.path.exists() else {}
        self.mark = copying.mark(root)
        self.seconds: dict[str, float] = kept.get("seconds", {})
        self.killed: list[str] = kept.get("killed", []) if kept.get("mark") == self.mark else []

    def keep(self, mutant: Mutant, how: str, seconds: float) -> None:
        """Write down how it went."""
        self.seconds[mutant.mark] = seconds
        if how == KILLED:
            self.killed.append(mutant.mark)
        self.path.parent.mkdir(parents=True, exist_ok=True)
        everything = {"mark": self.mark, "seconds": self.seconds, "killed": self.killed}
        self.path.write_text(json.dumps(everything))

    def foretold(self, waiting: list[Mutant]) -> str:
        """About how long it will take, by what it took before."""
        took = [self.seconds[m.mark] for m in waiting if m.mark in self.seconds]
        each = sum(took) / len(took) if took else 20
        return f"khoảng / about {len(waiting) * each / 60:.0f} phút / min"


def _all(root: Path, waiting: list[Mutant], memory: Memory) -> list[str]:
    if not waiting:
        return []
    with copying.copied(root) as there:
        _need_green(there, waiting)
        return [_tell(there, m, n, len(waiting), memory) for n, m in enumerate(waiting, 1)]


def _need_green(there: Path, waiting: Iterable[Mutant]) -> None:
    """A test that fails without any harm proves nothing."""
    tests = sorted({m.test for m in waiting if not m.trouble(there)})
    say(f"Trước hết, không có mutant / first, without a mutant: {len(tests)} test")
    if tests and (done := _pytest(there, tests, PATIENCE * 3)) != GREEN:
        raise Stop(
            f"Các phép thử này chưa xanh khi chưa có mutant: {done}",
            "These tests must be green before a mutant is tried.",
        )


def _tell(there: Path, mutant: Mutant, number: int, of: int, memory: Memory) -> str:
    start, trouble = time.monotonic(), mutant.trouble(there)
    how = LOST if trouble else _try(there, mutant)
    seconds = time.monotonic() - start
    memory.keep(mutant, how, seconds)
    where = "" if how == KILLED else f"\n     {trouble or mutant.test}"
    say(f"{number:3}/{of} {SAID[how]} ({seconds:.0f} s) {mutant}{where}")
    return how


def _try(there: Path, mutant: Mutant) -> str:
    with copying.harmed(there, mutant):
        went = _pytest(there, [mutant.test], PATIENCE)
    if went == GREEN:
        return SURVIVED
    return KILLED if went.startswith("failed") else BROKEN


def _pytest(there: Path, tests: list[str], seconds: float) -> str:
    """`green`, `failed: which`, or what went wrong before the tests could say anything."""
    report = there / ".ketnoi" / "report.xml"
    report.unlink(missing_ok=True)
    command = steps.pytest(*ALONE, f"--junitxml={report}", *tests)
    try:
        done = subprocess.run(
            command,
            cwd=there,
            env=copying.surroundings(there),
            capture_output=True,
            text=True,
            check=False,
            timeout=seconds,
        )
    except subprocess.TimeoutExpired:
        return "no answer"
    if done.returncode == 0:
        return GREEN
    failed = _failed(report)
    return f"failed: {failed}" if failed else done.stdout[-1500:] + done.stderr[-500:]


def _failed(report: Path) -> str:
    """The tests that failed themselves; an error before a test is no failure of it."""
    if not report.exists():
        return ""
    cases = ElementTree.parse(report).iter("testcase")  # noqa: S314 - pytest wrote it just now
    return ", ".join(c.get("name", "") for c in cases if c.find("failure") is not None)
