"""Looking at a database from outside: its version, its roles, its row security, its clock."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import LiteralString

import psycopg

from ketnoi.foundation.postgres.cluster import MARK

SERVER = (
    "SELECT current_setting('server_version_num')::int / 10000, current_setting('cluster_name')"
)
ROLE = """
SELECT rolname, rolsuper, rolbypassrls,
  (SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
    WHERE relowner = r.oid AND relkind IN ('r', 'p') AND nspname IN ('public', 'kn')),
  EXISTS (SELECT FROM pg_roles o WHERE o.oid <> r.oid AND (o.rolsuper OR o.rolbypassrls)
    AND pg_has_role(r.oid, o.oid, 'MEMBER'))
FROM pg_roles r WHERE rolname = current_user
"""
SECURITY = """
SELECT relname, relrowsecurity AND relforcerowsecurity,
  (SELECT count(DISTINCT polcmd) FROM pg_policy WHERE polrelid = c.oid)
FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
WHERE nspname = 'public' AND relkind IN ('r', 'p')
"""
TABLE = "SELECT to_regclass('public.people_person')"
PEOPLE = "SELECT count(*) FROM people_person"
SHIFT = "SELECT shift FROM kn.clock"


class Unreachable(RuntimeError):
    """The database does not answer, or not to this role."""


@dataclass(frozen=True)
class Server:
    """A database server."""

    version: int
    embedded: bool


@dataclass(frozen=True)
class Role:
    """What a role may do beyond what an application should."""

    name: str
    superuser: bool
    passes_row_security: bool
    owns: int
    may_become_more: bool


@dataclass(frozen=True)
class Security:
    """Row security of one table: forced or not, and for how many commands there is a policy."""

    forced: bool
    commands: int

    @property
    def whole(self) -> bool:
        """Forced, and saying who reaches what. A command without a policy is refused."""
        return self.forced and self.commands > 0


def server(url: str) -> Server:
    """The server behind an address."""
    with _open(url) as connection:
        version, cluster = _one(connection, SERVER)
        return Server(version=version, embedded=cluster == MARK)


def role(url: str) -> Role:
    """The role an address logs in with."""
    with _open(url) as connection:
        return Role(*_one(connection, ROLE))


def row_security(url: str) -> dict[str, Security]:
    """Row security of every table."""
    with _open(url) as connection:
        rows = connection.execute(SECURITY).fetchall()
        return {name: Security(forced, commands) for name, forced, commands in rows}


def shift(url: str) -> timedelta:
    """How far the clock of this database was moved."""
    with _open(url) as connection:
        return _one(connection, SHIFT)[0]


def people(url: str) -> int:
    """How many persons a database knows; none when it has no tables yet."""
    with _open(url) as connection:
        return _one(connection, PEOPLE)[0] if _one(connection, TABLE)[0] else 0


@contextmanager
def _open(url: str) -> Iterator[psycopg.Connection]:
    try:
        connection = psycopg.connect(url, connect_timeout=5, autocommit=True)
    except psycopg.OperationalError:
        # The message of the driver may hold the address; ours does not.
        raise Unreachable from None
    with connection:
        yield connection


def _one(connection: psycopg.Connection, statement: LiteralString) -> tuple:
    return connection.execute(statement).fetchone() or ()
