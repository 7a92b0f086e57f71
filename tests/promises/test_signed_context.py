"""Who acts is believed only with the program's signature: SQL alone is nobody."""

import time
from uuid import UUID, uuid4

import pytest
from django.db import connection

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases.models import Case
from ketnoi.cases.tests import make as cases
from ketnoi.foundation.actor import Guest
from ketnoi.foundation.guard import signing
from ketnoi.foundation.guard.context import acting

pytestmark = pytest.mark.django_db
SAY = "SELECT set_config('kn.told', %s, true), set_config('kn.signed', %s, true)"
HEARD = "SELECT current_setting('kn.told'), current_setting('kn.signed')"


@pytest.fixture
def lan():
    return agencies.member(name="Lan")


@pytest.fixture
def other(lan):
    member = agencies.member(agencies.agency("shelter"), name="Người khác")
    cases.case(lan)
    return member


def who(member):
    told = (member.member_id, member.agency_id, member.files, member.role)
    return (*(str(part or "") for part in told), "")


def ask(statement, values=()):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchone()


def seen_after(told, signature):
    ask(SAY, (told, signature))
    return Case.objects.count()


def sign(member, *, backend=0, later=0):
    mine = connection.connection.info.backend_pid
    return signing.signed(who(member), backend=mine + backend, at=time.time() + later)


def test_a_signed_context_is_believed(lan, other):
    assert seen_after(*sign(lan)) == 1
    assert seen_after(*sign(other)) == 0


@pytest.mark.parametrize("signature", ["", "0" * 64, "zz", None])
def test_without_a_right_signature_nothing_is_seen(lan, other, signature):
    told, _right = sign(lan)

    assert seen_after(told, signature) == 0


def test_the_signature_of_one_person_does_not_serve_another(lan, other):
    with acting(other):
        told, signature = ask(HEARD)

    forged = told.replace(str(other.pk), str(lan.pk))
    forged = forged.replace(str(other.agency_id), str(lan.agency_id))
    assert forged != told
    assert seen_after(forged, signature) == 0


def test_a_signature_serves_its_own_connection_and_a_short_while(lan, other):
    assert seen_after(*sign(lan, backend=1)) == 0
    assert seen_after(*sign(lan, later=-301)) == 0
    assert seen_after(*sign(lan, later=-240)) == 1


@pytest.mark.parametrize("told", ["", "|||||", "a|b|c|d|e|f", "x"])
def test_what_is_no_context_is_nobody_and_no_error(lan, other, told):
    assert seen_after(told, "") == 0
    assert ask("SELECT kn.member(), kn.agency(), kn.files(), kn.role(), kn.link()") == (None,) * 5


def test_the_program_itself_cannot_read_the_key():
    reads = "SELECT has_table_privilege('kn.context_key', 'SELECT, INSERT, UPDATE, DELETE')"

    assert ask(reads) == (False,)
    assert ask("SELECT has_function_privilege('kn.told()', 'EXECUTE')") == (True,)


def test_the_link_of_a_guest_is_signed_too(lan, other):
    mine, theirs = (Guest(key=str(uuid4())) for _ in range(2))
    with acting(mine):
        told, signature = ask(HEARD)
        assert ask("SELECT kn.link()") == (UUID(mine.key),)

    ask(SAY, (told.replace(mine.key, theirs.key), signature))
    assert ask("SELECT kn.link(), kn.role()") == (None, None)
