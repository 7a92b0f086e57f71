"""Chance that is the same in both worlds: each draw belongs to a name, not to an order."""

import tomllib
from datetime import timedelta
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

ASSUMED = Path(__file__).with_name("assumptions.toml")
WHOLE = 2**64
DAY = timedelta(days=1)


@cache
def assumed() -> dict[str, Any]:
    """What is assumed about people, as data."""
    return tomllib.loads(ASSUMED.read_text())


class Chance:
    """Draws from a seed. The same name gives the same number, whatever else was drawn before."""

    def __init__(self, seed: int) -> None:
        self.seed = seed

    def draw(self, *name: Any) -> float:
        """A number from 0 up to 1."""
        drawn = blake2b(f"{self.seed}/{name}".encode(), digest_size=8).digest()
        return int.from_bytes(drawn, "big") / WHOLE

    def happens(self, likely: float, *name: Any) -> bool:
        """Whether something that is so likely happens."""
        return self.draw(*name) < likely

    def between(self, least: float, most: float, *name: Any) -> float:
        """A number between two others."""
        return least + (most - least) * self.draw(*name)

    def one_of(self, shares: dict[str, float], *name: Any) -> str:
        """One of several, each with its share."""
        left = self.draw(*name) * sum(shares.values())
        for what, share in shares.items():
            left -= share
            if left < 0:
                return what
        return next(reversed(shares))

    def spells(
        self, every: list[int], lasts: list[float], until: int, *name: Any
    ) -> list[tuple[float, float]]:
        """Stretches of time, in days since the start: from when to when."""
        found, at = [], self.between(0, every[1], *name, "first")
        while at < until:
            ends = at + self.between(*lasts, *name, "lasts", len(found))
            found.append((at, ends))
            at = ends + self.between(*every, *name, "every", len(found))
        return found
