"""Bringing a copy back into an empty database: its tables, its rows, what was erased since."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.db import connections
from django.db.migrations.executor import MigrationExecutor

from ketnoi.foundation import bulk
from ketnoi.foundation.backup import loading, proving, shredlog
from ketnoi.foundation.backup.contents import Manifest
from ketnoi.foundation.backup.loading import OWNER
from ketnoi.foundation.backup.report import Report
from ketnoi.foundation.envelope import age, keeping, sealing
from ketnoi.foundation.envelope.frames import Damaged
from ketnoi.foundation.guard import signing

Say = Callable[[str], None]


class NewerCopy(Exception):
    """The copy was made by a newer version of the program."""


class NoKeyStream(Exception):
    """There is no file with the keys of persons beside the copy."""


@dataclass(frozen=True)
class Copy:
    """The files of a copy, and what opens them."""

    path: Path
    keys: Path
    identities: list[Any]

    @classmethod
    def at(cls, path: Path, *, keys: Path | None, identities: list[str]) -> "Copy":
        """A copy with the keys that belong to it, or else the newest ones in its folder."""
        beside = path.with_name(path.name.replace(keeping.COPY, keeping.KEYS))
        newest = keeping.copies(path.parent, keeping.KEYS)
        found = keys or (beside if beside.exists() and beside != path else next(iter(newest), None))
        if found is None:
            raise NoKeyStream
        return cls(path, found, age.identities(identities))

    def manifest(self) -> Manifest:
        """What it says of itself, once every byte of both files was found to be right."""
        looks = [loading.Look(), loading.Look()]
        for path, look in zip((self.path, self.keys), looks, strict=True):
            sealing.read(path, self.identities, look)
        copy, keys = (look.found for look in looks)
        if copy is None or keys is None or (copy.stream, keys.stream) != ("copy", "keys"):
            raise Damaged
        return copy


@dataclass
class Watch:
    """How long each part took."""

    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def over(self, name: str) -> Iterator[None]:
        """Time a part."""
        start = time.monotonic()
        yield
        self.seconds[name] = self.seconds.get(name, 0) + time.monotonic() - start


def restore(copy: Copy, say: Say) -> Report:
    """Bring it back and look at it. What was erased since is erased again before it opens."""
    watch = Watch()
    with watch.over("reading"):
        manifest, shreds = copy.manifest(), shredlog.read(copy.path.parent)
    with watch.over("tables"):
        say("Đang dựng bảng… / Making the tables…")
        _migrate(manifest.migrations)
    with watch.over("rows"):
        stand_ins = _load(copy, manifest, say)
    found = _counts(manifest)
    with watch.over("upgrade"):
        pending = _upgrade()
    with watch.over("shreds"):
        obeyed = shredlog.replay(shreds, using=OWNER)
    with watch.over("tidy"):
        bulk.tidy()
    say("Đang kiểm tra… / Checking…")
    with watch.over("checks"):
        proofs = [
            proving.counts(manifest, found),
            proving.keys_came(stand_ins),
            proving.chains(manifest),
            proving.canary(),
            proving.shreds(obeyed),
        ]
    rows = sum(manifest.counts.values())
    return Report(manifest.made_at, rows, proofs, watch.seconds, pending)


def _load(copy: Copy, manifest: Manifest, say: Say) -> int:
    def progress(done: int, total: int) -> None:
        say(f"{done} / {total}")

    with loading.loading():
        sealing.read(copy.path, copy.identities, loading.Load(progress))
        sealing.read(copy.keys, copy.identities, loading.Load(lambda _done, _total: None))
        stand_ins = loading.stand_ins()
        loading.set_sequences(manifest)
    return stand_ins


def _counts(manifest: Manifest) -> dict[str, int]:
    with connections[OWNER].cursor() as cursor:
        there = loading.contents.tables(cursor.connection)
    return {t.label: loading.rows_of(t) for t in there if t.label in manifest.counts}


def _migrate(applied: list[list[str]]) -> None:
    """The tables as they were when the copy was made."""
    executor = MigrationExecutor(connections[OWNER])
    wanted = [(app, name) for app, name in applied]
    if unknown := [step for step in wanted if step not in executor.loader.graph.nodes]:
        raise NewerCopy(str(unknown[0]))
    executor.migrate(wanted)


def _upgrade() -> list[str]:
    """The tables as this version of the program wants them. Gives the steps that were missing."""
    executor = MigrationExecutor(connections[OWNER])
    leaves = executor.loader.graph.leaf_nodes()
    pending = [f"{m.app_label}.{m.name}" for m, _ in executor.migration_plan(leaves)]
    executor.migrate(leaves)
    signing.keep_key(OWNER)
    return pending
