"""What one evening found, as it is kept beside the database until the next one."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Told:
    """The letters nobody has read yet, what the mail did, and what was found lost so far."""

    day: int
    unread: list[str]
    mail: dict[str, int]
    lost: list[str]
    lost_files: int
    without_deadline: int


class Diary:
    """One file for each day, written before the day is committed; only what follows counts."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def write(self, told: Told) -> None:
        """Keep what an evening found."""
        self._path(told.day).write_text(json.dumps(asdict(told)))

    def read(self, day: int) -> Told:
        """What the evening of a day found."""
        return Told(**json.loads(self._path(day).read_text()))

    def over(self, days: int) -> dict[str, Any]:
        """Of all days: how much was ever lost, and the most that stood without a deadline."""
        evenings = [self.read(day) for day in range(days)]
        return {
            "lost": len({found for told in evenings for found in told.lost})
            + max(told.lost_files for told in evenings),
            "lost_at_the_end": len(evenings[-1].lost) + evenings[-1].lost_files,
            "without_deadline": max(told.without_deadline for told in evenings),
            "mail": evenings[-1].mail,
        }

    def _path(self, day: int) -> Path:
        return self.folder / f"day-{day:04d}.json"
