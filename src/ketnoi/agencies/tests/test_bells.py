"""A member chooses how she is told; a number is confirmed first; what is over is forgotten."""

from datetime import timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.db import DatabaseError, ProgrammingError, connection, transaction
from procrastinate.contrib.django.models import ProcrastinateJob as Job

from ketnoi.agencies import actions, jobs, queries
from ketnoi.agencies.models import Bell
from ketnoi.agencies.tests import make
from ketnoi.foundation import clock, notices
from ketnoi.foundation.action import Refused, writing
from ketnoi.foundation.actor import NETWORK
from ketnoi.foundation.guard.context import acting

pytestmark = pytest.mark.django_db
NUMBER, OTHER = "+84912345678", "+84987654321"
ENDPOINT = "https://push.vidu.vn/may-cua-lan"
WRONG = "000000x"


@pytest.fixture
def lan():
    return make.reached_at(make.member(name="Lan"), "lan@vidu.vn")


def given(lan, number=NUMBER, kind="sms"):
    return actions.give_number(kind=kind, number=number, by=lan, now=clock.now())


def code_for(bell):
    return actions.issue_code(bell=bell, by=NETWORK, now=clock.now())


def confirm(bell, code, lan, now=None):
    return actions.confirm_number(bell=bell, code=code, by=lan, now=now or clock.now())


def rings_for(member):
    with acting(member):
        return [(bell.kind, bell.address) for bell in queries.bells_of(member)]


def as_it_is(bell):
    with acting(NETWORK):
        return Bell.objects.get(pk=bell.pk)


def test_a_number_tells_her_only_after_its_code(lan):
    bell = given(lan)
    code = code_for(bell)
    with acting(NETWORK):
        assert queries.bells_to_ring(lan.pk) == []
    assert rings_for(lan) == []

    assert confirm(bell, code, lan)

    assert rings_for(lan) == [("sms", NUMBER)]


def test_the_job_of_a_code_names_an_id_only_and_the_code_is_kept_nowhere(lan, monkeypatch):
    said = []
    monkeypatch.setattr(
        notices, "tell_code", lambda to, code, *, channel: said.append((to, code, channel))
    )
    bell = given(lan)
    [job] = Job.objects.filter(task_name__endswith="send_code")
    assert job.args == {"bell_id": str(bell.pk)}

    jobs.send_code(**job.args)

    [(to, code, channel)] = said
    assert (to, channel) == (NUMBER, "sms")
    kept = as_it_is(bell)
    assert code not in str(vars(kept))
    assert confirm(bell, code, lan)
    jobs.send_code(**job.args)
    assert len(said) == 1


def test_a_wrong_code_is_counted_and_too_many_forget_the_number(lan):
    bell = given(lan)
    code = code_for(bell)
    for tried in range(1, 6):
        assert not confirm(bell, WRONG, lan)
        assert as_it_is(bell).wrong_codes == tried

    assert bytes(as_it_is(bell).wrapped) == b""
    with pytest.raises(Refused):
        confirm(bell, code, lan)
    assert rings_for(lan) == []


def test_a_code_is_right_for_ten_minutes_and_once(lan):
    bell = given(lan)
    code = code_for(bell)
    with pytest.raises(Refused):
        confirm(bell, code, lan, now=clock.now() + timedelta(minutes=10, seconds=1))
    assert confirm(bell, code, lan)
    with pytest.raises(Refused):
        confirm(bell, code, lan)


def test_a_code_that_was_not_sent_yet_is_waited_for(lan):
    with pytest.raises(Refused):
        confirm(given(lan), "", lan)


def test_a_new_number_takes_the_place_of_the_old_one_once_it_is_confirmed(lan):
    make.number_of(lan, number=NUMBER)
    bell = given(lan, OTHER)
    assert rings_for(lan) == [("sms", NUMBER)]
    confirm(bell, code_for(bell), lan)

    assert rings_for(lan) == [("sms", OTHER)]


def test_numbers_of_strangers_are_not_rung_by_trying(lan):
    for _again in range(5):
        given(lan)

    with pytest.raises(Refused):
        given(lan)
    with acting(lan):
        assert queries.unconfirmed_of(lan).count() == 1


def test_a_letter_stays_possible_whatever_else_rings(lan):
    nobody = make.member(name="Mai")
    with pytest.raises(Refused):
        actions.add_device(endpoint=ENDPOINT, by=nobody, now=clock.now())
    with pytest.raises(Refused):
        actions.choose_mail(wanted=False, by=lan)
    make.told_on(lan)
    actions.choose_mail(wanted=False, by=lan)

    with pytest.raises(Refused):
        actions.note_mail_address(address="", by=lan)


