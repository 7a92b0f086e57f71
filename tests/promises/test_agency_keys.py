"""Words of an agency are opened by its own key alone, whatever rows and key file somebody has."""

import uuid
from itertools import product

import pytest
from cryptography.exceptions import InvalidTag
from django.db import DatabaseError, connection, connections, transaction

from ketnoi.agencies.models import AgencySecret
from ketnoi.agencies.tests import make as agencies
from ketnoi.cases import actions
from ketnoi.cases import queries as cases
from ketnoi.cases.models import Note, Wrap
from ketnoi.cases.tests import make as files
from ketnoi.foundation import clock
from ketnoi.foundation.belonging import NoWrap
from ketnoi.foundation.guard.context import acting
from ketnoi.people.models import DataKey
from ketnoi.protection.models import StayPlace
from ketnoi.protection.tests import make as shelter
from ketnoi.referrals import actions as referring
from ketnoi.referrals import queries as referrals
from ketnoi.referrals.models import Referral
from ketnoi.referrals.tests import make as requests

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "owner"])
SECRET = "Chị ấy đang ở phòng số 3"
SHARED = "Chị ấy muốn học may"


@pytest.fixture
def lan():
    return agencies.member(name="Lan")


@pytest.fixture
def yen():
    return agencies.member(agencies.agency("shelter", "province"), name="Yến")


@pytest.fixture
def file(lan, yen):
    """A file of the women's union in which the shelter takes part."""
    case = files.case(lan, phone=files.PHONE)
    shelter.opened(case, yen.agency)
    return case


def write(file, by, body, privacy="agency"):
    return actions.write_note(
        case=file, body=body, privacy=privacy, kind="other", by=by, now=clock.now()
    )


def bodies(file, member):
    with transaction.atomic(), acting(member):
        return [note.body.open() for note in cases.notes_of(file, member)]


def stolen(model, **which):
    """The row as the owner of the database reads it: whatever row security says."""
    return model.objects.using("owner").select_related("case__key").get(**which)


def tried(record, name, member):
    """What the running server could make of stolen bytes for this member: every key it reaches."""
    with transaction.atomic(), acting(member):
        secrets = [secret.plain for secret in AgencySecret.objects.all()]
        for wrap, secret in product(Wrap.objects.using("owner"), secrets):
            try:
                record.opened = wrap.open_with(secret, within=record.erased_with())
                return getattr(record, name).open()
            except InvalidTag:
                continue
    return None


OUTSIDERS = {
    "another agency that takes no part": lambda _: agencies.member(),
    "the administrator of the province": lambda _: agencies.member(
        agencies.agency("women_union", "province"), role="admin"
    ),
    "the coordinator": lambda _: agencies.member(role="coordinator"),
    "the administrator of the shelter itself": lambda yen: agencies.member(
        yen.agency, role="admin"
    ),
}


@pytest.mark.parametrize("who", OUTSIDERS)
def test_a_note_of_the_shelter_is_opened_by_nobody_outside_even_with_stolen_rows(file, yen, who):
    note = write(file, yen, SECRET)
    other = OUTSIDERS[who](yen)
    taken = stolen(Note, pk=note.pk)

    assert tried(taken, "body", other) is None
    assert tried(taken, "body", yen) == SECRET


def test_the_holder_of_the_file_opens_no_note_of_the_shelter(file, lan, yen):
    note = write(file, yen, SECRET)

    assert tried(stolen(Note, pk=note.pk), "body", lan) is None
    assert bodies(file, lan) == []
    assert bodies(file, yen) == [SECRET]


def test_a_note_for_all_who_take_part_is_read_on_both_sides(file, lan, yen):
    write(file, yen, SHARED, "network")
    write(file, lan, SECRET, "network")

    assert set(bodies(file, lan)) == set(bodies(file, yen)) == {SHARED, SECRET}


def test_where_she_sleeps_is_opened_by_the_shelter_alone(file, lan, yen):
    shelter.admitted(file, yen)
    place = StayPlace.objects.using("owner").select_related("key").get()

    assert tried(place, "address", lan) is None
    assert tried(place, "address", yen) == shelter.PLACE


def sql(member, statement, *values):
    with transaction.atomic(), acting(member), connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall() if cursor.description else cursor.rowcount


def test_with_sql_of_her_own_a_member_reads_her_own_secret_and_no_other(file, lan, yen):
    mine = sql(lan, "SELECT agency_id FROM agencies_agencysecret")

    assert mine == [(lan.agency_id,)]
    assert sql(agencies.member(role="admin"), "SELECT 1 FROM agencies_agencysecret") == []


def test_the_door_closes_and_the_wrap_goes_with_it(file, lan, yen):
    note = write(file, lan, SHARED, "network")
    assert bodies(file, yen) == [SHARED]

    sql(lan, "UPDATE cases_caseaccess SET ended_at = now() WHERE case_id = %s", file.pk)

    assert not Wrap.objects.using("owner").filter(agency=yen.agency, scope="network").exists()
    assert tried(stolen(Note, pk=note.pk), "body", yen) is None
    assert bodies(file, lan) == [SHARED]


