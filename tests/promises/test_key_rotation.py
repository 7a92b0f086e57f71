"""Keys are changed under load, killed in the middle, gone on with: every row opens throughout."""

import os
import shutil
import signal
import subprocess
import threading
from pathlib import Path

import pytest
from cryptography.exceptions import InvalidTag
from django.conf import settings
from django.db import ProgrammingError, connection, connections, transaction

from ketnoi.agencies.models import AgencySecret
from ketnoi.agencies.tests import make as agencies
from ketnoi.cases import actions as cases
from ketnoi.cases import queries
from ketnoi.cases.tests import make as files
from ketnoi.cli import home
from ketnoi.foundation import bulk, clock, rotation
from ketnoi.foundation.action import writing
from ketnoi.foundation.crypto import keyfile, new_data_key, ring, tell
from ketnoi.foundation.crypto.ring import KeyClass, Ring, key_id
from ketnoi.foundation.guard.context import acting
from ketnoi.foundation.rotation.columns import Column
from ketnoi.foundation.trail.models import Line
from ketnoi.foundation.trail.verify import verify
from ketnoi.people import actions as people
from ketnoi.people import queries as persons
from ketnoi.people.models import DataKey

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "owner"])
MANY, WRITERS = 3000, 2
NOTE = "Chị ấy muốn học may"
QUIET = {"said": lambda _line: None}


@pytest.fixture(autouse=True)
def keys(settings, tmp_path):
    """A key folder of its own: this test changes the root."""
    folder = tmp_path / "keys"
    shutil.copytree(settings.KETNOI_KEYS, folder)
    settings.KETNOI_KEYS = folder
    yield folder
    tell(None)


@pytest.fixture
def lan():
    return agencies.member(name="Lan")


@pytest.fixture
def file(lan):
    case = files.case(lan, phone=files.PHONE, paper=files.PAPER)
    cases.write_note(case=case, body=NOTE, privacy="agency", kind="other", by=lan, now=clock.now())
    return case


def fill(count):
    """Many data keys, as if many people had been taken down."""
    field = DataKey._meta.get_field("wrapped")
    made = [DataKey() for _ in range(count)]
    for key in made:
        key.wrapped = field.close(new_data_key(), row=key.pk)
    bulk.load(made)


def opened_all():
    """Every key there is, opened as the server would now; raises where one does not open."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT kn.key_state()")
        tell(cursor.fetchone()[0])
    keys = [key.plain for key in DataKey.objects.using("owner").exclude(wrapped=b"")]
    return len(keys) + len([secret.plain for secret in AgencySecret.objects.using("owner")])


def lying_under(kind, generation):
    wanted = key_id(generation)
    rows = (
        DataKey.objects.using("owner")
        if kind == "identity"
        else AgencySecret.objects.using("owner")
    )
    return sum(bytes(row.wrapped)[1:5] == wanted for row in rows)


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


def reads_as(member, case):
    with transaction.atomic(), acting(member):
        her = persons.person(member, case.person_id)
        [note] = queries.notes_of(case, member)
        return her.name.open(), note.body.open()


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
    assert sorted(path.name for path in keys.iterdir() if path.suffix == ".key") == ["root.key"]
    assert keyfile.read(keys) != old
    assert lying_under("identity", Ring(old).key(KeyClass.IDENTITY)) == 0
    fresh = Ring(*keyfile.read_all(keys), state=_state())
    for key in DataKey.objects.using("owner"):
        assert fresh.unseal(bytes(key.wrapped), KeyClass.IDENTITY, f"data-key|{key.pk}")
    assert reads_as(lan, file) == (files.NAME, NOTE)
    with transaction.atomic(), acting(lan):
        assert persons.person_ids_with_phone(lan, files.PHONE) == [file.person_id]


def _state():
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT kn.key_state()")
        return cursor.fetchone()[0]


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


def test_status_says_how_much_waits(file):
    fill(3)
    rotation.begin([KeyClass.IDENTITY])

    [identity] = [one for one in rotation.standings() if one.kind == "identity"]

    assert [g.number for g in identity.generations] == [2, 1]
    assert identity.rows == identity.waiting >= 4


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


def test_the_next_root_that_was_made_before_a_crash_is_taken_up(keys):
    name = rotation._new_root()

    assert rotation._new_root() == name
    assert len(list(Path(keys).glob("root-*.key"))) == 1


def test_who_acts_is_believed_before_during_and_after_its_key_changes(lan, file):
    open_at_once = threading.Barrier(2, timeout=30)

    def slow():
        with transaction.atomic(), acting(lan):
            open_at_once.wait()
            open_at_once.wait()
            seen.append(persons.person(lan, file.person_id) is not None)
        connection.close()

    seen: list[bool] = []
    reader = threading.Thread(target=slow)
    reader.start()
    open_at_once.wait()
    old = ring().key(KeyClass.CONTEXT)
    rotation.begin([KeyClass.CONTEXT])
    assert reads_as(lan, file) == (files.NAME, NOTE)
    open_at_once.wait()
    reader.join(30)

    rotation.go_on(**QUIET)
    tell("")

    assert seen == [True]
    assert reads_as(lan, file) == (files.NAME, NOTE)
    assert ring().key(KeyClass.CONTEXT) != old


def test_seals_from_before_are_still_signed_by_a_known_key(file):
    from ketnoi.foundation.trail import sealing

    sealing.seal()
    rotation.begin([KeyClass.AUDIT])
    rotation.go_on(**QUIET)
    files.case(agencies.member())
    sealing.seal()

    assert len({seal.key for seal in sealing.seals()}) == 2
    assert verify() == []


def lines_about_keys():
    return list(Line.objects.using("owner").filter(verb__startswith="keys.").order_by("seq"))


def test_a_change_leaves_its_lines_which_name_the_class_and_never_a_key(file, keys):
    before = keyfile.read(keys)
    rotation.begin([KeyClass.NARRATIVE])
    rotation.begin([KeyClass.NARRATIVE])
    rotation.go_on(**QUIET)
    rotation.begin(rotation.ROTATES, new_root=True)
    rotation.go_on(**QUIET)

    lines = lines_about_keys()

    begun, finished = "keys.change_begun", "keys.change_finished"
    one = ["narrative"]
    assert [(line.verb, line.facts) for line in lines[:2]] == [
        (begun, {"classes": one, "root": False}),
        (finished, {"classes": one, "generation": 2}),
    ]
    assert lines[2].facts == {"classes": [str(kind) for kind in rotation.ROTATES], "root": True}
    assert [line.verb for line in lines[3:]] == [finished] * len(rotation.ROTATES)
    assert {(line.actor, line.agency) for line in lines} == {("system", None)}
    told = repr([(line.facts, line.about) for line in lines])
    for root in (before, keyfile.read(keys)):
        assert root.hex() not in told
        assert key_id(root).hex() not in told
    assert verify() == []


def test_without_its_line_no_key_is_changed(file):
    with connections["owner"].cursor() as cursor:
        cursor.execute("ALTER FUNCTION kn.trail_append RENAME TO gone")
    before = _state()

    with pytest.raises(ProgrammingError):
        rotation.begin([KeyClass.NARRATIVE])

    assert _state() == before
    assert lines_about_keys() == []
