"""The peer: names in plain letters, found by PostgreSQL's own trigrams (pg_trgm)."""

from collections.abc import Iterable
from itertools import islice
from uuid import UUID

from django.contrib.postgres.lookups import TrigramSimilar
from django.contrib.postgres.search import TrigramSimilarity
from django.db import connections, models

from ketnoi.foundation import bulk

MOST = 300
AT_ONCE = 20_000
PREPARE = (
    "CREATE EXTENSION IF NOT EXISTS pg_trgm",
    "CREATE EXTENSION IF NOT EXISTS btree_gin",
)
INDEX = "CREATE INDEX ON bench_plain USING gin (yob, name gin_trgm_ops)"
FAIR = ("jit = off", "max_parallel_workers_per_gather = 0")
"""For both sides: one process answers, so that its CPU time is all there is."""

models.CharField.register_lookup(TrigramSimilar)


class Plain(models.Model):
    """Somebody's name without marks, and the year of her birth, readable by anybody."""

    id = models.UUIDField(primary_key=True)
    name = models.CharField(max_length=200)
    yob = models.SmallIntegerField()

    class Meta:
        app_label = "bench"
        db_table = "bench_plain"
        managed = False

    def __str__(self) -> str:
        return str(self.pk)


def fill(rows: Iterable[Plain]) -> None:
    """The table and the best index for it."""
    database = connections[bulk.OWNER].settings_dict["NAME"]
    with connections[bulk.OWNER].schema_editor() as editor:
        for statement in (*PREPARE, *(f'ALTER DATABASE "{database}" SET {s}' for s in FAIR)):
            editor.execute(statement)
        Plain._meta.managed = True
        editor.create_model(Plain)
    waiting = iter(rows)
    while part := list(islice(waiting, AT_ONCE)):
        bulk.load(part)
    with connections[bulk.OWNER].schema_editor() as editor:
        editor.execute(INDEX)


def seek(name: str, year: int) -> list[tuple[UUID, str, int]]:
    """The likest names of the year and the two beside it."""
    found = Plain.objects.using(bulk.OWNER).filter(
        yob__range=(year - 1, year + 1), name__trigram_similar=name
    )
    likest = found.annotate(likeness=TrigramSimilarity("name", name)).order_by("-likeness", "pk")
    return list(likest.values_list("pk", "name", "yob")[:MOST])