def test_a_door_that_is_only_prepared_opens_no_wrap(lan):
    case, phuc = files.case(lan), agencies.member()
    requests.sent(case, requests.service(phuc.agency), by=lan)
    write(case, lan, SHARED, "network")

    assert sql(phuc, "SELECT 1 FROM cases_wrap WHERE scope = 'network'") == []


def test_one_of_two_doors_leaves_the_wrap_where_it_is(file, lan, yen):
    shelter.opened(file, yen.agency)
    write(file, lan, SHARED, "network")

    sql(
        lan,
        "UPDATE cases_caseaccess SET ended_at = now() WHERE id ="
        " (SELECT id FROM cases_caseaccess LIMIT 1)",
    )

    assert bodies(file, yen) == [SHARED]


def told(member, pk):
    with transaction.atomic(), acting(member):
        found = referrals.referral(member, pk)
        return referrals.told(found)


def test_a_packet_is_opened_by_the_two_agencies_until_she_takes_her_yes_back(lan, yen):
    case = files.case(lan, phone=files.PHONE)
    sent = requests.sent(case, requests.service(yen.agency), by=lan, message=SECRET)
    taken = Referral.objects.using("owner").select_related("key").get(pk=sent.pk)
    assert told(yen, sent.pk)["contact"] and told(lan, sent.pk)["contact"]
    assert tried(taken, "message", agencies.member()) is None
    assert tried(taken, "message", yen) == SECRET

    referring.stop_for_consent(referral=sent, by=lan, now=clock.now())

    assert told(yen, sent.pk) == told(lan, sent.pk) == {}
    assert not Wrap.objects.using("owner").filter(seal=sent.key_id).exists()


def test_a_draft_is_closed_for_nobody_but_the_sender(lan, yen):
    case = files.case(lan)
    draft = requests.draft(case, requests.service(yen.agency), by=lan, message=SECRET)

    assert [w.agency_id for w in Wrap.objects.using("owner").filter(seal=draft.key_id)] == [
        lan.agency_id
    ]


def test_a_wrap_of_another_key_or_agency_does_not_open(file, lan, yen):
    write(file, lan, SECRET, "network")
    mine, hers = Wrap.objects.using("owner").filter(scope="network").select_related("to__secret")

    mine.closed, hers.closed = hers.closed, mine.closed

    for wrap in (mine, hers):
        with pytest.raises(InvalidTag):
            wrap.open(within=file.key.plain)


def test_without_a_wrap_a_record_says_so_and_opens_nothing(file, lan, yen):
    note = write(file, yen, SECRET)

    with transaction.atomic(), acting(lan), pytest.raises(NoWrap):
        stolen_by_the_app = Note(pk=note.pk, case=file, seal=note.seal, body=b"x")
        stolen_by_the_app.body.open()


KEYS = {
    "UPDATE people_datakey SET wrapped = ''": "a key is emptied",
    "UPDATE people_datakey SET version = 2": "a key is changed",
    "DELETE FROM people_datakey": "a key is taken away",
    "INSERT INTO people_datakey (id, wrapped, version, maker)"
    " VALUES (gen_random_uuid(), '', 1, gen_random_uuid())": "a key is made in another's name",
    "SELECT maker FROM people_datakey": "who made a key is read",
    "UPDATE kn.key_ring SET state = ''": "the generations are changed",
    "UPDATE agencies_agencysecret SET wrapped = ''": "a secret is changed",
    "UPDATE agencies_agencykey SET public = ''": "what others close with is changed",
    "DELETE FROM cases_wrap": "a wrap is taken away",
    "UPDATE cases_wrap SET closed = ''": "a wrap is changed",
}


@pytest.mark.parametrize("statement", KEYS, ids=KEYS.values())
def test_plain_sql_changes_no_key(file, lan, statement):
    with pytest.raises(DatabaseError, match="permission denied"):
        sql(lan, statement)


def test_only_who_has_to_do_with_a_key_destroys_it(file, lan):
    stranger = agencies.member(role="lead")

    with pytest.raises(DatabaseError, match="not yours"):
        sql(stranger, "SELECT kn.destroy_key(%s)", file.key_id)
    assert DataKey.objects.using("owner").get(pk=file.key_id).wrapped

    assert sql(lan, "SELECT kn.destroy_key(%s)", file.key_id) == [(True,)]
    assert not DataKey.objects.using("owner").get(pk=file.key_id).wrapped


def test_her_key_takes_every_wrap_of_her_files_with_it(file, lan, yen):
    write(file, yen, SECRET)
    write(file, lan, SHARED, "network")

    with connections["owner"].cursor() as cursor:
        cursor.execute("UPDATE people_datakey SET wrapped = '' WHERE id = %s", [file.key_id])

    assert not Wrap.objects.using("owner").filter(case=file).exists()


def test_two_who_write_first_at_the_same_time_use_one_key(file, lan):
    colleague = agencies.member(lan.agency)

    notes = [write(file, by, SECRET) for by in (lan, colleague)]

    assert len({note.seal for note in notes}) == 1
    assert uuid.UUID(str(notes[0].seal)) != file.key_id
    assert bodies(file, lan) == [SECRET, SECRET]
