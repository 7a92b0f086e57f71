"""A note is read by the counsellor and the colleague who supervises her, and by nobody else."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from ketnoi.agencies.terms import Role
from ketnoi.agencies.tests import make as agencies
from ketnoi.cases import actions as cases
from ketnoi.cases.tests import make as files
from ketnoi.counselling import actions, queries
from ketnoi.counselling.models import CounsellorSecret, Course, Sitting
from ketnoi.counselling.tests import make
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused
from ketnoi.foundation.guard.context import acting

pytestmark = pytest.mark.django_db(databases=["default", "owner"])


@pytest.fixture
def lan():
    return agencies.member(name="Lan")


@pytest.fixture
def thao():
    return make.counsellor()


@pytest.fixture
def file(lan, thao):
    """A file of the women's union in which the hospital takes part."""
    case = files.case(lan)
    make.opened(case, thao.agency)
    return case


@pytest.fixture
def sitting(file, thao):
    return make.written(make.begun(file, thao), thao)


def somebody(relation, role, lan, thao):
    if relation == "stranger":
        return agencies.member(role=role)
    return agencies.member((lan if relation == "holder" else thao).agency, role=role)


def rows(member, model):
    """What the database gives this member when the program asks for everything."""
    with transaction.atomic(), acting(member):
        return list(model.objects.all())


@pytest.mark.parametrize("relation", ["holder", "her agency", "stranger"])
def test_nobody_else_reads_a_note_whatever_her_role(relation, sitting, lan, thao):
    supervisor = make.counsellor(thao, "Vân")
    make.supervised(thao, supervisor)

    for role in Role:
        other = somebody(relation, role, lan, thao)

        assert (role, make.read(sitting, other)) == (role, None)
        for model in (Course, Sitting, CounsellorSecret):
            assert (role, model, rows(other, model)) == (role, model, [])

    assert make.read(sitting, thao) == make.read(sitting, supervisor) == make.SECRET


def test_a_supervisor_reads_from_her_yes_until_one_of_the_two_ends_it(sitting, thao):
    van = make.counsellor(thao, "Vân")
    named = make.asked_to_supervise(thao, van)
    assert make.read(sitting, van) is None

    actions.agree_to_supervise(supervision=named, by=van, now=clock.now())
    assert make.read(sitting, van) == make.SECRET

    actions.end_supervision(supervision=named, by=thao, now=clock.now())
    assert make.read(sitting, van) is None


@pytest.mark.parametrize(("days", "reads"), [(0, make.SECRET), (1, None)])
def test_a_supervision_ends_with_its_last_day(sitting, thao, days, reads):
    van, long_ago = make.counsellor(thao, "Vân"), clock.now() - timedelta(days=9)
    make.supervised(thao, van, until=clock.today() - timedelta(days=days), now=long_ago)

    assert make.read(sitting, van) == reads


def test_the_database_alone_ends_it_with_its_last_day(sitting, thao):
    van, long_ago = make.counsellor(thao, "Vân"), clock.now() - timedelta(days=9)
    make.supervised(thao, van, until=clock.today() - timedelta(days=1), now=long_ago)

    assert rows(van, Sitting) == rows(van, CounsellorSecret) == []


def test_the_program_alone_keeps_out_whoever_has_not_said_yes(sitting, thao):
    van = make.counsellor(thao, "Vân")
    named = make.asked_to_supervise(thao, van)

    def finds():
        """What the program asks for her sake, where the database shows all that is Thảo's."""
        with acting(thao):
            return Sitting.objects.visible_to(van).exists()

    assert not finds()
    actions.agree_to_supervise(supervision=named, by=van, now=clock.now())
    assert finds()


def test_after_its_last_day_another_one_is_named(thao):
    over = {"until": clock.today() - timedelta(days=1), "now": clock.now() - timedelta(days=9)}
    make.supervised(thao, make.counsellor(thao, "Vân"), **over)

    assert make.supervised(thao, make.counsellor(thao, "Ngà"))
    with pytest.raises(Refused, match="đã có người giám sát"):
        make.asked_to_supervise(thao, make.counsellor(thao, "Hà"))


def test_only_a_specialist_of_the_same_agency_supervises_and_nobody_names_herself(thao, lan):
    lead = agencies.member(thao.agency, role="lead")

    for other in (lead, lan, thao, make.counsellor()):
        with pytest.raises(Refused, match="cán bộ chuyên môn khác"):
            make.asked_to_supervise(thao, other)
    with pytest.raises(Refused, match="Chỉ cán bộ chuyên môn"):
        make.asked_to_supervise(lead, thao)


def test_with_sql_of_her_own_a_lead_does_not_make_herself_a_supervisor(sitting, thao):
    lead = agencies.member(thao.agency, role="lead")
    made = (
        "INSERT INTO counselling_supervision (id, agency_id, counsellor_id, supervisor_id,"
        " named_at, agreed_at) VALUES (gen_random_uuid(), %s, %s, %s, now(), now())"
    )

    with pytest.raises(DatabaseError), transaction.atomic(), acting(lead):
        connection.cursor().execute(made, [thao.agency_id, thao.pk, lead.pk])


def test_what_has_ended_is_not_begun_again_with_sql(sitting, thao):
    van = make.counsellor(thao, "Vân")
    ended = make.supervised(thao, van)
    actions.end_supervision(supervision=ended, by=thao, now=clock.now())

    with pytest.raises(DatabaseError, match="stays ended"), transaction.atomic(), acting(van):
        connection.cursor().execute("UPDATE counselling_supervision SET ended_at = NULL")


def test_whoever_stands_in_for_her_reads_no_more_than_before(sitting, thao):
    from ketnoi.agencies import actions as staff

    colleague = make.counsellor(thao, "Hà")
    today = clock.today()
    days = {"since": today, "until": today, "by": thao, "now": clock.now()}
    staff.note_leave(member=thao, substitute=colleague, **days)

    assert make.read(sitting, colleague) is None


def test_a_broken_glass_opens_no_note(sitting, file):
    rescuer = agencies.member(agencies.agency("osso"), role="specialist")
    said = {"reason": "danger", "words": "…", "by": rescuer, "now": clock.now()}
    cases.open_in_emergency(code=file.code, **said)

    with acting(rescuer):
        assert queries.tallies_of(file, rescuer) == []
    assert make.read(sitting, rescuer) is None
    assert rows(rescuer, Sitting) == []


def test_when_the_door_closes_nobody_reads_and_nothing_is_lost(sitting, file, thao):
    make.shut(file)
    assert make.read(sitting, thao) is None

    make.opened(file, thao.agency)
    assert make.read(sitting, thao) == make.SECRET


def test_a_counsellor_who_opens_no_files_any_more_reads_nothing(sitting, thao):
    agencies.now_as(thao, "admin")

    assert rows(thao, Sitting) == rows(thao, CounsellorSecret) == []