def test_an_address_that_another_agency_of_hers_needs_stays_too(lan):
    make.told_on(lan)
    there = make.also_at(make.agency(), lan)

    with pytest.raises(Refused):
        actions.note_mail_address(address="", by=there)


def test_a_device_is_added_once_and_stopped_by_its_own_address(lan):
    first = actions.add_device(endpoint=ENDPOINT, by=lan, now=clock.now())
    assert actions.add_device(endpoint=ENDPOINT, by=lan, now=clock.now()).pk == first.pk
    assert rings_for(lan) == [("push", ENDPOINT)]

    for _again in range(2):
        actions.stop_device(endpoint=ENDPOINT, by=lan, now=clock.now())

    assert rings_for(lan) == []
    assert bytes(as_it_is(first).wrapped) == b""


def test_devices_are_few_and_lie_outside_our_network(lan, settings):
    for number in range(5):
        actions.add_device(endpoint=f"{ENDPOINT}{number}", by=lan, now=clock.now())
    with pytest.raises(Refused):
        actions.add_device(endpoint=ENDPOINT, by=lan, now=clock.now())
    settings.LOCAL = False
    for address in ("https://127.0.0.1/", "http://push.vidu.vn/", "https://10.0.0.8/x", ""):
        with pytest.raises(Refused):
            actions.add_device(endpoint=address, by=make.member(), now=clock.now())


def test_what_is_not_set_up_is_not_offered_and_rings_no_more(lan, settings):
    make.number_of(lan)
    settings.NOTICE_CHANNELS = {"mail": "ketnoi.foundation.notices.Mail"}

    assert queries.kinds_of_bells() == []
    assert rings_for(lan) == []
    with acting(NETWORK):
        assert queries.bells_to_ring(lan.pk) == []
    with pytest.raises(Refused):
        given(lan)
    with pytest.raises(Refused):
        actions.add_device(endpoint=ENDPOINT, by=lan, now=clock.now())


@pytest.mark.parametrize("over", ["let_member_go", "reset_second_factor"])
def test_when_she_leaves_or_loses_her_phone_nothing_rings_and_all_is_forgotten(lan, over):
    bells = [make.told_on(lan), make.number_of(lan), given(lan, OTHER)]
    lead = make.member(lan.agency, "lead", "Sơn")

    getattr(actions, over)(member=lan, by=lead, now=clock.now())

    for bell in bells:
        kept = as_it_is(bell)
        assert (kept.ended_by_id, bytes(kept.wrapped)) == (lead.pk, b"")


def test_she_stops_a_number_herself(lan):
    bell = make.number_of(lan)
    actions.stop_bell(bell=bell, by=lan, now=clock.now())

    assert rings_for(lan) == []
    with pytest.raises(Refused):
        actions.stop_bell(bell=bell, by=lan, now=clock.now())


def test_nobody_else_sees_or_stops_how_she_is_told(lan):
    bell = make.told_on(lan)
    for role in ("caseworker", "lead", "admin", "coordinator"):
        other = make.member(lan.agency, role, "Sơn")
        with acting(other):
            assert not Bell.objects.exists()
            assert queries.bell(other, bell.pk) is None
        with pytest.raises((Refused, ObjectDoesNotExist)):
            actions.stop_bell(bell=bell, by=other, now=clock.now())
        for do in (actions.issue_code, actions.lose_device):
            with pytest.raises(Refused):
                do(bell=bell, by=other, now=clock.now())


def test_the_database_alone_lets_nobody_add_a_device_for_another(lan):
    other = make.member(lan.agency)
    with pytest.raises(ProgrammingError), writing(), acting(other):
        Bell(member=lan, kind="push", since=clock.now()).close(ENDPOINT).save(force_insert=True)


def test_the_database_keeps_no_address_of_what_is_over(lan):
    bell = make.told_on(lan)
    with pytest.raises(DatabaseError), writing(), acting(lan):
        Bell.objects.filter(pk=bell.pk).update(ended_at=clock.now())


def test_neither_number_nor_address_stands_in_the_database_in_clear(lan):
    make.told_on(lan, ENDPOINT)
    make.number_of(lan)
    with transaction.atomic(), acting(NETWORK), connection.cursor() as cursor:
        cursor.execute("SELECT b::text FROM agencies_bell b")
        kept = " ".join(row for (row,) in cursor.fetchall())
        cursor.execute("SELECT coalesce(string_agg(args::text, ' '), '') FROM procrastinate_jobs")
        asked = cursor.fetchone()[0]

    for secret in (ENDPOINT, NUMBER, "912345678", ENDPOINT.encode().hex(), NUMBER.encode().hex()):
        assert secret not in kept + asked
