"""The figures of a measurement, what they should be, and the verdict."""

import json
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Figure:
    """One figure: a must decides the verdict, a target is only said to be met or missed."""

    name: str
    ours: float
    goal: float | None = None
    ratio: float | None = None
    peer: float | None = None
    must: bool = False
    at_least: bool = False
    """The goal is the least it should be, not the most."""

    @property
    def ok(self) -> bool:
        """Whether it is as it should be."""
        if self.goal is None:
            return True
        return self.ours >= self.goal if self.at_least else self.ours <= self.goal

    @property
    def told(self) -> dict[str, Any]:
        """For programs."""
        return {
            "name": self.name,
            "ours": round(self.ours, 2),
            "peer": self.peer,
            "ratio": None if self.ratio is None else round(self.ratio, 2),
            "goal": self.goal,
            "ok": self.ok,
        }

    @property
    def line(self) -> str:
        """For people."""
        if self.goal is None:
            verdict = ""
        elif self.must:
            verdict = "đạt / ok" if self.ok else "KHÔNG ĐẠT / FAILED"
        else:
            verdict = "đạt / ok" if self.ok else "chưa tới mốc / target missed"
        goal = "" if self.goal is None else f"{'≥' if self.at_least else '≤'} {self.goal:g}"
        ratio = "" if self.ratio is None else f"{self.ratio:.1f}×"
        return f"{self.name:36} {self.ours:9.2f} {goal:>8} {ratio:>7}  {verdict}"


def passed(figures: list[Figure]) -> bool:
    """Whether every must is met."""
    return all(figure.ok for figure in figures if figure.must)


def verdict(figures: list[Figure]) -> str:
    """The last line: everything, for programs."""
    told = {"ok": passed(figures), "figures": [figure.told for figure in figures]}
    return json.dumps(told, ensure_ascii=False)
