"""The own PostgreSQL: started by many, kept private, and still there after a crash."""

import os
import signal
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
import pytest

from ketnoi.cli import home
from ketnoi.foundation.postgres import Cluster, binaries, held
from ketnoi.foundation.postgres.cluster import APP, OWNER, ROOT, stop

pytestmark = pytest.mark.db
USE_IT = (
    "import sys; from ketnoi.foundation.postgres import Cluster, held\n"
    "with held(Cluster(sys.argv[1], fast=True)) as c: print(c.answers())"
)
DEBIAN = sorted({f.parent for f in Path("/usr/lib/postgresql").glob("1[5-9]/bin/initdb")})


def ask(cluster, statement, role=OWNER):
    with psycopg.connect(cluster.url(role)) as connection:
        cursor = connection.execute(statement)
        return cursor.fetchall() if cursor.description else []


def test_two_may_start_it_at_once(tmp_path):
    def use(_):
        command = [sys.executable, "-c", USE_IT, str(tmp_path)]
        return subprocess.run(command, env=home.inherited(), capture_output=True, text=True)

    with ThreadPoolExecutor(2) as both:
        said = [*both.map(use, range(2))]

    assert [s.stdout.strip() for s in said] == ["True", "True"], [s.stderr for s in said]
    assert not Cluster(tmp_path).answers()


def test_a_wrong_password_is_refused(tmp_path):
    with held(Cluster(tmp_path, fast=True)) as cluster:
        wrong = cluster.url(APP).replace(cluster.password(APP), "sai")

        with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
            psycopg.connect(wrong)


def test_it_is_private_and_has_no_port(tmp_path):
    with held(Cluster(tmp_path, fast=True)) as cluster:
        listening = ask(cluster, "SHOW listen_addresses")
        roles = ask(cluster, "SELECT rolname, rolsuper, rolbypassrls FROM pg_roles", ROOT)

    folders = (cluster.data, cluster.socket, cluster.home / "keys")
    passwords = (cluster.home / "keys").glob("*.password")
    assert listening == [("",)]
    assert {stat.S_IMODE(f.stat().st_mode) for f in folders} == {0o700}
    assert {stat.S_IMODE(p.stat().st_mode) for p in passwords} == {0o600}
    assert (APP, False, False) in roles
    assert (OWNER, False, True) in roles


def test_a_long_path_still_has_a_socket(tmp_path):
    cluster = Cluster(tmp_path / ("rất-dài-" * 12), fast=True)

    with held(cluster):
        answer = ask(cluster, "SELECT 1")

    assert answer == [(1,)]
    assert len(str(cluster.socket)) < 80


def test_what_was_committed_outlives_a_killed_server(tmp_path):
    cluster = Cluster(tmp_path)
    server = cluster.start()
    ask(cluster, "CREATE TABLE kept (n int)")
    ask(cluster, "INSERT INTO kept SELECT generate_series(1, 2000)")

    os.kill(server.pid, signal.SIGKILL)
    server.wait()
    second = cluster.start()
    try:
        kept = ask(cluster, "SELECT count(*) FROM kept")
    finally:
        stop(second)

    assert kept == [(2000,)]


@pytest.mark.parametrize("folder", [binaries.folder(), *DEBIAN], ids=str)
def test_the_wheel_and_the_distribution_serve_alike(tmp_path, folder, monkeypatch):
    monkeypatch.setenv("KN_PG_BIN", str(folder))
    binaries.folder.cache_clear()

    cluster = Cluster(tmp_path, fast=True)
    with held(cluster):
        lower = ask(cluster, "SELECT lower('ĐẶNG THỊ ƯỚC')")
    binaries.folder.cache_clear()

    assert int((cluster.data / "PG_VERSION").read_text()) == binaries.version(folder)
    assert lower == [("đặng thị ước",)]
