"""Role × action × own, partner's and other agency: against access.py, and against row security."""

import copy
import importlib
from pathlib import Path

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.db import DatabaseError, transaction

import ketnoi
from ketnoi.agencies.terms import Role
from ketnoi.cases import queries as files
from ketnoi.foundation.action import Refused
from ketnoi.foundation.guard.context import acting
from ketnoi.people.models import Person, Phone, Tie
from tests.access import scene as scenes
from tests.access.acts import OFFICERS, TAKE_PART, at
from tests.access.table import ACTS

pytestmark = pytest.mark.django_db
CELLS = [(relation, role) for relation in scenes.RELATIONS for role in Role]
BLOCKED = [
    ("holder", Role.LEAD),
    ("holder", Role.CASEWORKER),
    ("partner", Role.LEAD),
    ("police", Role.VERIFIER),
    ("rescuer", Role.LEAD),
    ("stranger", Role.CASEWORKER),
    ("stranger", Role.COORDINATOR),
]
# What is done in another file, with a list, or in the network.
NOT_IN_THE_FILE = {
    "bring a list", "keep a list", "decide about a pair", "destroy a list", "erase her data",
    "take a question back", "take a merge back", "name a witness", "release a witness",
    "draw up an agreement", "sign an agreement for the holder",
    "leave an agreement for the holder", "end an agreement", "let a program in",
    "say that the officer in charge is away", "have a program told", "be told on a device",
    "approve a transfer", "decline a transfer", "make the packet of a transfer",
    "type the receipt of a transfer", "take a transfer back", "withdraw her yes to a transfer",
    "take in a file from another province",
}  # fmt: skip
SAID_NO = (Refused, DatabaseError, ObjectDoesNotExist)


def succeeds(scene, act, member):
    try:
        with transaction.atomic():
            act.do(copy.deepcopy(scene), member)
            transaction.set_rollback(True)
    except SAID_NO:
        return False
    return True


@pytest.fixture
def scene():
    return scenes.build()


@pytest.fixture
def no_rules(monkeypatch):
    """Every question of every access.py is answered with yes."""
    for path in Path(ketnoi.__file__).parent.glob("*/access.py"):
        room = importlib.import_module(f"ketnoi.{path.parent.name}.access")
        for name, function in vars(room).items():
            if callable(function) and getattr(function, "__module__", "") == room.__name__:
                monkeypatch.setattr(room, name, lambda **_: True)


@pytest.mark.parametrize(("relation", "role"), CELLS)
def test_who_may_do_what(scene, relation, role):
    member = scenes.actor(scene, relation, role)

    done = {act.name for act in ACTS if succeeds(scene, act, member)}

    assert done == {act.name for act in ACTS if (relation, role.value) in act.allowed}


@pytest.mark.parametrize(("relation", "role"), CELLS)
def test_the_database_alone_lets_no_other_agency_through(scene, relation, role, no_rules):
    member = scenes.actor(scene, relation, role)

    done = {act.name for act in ACTS if succeeds(scene, act, member)}

    assert done <= {act.name for act in ACTS if (relation, role.value) in act.database}


@pytest.mark.parametrize(("relation", "role"), BLOCKED)
@pytest.mark.parametrize("rules", [True, False], ids=["both locks", "the database alone"])
def test_whoever_is_blocked_does_nothing_in_the_file(request, scene, relation, role, rules):
    member = scenes.actor(scene, relation, role)
    scenes.block(scene.file, member, by=scene.lan)
    if not rules:
        request.getfixturevalue("no_rules")

    done = {act.name for act in ACTS if succeeds(scene, act, member)}

    assert done <= NOT_IN_THE_FILE


@pytest.mark.parametrize(("relation", "role"), CELLS)
def test_who_reads_what(scene, relation, role):
    member = scenes.actor(scene, relation, role)

    with acting(member):
        opens = files.case_by_code(member, scene.file.code) is not None
        names = Person.objects.filter(pk=scene.file.person_id).exists()
        ties = Tie.objects.filter(pk=scene.tie.pk).exists()
        children = Person.objects.filter(pk=scene.tie.relative_id).exists()
        phones = Phone.objects.filter(pk=scene.phone.pk).exists()

    cell = (relation, role.value)
    assert opens == (cell in TAKE_PART or role == Role.COORDINATOR)
    assert names == phones == ties == children == (cell in at("holder", OFFICERS))
