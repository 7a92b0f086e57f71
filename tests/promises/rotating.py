"""What the tests of changing keys share: a key folder of their own, and what opens at a moment."""

import shutil

from django.db import connection, connections, transaction

from ketnoi.agencies.models import AgencySecret
from ketnoi.cases import actions as cases
from ketnoi.cases import queries
from ketnoi.cases.tests import make as files
from ketnoi.foundation import bulk, clock
from ketnoi.foundation.crypto import new_data_key, tell
from ketnoi.foundation.crypto.ring import key_id
from ketnoi.foundation.guard.context import acting
from ketnoi.people import queries as persons
from ketnoi.people.models import DataKey

NOTE = "Chị ấy muốn học may"
QUIET = {"said": lambda _line: None}


def keys_of_its_own(settings, tmp_path):
    """A key folder for one test, which may change the root in it."""
    folder = tmp_path / "keys"
    shutil.copytree(settings.KETNOI_KEYS, folder)
    settings.KETNOI_KEYS = folder
    yield folder
    tell(None)


def file_with_a_note(lan):
    """A file with a phone, a paper and a note: something sealed of each class."""
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


def reads_as(member, case):
    with transaction.atomic(), acting(member):
        her = persons.person(member, case.person_id)
        [note] = queries.notes_of(case, member)
        return her.name.open(), note.body.open()


def state():
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT kn.key_state()")
        return cursor.fetchone()[0]
