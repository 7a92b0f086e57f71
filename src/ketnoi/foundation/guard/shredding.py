"""Migration operations of erasure: which keys are hers, and the one function that destroys them."""

from typing import Any

from django.db.migrations.operations.base import Operation

OWN_KEY = """
CREATE OR REPLACE FUNCTION kn.keys_of_person(her uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT key_id FROM {person} WHERE id = her
$$;
REVOKE ALL ON FUNCTION kn.keys_of_person FROM PUBLIC;
"""
FORGET = """
-- What says who she is goes; what counts her without saying who she is stays.
CREATE OR REPLACE FUNCTION kn.forget_person(her uuid, since timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE {key} SET wrapped = '' WHERE id IN (SELECT kn.keys_of_person(her));
  {forget}
  UPDATE {person} SET {emptied}, birth_year = birth_year / 5 * 5, birth_is_guess = true,
    erased_at = since, version = version + 1 WHERE id = her;
END $$;
REVOKE ALL ON FUNCTION kn.forget_person FROM PUBLIC;
"""
SHRED = """
-- For a copy that was brought back: obey what was shredded since it was made.
CREATE OR REPLACE FUNCTION kn.obey_shreds() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE {key} SET wrapped = '' WHERE id IN (SELECT key FROM {shred}) AND wrapped <> '';
  PERFORM kn.forget_person(s.person, min(s.at)) FROM {shred} s JOIN {person} p ON p.id = s.person
    WHERE p.erased_at IS NULL GROUP BY s.person;
END $$;
REVOKE ALL ON FUNCTION kn.obey_shreds FROM PUBLIC;

CREATE OR REPLACE FUNCTION kn.erase_person(her uuid, ground text) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  owner uuid; gone timestamptz; keys integer;
BEGIN
  SELECT holder_id, erased_at INTO owner, gone FROM {person} WHERE id = her FOR UPDATE;
  IF kn.role() IS DISTINCT FROM 'lead' OR owner IS DISTINCT FROM kn.files() OR gone IS NOT NULL
     OR EXISTS (SELECT FROM {hold} WHERE person_id = her AND lifted_at IS NULL
                 AND (until IS NULL OR until >= (kn.now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date))
  THEN
    RAISE insufficient_privilege USING MESSAGE = 'her record cannot be erased here';
  END IF;
  INSERT INTO {shred} (key, person, agency, at, ground)
    SELECT k, her, owner, kn.now(), erase_person.ground FROM kn.keys_of_person(her) k;
  GET DIAGNOSTICS keys = ROW_COUNT;
  PERFORM kn.forget_person(her, kn.now());
  RETURN keys;
END $$;
REVOKE ALL ON FUNCTION kn.erase_person FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kn.erase_person TO ketnoi_app;
"""

KEYS = """
CREATE OR REPLACE FUNCTION kn.keys_of_person(her uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  {union}
$$;
REVOKE ALL ON FUNCTION kn.keys_of_person FROM PUBLIC;
"""


class Erases(Operation):
    """Write kn.erase_person(): the only way a person's keys are destroyed, and it keeps a record.

    `forgets` are tables whose rows about her go (their keyed tags with them); `empties` are
    sealed columns of the person that become empty.
    """

    reversible = True
    writes = f"{OWN_KEY}{FORGET}{SHRED}"

    def __init__(self, *, forgets: tuple[str, ...], empties: tuple[str, ...]) -> None:
        self.forgets = forgets
        self.empties = empties

    def state_forwards(self, app_label: str, state: Any) -> None:
        """Nothing: models look the same."""

    def database_forwards(self, app_label: str, editor: Any, _from: Any, state: Any) -> None:
        """Write the functions."""
        self._write(app_label, editor, state, self.empties)

    def _write(self, app_label: str, editor: Any, state: Any, empties: tuple[str, ...]) -> None:
        tables = {
            name: _table(state, label)
            for name, label in {
                "person": f"{app_label}.Person",
                "key": f"{app_label}.DataKey",
                "hold": f"{app_label}.Hold",
                "shred": "foundation.Shred",
            }.items()
        }
        gone = [f"DELETE FROM {_table(state, m)} WHERE person_id = her;" for m in self.forgets]  # noqa: S608
        emptied = ", ".join(f"{column} = ''" for column in empties)
        told = self.writes.format(**tables, forget="\n  ".join(gone), emptied=emptied)
        editor.execute(told, params=None)

    def database_backwards(self, *args: Any, **kwargs: Any) -> None:
        """Functions stay: the next run replaces them."""

    def describe(self) -> str:
        """What the migration prints."""
        return "Erase a person by destroying her keys"


class Forgets(Erases):
    """Say anew what goes with her keys, after her columns became others; the rest stays.

    `before` are the columns that became empty until then.
    """

    writes = FORGET

    def __init__(self, *, before: tuple[str, ...], **said: Any) -> None:
        super().__init__(**said)
        self.before = before

    def database_backwards(self, app_label: str, editor: Any, _from: Any, state: Any) -> None:
        """Write it as it was."""
        self._write(app_label, editor, state, self.before)


class KeysOfPerson(Operation):
    """Say which keys are hers besides her own: of what was told to others, of where she is.

    Each is a table with a key, and the way from its rows to the person (`case__person`).
    """

    reversible = True

    def __init__(self, **ways: str) -> None:
        self.ways = ways

    def state_forwards(self, app_label: str, state: Any) -> None:
        """Nothing: models look the same."""

    def database_forwards(self, app_label: str, editor: Any, _from: Any, state: Any) -> None:
        """Write kn.keys_of_person()."""
        asked = [
            _keys(state, label.replace("__", "."), way.split("__"))
            for label, way in self.ways.items()
        ]
        editor.execute(KEYS.format(union="\n  UNION ".join(asked)), params=None)

    def database_backwards(self, *args: Any, **kwargs: Any) -> None:
        """The function stays: the next run replaces it."""

    def describe(self) -> str:
        """What the migration prints."""
        return "Say which keys belong to a person"


def _table(state: Any, label: str) -> str:
    return state.apps.get_model(label)._meta.db_table


def _keys(state: Any, label: str, way: list[str]) -> str:
    """The SELECT of one table, joined as far as the row that names the person."""
    model = state.apps.get_model(label)
    tables = [f"{model._meta.db_table} t0"]
    for number, name in enumerate(way[:-1]):
        field = model._meta.get_field(name)
        model = field.related_model
        join = f"t{number + 1}.id = t{number}.{field.column}"
        tables.append(f"JOIN {model._meta.db_table} t{number + 1} ON {join}")
    last = "id" if way[-1] == "self" else model._meta.get_field(way[-1]).column
    asked = f"SELECT t0.key_id FROM {' '.join(tables)}"  # noqa: S608
    return f"{asked} WHERE t{len(way) - 1}.{last} = her"
