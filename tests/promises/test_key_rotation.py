"""Keys are changed under load, killed in the middle, gone on with: every row opens throughout."""

import os
import signal
import subprocess
import threading

import pytest
from cryptography.exceptions import InvalidTag
from django.conf import settings
from django.db import connection, connections, transaction

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases.tests import make as files
from ketnoi.cli import home
from ketnoi.foundation import clock, rotation
from ketnoi.foundation.action import writing
from ketnoi.foundation.crypto import keyfile, ring
from ketnoi.foundation.crypto.ring import KeyClass, Ring
from ketnoi.foundation.guard.context import acting
from ketnoi.foundation.rotation.columns import Column
from ketnoi.people import actions as people
from ketnoi.people import queries as persons
from ketnoi.people.models import DataKey
from tests.promises.rotating import (
    NOTE,
    QUIET,
    file_with_a_note,
    fill,
    keys_of_its_own,
    lying_under,
    opened_all,
    reads_as,
    state,
)

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "owner"])
MANY, WRITERS = 3000, 2


@pytest.fixture(autouse=True)
def keys(settings, tmp_path):
    yield from keys_of_its_own(settings, tmp_path)


@pytest.fixture
def lan():
    return agencies.member(name="Lan")


@pytest.fixture
def file(lan):
    return file_with_a_note(lan)


def rotate(*typed):
    """`ketnoi keys rotate` in a process of its own, on this database and this key folder."""
    environment = {
        **os.environ,
        "KETNOI_KEYS": str(settings.KETNOI_KEYS),
        "PYTHONPATH": str(home.SOURCE),
    }
    command = home.python("ketnoi", "keys", "rotate", *typed)
    return subprocess.Popen(  # noqa: S603
        command, env=environment, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True
    )


class Load:
    """People who write and read all the while."""

    def __init__(self, member, case):
        self.member, self.case = member, case
        self.stop, self.wrong, self.made = threading.Event(), [], []
        self.threads = [threading.Thread(target=self._work) for _ in range(WRITERS)]

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self.stop.set()
        for thread in self.threads:
            thread.join()

    def _work(self):
        try:
            while not self.stop.is_set():
                made = people.take_down_person(
                    by=self.member, now=clock.now(), called="Út", name=files.NAME
                )
                self.made.append(made.pk)
                if reads_as(self.member, self.case) != (files.NAME, NOTE):
                    self.wrong.append("read something else")
        except Exception as error:
            self.wrong.append(repr(error))
        finally:
            connection.close()


def test_killed_in_the_middle_under_load_and_gone_on_with(lan, file):
    fill(MANY)
    before = ring().key(KeyClass.IDENTITY)

    with Load(lan, file) as load:
        with rotate("--class", "identity") as first:
            for line in first.stderr:
                if line.startswith("identity: ") and "/" in line:
                    break
            first.send_signal(signal.SIGKILL)
        half = lying_under("identity", before)
        opened_all()
        between = len(load.made)
        while len(load.made) < between + 3 and not load.wrong:
            pass
        with rotate("--class", "identity") as again:
            said = again.stderr.read()
        assert again.returncode == 0, said

    assert load.wrong == []
    assert 0 < half < MANY
    assert len(load.made) > 0
    assert lying_under("identity", before) == 0
    assert opened_all() > MANY
    assert ring().live("identity")[0].number == 2
    assert len(ring().live("identity")) == 1
    with transaction.atomic(), acting(lan):
        names = {persons.person(lan, pk).name.open() for pk in load.made}
    assert names == {files.NAME}


