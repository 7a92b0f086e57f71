"""What a member could still do with SQL of her own: not open a file, not forge a line."""

import uuid

import pytest
from django.db import DatabaseError, connection, transaction

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases.tests import make as cases
from ketnoi.foundation.guard.context import acting
from ketnoi.referrals.tests import make as requests

pytestmark = pytest.mark.django_db


@pytest.fixture
def lan():
    return agencies.member(name="Lan")


@pytest.fixture
def file(lan):
    return cases.case(lan, phone=cases.PHONE)


@pytest.fixture
def stranger():
    return agencies.member(agencies.agency("shelter"), name="Người lạ")


def tells(member, statement, *values):
    """Whether the database lets this member do it."""
    try:
        with transaction.atomic():
            with acting(member), connection.cursor() as cursor:
                cursor.execute(statement, values)
                changed = cursor.rowcount
            transaction.set_rollback(True)
    except DatabaseError:
        return False
    return changed > 0


def test_a_stranger_opens_no_file_with_a_false_holder(file, stranger):
    own = cases.case(stranger)
    door = (
        "INSERT INTO cases_caseaccess"
        " (id, case_id, holder_id, agency_id, basis, prepared_at, since)"
        " VALUES (%s, %s, %s, %s, 'consent', now(), now())"
    )
    mine = stranger.agency_id

    assert tells(stranger, door, uuid.uuid4(), own.pk, mine, mine)
    assert not tells(stranger, door, uuid.uuid4(), file.pk, mine, mine)


def test_a_closed_door_stays_closed(lan, file, stranger):
    referral = requests.sent(file, requests.service(stranger.agency), by=lan)
    with acting(lan), connection.cursor() as cursor:
        cursor.execute("UPDATE cases_caseaccess SET ended_at = now()")

    again = "UPDATE cases_caseaccess SET ended_at = NULL WHERE id = %s"
    assert not tells(stranger, again, referral.door_id)
    assert not tells(lan, again, referral.door_id)


@pytest.mark.parametrize("change", ["holder_id = agency_id", "until = NULL", "case_id = id"])
def test_a_receiver_widens_no_door(lan, file, stranger, change):
    requests.sent(file, requests.service(stranger.agency), by=lan)

    assert not tells(stranger, f"UPDATE cases_caseaccess SET {change}")


@pytest.mark.parametrize("table", ["cases_consent", "cases_task", "cases_note", "cases_case"])
def test_nothing_that_was_written_is_taken_away(lan, file, stranger, table):
    requests.sent(file, requests.service(stranger.agency), by=lan)

    assert not tells(lan, f"DELETE FROM {table}")


def test_a_line_is_written_in_ones_own_name_and_place(lan, file, stranger):
    line = "SELECT kn.trail_append(%s, %s, %s, %s, 'case.closed', '', '{}', true)"
    as_lan = (file.pk, lan.actor, lan.agency_id, lan.agency_id)
    as_herself = (file.pk, stranger.actor, stranger.agency_id, lan.agency_id)
    as_holder = (file.pk, stranger.actor, stranger.agency_id, stranger.agency_id)

    assert tells(lan, line, *as_lan)
    assert not tells(stranger, line, *as_lan)
    assert not tells(stranger, line, *as_herself)
    assert not tells(stranger, line, *as_holder)
