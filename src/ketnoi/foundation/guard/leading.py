"""A migration operation: where the one-time link of a guest leads, and for how long."""

from typing import Any

from ketnoi.foundation.guard.operations import Forwards

LEADS = """
CREATE OR REPLACE FUNCTION kn.led_to() RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT r.id FROM {links} l JOIN {records} r ON r.id = l.{column}
    LEFT JOIN {consents} c ON c.id = r.consent_id
   WHERE (SELECT kn.role()) = 'guest' AND l.id = (SELECT kn.link())
     AND l.ended_at IS NULL AND l.until > (SELECT kn.now())
     AND (r.state IN ({states}) OR r.state_at = (SELECT kn.now()))
     AND (c.id IS NULL OR (c.withdrawn_at IS NULL
          AND c.until >= ((SELECT kn.now()) AT TIME ZONE 'Asia/Ho_Chi_Minh')::date))
$$;
REVOKE ALL ON FUNCTION kn.led_to FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kn.led_to TO ketnoi_app;
"""


class LinksLead(Forwards):
    """Write kn.led_to(): the one record that the link of whoever acts leads to now, or none.

    A link leads nowhere once it has ended, its time is over, the record is in no such state any
    more, or the consent under the record does not hold. The step that ends the record is finished.
    """

    def __init__(self, model: str, *, to: str, consents: str, states: tuple[str, ...]) -> None:
        self.model, self.to, self.consents, self.states = model, to, consents, states

    def database_forwards(self, app_label: str, editor: Any, _from: Any, state: Any) -> None:
        """Write the function."""
        models = {"links": f"{app_label}.{self.model}", "consents": self.consents}
        tables = {name: state.apps.get_model(said)._meta.db_table for name, said in models.items()}
        field = state.apps.get_model(app_label, self.model)._meta.get_field(self.to)
        tables |= {"records": field.related_model._meta.db_table, "column": field.column}
        states = ", ".join(f"'{word}'" for word in self.states)
        editor.execute(LEADS.format(**tables, states=states), params=None)

    def describe(self) -> str:
        """What the migration prints."""
        return f"Say where a {self.model} leads"
