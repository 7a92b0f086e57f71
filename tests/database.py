"""A real PostgreSQL for the tests: one cluster, a template built once, a copy for each process.

The application role is Django's `default`, as in production: it owns nothing and row security
holds for it. `owner` is the role that migrates.
"""

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

import pytest

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from ketnoi.cli import home, prepare  # noqa: E402
from ketnoi.cli.fingerprint import SCHEMA, mark  # noqa: E402
from ketnoi.foundation.postgres import Cluster, databases, held  # noqa: E402

CLUSTER = Cluster(ROOT / ".ketnoi" / "test", fast=True)
RUN = os.environ.setdefault("KETNOI_TEST_RUN", str(os.getpid()))
NAME = f"test_{RUN}_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}"
KEPT_TEMPLATES = 3
MEMORY, ENOUGH = Path("/dev/shm"), 2**30  # noqa: S108
USES_DATABASE = {"db", "transactional_db", "django_db_setup", "live_server"}

home.make(CLUSTER)
os.environ.update(home.environment(CLUSTER, mode="test", database=NAME, owner=True))


def pytest_configure(config: pytest.Config) -> None:
    """Set Django up; after a test that commits, copy the database again instead of flushing it.

    Passwords and codes are hashed by the same way with the least work: a run hashes thousands.
    """
    import django
    from django.contrib.auth.hashers import Argon2PasswordHasher as Argon2
    from django.test import TransactionTestCase

    django.setup()
    Argon2.time_cost, Argon2.memory_cost, Argon2.parallelism = 1, 8, 1
    TransactionTestCase._fixture_teardown = lambda _self: _copy_again()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark tests that need a database, so that `-m "not db"` runs without one."""
    for item in items:
        fixtures = set(getattr(item, "fixturenames", ()))
        if item.get_closest_marker("django_db") or fixtures & USES_DATABASE:
            item.add_marker("db")


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment: None, django_db_blocker) -> Iterator[None]:
    """The database of this process, with the tables and the reference data in it."""
    from django.db import connections

    for alias in connections:
        connections[alias].settings_dict["NAME"] = NAME
    with held(CLUSTER):
        _make_room()
        _copy_again()
        with django_db_blocker.unblock():
            yield
            _close()
        _give_up(NAME)


def _copy_again() -> None:
    _close()
    space = NAME if NAME in databases.spaces(CLUSTER) else "pg_default"
    with _alone():
        template = _template()
        databases.drop(CLUSTER, NAME)
        databases.create(CLUSTER, NAME, like=template, space=space)


@contextmanager
def _alone() -> Iterator[None]:
    with (CLUSTER.home / "run" / "template.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _make_room() -> None:
    """Copies lie in memory where there is some: a disk takes twenty times as long to make files."""
    with _alone():
        for name in databases.spaces(CLUSTER):
            if not _runs(name.split("_")[1]):
                _give_up(name)
        if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ENOUGH:
            databases.make_space(CLUSTER, NAME, Path(mkdtemp(prefix="ketnoi-", dir=MEMORY)))


def _give_up(name: str) -> None:
    folder = databases.spaces(CLUSTER).get(name)
    databases.drop(CLUSTER, name)
    databases.drop_space(CLUSTER, name)
    if folder:
        shutil.rmtree(folder, ignore_errors=True)


def _template() -> str:
    name = _template_name()
    present = databases.names(CLUSTER)
    if name not in present:
        _sweep(present)
        databases.drop(CLUSTER, "building")
        databases.create(CLUSTER, "building")
        _fill("building")
        databases.rename(CLUSTER, "building", name)
    return name


def _template_name() -> str:
    # Worked out once: an edit during the run must not change the tables under it.
    return os.environ.setdefault("KETNOI_TEST_TEMPLATE", f"template_{mark(SCHEMA)}")


def _fill(database: str) -> None:
    told = home.environment(CLUSTER, mode="test", database=database, owner=True)
    command = home.python(prepare.__name__, "migrate", "reference")
    done = subprocess.run(
        command, env={**home.inherited(), **told}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        pytest.fail(f"The test database could not be built:\n{done.stderr[-3000:]}", pytrace=False)


def _sweep(present: list[str]) -> None:
    templates = [name for name in present if name.startswith("template_")]
    gone = [name for name in present if name.startswith("test_") and not _runs(name.split("_")[1])]
    for name in [*templates[: -KEPT_TEMPLATES + 1], *gone]:
        databases.drop(CLUSTER, name)


def _runs(process: str) -> bool:
    return Path(f"/proc/{process}").exists()


def _close() -> None:
    from django.db import connections

    connections.close_all()
