"""The shred log outside the database: beside the copies, so that old copies learn of erasures."""

import hmac
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from uuid import UUID

from django.db import connections

from ketnoi.foundation.crypto import KeyClass, ring
from ketnoi.foundation.envelope import sealing
from ketnoi.foundation.envelope.frames import Damaged
from ketnoi.foundation.models import Shred

NAME = "shreds.json"


@dataclass(frozen=True, order=True)
class Entry:
    """One key that was destroyed."""

    key: str
    person: str
    agency: str
    at: str
    ground: str


def entries(rows: Iterable[tuple]) -> set[Entry]:
    """Rows of the table as entries of the log."""
    return {Entry(str(k), str(p), str(a), at.isoformat(), g) for k, p, a, at, g in rows}


def read(folder: Path) -> set[Entry]:
    """The log beside the copies, if there is one yet. Raises Damaged when it was changed."""
    path = folder / NAME
    if not path.exists():
        return set()
    try:
        told = json.loads(path.read_bytes())
        found = {Entry(**entry) for entry in told["shreds"]}
        mark = str(told["mark"])
    except (ValueError, KeyError, TypeError) as error:
        raise Damaged from error
    if not hmac.compare_digest(mark, _mark(found)):
        raise Damaged
    return found


def write(folder: Path, new: set[Entry]) -> set[Entry]:
    """Add entries to the log; what once stood there stays."""
    known = read(folder) | new
    told = {"shreds": [asdict(e) for e in sorted(known)], "mark": _mark(known)}
    sealing.put(folder / NAME, json.dumps(told, indent=1).encode())
    return known


def replay(known: set[Entry], *, using: str = "owner") -> int:
    """Erase again, in a restored copy, whoever was erased since. Gives how many keys that was."""
    with connections[using].cursor() as cursor:
        cursor.execute("SELECT key FROM foundation_shred")
        there = {str(key) for (key,) in cursor.fetchall()}
        fresh = sorted(entry for entry in known if entry.key not in there)
        for entry in fresh:
            _add(entry, using)
        cursor.execute("SELECT kn.obey_shreds()")
    return len(fresh)


def _add(entry: Entry, using: str) -> None:
    shred = Shred(
        key=UUID(entry.key),
        person=UUID(entry.person),
        agency=UUID(entry.agency),
        at=datetime.fromisoformat(entry.at),
        ground=entry.ground,
    )
    shred.save_base(force_insert=True, using=using, raw=True)


def _mark(known: set[Entry]) -> str:
    """A mark that only this installation can make: nobody else erases people or forgets to."""
    told = json.dumps([asdict(e) for e in sorted(known)], sort_keys=True)
    return hmac.new(ring().key(f"{KeyClass.AUDIT}:shreds"), told.encode(), sha256).hexdigest()
