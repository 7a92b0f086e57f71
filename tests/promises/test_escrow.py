"""Two of three holders bring the root key back; one does not, nor anybody who has the file."""

import itertools
import json
import os
import shutil
import subprocess
from contextlib import suppress

import pyrage
import pytest

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases.tests import make as cases
from ketnoi.cli import home
from ketnoi.cli.checks import OK, WARN, Place, machine
from ketnoi.foundation.crypto import escrow, keyfile
from ketnoi.foundation.crypto.fields import unpad
from ketnoi.foundation.crypto.ring import Ring, unlock
from ketnoi.foundation.guard.context import reading
from ketnoi.people import queries as people
from tests.front_door import typing
from tests.promises import copies

ROOT = bytes(range(32))


@pytest.fixture
def holders():
    return [pyrage.x25519.Identity.generate() for _ in range(3)]


@pytest.fixture
def file(holders):
    return escrow.write(ROOT, [str(holder.to_public()) for holder in holders])


def test_any_two_of_three_bring_it_back(holders, file):
    for pair in itertools.permutations(holders, 2):
        assert escrow.recover(file, [str(one) for one in pair]) == ROOT


def test_one_does_not_nor_one_with_a_stranger(holders, file):
    stranger = pyrage.x25519.Identity.generate()

    for one in holders:
        for together in ([one], [one, one], [one, stranger]):
            with pytest.raises(escrow.NoEscrow):
                escrow.recover(file, [str(who) for who in together])


def test_each_box_is_closed_twice_so_that_no_single_holder_opens_one(holders, file):
    for box in escrow._read(file)["boxes"]:
        for one in holders:
            inside = b""
            with suppress(pyrage.DecryptError):
                inside = escrow._open(box["box"], [one])
            assert ROOT not in inside


def test_the_file_names_the_key_and_holds_nothing_of_it(file):
    assert escrow.key_named(file) != ROOT.hex()
    assert ROOT.hex() not in file
    assert escrow.base64.b64encode(ROOT).decode() not in file


@pytest.mark.parametrize("count", [0, 1, 2, 4])
def test_it_takes_exactly_three_different_holders(count):
    names = [str(pyrage.x25519.Identity.generate().to_public()) for _ in range(count)]

    with pytest.raises(escrow.NoEscrow):
        escrow.write(ROOT, [*names, *names[:1]])


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"key": 1, "boxes": 3}', "age1xyz"])
def test_what_is_no_escrow_file_is_refused_with_a_sentence(text):
    with pytest.raises(escrow.NoEscrow):
        escrow.recover(text, [])


def ketnoi(*typed):
    kept = {name: value for name, value in os.environ.items() if name not in home.OURS}
    return subprocess.run(  # noqa: S603
        home.python("ketnoi", "keys", *typed),
        env={**kept, "PYTHONPATH": str(home.SOURCE)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_from_the_command_to_another_machine(tmp_path, holders):
    here, there, kept = tmp_path / "here", tmp_path / "there", tmp_path / "kept.json"
    keyfile.create(here)
    to = [arg for one in holders for arg in ("--to", str(one.to_public()))]
    with_two = held_by(tmp_path, holders[1:])

    gave = ketnoi("escrow", "--keys", str(here), "--file", str(kept), *to)
    came = ketnoi("recover", "--keys", str(there), "--file", str(kept), *with_two)

    assert (gave.returncode, came.returncode) == (0, 0), gave.stderr + came.stderr
    assert keyfile.read(there) == keyfile.read(here)
    alone = ketnoi("recover", "--keys", str(tmp_path / "x"), "--file", str(kept), *with_two[:2])
    assert alone.returncode != 0
    other = tmp_path / "other"
    keyfile.create(other)
    refused = ketnoi("recover", "--keys", str(other), "--file", str(kept), *with_two)
    assert refused.returncode == 1


def held_by(folder, holders):
    """The files of these holders, as age writes them."""
    typed = []
    for number, one in enumerate(holders):
        path = folder / f"holder-{number}.txt"
        path.write_text(f"# created: today\n{one}\n")
        typed += ["--identity", str(path)]
    return typed


def carried_away(tmp_path, holders):
    """A copy of this database and the escrow file, on a machine that has nothing else."""
    here, there = tmp_path / "here", tmp_path / "there"
    shutil.copytree(copies.KEYS, here / "keys")
    copy = copies.save(here / "copies")
    to = [arg for one in holders for arg in ("--to", str(one.to_public()))]
    gave = ketnoi("escrow", "--keys", str(here / "keys"), *to)
    assert gave.returncode == 0, gave.stderr
    shutil.copytree(here / "copies", there / "copies")
    shutil.copy(here / "keys" / escrow.NAME, there / "kept.json")
    shutil.rmtree(here)
    return there, there / "copies" / copy.name


def name_read_in(there, person):
    """Her name, out of the database that was brought back, with the key that lies there."""
    [(wrapped, sealed)] = copies.asked(
        there / "data",
        "SELECT k.wrapped, p.sealed_identity FROM people_person p"
        " JOIN people_datakey k ON k.id = p.key_id WHERE p.id = %s",
        person.pk,
    )
    key = Ring(keyfile.read(there / "keys")).unwrap(bytes(wrapped), owner=str(person.key_id))
    place = type(person)._meta.get_field("sealed_identity").place(person)
    return json.loads(unpad(unlock(bytes(sealed), key, place)))["name"]


@pytest.mark.django_db(transaction=True, databases=["default", "owner"])
def test_after_a_machine_is_lost_two_holders_open_its_copy_on_another(tmp_path, holders):
    lan = agencies.member()
    file = cases.case(lan, phone=cases.PHONE)
    with reading(lan):
        her = people.person(lan, file.person_id)
    there, copy = carried_away(tmp_path, holders)
    with_two = held_by(tmp_path, holders[1:])
    recover = ("recover", "--keys", str(there / "keys"), "--file", str(there / "kept.json"))
    restore = ("restore", str(copy), "--keys", str(there / "keys"), "--data", str(there / "data"))

    without = typing.ketnoi(*restore)
    alone = ketnoi(*recover, *with_two[:2], *with_two[:2])
    assert (without.returncode, alone.returncode) == (1, 1)
    came = ketnoi(*recover, *with_two)
    done = typing.ketnoi(*restore)

    assert (came.returncode, done.returncode) == (0, 0), came.stderr + done.stderr
    assert name_read_in(there, her) == cases.NAME


def doctor(keys, data):
    place = Place(demo=False, keys=keys, data=data, url="", owner_url="")
    return machine.key_escrow(place), machine.key_apart(place)


def test_the_doctor_asks_for_an_escrow_and_notices_when_the_key_is_newer(tmp_path, holders):
    keyfile.create(tmp_path)
    names = [str(one.to_public()) for one in holders]
    path = tmp_path / escrow.NAME

    assert doctor(tmp_path, tmp_path)[0].state == WARN
    path.write_text(escrow.write(keyfile.read(tmp_path), names))
    assert doctor(tmp_path, tmp_path)[0].state == OK
    path.write_text(escrow.write(ROOT, names))
    assert doctor(tmp_path, tmp_path)[0].state == WARN
    path.write_text("nonsense")
    assert doctor(tmp_path, tmp_path)[0].state == WARN


def test_the_doctor_warns_when_key_and_data_lie_on_one_device(tmp_path):
    keyfile.create(tmp_path)

    assert doctor(tmp_path, tmp_path)[1].state == WARN
