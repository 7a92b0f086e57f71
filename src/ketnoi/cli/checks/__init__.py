"""What can be wrong with an installation, and the cure of each, in both languages."""

import os
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

OK, WARN, FAIL, NOT_APPLICABLE = "ok", "warn", "fail", "n/a"


@dataclass(frozen=True)
class Finding:
    """What one check found: in order, worth a look, wrong, or not to be asked here."""

    name: str
    state: str
    vietnamese: str
    english: str

    def line(self) -> str:
        """The finding on one line."""
        return f"{self.state:4} {self.name}: {self.vietnamese} / {self.english}"

    def as_json(self) -> dict[str, str]:
        """The finding for a program."""
        return asdict(self)


@dataclass(frozen=True)
class Place:
    """What is checked: an installation, or a demo."""

    demo: bool
    keys: Path
    data: Path
    url: str
    owner_url: str

    @classmethod
    def here(cls) -> "Place":
        """The installation that the environment describes."""
        data = Path(os.environ.get("KETNOI_DIR", ".ketnoi"))
        return cls(
            demo=os.environ.get("KETNOI_MODE") in ("demo", "test"),
            keys=Path(os.environ.get("KETNOI_KEYS", data / "keys")),
            data=data,
            url=os.environ.get("DATABASE_URL", ""),
            owner_url=os.environ.get("KETNOI_OWNER_URL", ""),
        )


Check = Callable[[Place], Finding]


def ok(name: str, vietnamese: str = "tốt", english: str = "fine") -> Finding:
    """In order."""
    return Finding(name, OK, vietnamese, english)


def warn(name: str, vietnamese: str, english: str) -> Finding:
    """Worth a look."""
    return Finding(name, WARN, vietnamese, english)


def fail(name: str, vietnamese: str, english: str) -> Finding:
    """Wrong."""
    return Finding(name, FAIL, vietnamese, english)


def not_here(name: str, vietnamese: str, english: str) -> Finding:
    """Not to be asked here."""
    return Finding(name, NOT_APPLICABLE, vietnamese, english)
