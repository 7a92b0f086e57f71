"""Making a copy: the sealed file, the keys apart, the shred log, and taking old ones away."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from ketnoi.foundation.backup import dumping, loading, shredlog
from ketnoi.foundation.envelope import age, keeping, sealing

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Saved:
    """What was written."""

    path: Path
    size: int
    keys: Path
    shreds: int
    gone: int


def save(
    url: str, folder: Path, *, recipients: Iterable[str], at: datetime, progress: Progress
) -> Saved:
    """Write a copy of the database into a folder. All of it comes from one moment."""
    sealed_to = age.recipients(recipients)
    keys, path = (folder / keeping.name(at, kind) for kind in (keeping.KEYS, keeping.COPY))
    apart = {model._meta.db_table for model in loading.key_models()}
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with dumping.snapshot(url, apart) as moment:
        shreds = shredlog.write(folder, shredlog.entries(moment.shreds()))
        sealing.write(keys, moment.frames("keys", at=at, progress=_quiet), sealed_to)
        try:
            frames = moment.frames("copy", at=at, progress=progress)
            size = sealing.write(path, frames, sealed_to)
        except BaseException:
            keys.unlink(missing_ok=True)
            raise
    gone = keeping.sweep(folder, now=at)
    return Saved(path, size, keys, len(shreds), len(gone))


def _quiet(_done: int, _total: int) -> None:
    """Keys are few."""
