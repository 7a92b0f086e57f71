"""Breaking glass: the two functions that open a file to somebody whom nobody let in.

They look up the file themselves, take the limits from dated facts, and refuse an agency whose last
opening nobody has reviewed in time. A code that is wrong and a file that cannot be opened so give
the same answer.
"""

from typing import Any
from uuid import UUID

from django.db import connection
from django.db.migrations.operations.base import Operation

OPEN = "SELECT kn.break_glass(%s, %s, %s, %s)"
CONFIRM = "SELECT kn.confirm_emergency(%s)"
FUNCTIONS = """
CREATE OR REPLACE FUNCTION kn.emergency_span(what text) RETURNS interval LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT make_interval(hours => value::int) FROM {fact}, (SELECT kn.now() AS now) n
   WHERE code = what AND unit = 'hours'
     AND (n.now AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
         BETWEEN effective_from AND coalesce(effective_to, 'infinity')
   ORDER BY effective_from DESC LIMIT 1
$$;
REVOKE ALL ON FUNCTION kn.emergency_span FROM PUBLIC;

CREATE OR REPLACE FUNCTION kn.break_glass(
  in_code text, in_opening uuid, in_door uuid, in_reason text
) RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  file uuid; owner uuid;
  me uuid := kn.member(); mine uuid := kn.files(); moment timestamptz := kn.now();
BEGIN
  IF me IS NULL OR mine IS NULL OR EXISTS (
    SELECT FROM {opening} o WHERE o.agency_id = mine AND o.review_due <= moment
       AND NOT EXISTS (SELECT FROM {review} r WHERE r.opening_id = o.id)) THEN
    RAISE insufficient_privilege USING MESSAGE = 'no glass can be broken now';
  END IF;
  -- A file that was merged into another is opened there: what is needed now stands in that one.
  SELECT c.id, c.holder_id INTO file, owner
    FROM {case} named JOIN {case} c ON c.id = coalesce(named.merged_into_id, named.id)
   WHERE named.code = in_code AND c.holder_id <> mine AND c.status <> 'entered_in_error'
     AND NOT EXISTS (SELECT FROM kn.opened WHERE opened.file = c.id)
     AND c.id <> ALL (kn.hidden());
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  INSERT INTO {door}
      (id, case_id, holder_id, agency_id, member_id, basis, prepared_at, since, until)
    VALUES (in_door, file, owner, mine, me, 'emergency', moment, moment,
            moment + kn.emergency_span('emergency_access.until'));
  INSERT INTO {opening}
      (id, case_id, holder_id, agency_id, member_id, door_id, reason, words, at, review_due)
    VALUES (in_opening, file, owner, mine, me, in_door, in_reason, '', moment,
            moment + kn.emergency_span('emergency_access.review'));
  RETURN file;
END $$;
REVOKE ALL ON FUNCTION kn.break_glass FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kn.break_glass TO ketnoi_app;

-- A second person of the same agency stands for it: the door stays open longer, for one officer.
CREATE OR REPLACE FUNCTION kn.confirm_emergency(in_opening uuid) RETURNS timestamptz
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  longer timestamptz; moment timestamptz := kn.now();
BEGIN
  UPDATE {door} d SET until = o.at + kn.emergency_span('emergency_access.confirmed')
    FROM {opening} o
   WHERE o.id = in_opening AND d.id = o.door_id AND o.agency_id = kn.files()
     AND o.member_id <> kn.member() AND o.confirmed_at IS NULL
     AND d.ended_at IS NULL AND d.until > moment
  RETURNING d.until INTO longer;
  IF longer IS NULL THEN
    RAISE insufficient_privilege USING MESSAGE = 'this cannot be confirmed';
  END IF;
  UPDATE {opening} SET confirmed_at = moment, confirmed_by_id = kn.member() WHERE id = in_opening;
  RETURN longer;
END $$;
REVOKE ALL ON FUNCTION kn.confirm_emergency FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kn.confirm_emergency TO ketnoi_app;
"""


class BreaksGlass(Operation):
    """Write kn.break_glass() and kn.confirm_emergency() over these tables."""

    reversible = True

    def __init__(self, **tables: str) -> None:
        self.tables = tables

    def state_forwards(self, app_label: str, state: Any) -> None:
        """Nothing: models look the same."""

    def database_forwards(self, app_label: str, editor: Any, _from: Any, state: Any) -> None:
        """Write the functions."""
        named = {k: state.apps.get_model(v)._meta.db_table for k, v in self.tables.items()}
        editor.execute(FUNCTIONS.format(**named), params=None)

    def database_backwards(self, *args: Any, **kwargs: Any) -> None:
        """Functions stay: the next run replaces them."""

    def describe(self) -> str:
        """What the migration prints."""
        return "Break glass in an emergency"


def break_glass(*, code: str, opening: UUID, door: UUID, reason: str) -> UUID | None:
    """Open the file with this code to whoever acts; None for a code that opens nothing."""
    with connection.cursor() as cursor:
        cursor.execute(OPEN, [code, opening, door, reason])
        return cursor.fetchone()[0]


def confirm(*, opening: UUID) -> None:
    """Stand for what a colleague opened, as a second person."""
    with connection.cursor() as cursor:
        cursor.execute(CONFIRM, [opening])
