"""Rows: what the database itself refuses, compared with what the models declare."""

from collections.abc import Iterable
from dataclasses import replace

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connections, models, transaction

from ketnoi.foundation.action import Record
from ketnoi.foundation.guard.operations import policies
from ketnoi.foundation.trail.models import Line
from tests.architecture.open_tables import OPEN_TABLES

pytestmark = pytest.mark.django_db(databases=["default", "owner"])

# The doors of whoever acts, and no others: the owner's view, behind a barrier, tested by promises.
OWNERS_VIEWS = {("kn.opened", True)}
READ_BY_THE_SYSTEM = {"api.Delivery", "reminding.Reminder"}
# Rows that are numbered and added up without a gap. They name no file, only what is hidden with
# one; whoever must not know of that is shown none: `test_books_without_a_file.py`, the two worlds.
ADDED_UP = {"support.Entry"}
OURS = "n.nspname NOT LIKE 'pg\\_%%' AND n.nspname <> 'information_schema'"
WRITTEN = """
SELECT policyname, cmd, permissive, roles::text[], qual, with_check
  FROM pg_policies JOIN pg_tables USING (schemaname, tablename)
 WHERE schemaname || '.' || tablename = %s AND roles <> ARRAY[tableowner]
"""
SECURED = "SELECT relrowsecurity AND relforcerowsecurity FROM pg_class WHERE oid = %s::regclass"
POWERS = "SELECT rolsuper OR rolbypassrls OR rolcreaterole FROM pg_roles WHERE rolname = %s"
OWNED = f"""
SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE pg_get_userbyid(c.relowner) = %s AND {OURS}
 UNION ALL
SELECT p.oid::regprocedure::text FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
 WHERE pg_get_userbyid(p.proowner) = %s AND {OURS}
"""
LADDERS = """
SELECT rolname FROM pg_roles
 WHERE rolname <> %s AND rolname NOT LIKE 'pg\\_%%' AND pg_has_role(%s, oid, 'MEMBER')
"""
LOOSE_DEFINERS = f"""
SELECT p.oid::regprocedure::text FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
 WHERE p.prosecdef AND {OURS}
   AND (has_function_privilege('public', p.oid, 'EXECUTE')
        OR NOT coalesce(array_to_string(p.proconfig, ';') ~ 'search_path=[^;]*pg_temp(;|$)', false))
"""
LOOSE_VIEWS = f"""
SELECT c.oid::regclass::text, 'security_barrier=true' = ANY(c.reloptions)
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE {OURS} AND (c.relkind = 'm' OR (c.relkind = 'v'
   AND NOT coalesce('security_invoker=true' = ANY(c.reloptions), false)))
"""
GRANTS = """
SELECT t || ' ' || p FROM unnest(%s::text[]) t, unnest(%s::text[]) p
 WHERE has_table_privilege(%s, t, p)
"""


def asked(sql: str, *given: object) -> list:
    with connections["owner"].cursor() as cursor:
        cursor.execute(sql, given)
        return cursor.fetchall()


def app_role() -> str:
    return settings.DATABASES["default"]["USER"]


def our_tables() -> list[type[models.Model]]:
    found = apps.get_models(include_auto_created=True)
    return [m for m in found if m.__module__.startswith("ketnoi.") and m._meta.managed]


def guarded_tables() -> list[type[models.Model]]:
    return [m for m in our_tables() if m._meta.label not in OPEN_TABLES]


def shows_what_is_hidden(model: type[models.Model]) -> bool:
    """Whether a row names something that can be hidden, and is not hidden with it."""
    targets = [f.related_model for f in model._meta.fields if f.is_relation]
    hides = any(getattr(getattr(t, "guarded", None), "hides", "") for t in targets)
    is_read = model._meta.label not in READ_BY_THE_SYSTEM | ADDED_UP
    return hides and is_read and not model.guarded.hides


def unguarded(found: Iterable[type[models.Model]]) -> list[str]:
    return [m._meta.label for m in found if not hasattr(m, "guarded")]


def insecure(table: str) -> bool:
    return asked(SECURED, table) != [(True,)]


def written(table: str) -> list[tuple]:
    """The policies that hold for anybody but the owner of the table."""
    return sorted(asked(WRITTEN, table))


def declared(model: type[models.Model]) -> list[tuple]:
    """The policies as PostgreSQL would keep them, written on a copy of the table."""
    with connections["owner"].cursor() as cursor:
        twin = f"twin.{model._meta.db_table}"
        cursor.execute(f"CREATE SCHEMA twin CREATE TABLE {twin} (LIKE {model._meta.db_table})")
        for statement in policies(twin, model.guarded):
            cursor.execute(statement)
        found = written(twin)
        cursor.execute("DROP SCHEMA twin CASCADE")
    return found


