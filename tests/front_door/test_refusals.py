"""The real installation does not start in a way that is not safe, and starts in one that is."""

import signal
import stat
import subprocess
import sys
import time

import pytest

from ketnoi.cli import home, processes
from ketnoi.foundation.crypto import keyfile
from ketnoi.foundation.postgres.cluster import OWNER, ROOT
from tests.database import CLUSTER, NAME
from tests.front_door.typing import ketnoi

NOWHERE = "postgresql://ketnoi_app:x@/ketnoi?host=/nonexistent"


def settings(keys, **told):
    return {
        "DATABASE_URL": NOWHERE,
        "KETNOI_KEYS": str(keys),
        "KETNOI_DIR": str(keys),
        "KETNOI_HOSTS": "ketnoi.example",
        "KETNOI_TLS": "proxy",
        **told,
    }


def test_without_a_database_it_says_what_to_do(tmp_path):
    said = ketnoi("serve")

    assert said.returncode == 1
    assert "ketnoi init" in said.stderr
    assert "ketnoi demo" in said.stderr


def test_without_a_key_file_it_says_where_it_belongs(tmp_path):
    said = ketnoi("serve", **settings(tmp_path))

    assert said.returncode == 1
    assert str(tmp_path / "root.key") in said.stderr
    assert "Traceback" not in said.stderr


def test_an_open_key_file_is_refused_with_its_cure(tmp_path):
    keyfile.create(tmp_path).chmod(0o644)

    said = ketnoi("serve", **settings(tmp_path))

    assert said.returncode == 1
    assert "chmod 0400" in said.stderr


@pytest.mark.parametrize(
    ("told", "cure"),
    [
        ({"KETNOI_HOSTS": ""}, "KETNOI_HOSTS="),
        ({"KETNOI_HOSTS": "*"}, "KETNOI_HOSTS="),
        ({"KETNOI_TLS": ""}, "KETNOI_TLS=proxy"),
        ({"DEBUG": "1"}, "DEBUG"),
    ],
)
def test_unsafe_surroundings_are_refused(tmp_path, told, cure):
    keyfile.create(tmp_path)

    said = ketnoi("serve", **settings(tmp_path, **told))

    assert said.returncode == 1
    assert cure in said.stderr


@pytest.mark.parametrize(
    ("words", "mode", "cure"),
    [
        ("[sms]\nurl = 'http://gateway.example'\nbody = 'secret'", 0o600, "url (https)"),
        ("no table at all", 0o600, "url (https)"),
        ("[sms]\nurl = 'https://gateway.example'\nbody = 'secret'", 0o644, "chmod 600"),
        (None, 0o600, "url (https)"),
    ],
)
def test_gateways_that_cannot_be_asked_or_that_others_read_are_refused(tmp_path, words, mode, cure):
    keyfile.create(tmp_path)
    file = tmp_path / "gateways.toml"
    if words is not None:
        file.write_text(words)
        file.chmod(mode)

    for command in ("serve", "doctor"):
        said = ketnoi(command, **settings(tmp_path, KETNOI_GATEWAYS=str(file)))

        assert said.returncode == 1
        assert cure in said.stdout + said.stderr
        assert "Traceback" not in said.stderr and "secret" not in said.stdout + said.stderr


@pytest.mark.parametrize(("role", "why"), [(ROOT, "NOSUPERUSER"), (OWNER, "NOBYPASSRLS")])
def test_a_role_that_passes_row_security_is_refused(db, tmp_path, role, why):
    keyfile.create(tmp_path)

    said = ketnoi("serve", **settings(tmp_path, DATABASE_URL=CLUSTER.url(role, NAME)))

    assert said.returncode == 1
    assert why in said.stderr


def test_beyond_this_machine_the_embedded_database_is_refused(db, tmp_path):
    keyfile.create(tmp_path)
    told = home.environment(CLUSTER, mode="serve", database=NAME)

    said = ketnoi("serve", **settings(tmp_path, DATABASE_URL=told["DATABASE_URL"]))

    assert said.returncode == 1
    assert "DATABASE_URL" in said.stderr
    assert CLUSTER.password("ketnoi_app") not in said.stderr


def test_init_makes_a_key_and_settings_that_only_their_owner_reads(tmp_path):
    told = {"database": NOWHERE, "owner": NOWHERE, "host": "ketnoi.example"}
    flags = [part for name, value in told.items() for part in (f"--{name}", value)]
    folders = ["--keys", str(tmp_path / "keys"), "--data", str(tmp_path / "data")]
    env = tmp_path / "ketnoi.env"

    said = ketnoi("init", *flags, *folders, "--env", str(env))
    again = ketnoi("init", *flags, *folders, "--env", str(env))

    assert said.returncode == 0
    assert stat.S_IMODE(env.stat().st_mode) == 0o600
    assert keyfile.read(tmp_path / "keys")
    assert again.returncode == 1
    assert str(env) in again.stderr


def test_a_safe_installation_is_served(transactional_db, tmp_path):  # its worker commits
    told = home.environment(CLUSTER, mode="serve", database=NAME)
    port = processes.free_port(0)
    command = [sys.executable, "-m", "ketnoi", "serve", "--port", str(port)]
    own = {name: told[name] for name in ("DATABASE_URL", "KETNOI_KEYS")}
    told = settings(tmp_path, KETNOI_HOSTS="localhost", **own)

    server = subprocess.Popen(
        command, env={**home.inherited(), **told, "KETNOI_TLS": "off"}, stderr=subprocess.PIPE
    )
    end = time.monotonic() + 90
    while not processes.is_up(port) and time.monotonic() < end and server.poll() is None:
        time.sleep(0.2)
    answered = processes.is_up(port)
    server.send_signal(signal.SIGTERM)
    _, said = server.communicate(timeout=60)

    assert answered, said.decode()
    assert server.returncode == 0
