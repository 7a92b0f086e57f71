"""Children and dependants: persons of their own, reached through her file and no other way."""

import pytest
from django.db import IntegrityError, connection, transaction

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases.tests import make
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused, WroteOutsideAction
from ketnoi.foundation.guard.context import acting
from ketnoi.foundation.trail.models import Line
from ketnoi.people import actions, queries
from ketnoi.people.models import Paper, Person, Tie

pytestmark = pytest.mark.django_db
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
BIRTH_PAPER = "079219012345"
CHILD = {"kind": "child", "lives": "her", "carer": "her", "called": "Tí", "sex": "male"}
PARTS = ["", "nguoi/", "giay-to/", "nguoi-dai-dien/", "xem/ten/", "quan-he/", "ket-thuc/"]


@pytest.fixture
def lan():
    return agencies.member(name="Lan")


@pytest.fixture
def file(lan):
    return make.case(lan)


@pytest.fixture
def here(file):
    return f"/cb/ho-so/{file.code}/gia-dinh/"


def enter(client, member):
    client.force_login(member.user, backend=BACKEND)
    return client


def her(lan, file):
    with acting(lan):
        return queries.person(lan, file.person_id)


def child(file, by, **more):
    facts = {"kind": "child", "lives": "her", "carer": "her", "called": "Tí", **more}
    return actions.add_relative(person=her(by, file), by=by, now=clock.now(), **facts)


def the_tie(lan, file):
    with acting(lan):
        [tie] = queries.family_of(lan, file.person_id)
    return tie


def test_a_child_is_added_from_her_file_and_has_a_page_under_it(client, lan, file, here):
    added = enter(client, lan).post(here, {**CHILD, "birth": "2019"})

    page = client.get(added.headers["Location"]).content.decode()
    assert added.headers["Location"].startswith(here)
    assert "Con “Tí”" in page
    assert "Có thể dưới 18 tuổi" in page
    assert "Hãy ghi người đại diện" in page
    assert "“Tí”" not in client.get(f"/cb/ho-so/{file.code}/nguoi/").content.decode()


def test_a_child_has_a_record_a_key_and_papers_of_its_own(client, lan, file, here):
    page = enter(client, lan).post(here, CHILD).headers["Location"]
    client.post(page + "giay-to/", {"kind": "birth", "number": BIRTH_PAPER})
    client.post(page + "nguoi-dai-dien/", {"name": "Bà Ngoại", "relation": "relative"})
    shown = client.post(page + "xem/giay-to/", {"reason": "fill_in"}).content.decode()

    tie = the_tie(lan, file)
    with acting(lan):
        [paper] = Paper.objects.all()
        reveal = Line.objects.filter(chain=file.pk, verb="person.revealed").get()
    assert tie.relative.key_id != tie.person.key_id
    assert paper.person_id == tie.relative_id
    assert BIRTH_PAPER in shown
    assert BIRTH_PAPER not in client.get(page).content.decode()
    assert reveal.facts == {"what": "giay-to", "reason": "fill_in", "relative": str(tie.pk)}
    assert "Hãy ghi người đại diện" not in client.get(page).content.decode()


def test_opening_a_childs_page_is_written_in_the_chain_of_her_file(client, lan, file, here):
    tie = child(file, lan)

    enter(client, lan).get(f"{here}{tie.pk}/")

    with acting(lan):
        assert Line.objects.filter(chain=file.pk).latest("seq").verb == "relative.opened"


def test_a_child_whose_age_nobody_knows_counts_as_under_18(lan, file):
    of_unknown_age = child(file, lan)
    parent = child(file, lan, kind="parent", called="Mẹ")
    grown = child(file, lan, called="Cả", birth_year=1990)

    assert queries.may_be_child(of_unknown_age, on=clock.today())
    assert not queries.may_be_child(parent, on=clock.today())
    assert not queries.may_be_child(grown, on=clock.today())


