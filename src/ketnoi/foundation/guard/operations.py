"""Migration operations: one line in a migration puts a table under row security, forced."""

from typing import Any

from django.db.migrations.operations.base import Operation

from ketnoi.foundation.guard.reach import Guard

OPEN_FILES = """
CREATE OR REPLACE VIEW kn.opened WITH (security_barrier) AS
  SELECT case_id AS file FROM public.{table}
   WHERE agency_id = (SELECT kn.files())
     AND (member_id IS NULL OR member_id = (SELECT kn.member()))
     AND since IS NOT NULL AND ended_at IS NULL AND (until IS NULL OR until > (SELECT kn.now()));
GRANT SELECT ON kn.opened TO ketnoi_app;
"""
"""A door opens to a whole agency, or to one officer of it while she opens files there."""

ONE_VIEW = r"""
DO $$
DECLARE
  old record; now text;
  two CONSTANT text := '\(EXISTS \(SELECT FROM kn\.opened_to_agency WHERE file = (\w+)\)'
    ' OR EXISTS \(SELECT FROM kn\.opened_to_member WHERE file = \w+\)\)';
BEGIN
  FOR old IN SELECT p.polname AS name, p.polrelid::regclass AS held, p.polcmd AS cmd,
                    obj_description(p.oid, 'pg_policy') AS said FROM pg_policy p LOOP
    now := regexp_replace(old.said, two, 'EXISTS (SELECT FROM kn.opened WHERE file = \1)', 'g');
    CONTINUE WHEN now IS NOT DISTINCT FROM old.said;
    EXECUTE format('ALTER POLICY %I ON %s', old.name, old.held)
      || CASE WHEN old.cmd = 'a' THEN '' ELSE format(' USING (%s)', now) END
      || CASE WHEN old.cmd IN ('a', 'w') THEN format(' WITH CHECK (%s)', now) ELSE '' END;
    EXECUTE format('COMMENT ON POLICY %I ON %s IS %L', old.name, old.held, now);
  END LOOP;
  DROP VIEW IF EXISTS kn.opened_to_agency, kn.opened_to_member;
END $$
"""
KNOWN_FILES = """
CREATE OR REPLACE FUNCTION kn.is_known_file(file uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM public.{tasks} WHERE case_id = file
                  AND (SELECT kn.agency()) IN (agency_id, asker_id, maker_id))
      OR EXISTS (SELECT FROM public.{table}
                  WHERE case_id = file AND agency_id = (SELECT kn.agency()))
$$;
REVOKE ALL ON FUNCTION kn.is_known_file FROM PUBLIC;
"""
KNOWN_HOLDER = """
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_constraint WHERE conname = '{table}_and_holder') THEN
    ALTER TABLE {table} ADD CONSTRAINT {table}_and_holder UNIQUE (id, holder_id);
  END IF;
END $$;
"""
ONCE = """
CREATE OR REPLACE FUNCTION kn.once() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF OLD.ended_at IS NOT NULL
     OR (OLD.since IS NOT NULL AND NEW.since IS DISTINCT FROM OLD.since) THEN
    RAISE insufficient_privilege USING MESSAGE = 'a closed door stays closed';
  END IF;
  RETURN NEW;
END $$;
DROP TRIGGER IF EXISTS door_once ON {table};
CREATE TRIGGER door_once BEFORE UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION kn.once();
"""


class Forwards(Operation):
    """An operation that changes the database and not the state of the models."""

    reversible = True

    def state_forwards(self, app_label: str, state: Any) -> None:
        """Nothing: models look the same."""

    def database_backwards(self, *args: Any, **kwargs: Any) -> None:
        """Dropping the table drops its policies."""


class GuardRows(Forwards):
    """Put a table under row security, forced, with one policy for each command."""

    def __init__(self, model: str, guard: Guard) -> None:
        self.model = model
        self.guard = guard

    def database_forwards(self, app_label: str, editor: Any, _from: Any, state: Any) -> None:
        """Write the policies."""
        table = state.apps.get_model(app_label, self.model)._meta.db_table
        editor.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        editor.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
        for statement in policies(table, self.guard):
            editor.execute(statement)

    def describe(self) -> str:
        """What the migration prints."""
        return f"Guard the rows of {self.model}"


class AppendOnly(Forwards):
    """Rows of this table are never changed and never removed: the application has no such grant."""

    def __init__(self, model: str) -> None:
        self.model = model

    def database_forwards(self, app_label: str, editor: Any, _from: Any, state: Any) -> None:
        """Take the grants away."""
        table = state.apps.get_model(app_label, self.model)._meta.db_table
        editor.execute(f"REVOKE UPDATE, DELETE, TRUNCATE ON {table} FROM ketnoi_app")

    def describe(self) -> str:
        """What the migration prints."""
        return f"Make {self.model} append-only"


