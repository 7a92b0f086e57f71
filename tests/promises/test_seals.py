"""P11: whatever a superuser does to the trail, whoever keeps one seal elsewhere notices it."""

import threading
from datetime import timedelta

import pytest
from django.db import connection, connections, transaction

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases import actions
from ketnoi.cases.tests import make as cases
from ketnoi.foundation import clock
from ketnoi.foundation.trail import sealing
from ketnoi.foundation.trail.seals import Seal, read
from ketnoi.foundation.trail.verify import verify
from tests.promises import forging

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "owner"])


def say(file, by):
    actions.write_note(case=file, body="…", privacy="agency", kind="call", by=by, now=clock.now())


@pytest.fixture
def story():
    """A file with lines under two seals, and the newest seal as another agency keeps it."""
    lan = agencies.member()
    file = cases.case(lan)
    say(file, lan)
    sealing.seal()
    say(file, lan)
    actions.close_case(case=file, reason="her_wish", by=lan, now=clock.now())
    newest = sealing.seal()
    return lan, file, newest


def whys(kept=()):
    return {broken.why for broken in verify(kept=kept)}


def test_an_untouched_trail_agrees_with_what_is_kept(story):
    lan, file, newest = story
    say(file, lan)
    sealing.seal()
    say(file, lan)

    assert verify(kept=[newest, (newest.number, newest.digits.replace(" ", ""))]) == []


@pytest.mark.parametrize("attack", forging.ATTACKS)
@pytest.mark.parametrize("depth", forging.DEPTHS)
def test_an_attack_by_the_superuser_is_noticed(story, attack, depth):
    _, file, newest = story

    forging.forge(attack, file.pk, depth=depth)

    assert whys(kept=[newest])


@pytest.mark.parametrize("attack", forging.ATTACKS)
@pytest.mark.parametrize("depth", ["chain", "leaves"])
def test_without_the_signing_key_it_is_noticed_even_if_nobody_keeps_a_seal(story, attack, depth):
    _, file, _ = story

    forging.forge(attack, file.pk, depth=depth)

    assert whys()


@pytest.mark.parametrize("attack", forging.ATTACKS)
def test_with_the_signing_key_only_what_others_keep_shows_it(story, attack):
    _, file, newest = story

    forging.forge(attack, file.pk, depth="seals")

    assert whys() == set()
    assert whys(kept=[newest]) == {"published"}


def test_the_newest_seals_cannot_go_with_their_lines(story):
    lan, file, _ = story
    say(file, lan)
    newest = sealing.seal()
    forging.forge("cut_off", file.pk, depth="chain")
    with forging.superuser() as database:
        database.execute("DELETE FROM kn.trail_leaf WHERE seal = %s", [newest.number])
        database.execute("DELETE FROM kn.trail_seal WHERE number = %s", [newest.number])

    assert whys() == set()
    assert whys(kept=[newest]) == {"published"}


def test_a_whole_file_cannot_vanish(story):
    _, file, newest = story
    with forging.superuser() as database:
        database.execute("DELETE FROM kn_trail WHERE chain = %s", [file.pk])
        database.execute("DELETE FROM kn.trail_head WHERE chain = %s", [file.pk])

    assert "sealed" in whys(kept=[newest])


def test_a_file_cannot_be_given_a_past(story):
    lan, _, newest = story
    other = cases.case(lan)
    long_ago = clock.now() - timedelta(days=30)
    with forging.superuser() as database:
        database.execute("UPDATE kn_trail SET at = %s WHERE chain = %s", [long_ago, other.pk])
    forging.forge("insert", other.pk, depth="chain")
    sealing.seal()

    assert whys(kept=[newest]) == {"put in"}


def test_another_agency_verifies_without_the_keys_of_the_installation(story):
    _, file, newest = story

    assert verify(kept=[newest], own_key=False) == []
    forging.forge("rewrite", file.pk, depth="seals")
    assert verify(kept=[newest], own_key=False) != []


def test_a_seal_by_another_key_is_noticed(story):
    with forging.superuser() as database:
        database.execute("UPDATE kn.trail_seal SET key = decode(repeat('07', 32), 'hex')")

    assert whys() == {"seal signature"}


def test_a_line_still_being_written_is_never_behind_the_seal(story):
    lan, file, newest = story
    began, sealed_meanwhile = threading.Event(), threading.Event()

    def write_slowly():
        with transaction.atomic():
            say(file, lan)
            began.set()
            sealed_meanwhile.wait(20)
        connections.close_all()

    writer = threading.Thread(target=write_slowly)
    writer.start()
    began.wait(20)
    other = cases.case(lan)
    during = sealing.seal()
    sealed_meanwhile.set()
    writer.join()
    after = sealing.seal()

    assert other.trail_chain()[0] in chains_of(during)
    assert file.pk not in chains_of(during)
    assert file.pk in chains_of(after)
    assert verify(kept=[newest, during, after]) == []


def chains_of(seal):
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT chain FROM kn.trail_leaf WHERE seal = %s", [seal.number])
        return {chain for (chain,) in cursor.fetchall()}


def test_nothing_new_is_no_new_seal(story):
    assert sealing.seal() is None


def test_seals_are_only_added(story):
    for table in ("trail_seal", "trail_leaf", "trail_handed"):
        with (
            pytest.raises(Exception, match="only added"),
            transaction.atomic(using="owner"),
            connections["owner"].cursor() as cursor,
        ):
            cursor.execute(f"DELETE FROM kn.{table}")


def test_the_application_seals_only_as_the_system(story):
    lan, file, _ = story
    say(file, lan)
    with pytest.raises(Exception, match="permission denied"), connection.cursor() as cursor:
        cursor.execute("INSERT INTO kn.trail_sealed SELECT chain, 99 FROM kn.trail_head")
    with (
        pytest.raises(Exception, match="only the system"),
        agencies.as_seen_by(lan),
        connection.cursor() as cursor,
    ):
        cursor.execute("SELECT * FROM kn.trail_to_seal(10)")


def test_more_chains_than_one_seal_holds_are_sealed_in_several(story, monkeypatch):
    lan, _, newest = story
    monkeypatch.setattr(sealing, "AT_ONCE", 2)
    for _ in range(3):
        cases.case(lan)

    last = sealing.seal()

    assert last.number > newest.number + 1
    assert verify(kept=[newest, last]) == []


def test_what_is_kept_is_read_from_a_letter(story):
    _, _, newest = story
    letter = f"…\n{newest.line}\n{newest.spoken}\n"

    kept = list(read(letter))

    assert isinstance(kept[0], Seal)
    assert verify(kept=kept) == []
