"""Names found through row security as it is mostly written, beside the one function."""

from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db import connections, models

from ketnoi.foundation import bulk, name_index

TABLE = "bench_naive_tags"
TAGS_OF_ONE, VALUES, ASKED = 4, 1 << 22, 600
"""Among a million a tag belongs to one or two people; a name of three words asks for 595 tags."""

RULE = """
holder_id = nullif(split_part(current_setting('kn.told', true), '|', 3), '')::uuid
OR (keeper_id = nullif(split_part(current_setting('kn.told', true), '|', 1), '')::uuid
    AND holder_id = nullif(split_part(current_setting('kn.told', true), '|', 2), '')::uuid
    AND split_part(current_setting('kn.told', true), '|', 4) = 'volunteer')
"""
"""The rule of a person as it is mostly written: who acts is read from the settings for each row."""

FILL = """
INSERT INTO kn.name_tags SELECT id, holder_id, keeper_id, ARRAY(
  SELECT (hashtext(id::text || n) & %s) FROM generate_series(1, %s) n
) FROM cases_case ON CONFLICT DO NOTHING
"""
PREPARE = (
    f"CREATE TABLE {TABLE} AS TABLE kn.name_tags",
    f"CREATE INDEX ON {TABLE} USING gin (tags)",
    f"ALTER TABLE {TABLE} ENABLE ROW LEVEL SECURITY",
    f"ALTER TABLE {TABLE} FORCE ROW LEVEL SECURITY",
    f"CREATE POLICY naive ON {TABLE} USING ({RULE})",
    f"GRANT SELECT ON {TABLE} TO ketnoi_app",
    f"ANALYZE {TABLE}",
    "ANALYZE kn.name_tags",
)
NEAR = list(range(ASKED))


class Naive(models.Model):
    """The same tags of the same people, in a table that any statement may ask."""

    person_id = models.UUIDField(primary_key=True)
    tags = ArrayField(models.IntegerField())

    class Meta:
        app_label = "bench"
        db_table = TABLE
        managed = False

    def __str__(self) -> str:
        return str(self.pk)


def fill() -> None:
    """Everybody's tags, once where the function looks and once under a policy of the same rule."""
    owner = connections[bulk.OWNER]
    if TABLE in owner.introspection.table_names():
        return
    with owner.schema_editor() as editor:
        editor.execute(FILL, [VALUES - 1, TAGS_OF_ONE])
        for statement in PREPARE:
            editor.execute(statement)


def by_function() -> list[UUID]:
    """Whose tags are among those asked for, through the one function."""
    return sorted(name_index.find(NEAR, []))


def by_policy() -> list[UUID]:
    """The same, asked of the table: row security keeps PostgreSQL from using the index."""
    return sorted(Naive.objects.filter(tags__overlap=NEAR).values_list("pk", flat=True))