def test_a_new_root_takes_over_and_the_old_file_is_needed_no_more(lan, file, keys):
    old = keyfile.read(keys)
    rotation.begin(rotation.ROTATES, new_root=True)
    assert reads_as(lan, file) == (files.NAME, NOTE)

    rotation.go_on(**QUIET)

    [kept] = keys.glob("root-*.old")
    kept.unlink()
    assert [path.name for path in keys.glob("root*.key")] == ["root.key"]
    assert keyfile.read(keys) != old
    assert lying_under("identity", Ring(old).key(KeyClass.IDENTITY)) == 0
    fresh = Ring(*keyfile.read_all(keys), state=state())
    for key in DataKey.objects.using("owner"):
        assert fresh.unseal(bytes(key.wrapped), KeyClass.IDENTITY, f"data-key|{key.pk}")
    assert reads_as(lan, file) == (files.NAME, NOTE)
    with transaction.atomic(), acting(lan):
        assert persons.person_ids_with_phone(lan, files.PHONE) == [file.person_id]


def test_the_secrets_of_agencies_are_wrapped_again(lan, file):
    before = ring().key(KeyClass.NARRATIVE)
    assert lying_under("narrative", before) > 0

    rotation.begin([KeyClass.NARRATIVE])
    rotation.go_on(**QUIET)

    assert lying_under("narrative", before) == 0
    assert reads_as(lan, file) == (files.NAME, NOTE)


def test_numbers_are_found_before_during_and_after_the_index_key_changes(lan, file):
    def found():
        with transaction.atomic(), acting(lan):
            return (
                persons.person_ids_with_phone(lan, files.PHONE),
                persons.person_ids_with_paper(lan, files.PAPER),
            )

    here = ([file.person_id], [file.person_id])
    assert found() == here

    rotation.begin([KeyClass.INDEX])
    assert found() == here
    late = files.case(lan, phone="+84987654321")
    rotation.go_on(**QUIET)

    assert found() == here
    with transaction.atomic(), acting(lan):
        assert persons.person_ids_with_phone(lan, "+84987654321") == [late.person_id]
    assert len(ring().live("index")) == 1


def test_a_key_that_was_destroyed_meanwhile_stays_destroyed(file):
    [column] = [c for c in _columns() if c.table == "people_datakey"]
    rotation.begin([KeyClass.IDENTITY])
    [batch] = column.batches()
    with connections["owner"].cursor() as cursor:
        cursor.execute("UPDATE people_datakey SET wrapped = '' WHERE id = %s", [file.key_id])

    column.replace(batch)

    assert not DataKey.objects.using("owner").get(pk=file.key_id).wrapped
    rotation.go_on(**QUIET)
    assert len(ring().live("identity")) == 1


def _columns():
    from ketnoi.foundation.rotation.columns import columns_of

    return [c for c in columns_of(KeyClass.IDENTITY) if isinstance(c, Column)]


def test_who_began_before_the_change_is_waited_for(lan):
    sealed, may_end = threading.Event(), threading.Event()

    def slow():
        with writing(), acting(lan):
            key = people.make_key()
            sealed.set()
            may_end.wait(30)
        connection.close()
        return key

    writer = threading.Thread(target=slow)
    writer.start()
    sealed.wait(30)
    before = ring().key(KeyClass.IDENTITY)
    rotation.begin([KeyClass.IDENTITY])
    changing = threading.Thread(target=lambda: (rotation.go_on(**QUIET), connections.close_all()))
    changing.start()
    changing.join(0.5)
    assert changing.is_alive()

    may_end.set()
    writer.join(30)
    changing.join(30)

    assert not changing.is_alive()
    assert lying_under("identity", before) == 0


def test_what_is_changing_already_is_not_begun_again(file):
    fill(3)
    rotation.begin([KeyClass.IDENTITY])

    rotation.begin([KeyClass.IDENTITY])

    assert [g.number for g in ring().live("identity")] == [2, 1]
    assert opened_all() > 3


def test_mutant_a_rotation_that_drops_the_old_key_before_it_has_finished_is_noticed(file):
    fill(3)
    rotation.begin([KeyClass.IDENTITY])
    with pytest.raises(RuntimeError, match="still lie"):
        rotation._drop(KeyClass.IDENTITY)

    with connections["owner"].cursor() as cursor:
        cursor.execute("UPDATE kn.key_ring SET state = regexp_replace(state, '[+]1@\\S+', '')")

    with pytest.raises(InvalidTag):
        opened_all()
