"""A migration operation: what rests on her yes is refused while her file is restricted."""

from typing import Any

from django.db.migrations.operations.base import Operation

REFUSE = """
CREATE OR REPLACE FUNCTION kn.refuse_restricted() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM {case} WHERE id = NEW.case_id AND restricted_at IS NOT NULL) THEN
    RAISE insufficient_privilege USING MESSAGE = 'this file is kept and not shared';
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION kn.refuse_restricted FROM PUBLIC;
DROP TRIGGER IF EXISTS not_restricted ON {consent};
CREATE TRIGGER not_restricted BEFORE INSERT ON {consent}
  FOR EACH ROW EXECUTE FUNCTION kn.refuse_restricted();
DROP TRIGGER IF EXISTS not_restricted ON {door};
CREATE TRIGGER not_restricted BEFORE INSERT OR UPDATE ON {door} FOR EACH ROW
  WHEN (NEW.basis = 'consent' AND NEW.ended_at IS NULL)
  EXECUTE FUNCTION kn.refuse_restricted();
"""


class Restricts(Operation):
    """A restricted file takes no new consent and opens no door that rests on one."""

    reversible = True

    def __init__(self, model: str, *, consents: str, doors: str) -> None:
        self.model = model
        self.consents = consents
        self.doors = doors

    def state_forwards(self, app_label: str, state: Any) -> None:
        """Nothing: models look the same."""

    def database_forwards(self, app_label: str, editor: Any, _from: Any, state: Any) -> None:
        """Write the triggers."""
        named = {"case": self.model, "consent": self.consents, "door": self.doors}
        tables = {
            name: state.apps.get_model(app_label, model)._meta.db_table
            for name, model in named.items()
        }
        editor.execute(REFUSE.format(**tables), params=None)

    def database_backwards(self, *args: Any, **kwargs: Any) -> None:
        """Dropping the tables drops their triggers."""

    def describe(self) -> str:
        """What the migration prints."""
        return f"Refuse to share a restricted {self.model}"