def loose_views() -> list[tuple]:
    return [view for view in asked(LOOSE_VIEWS) if view not in OWNERS_VIEWS]


def owned(role: str) -> list:
    return asked(OWNED, role, role)


def misused_grants(tables: list[str], rights: list[str]) -> list:
    return asked(GRANTS, tables, rights, app_role())


def test_every_table_is_guarded_or_open_for_a_reason():
    assert unguarded(guarded_tables()) == []


def test_no_open_table_is_listed_for_nothing():
    labels = {m._meta.label for m in our_tables()}

    assert set(OPEN_TABLES) - labels == set()
    assert all(OPEN_TABLES.values())


def test_everything_that_holds_field_data_is_a_record():
    assert [m for m in our_tables() if not issubclass(m, Record) and m is not Line] == []


@pytest.mark.parametrize("model", guarded_tables(), ids=lambda m: m._meta.label)
def test_the_database_enforces_what_the_model_declares(model):
    assert not insecure(model._meta.db_table)
    assert written(f"public.{model._meta.db_table}") == declared(model)


def test_whatever_belongs_to_what_can_be_hidden_can_be_hidden():
    assert [m._meta.label for m in guarded_tables() if shows_what_is_hidden(m)] == []


def test_mutant_a_table_of_a_file_that_cannot_be_hidden_is_noticed(monkeypatch):
    note = apps.get_model("cases.Note")
    monkeypatch.setattr(note, "guarded", replace(note.guarded, hides=""))

    assert shows_what_is_hidden(note)


def test_the_application_owns_nothing_and_passes_nothing():
    role = app_role()

    assert asked(POWERS, role) == [(False,)]
    assert owned(role) == []
    assert asked(LADDERS, role, role) == []


def test_the_application_is_not_the_owner():
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT current_user, session_user")
        assert cursor.fetchone() == (app_role(), app_role())

    assert app_role() != settings.DATABASES["owner"]["USER"]


def test_definer_functions_are_pinned_and_not_for_everybody():
    assert asked(LOOSE_DEFINERS) == []


def test_no_view_goes_round_row_security():
    assert loose_views() == []


def test_the_application_cannot_change_what_was_done_or_the_time():
    assert misused_grants(["kn_trail"], ["INSERT", "UPDATE", "DELETE", "TRUNCATE"]) == []
    assert misused_grants(["kn.trail_head", "kn.clock"], ["INSERT", "UPDATE", "DELETE"]) == []


@pytest.mark.parametrize(
    "harm",
    [
        "ALTER TABLE {table} DISABLE ROW LEVEL SECURITY",
        "ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY",
    ],
)
def test_mutant_a_table_without_row_security_is_noticed(harm):
    table = Line._meta.db_table

    with transaction.atomic(using="owner"):
        asked_nothing(harm.format(table=table))

        assert insecure(table)
        transaction.set_rollback(True, using="owner")


@pytest.mark.parametrize(
    "harm",
    [
        "DROP POLICY kn_select ON {table}",
        "CREATE POLICY wide ON {table} USING (true)",
        "ALTER POLICY kn_update ON {table} USING (true)",
        "ALTER POLICY kn_insert ON {table} WITH CHECK (true)",
        "ALTER POLICY kn_select ON {table} TO ketnoi_app",
    ],
)
def test_mutant_a_changed_policy_is_noticed(harm):
    model = Line

    with transaction.atomic(using="owner"):
        asked_nothing(harm.format(table=model._meta.db_table))

        assert written(f"public.{model._meta.db_table}") != declared(model)
        transaction.set_rollback(True, using="owner")


@pytest.mark.parametrize(
    ("harm", "check"),
    [
        (
            "CREATE FUNCTION loose() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'",
            lambda: asked(LOOSE_DEFINERS),
        ),
        ("CREATE VIEW loose AS SELECT * FROM kn_trail", lambda: loose_views()),
        ("CREATE MATERIALIZED VIEW loose AS SELECT 1", lambda: loose_views()),
        ("ALTER VIEW kn.opened RESET (security_barrier)", lambda: loose_views()),
        (
            "GRANT UPDATE ON kn_trail TO ketnoi_app",
            lambda: misused_grants(["kn_trail"], ["UPDATE"]),
        ),
    ],
)
def test_mutant_a_loose_function_view_or_grant_is_noticed(harm, check):
    with transaction.atomic(using="owner"):
        asked_nothing(harm)

        assert check()
        transaction.set_rollback(True, using="owner")


def test_mutant_a_model_without_a_guard_is_noticed():
    assert unguarded([type("Bare", (), {"_meta": Line._meta})])


def asked_nothing(sql: str) -> None:
    with connections["owner"].cursor() as cursor:
        cursor.execute(sql)
