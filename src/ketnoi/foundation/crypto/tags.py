"""Keyed tags: what is equal gives the same number, and nobody can turn the number back.

Exact tags stand for a phone or a paper. Pair tags stand for two tokens of a name together with a
year of birth and a partition: rare enough that how often one occurs says little about the name.
"""

import hmac
from collections.abc import Iterable, Iterator
from hashlib import sha256
from uuid import UUID

from ketnoi.foundation.crypto.ring import KeyClass, key_id, ring

NO_YEAR = 0
PLAUSIBLE = range(1900, 2101)
YEARLESS_CELLS = 4
"""People without a year share one year: they are spread over more partitions instead.

One in ten without a year then stand as close as those of a year do; every cell more is asked by
every search.
"""

CALLED_SHELVES = 16
SCHEME = "2"
NAME, CALLED, CELL, RARE = (
    f"{KeyClass.INDEX}:{part}" for part in ("name", "called", "cell", "rare")
)


def tag(purpose: str, value: str) -> int:
    """A signed 64-bit tag of a canonical value; each purpose has a key of its own."""
    return _number(ring().key(f"{KeyClass.INDEX}:{purpose}"), value)


def exact_tags(purpose: str, value: str) -> list[int]:
    """The tags a value may have while the key of the index is being changed; mostly one."""
    return [_number(key, value) for key in ring().keys(f"{KeyClass.INDEX}:{purpose}")]


def blind_ids(purpose: str, value: str) -> list[UUID]:
    """The ids a value may have while the key of the index is being changed; the first is in use.

    For what is found by a value that is kept nowhere, not even sealed.
    """
    keys = ring().keys(f"{KeyClass.INDEX}:{purpose}")
    return [UUID(bytes=hmac.digest(key, value.encode(), sha256)[:16]) for key in keys]


def pair_tags(pairs: Iterable[tuple[str, str]], cells: list[str]) -> list[int]:
    """The 32-bit tags of pairs of name tokens in cells (a cell is a year and a partition)."""
    key = ring().key(NAME)
    return [_short(key, f"{one} {other}|{cell}") for one, other in pairs for cell in cells]


def called_tags(tokens: Iterable[str], cells: list[str]) -> list[int]:
    """The tags of what somebody is called: only on which of sixteen shelves each word lies.

    A single word is too easily guessed from how often it occurs; a shelf holds many words.
    """
    key = ring().key(CALLED)
    shelves = {_short(key, token) % CALLED_SHELVES for token in tokens}
    return [_short(key, f"shelf {shelf}|{cell}") for shelf in sorted(shelves) for cell in cells]


def shelf_tags(cell: str) -> list[int]:
    """The tags of all shelves of a cell: whatever somebody may be called besides her name."""
    key = ring().key(CALLED)
    return [_short(key, f"shelf {shelf}|{cell}") for shelf in range(CALLED_SHELVES)]


def cell_of(person: str, year: int | None, partitions: int) -> str:
    """The cell of one person: always the same for as long as there are so many partitions."""
    known = known_year(year)
    count = partitions if known else partitions * YEARLESS_CELLS
    return f"{known}.{_short(ring().key(CELL), person) % count}"


def cells_of(years: Iterable[int], partitions: int) -> list[str]:
    """Every cell of these years."""
    return [f"{year}.{n}" for year in years for n in _numbers(year, partitions)]


def known_year(year: int | None) -> int:
    """A year somebody can be born in, or none."""
    return year if year is not None and year in PLAUSIBLE else NO_YEAR


def owner_tag(person: str) -> int:
    """Whose rare tokens these are, told to nobody without the key."""
    return _number(ring().key(RARE), person)


def scheme_mark() -> str:
    """Which key and which way of making tags is in use: tags of another mark must be made again."""
    return f"{SCHEME}-{key_id(ring().key(NAME)).hex()}"


def _numbers(year: int, partitions: int) -> Iterator[int]:
    yield from range(partitions if year else partitions * YEARLESS_CELLS)


def _number(key: bytes, value: str) -> int:
    return int.from_bytes(hmac.digest(key, value.encode(), sha256)[:8], "big", signed=True)


def _short(key: bytes, value: str) -> int:
    return int.from_bytes(hmac.digest(key, value.encode(), sha256)[:4], "big", signed=True)