def test_the_tie_changes_and_ends_and_says_who_and_when(client, lan, file, here):
    tie = child(file, lan)
    page = f"{here}{tie.pk}/"
    enter(client, lan)
    client.post(page + "quan-he/", {"kind": "child", "lives": "kin", "carer": "grandparent"})
    changed = client.get(page).content.decode()
    client.post(page + "ket-thuc/", {"reason": "apart"})
    again = client.post(page + "ket-thuc/", {"reason": "apart"})
    ended = client.get(page).content.decode()

    tie = the_tie(lan, file)
    assert "Với người thân" in changed
    assert "Ông bà" in changed
    assert (tie.ended_by, tie.end_reason, again.status_code) == (lan, "apart", 422)
    assert tie.ended_at is not None
    assert "Không còn cần chăm sóc" in ended
    with acting(lan):
        assert Person.objects.filter(pk=tie.relative_id).exists()


@pytest.mark.parametrize("part", PARTS)
def test_another_file_and_another_agency_lead_to_no_child(client, lan, file, here, part):
    tie, other = child(file, lan), make.case(lan)
    stranger = agencies.member()
    enter(client, lan)
    through_another = client.get(f"/cb/ho-so/{other.code}/gia-dinh/{tie.pk}/{part}")
    theirs = enter(client, stranger).get(f"{here}{tie.pk}/{part}")
    nobodys = client.get(f"/cb/ho-so/KN-26-ZZZZZ/gia-dinh/{tie.pk}/{part}")

    assert through_another.status_code == theirs.status_code == nobodys.status_code == 404
    assert theirs.content == nobodys.content


def test_a_stranger_adds_no_child_to_her(lan, file):
    with pytest.raises(Refused):
        actions.add_relative(
            person=her(lan, file),
            kind="child",
            lives="her",
            carer="her",
            by=agencies.member(),
            now=clock.now(),
        )


def test_the_database_ties_nobody_to_a_person_of_another_agency(lan, file):
    stranger = agencies.member()
    theirs = make.case(stranger)
    tie = child(file, lan)
    put = (
        "INSERT INTO people_tie (id, person_id, relative_id, holder_id, keeper_id, noted_at, kind,"
        " lives, carer, end_reason) SELECT gen_random_uuid(), %s, %s, holder_id, keeper_id, now(),"
        " kind, lives, carer, '' FROM people_tie WHERE id = %s"
    )

    with acting(lan), connection.cursor() as cursor:
        for pair in ((file.person_id, theirs.person_id), (theirs.person_id, tie.relative_id)):
            with pytest.raises(IntegrityError, match="people_tie"), transaction.atomic():
                cursor.execute(put, [*pair, tie.pk])


def test_nobody_is_tied_to_herself_or_twice_to_one(lan, file):
    tie = child(file, lan)
    put = (
        "INSERT INTO people_tie (id, person_id, relative_id, holder_id, keeper_id, noted_at, kind,"
        " lives, carer, end_reason) SELECT gen_random_uuid(), person_id, %s, holder_id, keeper_id,"
        " now(), kind, lives, carer, '' FROM people_tie WHERE id = %s"
    )

    with acting(lan), connection.cursor() as cursor:
        for who, refusal in ((file.person_id, "tied_to_another"), (tie.relative_id, "tied_once")):
            with pytest.raises(IntegrityError, match=refusal), transaction.atomic():
                cursor.execute(put, [who, tie.pk])


def test_no_tie_is_written_behind_the_back_of_the_actions(lan, file):
    tie = child(file, lan)

    with acting(lan), pytest.raises(WroteOutsideAction):
        Tie.objects.filter(pk=tie.pk).update(kind="parent")


def test_erasing_her_leaves_the_childs_record_and_the_other_way_round(lan, file):
    tie, lead = child(file, lan), agencies.member(lan.agency, role="lead")

    actions.erase_person(person=tie.relative, by=lead, now=clock.now())

    tie = the_tie(lan, file)
    assert not bytes(tie.relative.key.wrapped)
    assert bytes(tie.person.key.wrapped)
    assert tie.relative.called.open() == ""