class Changeable(Forwards):
    """Only these columns of a row are ever changed, and no row is taken away: by grant."""

    def __init__(self, model: str, *columns: str) -> None:
        self.model = model
        self.columns = columns

    def database_forwards(self, app_label: str, editor: Any, _from: Any, state: Any) -> None:
        """Take the grants away, but for these columns."""
        table = state.apps.get_model(app_label, self.model)._meta.db_table
        editor.execute(f"REVOKE UPDATE, DELETE, TRUNCATE ON {table} FROM ketnoi_app")
        if self.columns:
            editor.execute(f"GRANT UPDATE ({', '.join(self.columns)}) ON {table} TO ketnoi_app")

    def describe(self) -> str:
        """What the migration prints."""
        return f"Let only some columns of {self.model} change"


class AlsoChangeable(Changeable):
    """These columns of a row may be changed too, besides those that an earlier migration named."""

    def database_forwards(self, app_label: str, editor: Any, _from: Any, state: Any) -> None:
        """Give the grants; take none away."""
        table = state.apps.get_model(app_label, self.model)._meta.db_table
        editor.execute(f"GRANT UPDATE ({', '.join(self.columns)}) ON {table} TO ketnoi_app")


class SameHolder(Forwards):
    """A row names the holder of what it belongs to, and cannot name another: by foreign key.

    Policies trust the copied column; this keeps the copy true, for raw SQL too.
    """

    def __init__(self, model: str, *, of: str, column: str, name: str = "holder") -> None:
        self.model = model
        self.of = of
        self.column = column
        self.name = name

    def database_forwards(self, app_label: str, editor: Any, _from: Any, state: Any) -> None:
        """Write the constraint (and what it refers to, once)."""
        table = state.apps.get_model(app_label, self.model)._meta.db_table
        whole = state.apps.get_model(self.of)._meta.db_table
        editor.execute(KNOWN_HOLDER.format(table=whole), params=None)
        editor.execute(
            f"ALTER TABLE {table} ADD CONSTRAINT {table}_{self.name} FOREIGN KEY"
            f" ({self.column}, holder_id) REFERENCES {whole} (id, holder_id)"
        )

    def describe(self) -> str:
        """What the migration prints."""
        return f"Bind the holder of {self.model} to that of {self.of}"


class OpenFiles(Forwards):
    """Say which table opens files (columns: case, agency, member, since, until, ended_at).

    tasks: the table that says what an agency has (or had) to do in a file.
    """

    def __init__(self, model: str, *, tasks: str) -> None:
        self.model = model
        self.tasks = tasks

    def database_forwards(self, app_label: str, editor: Any, _from: Any, state: Any) -> None:
        """Write the view of open doors."""
        table = state.apps.get_model(app_label, self.model)._meta.db_table
        editor.execute(OPEN_FILES.format(table=table), params=None)
        editor.execute(ONCE.format(table=table), params=None)
        tasks = state.apps.get_model(app_label, self.tasks)._meta.db_table
        editor.execute(KNOWN_FILES.format(table=table, tasks=tasks), params=None)

    def describe(self) -> str:
        """What the migration prints."""
        return f"Open files through {self.model}"


class OneViewOfDoors(Forwards):
    """Policies written while doors were kept in two views ask the one view instead."""

    def database_forwards(self, app_label: str, editor: Any, _from: Any, state: Any) -> None:
        """Rewrite them from what they say of themselves, and drop the two views."""
        editor.execute(ONE_VIEW, params=None)

    def describe(self) -> str:
        """What the migration prints."""
        return "Ask one view for open doors"


def policies(table: str, guard: Guard) -> list[str]:
    """The statements that (re)write the policies of a table."""
    written = []
    for command, condition in guard.policies().items():
        name = f"kn_{command.lower()}"
        written.append(f"DROP POLICY IF EXISTS {name} ON {table}")
        written.append(
            f"CREATE POLICY {name} ON {table} FOR {command} {_clause(command, condition)}"
        )
        said = condition.replace("'", "''")
        written.append(f"COMMENT ON POLICY {name} ON {table} IS '{said}'")
    return written


def _clause(command: str, condition: str) -> str:
    if command == "INSERT":
        return f"WITH CHECK ({condition})"
    if command == "UPDATE":
        return f"USING ({condition}) WITH CHECK ({condition})"
    return f"USING ({condition})"
