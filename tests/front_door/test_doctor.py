"""The doctor sees what is wrong, and says the cure."""

import psycopg
import pytest
from django.db import connections

from ketnoi.cli.checks import FAIL, WARN, Place, database, machine
from ketnoi.foundation import clock
from ketnoi.foundation.crypto import keyfile
from ketnoi.foundation.postgres.cluster import ROOT
from tests.database import CLUSTER, NAME

COMMITS = pytest.mark.django_db(transaction=True, databases=["default", "owner"])


def owner(statement):
    with connections["owner"].cursor() as cursor:
        cursor.execute(statement)


@COMMITS
def test_a_sound_database_has_no_failure():
    findings = database.check_all(Place.here(), database.CHECKS)

    assert [f for f in findings if f.state == FAIL] == []


@COMMITS
@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE kn_trail SET verb = 'other.done' WHERE id = (SELECT min(id) FROM kn_trail)",
        "DELETE FROM kn_trail WHERE id = (SELECT max(id) FROM kn_trail)",
    ],
)
def test_a_changed_trail_is_found(damage):
    owner(damage)

    finding = database.trail(Place.here())

    assert finding.state == FAIL


@COMMITS
@pytest.mark.parametrize("how", ["DISABLE", "NO FORCE"])
def test_row_security_that_was_switched_off_is_found(how):
    owner(f"ALTER TABLE kn_trail {how} ROW LEVEL SECURITY")

    finding = database.row_security(Place.here())

    assert finding.state == FAIL
    assert "kn_trail" in finding.english


@COMMITS
def test_a_table_in_the_hands_of_the_application_is_found():
    with psycopg.connect(CLUSTER.url(ROOT, NAME)) as connection:
        connection.execute("CREATE TABLE stray (id int)")
        connection.execute("ALTER TABLE stray OWNER TO ketnoi_app")

    assert database.app_role(Place.here()).state == FAIL


@COMMITS
def test_a_moved_clock_is_wrong_except_in_a_demo():
    clock.move_to(clock.today().replace(year=2030))
    place = Place.here()

    assert database.clock(place).state == WARN
    assert database.clock(Place(**{**vars(place), "demo": False})).state == FAIL


@COMMITS
def test_that_nothing_can_be_referred_yet_is_said():
    finding = database.agreements(Place.here())

    assert finding.state == WARN and "/cb/thoa-thuan/" in finding.english


@COMMITS
def test_a_migration_that_waits_is_found():
    owner("DELETE FROM django_migrations WHERE app = 'places'")

    assert database.migrations(Place.here()).state == FAIL


def test_a_database_that_does_not_answer_is_found(tmp_path):
    url = f"postgresql://a:b@/c?host={tmp_path}"
    place = Place(demo=True, keys=tmp_path, data=tmp_path, url=url, owner_url="")

    [finding] = database.check_all(place, database.CHECKS)

    assert finding.state == FAIL


def test_a_key_file_that_is_none_is_found(tmp_path):
    place = Place(demo=True, keys=tmp_path, data=tmp_path, url="", owner_url="")
    path = keyfile.create(tmp_path)
    path.chmod(0o600)
    path.write_text("không phải khóa")

    assert machine.key_file(place).state == FAIL
