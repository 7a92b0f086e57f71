"""Databases of a cluster: made, copied and dropped by the one who runs the cluster."""

import os
from pathlib import Path

import psycopg
from psycopg import sql

from ketnoi.foundation.postgres import binaries
from ketnoi.foundation.postgres.cluster import OWNER, ROOT, Cluster


def names(cluster: Cluster) -> list[str]:
    """All databases of the cluster, the oldest first."""
    return [row[0] for row in _tell(cluster, "SELECT datname FROM pg_database ORDER BY oid")]


def create(
    cluster: Cluster, name: str, *, like: str = "template1", space: str = "pg_default"
) -> None:
    """Make a database, as a copy of another one; in a space of its own, where one was made."""
    # Copied file by file: through the log of changes it takes three times as long.
    made = "CREATE DATABASE {} OWNER {} TEMPLATE {} TABLESPACE {} STRATEGY FILE_COPY"
    _tell(cluster, made, name, OWNER, like, space)


def drop(cluster: Cluster, name: str) -> None:
    """Drop a database and send away who is connected to it."""
    _tell(cluster, "DROP DATABASE IF EXISTS {} WITH (FORCE)", name)


def rename(cluster: Cluster, old: str, new: str) -> None:
    """Give a database another name."""
    _tell(cluster, "ALTER DATABASE {} RENAME TO {}", old, new)


def spaces(cluster: Cluster) -> dict[str, Path]:
    """The spaces that were made beside the cluster, and their folders."""
    rows = _tell(cluster, "SELECT spcname, pg_tablespace_location(oid) FROM pg_tablespace")
    return {name: Path(folder) for name, folder in rows if folder}


def make_space(cluster: Cluster, name: str, folder: Path) -> None:
    """Let databases lie in another folder, such as one in memory."""
    if binaries.identity() == binaries.AS_NOBODY:
        os.chown(folder, binaries.NOBODY, binaries.NOBODY)
    _tell(cluster, "CREATE TABLESPACE {} LOCATION {}", name, sql.Literal(str(folder)))


def drop_space(cluster: Cluster, name: str) -> None:
    """Give a space up; no database may lie there any more."""
    _tell(cluster, "DROP TABLESPACE IF EXISTS {}", name)


def _tell(cluster: Cluster, statement: str, *parts: str | sql.Literal) -> list[tuple]:
    told = sql.SQL(statement).format(
        *(sql.Identifier(part) if isinstance(part, str) else part for part in parts)
    )
    with psycopg.connect(cluster.url(ROOT, "postgres"), autocommit=True) as connection:
        cursor = connection.execute(told)
        return cursor.fetchall() if cursor.description else []
