"""The index of name tags in the database: asked and written through its functions only."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from cryptography.exceptions import InvalidTag
from django.db import connection

from ketnoi.foundation.crypto import tags
from ketnoi.foundation.crypto.documents import SealedDocument
from ketnoi.foundation.crypto.fields import Sealed, pad, unpad
from ketnoi.foundation.crypto.ring import lock, ring, unlock

MOST_TAGS = 6000
MOST_FOUND = 300
PEOPLE_OF_A_PARTITION = 60_000
GROWS_BY = 1.25
PLACE = "rare-tokens|1"

FIND = "SELECT person, weight FROM kn.find_names(%s::int[], %s::int[], %s)"
PUT = "SELECT kn.put_names(%s::uuid[], %s::uuid[], %s::uuid[], %s::text[])"
STATE = "SELECT mark, partitions, total, done, whole, kn.names_tagged() FROM kn.name_index"
BEGIN = """
INSERT INTO kn.name_index (mark, partitions, total) VALUES (%s, %s, %s)
ON CONFLICT (sole) DO UPDATE SET mark = excluded.mark, partitions = excluded.partitions,
  total = excluded.total, done = 0, whole = false
"""
WALKED = """
INSERT INTO kn.name_walk VALUES (%s, %s) ON CONFLICT (agency) DO UPDATE SET after = excluded.after
"""


@dataclass(frozen=True)
class State:
    """How the index stands: how many partitions it has and how much of it is made."""

    mark: str
    partitions: int
    total: int
    done: int
    whole: bool
    tagged: int = 0

    @property
    def is_usable(self) -> bool:
        """Whether its tags were made with the key and in the way that are in use."""
        return self.mark == tags.scheme_mark()

    @property
    def is_too_small(self) -> bool:
        """Whether so many people came that each partition tells too much."""
        return self.tagged > self.partitions * PEOPLE_OF_A_PARTITION * GROWS_BY


@dataclass(frozen=True)
class Entry:
    """One person as the index knows her."""

    person_id: UUID
    holder_id: UUID
    keeper_id: UUID
    tags: list[int]
    rare: frozenset[str] = frozenset()


def state() -> State | None:
    """How the index stands; None after a crash or a restore, when it has to be made again."""
    row = _one(STATE, [])
    return State(*row) if row else None


def partitions() -> int:
    """How many partitions a name is looked for in."""
    row = _one("SELECT partitions FROM kn.name_index", [])
    return row[0] if row else 1


def partitions_for(people: int) -> int:
    """How many partitions so many people need for each cell to tell little."""
    return max(1, -(-people // PEOPLE_OF_A_PARTITION))


def begin(total: int) -> None:
    """All tags are to be made (again), for so many people."""
    count = partitions_for(total)
    _do("DELETE FROM kn.name_walk", [])
    _do(BEGIN, [tags.scheme_mark(), count, total])


def walked(agency: UUID, *, after: UUID, count: int) -> None:
    """The people of an agency are in the index up to this one."""
    _do(WALKED, [agency, after])
    _do("UPDATE kn.name_index SET done = done + %s", [count])


def walked_to(agency: UUID) -> UUID | None:
    """Up to whom the people of an agency are in the index."""
    row = _one("SELECT after FROM kn.name_walk WHERE agency = %s", [agency])
    return row[0] if row else None


def finish() -> None:
    """Everybody is in the index."""
    _do("UPDATE kn.name_index SET whole = true", [])


def find(near: list[int], exact: list[int], *, most: int = MOST_FOUND) -> dict[UUID, int]:
    """Whose tags are among these, for whoever is acting, the likeliest first."""
    if not near:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(FIND, [near[:MOST_TAGS], exact[:MOST_TAGS], most])
        return dict(cursor.fetchall())


def put(entries: Iterable[Entry]) -> None:
    """Write the tags of these people over what was there."""
    rows = list(entries)
    columns = [[getattr(row, name) for row in rows] for name in ("person_id", "holder_id")]
    written = ["{" + ",".join(map(str, row.tags)) + "}" for row in rows]
    _do(PUT, [*columns, [row.keeper_id for row in rows], written])
    owners = [tags.owner_tag(str(row.person_id)) for row in rows]
    _do("DELETE FROM kn.rare_tokens WHERE owner = ANY(%s)", [owners])
    for row, owner in zip(rows, owners, strict=True):
        if row.rare:
            sealed = lock(pad(json.dumps(sorted(row.rare))), ring().key(tags.RARE), PLACE)
            _do("INSERT INTO kn.rare_tokens (owner, sealed) VALUES (%s, %s)", [owner, sealed])


def forget(person_id: UUID) -> None:
    """Nothing in the index points to her any more. Raises when the actor may not do that."""
    _do("SELECT kn.forget_names(%s)", [person_id])
    owner = tags.owner_tag(str(person_id))
    _do("DELETE FROM kn.rare_tokens WHERE owner = %s", [owner])


def next_search(most: int) -> datetime | None:
    """None when the acting member may search now, which is counted; else when she may again."""
    row = _one("SELECT kn.may_search(%s)", [most])
    return row[0] if row else None


def rare_since(number: int) -> tuple[int, set[str]]:
    """Tokens outside the list that were written after a number, and the number reached."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, sealed FROM kn.rare_tokens WHERE id > %s ORDER BY id", [number])
        rows = cursor.fetchall()
    found = {token for _id, sealed in rows for token in _opened(bytes(sealed))}
    return (rows[-1][0] if rows else number), found


def rare_count() -> int:
    """How many people have tokens outside the list."""
    row = _one("SELECT count(*) FROM kn.rare_tokens", [])
    return row[0] if row else 0


def opened(sealed: Sealed) -> str:
    """The text, or nothing when its bytes were tampered with: one bad row stops no search."""
    try:
        return sealed.open()
    except InvalidTag:
        return ""


def read(
    document: SealedDocument, sealed: bytes, key: Callable[[], bytes], owner: UUID
) -> dict[str, str]:
    """The texts in the bytes of one row, or none when they were tampered with."""
    try:
        return document.read(sealed, key=key, owner=str(owner))
    except InvalidTag:
        return {}


def _opened(sealed: bytes) -> list[str]:
    try:
        return json.loads(unpad(unlock(sealed, ring().key(tags.RARE), PLACE)))
    except InvalidTag:
        return []


def _one(statement: str, values: list) -> tuple | None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchone()


def _do(statement: str, values: list) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
