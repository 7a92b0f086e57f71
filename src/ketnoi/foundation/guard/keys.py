"""Migration operations for tables of keys: a key is read and added; only a function destroys it."""

from typing import Any
from uuid import UUID

from django.db import connection

from ketnoi.foundation.guard.operations import Forwards

ONLY_ADDED = """
REVOKE ALL ON {table} FROM ketnoi_app;
GRANT SELECT ({columns}), INSERT ({columns}) ON {table} TO ketnoi_app;
ALTER TABLE {table} ADD COLUMN IF NOT EXISTS maker uuid DEFAULT kn.agency();
"""
# Whoever made a key, whoever keeps the person it belongs to, whoever it was wrapped for, and the
# system may destroy it. Nobody can bring it back.
DESTROY = """
CREATE OR REPLACE FUNCTION kn.destroy_key(gone uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT coalesce(kn.role() = 'system', false)
     AND NOT EXISTS (SELECT FROM {keys} WHERE id = gone AND maker = kn.agency())
     AND NOT EXISTS (SELECT FROM {persons} WHERE key_id = gone AND holder_id = kn.files())
     {unless}
  THEN
    RAISE insufficient_privilege USING MESSAGE = 'this key is not yours to destroy';
  END IF;
  UPDATE {keys} SET wrapped = '' WHERE id = gone;
  RETURN FOUND;
END $$;
REVOKE ALL ON FUNCTION kn.destroy_key FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kn.destroy_key TO ketnoi_app;
"""
UNLESS_WRAPPED = """
AND NOT EXISTS (SELECT FROM {wraps} WHERE seal = gone AND agency_id = kn.agency())
"""
# A door that has ended opens nothing: what was wrapped for whoever came through it goes with it.
CLOSE = """
CREATE OR REPLACE FUNCTION kn.drop_wraps() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  DELETE FROM {wraps} w
   WHERE w.case_id = NEW.case_id AND w.agency_id = NEW.agency_id AND w.scope = 'network'
     AND w.agency_id <> w.holder_id
     AND NOT EXISTS (SELECT FROM {doors} d WHERE d.case_id = NEW.case_id
                      AND d.agency_id = NEW.agency_id AND d.ended_at IS NULL);
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION kn.drop_wraps() FROM PUBLIC;
DROP TRIGGER IF EXISTS door_drops_wraps ON {doors};
CREATE TRIGGER door_drops_wraps AFTER UPDATE OF ended_at ON {doors}
  FOR EACH ROW WHEN (NEW.ended_at IS NOT NULL) EXECUTE FUNCTION kn.drop_wraps();
"""
# A key that is destroyed, by whatever hand, takes every wrap with it that it lay around.
GO_TOO = """
CREATE OR REPLACE FUNCTION kn.drop_wraps_of_key() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  DELETE FROM {wraps} w WHERE w.seal = NEW.id
      OR w.case_id IN (SELECT id FROM {files} WHERE key_id = NEW.id);
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION kn.drop_wraps_of_key() FROM PUBLIC;
DROP TRIGGER IF EXISTS key_drops_wraps ON {keys};
CREATE TRIGGER key_drops_wraps AFTER UPDATE OF wrapped ON {keys}
  FOR EACH ROW WHEN (NEW.wrapped = '') EXECUTE FUNCTION kn.drop_wraps_of_key();
"""


class KeysOnlyAdded(Forwards):
    """Keys of this table are read and added; no statement of the application changes one.

    Who added one is kept in a column that the application neither reads nor writes.
    """

    def __init__(self, model: str) -> None:
        self.model = model

    def database_forwards(self, app_label: str, editor: Any, _from: Any, state: Any) -> None:
        """Leave the grants that are needed, column by column."""
        meta = state.apps.get_model(app_label, self.model)._meta
        columns = ", ".join(field.column for field in meta.concrete_fields)
        editor.execute(ONLY_ADDED.format(table=meta.db_table, columns=columns), params=None)

    def describe(self) -> str:
        """What the migration prints."""
        return f"Let keys of {self.model} be added only"


class DestroyKeys(Forwards):
    """Write kn.destroy_key(): the one way in which a key goes, and its wraps with it."""

    def __init__(self, keys: str, *, persons: str, wraps: str = "", files: str = "") -> None:
        self.keys, self.persons, self.wraps, self.files = keys, persons, wraps, files

    def database_forwards(self, app_label: str, editor: Any, _from: Any, state: Any) -> None:
        """Write the function for the tables that there are."""
        told = {
            name: f"public.{state.apps.get_model(label)._meta.db_table}"
            for name in ("keys", "persons", "wraps", "files")
            if (label := getattr(self, name))
        }
        unless = UNLESS_WRAPPED.format(**told) if self.wraps else ""
        editor.execute(DESTROY.format(**told, unless=unless), params=None)
        if self.wraps:
            editor.execute(GO_TOO.format(**told), params=None)

    def describe(self) -> str:
        """What the migration prints."""
        return "Write how a key is destroyed"


class DoorsDropWraps(Forwards):
    """When the last door of an agency into a file ends, what was wrapped for it goes."""

    def __init__(self, doors: str, *, wraps: str) -> None:
        self.doors, self.wraps = doors, wraps

    def database_forwards(self, app_label: str, editor: Any, _from: Any, state: Any) -> None:
        """Write the trigger."""
        doors, wraps = (
            f"public.{state.apps.get_model(app_label, name)._meta.db_table}"
            for name in (self.doors, self.wraps)
        )
        editor.execute(CLOSE.format(doors=doors, wraps=wraps), params=None)

    def describe(self) -> str:
        """What the migration prints."""
        return f"Let {self.doors} drop wraps"


def destroy_key(key_id: UUID) -> None:
    """Destroy a data key. PostgreSQL refuses it to anybody who has nothing to do with the key."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT kn.destroy_key(%s)", [key_id])
