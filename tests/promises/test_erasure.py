"""P8: who was erased cannot be read, here or in any copy; and copies come back elsewhere, whole."""

import os
import signal
import subprocess
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connections
from django.db.migrations.executor import MigrationExecutor

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases.tests import make as cases
from ketnoi.cli import home
from ketnoi.foundation import clock
from ketnoi.foundation.backup import shredlog
from ketnoi.foundation.envelope import keeping
from ketnoi.foundation.guard.context import reading
from ketnoi.people import actions as people
from ketnoi.people import queries
from tests.front_door.typing import ROOT, ketnoi
from tests.promises import copies
from tests.promises.canaries import CANARIES, Walk, forms_of, type_everywhere

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "owner"])
AT = datetime(2026, 11, 1, 2, tzinfo=UTC)


@pytest.fixture
def scene(tmp_path):
    """A lead, a woman who will be erased, and one who will not."""
    lead = agencies.member(role="lead")
    files = [cases.case(lead, phone=phone) for phone in (cases.PHONE, "+84912345679")]
    with reading(lead):
        hers, other = (queries.person(lead, file.person_id) for file in files)
    return lead, hers, other


def erase(scene):
    lead, hers, _other = scene
    return people.erase_person(person=hers, by=lead, now=clock.now())


def brought_back(copy, to, *more):
    return ketnoi("restore", str(copy), "--keys", str(copies.KEYS), "--data", str(to), *more)


def test_who_was_erased_is_erased_in_a_copy_from_before_and_all_else_comes_back(scene, tmp_path):
    _lead, hers, other = scene
    before = copies.save(tmp_path / "copies", at=AT)
    assert copies.opens(copies.wrapped_key(before, hers.key_id), hers.key_id)
    erase(scene)
    copies.save(tmp_path / "copies", at=AT + timedelta(days=1))

    done = brought_back(before, tmp_path / "elsewhere")

    assert done.returncode == 0, done.stderr
    assert "1 khóa hủy lại" in done.stdout
    there = dict(copies.asked(tmp_path / "elsewhere", "SELECT id, wrapped FROM people_datakey"))
    assert not there[hers.key_id]
    assert copies.opens(bytes(there[other.key_id]), other.key_id)
    [gone] = copies.asked(
        tmp_path / "elsewhere", "SELECT sealed_identity FROM people_person WHERE id = %s", hers.pk
    )
    assert not gone[0]
    numbers = copies.asked(tmp_path / "elsewhere", "SELECT person_id FROM people_phone")
    assert numbers == [(other.pk,)]


def test_after_35_days_no_copy_holds_her_key_even_without_the_log(scene, tmp_path):
    _lead, hers, other = scene
    folder = tmp_path / "copies"
    before = copies.save(folder, at=AT)
    erase(scene)

    last = copies.save(folder, at=AT + keeping.KEYS_KEPT + timedelta(days=1))

    assert not copies.keys_beside(before).exists()
    assert before in keeping.copies(folder)
    [keys] = keeping.copies(folder, keeping.KEYS)
    assert not copies.wrapped_key(last, hers.key_id)
    assert copies.opens(copies.wrapped_key(last, other.key_id), other.key_id)


def test_the_copy_itself_never_holds_a_key(scene, tmp_path):
    copy = copies.save(tmp_path)

    told = copies.heard(copy)

    assert "people_datakey" not in told.rows_of
    assert told.counts["people_person"] == 2
    assert copies.heard(copies.keys_beside(copy)).counts["people_datakey"] >= 2


def test_no_canary_lies_in_a_copy_in_clear_not_even_inside_its_seal(client, tmp_path):
    type_everywhere(Walk(client))

    copy = copies.save(tmp_path)

    streams = [copy.read_bytes(), *copies.heard(copy).rows_of.values()]
    found = [n for n, t in CANARIES.items() for f in forms_of(t) for s in streams if f in s]
    assert found == []
    assert b"KN-26-" in copies.heard(copy).rows_of["cases_case"]


def test_sessions_work_in_progress_and_unlogged_tables_stay_behind(scene, tmp_path):
    with copies.owner() as cursor:
        cursor.execute("CREATE UNLOGGED TABLE stray_tags (tag int)")

    told = copies.heard(copies.save(tmp_path)).counts

    behind = ("django_session", "procrastinate_", "axes_", "stray_tags", "kn.context_key")
    assert [name for name in told if name.startswith(behind)] == []
    assert {"kn_trail", "kn.trail_head", "foundation_shred", "auth_user"} <= told.keys()


def test_a_damaged_copy_is_refused_before_anything_is_made(scene, tmp_path):
    copy = copies.save(tmp_path / "copies")
    data = bytearray(copy.read_bytes())
    data[len(data) // 2] ^= 1
    copy.write_bytes(data)

    done = brought_back(copy, tmp_path / "elsewhere")

    assert done.returncode == 1
    assert "bị hỏng" in done.stderr
    assert not (tmp_path / "elsewhere" / "pg").exists()


def test_a_shred_log_that_was_changed_stops_the_restore(scene, tmp_path):
    folder = tmp_path / "copies"
    copy = copies.save(folder, at=AT)
    erase(scene)
    copies.save(folder, at=AT + timedelta(days=1))
    (folder / shredlog.NAME).write_text('{"shreds": [], "mark": ""}')

    done = brought_back(copy, tmp_path / "elsewhere")

    assert done.returncode == 1
    assert not (tmp_path / "elsewhere" / "pg").exists()


def test_without_the_key_file_nothing_comes_back(scene, tmp_path):
    copy = copies.save(tmp_path / "copies")

    done = ketnoi("restore", str(copy), "--data", str(tmp_path / "elsewhere"))

    assert done.returncode == 1
    assert "ketnoi keys recover" in done.stderr


@pytest.mark.full
def test_a_restore_that_is_killed_leaves_nothing_half_done(scene, tmp_path):
    copy = copies.save(tmp_path / "copies")
    command = home.python("ketnoi", "restore", str(copy), "--keys", str(copies.KEYS))
    told = {**home.inherited(), "KETNOI_ENV": os.devnull}
    to = ("--data", str(tmp_path / "elsewhere"))
    with subprocess.Popen(
        [*command, *to], cwd=ROOT, env=told, stderr=subprocess.PIPE, text=True
    ) as running:
        assert "Making the tables" in running.stderr.readline()
        running.send_signal(signal.SIGKILL)

    assert not (tmp_path / "elsewhere" / "pg").exists()


@pytest.mark.full
def test_an_upgrade_is_tried_on_a_copy_and_says_which_steps_are_missing(scene, tmp_path):
    # As it was before names lay in one document: rows are rewritten with the keys that came along.
    MigrationExecutor(connections["owner"]).migrate([("people", "0005_keys")])
    folder = tmp_path / "copies"
    copies.save(folder)

    done = ketnoi(
        "upgrade",
        "--check",
        *("--to", str(folder), "--keys", str(copies.KEYS), "--data", str(tmp_path / "here")),
    )

    assert done.returncode == 0, done.stderr
    assert "people.0006_documents" in done.stdout
    assert [p.name for p in (tmp_path / "here").iterdir()] == ["run"]
    assert '"well": true' in (tmp_path / "here" / "run" / "restore-trial.json").read_text()
