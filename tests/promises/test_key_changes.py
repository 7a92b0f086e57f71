"""What is said of a change of keys, who is believed meanwhile, and which seals still hold."""

import threading
from pathlib import Path

import pytest
from django.db import ProgrammingError, connection, connections, transaction

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases.tests import make as files
from ketnoi.foundation import rotation
from ketnoi.foundation.crypto import keyfile, ring, tell
from ketnoi.foundation.crypto.ring import KeyClass, key_id
from ketnoi.foundation.guard.context import acting
from ketnoi.foundation.trail.models import Line
from ketnoi.foundation.trail.verify import verify
from ketnoi.people import queries as persons
from tests.promises.rotating import (
    NOTE,
    QUIET,
    file_with_a_note,
    fill,
    keys_of_its_own,
    reads_as,
    state,
)

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "owner"])


@pytest.fixture(autouse=True)
def keys(settings, tmp_path):
    yield from keys_of_its_own(settings, tmp_path)


@pytest.fixture
def lan():
    return agencies.member(name="Lan")


@pytest.fixture
def file(lan):
    return file_with_a_note(lan)


def test_status_says_how_much_waits(file):
    fill(3)
    rotation.begin([KeyClass.IDENTITY])

    [identity] = [one for one in rotation.standings() if one.kind == "identity"]

    assert [g.number for g in identity.generations] == [2, 1]
    assert identity.rows == identity.waiting >= 4


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
    before = state()

    with pytest.raises(ProgrammingError):
        rotation.begin([KeyClass.NARRATIVE])

    assert state() == before
    assert lines_about_keys() == []
