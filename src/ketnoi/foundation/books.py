"""Books that cannot be wrong: what is moved is written, and the database itself keeps the sums.

An entry moves an amount out of one account into another, so that its two sides are equal however
it is written. A trigger adds it to the accounts of what it belongs to; the application has no
grant to change these, and a row begins with every account at zero. Their sum is zero by a
constraint of the model, and so is it that none falls below zero.
"""

from typing import Any

from ketnoi.foundation.guard.operations import Forwards

BOOK = """
CREATE OR REPLACE FUNCTION kn.{name}() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.corrects_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM {entry} o WHERE o.id = NEW.corrects_id AND o.corrects_id IS NULL
       AND o.amount = NEW.amount
       AND (o.taken_from, o.put_into) = (NEW.put_into, NEW.taken_from){same}) THEN
    RAISE integrity_constraint_violation USING MESSAGE = 'a correction takes one entry back';
  END IF;
{moves}
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION kn.{name} FROM PUBLIC;
DROP TRIGGER IF EXISTS booked ON {entry};
CREATE TRIGGER booked AFTER INSERT ON {entry} FOR EACH ROW EXECUTE FUNCTION kn.{name}();
"""
MOVE = """
  IF NEW.{column} IS NOT NULL THEN
    UPDATE {table} SET {changes} WHERE id = NEW.{column} AND {alike};
    IF NOT FOUND THEN
      RAISE integrity_constraint_violation USING MESSAGE = 'there is no such book';
    END IF;
  END IF;"""
CHANGE = (
    "{account} = {account} + CASE NEW.put_into WHEN '{account}' THEN NEW.amount ELSE 0 END"
    " - CASE NEW.taken_from WHEN '{account}' THEN NEW.amount ELSE 0 END"
)
EMPTY = """
CREATE OR REPLACE FUNCTION kn.begins_empty() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RAISE integrity_constraint_violation USING MESSAGE = 'a book begins empty';
END $$;
REVOKE ALL ON FUNCTION kn.begins_empty FROM PUBLIC;
DROP TRIGGER IF EXISTS begins_empty ON {table};
CREATE TRIGGER begins_empty BEFORE INSERT ON {table} FOR EACH ROW WHEN ({is_full})
  EXECUTE FUNCTION kn.begins_empty();
"""


class KeepBooks(Forwards):
    """Each new row of a table is added to the accounts of the rows it belongs to.

    `books`: for each column that names such a row, its model and its accounts. The table has the
    columns taken_from, put_into, amount and corrects_id; it and all books have `owner`, and a
    later book has the columns of those before it: what belongs elsewhere is moved nowhere.
    """

    def __init__(self, model: str, owner: str, **books: tuple[str, tuple[str, ...]]) -> None:
        self.model = model
        self.owner = owner
        self.books = books

    def database_forwards(self, app_label: str, editor: Any, _from: Any, state: Any) -> None:
        """Write the function and the triggers."""
        entry = state.apps.get_model(app_label, self.model)._meta.db_table
        moves, same, alike = "", "", [self.owner]
        for column, (model, accounts) in self.books.items():
            table = state.apps.get_model(app_label, model)._meta.db_table
            changes = ", ".join(CHANGE.format(account=one) for one in accounts)
            bound = " AND ".join(f"{one} = NEW.{one}" for one in alike)
            moves += MOVE.format(column=f"{column}_id", table=table, changes=changes, alike=bound)
            alike.append(f"{column}_id")
            same += f" AND o.{column}_id IS NOT DISTINCT FROM NEW.{column}_id"
            is_full = " OR ".join(f"NEW.{one} <> 0" for one in accounts)
            editor.execute(EMPTY.format(table=table, is_full=is_full), params=None)
        name = f"book_{entry}"
        editor.execute(BOOK.format(name=name, entry=entry, same=same, moves=moves), params=None)

    def describe(self) -> str:
        """What the migration prints."""
        return f"Keep the books of {self.model}"
