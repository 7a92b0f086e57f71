"""Mutants as they are written down."""

import hashlib
import tomllib
from collections.abc import Iterable
from dataclasses import astuple, dataclass
from pathlib import Path

FOLDER = "tests/mutants"


@dataclass(frozen=True)
class Mutant:
    """One harm: where, what it changes, and which test must notice it.

    An empty `before` means that `after` is a new file.
    """

    promise: str
    name: str
    file: str
    before: str
    after: str
    test: str

    @property
    def mark(self) -> str:
        """A short mark; it changes with every word of the mutant."""
        return hashlib.sha256("\0".join(astuple(self)).encode()).hexdigest()[:16]

    def __str__(self) -> str:
        return f"{self.promise} {self.name}"

    def trouble(self, root: Path) -> str:
        """Why it cannot be applied to this checkout; nothing when it can."""
        path = root / self.file
        if not self.before:
            return f"{self.file} is there already" if path.exists() else ""
        if not path.exists():
            return f"{self.file} is not there"
        found = path.read_text().count(self.before)
        return "" if found == 1 else f"its text stands {found} times in {self.file}"

    def changed(self, text: str) -> str:
        """The file with the harm done."""
        return text.replace(self.before, self.after) if self.before else self.after


def everything(root: Path) -> list[Mutant]:
    """All mutants of a checkout, by promise (the name of the file they stand in)."""
    found = sorted((root / FOLDER).glob("*.toml"), key=_in_order)
    return [Mutant(promise=path.stem, **told) for path in found for told in _read(path)]


def chosen(mutants: Iterable[Mutant], words: list[str]) -> list[Mutant]:
    """Those of these promises, or with one of these words in their names."""
    return [m for m in mutants if not words or any(_is_meant(m, word) for word in words)]


def _is_meant(mutant: Mutant, word: str) -> bool:
    return mutant.promise == word or word.lower() in mutant.name.lower()


def _read(path: Path) -> list[dict[str, str]]:
    return tomllib.loads(path.read_text()).get("mutant", [])


def _in_order(path: Path) -> tuple[int, str]:
    number = path.stem.removeprefix("P")
    return (int(number), "") if number.isdecimal() else (1000, path.stem)
