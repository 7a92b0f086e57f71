"""Looking at what was brought back: counts, chains, a few sealed values, who was erased."""

from collections.abc import Iterator
from random import SystemRandom
from typing import Any

from cryptography.exceptions import InvalidTag
from django.apps import apps
from django.db import connections, models

from ketnoi.foundation.backup import loading
from ketnoi.foundation.backup.contents import Manifest
from ketnoi.foundation.backup.loading import OWNER
from ketnoi.foundation.backup.report import Proof
from ketnoi.foundation.crypto import SealedColumn
from ketnoi.foundation.trail.verify import verify

TRIED = 40


def counts(copy: Manifest, found: dict[str, int]) -> Proof:
    """Every table has as many rows as it had."""
    wrong = [name for name, count in copy.counts.items() if found.get(name) != count]
    total = sum(copy.counts.values())
    if wrong:
        named = ", ".join(wrong[:5])
        return Proof("counts", False, f"sai số dòng ở {named}", f"wrong number of rows in {named}")
    told = f"{len(copy.counts)} bảng, {total} dòng", f"{len(copy.counts)} tables, {total} rows"
    return Proof("counts", True, *told)


def chains(copy: Manifest) -> Proof:
    """The trail holds, and ends where it ended: recomputed here, line by line."""
    broken = verify(using=OWNER)
    count, ends = loading.heads()
    if broken:
        told = f"{len(broken)} chỗ trong nhật ký đã bị sửa", f"{len(broken)} places were changed"
        return Proof("trail", False, *told)
    if (count, ends) != (copy.chains, copy.heads):
        return Proof("trail", False, "nhật ký không kết thúc như cũ", "the chains end elsewhere")
    return Proof("trail", True, f"{count} chuỗi nguyên vẹn", f"{count} chains hold")


def canary() -> Proof:
    """Some sealed values of every kind can be opened with the key file at hand."""
    opened = broken = 0
    for model, name in _sealed():
        for record in _some(model, name):
            is_open = _opens(record, name)
            opened, broken = opened + is_open, broken + (not is_open)
    if broken:
        told = f"{broken} mục không mở được bằng tệp khóa này", f"{broken} values do not open"
        return Proof("canary", False, *told)
    return Proof("canary", True, f"mở thử {opened} mục được", f"{opened} values opened")


def shreds(obeyed: int) -> Proof:
    """Nobody who was erased can be read, in this copy either."""
    with connections[OWNER].cursor() as cursor:
        lost = [_lost(cursor, model) for model in loading.key_models() if _wraps(model)]
        cursor.execute("SELECT count(*) FROM foundation_shred")
        [log] = cursor.fetchone()
    alive = sum(still for still, _ in lost)
    said_vi = f"{log} khóa đã hủy, {obeyed} khóa hủy lại sau ngày sao"
    said_en = f"{log} keys shredded, {obeyed} of them since the copy"
    if alive:
        said_vi, said_en = f"{alive} khóa đã hủy vẫn còn", f"{alive} shredded keys are still there"
    return Proof("shreds", not alive, said_vi, said_en)


def keys_came(made: int) -> Proof:
    """Every row has the key it needs; stand-ins are for those whose key did not come along."""
    if made:
        return Proof(
            "keys", False, f"{made} khóa không có trong bản sao khóa", f"{made} keys did not come"
        )
    return Proof("keys", True, "đủ khóa", "all keys are there")


def _lost(cursor: Any, model: type[models.Model]) -> tuple[int, int]:
    table = connections[OWNER].ops.quote_name(model._meta.db_table)
    cursor.execute(
        f"SELECT count(*) FILTER (WHERE wrapped <> ''), count(*) FROM {table}"  # noqa: S608
        " WHERE id IN (SELECT key FROM foundation_shred)"
    )
    return cursor.fetchone()


def _wraps(model: type[models.Model]) -> bool:
    return any(f.name == "wrapped" for f in model._meta.concrete_fields) and isinstance(
        model._meta.pk, models.UUIDField
    )


def _sealed() -> Iterator[tuple[type[models.Model], str]]:
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if isinstance(field, SealedColumn):
                yield model, field.name


def _some(model: type[models.Model], name: str) -> list[Any]:
    """A few rows with a value there, not always the same ones."""
    found = model._base_manager.using(OWNER).exclude(**{name: b""})
    ids = list(found.order_by("pk").values_list("pk", flat=True)[: TRIED * 50])
    chosen = SystemRandom().sample(ids, min(TRIED, len(ids)))
    return list(found.filter(pk__in=chosen))


def _opens(record: Any, name: str) -> bool:
    try:
        getattr(record, name).open()
    except (InvalidTag, ValueError):
        return False
    return True
