"""The desk: who reads, what links tips, what goes to the police, and where no word is found."""

from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.db.utils import ProgrammingError

from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused
from ketnoi.foundation.actor import Guest, Visitor
from ketnoi.foundation.guard.context import acting
from ketnoi.vigilance import actions, queries
from ketnoi.vigilance.models import HandOver, Message, Sighting, Tip, Triage
from ketnoi.vigilance.terms import Sureness
from ketnoi.vigilance.tests import make

pytestmark = pytest.mark.django_db
SEALED = (Tip, Message, Triage, Sighting, HandOver)


@pytest.fixture
def us():
    return make.team()


@pytest.fixture
def desk(us):
    return make.desk(us.mai)


@pytest.fixture
def tip(us, desk):
    made = make.tip(desk, us.vy)
    make.sighted(made, us.vy)
    make.judged(made, us.vy)
    make.answered(made, us.vy)
    make.handed(made, us.minh.agency, us.vy)
    return made


def reached(by):
    with acting(by), connection.cursor() as cursor:
        counts = []
        for model in SEALED:
            cursor.execute(f"SELECT count(*) FROM {model._meta.db_table}")  # noqa: S608
            counts.append(cursor.fetchone()[0])
    return dict(zip((model.__name__ for model in SEALED), counts, strict=True))


def test_only_those_who_verify_and_lead_at_the_desk_reach_a_tip(us, tip):
    nothing = dict.fromkeys((model.__name__ for model in SEALED), 0)

    assert set(reached(us.vy).values()) == {1}
    assert reached(us.mai) == reached(us.vy)
    assert [reached(other) for other in (us.lan, us.son, Visitor())] == [nothing] * 3
    assert reached(us.minh) == nothing | {"HandOver": 1}


def test_whoever_holds_a_receipt_reaches_her_box_and_nothing_that_was_made_of_it(us, desk, tip):
    receipt = make.told(desk)
    holder = queries.holder_of(receipt)

    nothing = dict.fromkeys((model.__name__ for model in SEALED), 0)
    assert reached(holder) == nothing | {"Tip": 1}
    assert reached(Guest(key=str(tip.mailbox))) == nothing | {"Tip": 1, "Message": 1}


@pytest.mark.parametrize("change", ["UPDATE {} SET agency_id = agency_id", "DELETE FROM {}"])
@pytest.mark.parametrize("model", [Tip, Triage])
def test_the_database_lets_nobody_change_what_was_told_or_judged(us, tip, change, model):
    with pytest.raises(ProgrammingError), transaction.atomic(), acting(us.mai):
        connection.cursor().execute(change.format(model._meta.db_table))


def test_no_word_of_whoever_told_lies_anywhere_in_clear(us, desk):
    canary = "kenhvangtrenbendo"
    receipt = make.told(desk, what=canary, place=canary, who=canary)
    tip = make.known(receipt, us.vy)
    make.sighted(tip, us.vy, "person", canary)
    make.judged(tip, us.vy, why=canary)
    make.answered(tip, us.vy, canary)
    actions.hand_over(tip=tip, to=us.minh.agency, words=canary, by=us.vy, now=clock.now())

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT schemaname, tablename FROM pg_tables WHERE schemaname IN ('public','kn')"
        )
        tables = cursor.fetchall()
    found = [
        table for schema, table in tables if lies_in(us.vy, f"{schema}.{table}", canary, receipt)
    ]
    assert found == []
    assert tip.what.open() == canary


def lies_in(by, table, *words):
    try:
        with transaction.atomic(), acting(by), connection.cursor() as cursor:
            cursor.execute(f"SELECT t::text FROM {table} t")  # noqa: S608
            rows = [row for (row,) in cursor.fetchall()]
    except ProgrammingError:
        return False
    forms = [form for word in words for form in (word, word.encode().hex())]
    return any(form in row for row in rows for form in forms)


def test_mutant_a_word_in_clear_would_be_found(us, desk):
    assert lies_in(us.vy, "public.agencies_member", us.vy.name)


def test_two_tips_that_name_the_same_are_linked_with_how_sure(us, desk, tip):
    other, third = make.tip(desk, us.vy), make.tip(desk, us.vy)
    make.sighted(other, us.vy, value="+84909000777")
    make.sighted(third, us.vy, "plate", "0909000777")

    with acting(us.vy):
        links = queries.links_of(queries.tip(us.vy, tip.pk), us.vy)
    assert [(link.tip.pk, link.sure) for link in links] == [(other.pk, Sureness.NEARLY)]


def test_the_queue_says_what_is_to_be_done_by_when(us, desk, tip):
    fresh = make.tip(desk, us.vy)
    with acting(us.vy):
        first, last = queries.tips_of(us.vy)

    assert (first.tip.pk, first.what_next) == (fresh.pk, queries_to_read())
    assert first.due_at == fresh.came_at + timedelta(hours=24)
    assert (last.tip.pk, last.believed) == (tip.pk, "Có thể đúng")


def queries_to_read():
    from ketnoi.vigilance.queries.desks import TO_READ

    return TO_READ


def test_a_tip_is_the_same_as_another_and_not_as_itself(us, desk, tip):
    with pytest.raises(Refused):
        make.judged(tip, us.vy, standing="same", same_as=tip)
    make.judged(tip, us.vy, standing="same", same_as=make.tip(desk, us.vy))


def test_the_police_say_that_they_have_it_and_what_came_of_it(us, tip):
    with acting(us.minh):
        [handed] = queries.handed_to(us.minh)
    actions.receive_hand_over(handed=handed, by=us.minh, now=clock.now())
    said = {"outcome": "taken_up", "answer": "Đã lập chuyên án", "by": us.minh}
    actions.answer_hand_over(handed=handed, now=clock.now(), **said)

    with acting(us.vy):
        known = queries.handed(us.vy, handed.pk)
    assert (known.received_by, known.outcome) == (us.minh, "taken_up")
    assert known.answer.open() == "Đã lập chuyên án"
    with pytest.raises(Refused):
        actions.answer_hand_over(handed=handed, now=clock.now(), **said)


@pytest.mark.parametrize("who", ["lan", "son", "minh"])
def test_nobody_else_does_anything_with_a_tip(us, tip, who):
    other = getattr(us, who)
    for step in (make.judged, make.answered, make.sighted):
        with pytest.raises(Refused):
            step(tip, other)
    with pytest.raises(Refused):
        make.handed(tip, us.minh.agency, other)


def test_a_tip_goes_to_the_police_only_and_once(us, desk, tip):
    for to in (us.lan.agency, us.minh.agency):
        with pytest.raises(Refused):
            make.handed(tip, to, us.vy)


def test_an_officer_types_for_somebody_else_and_reads_nothing_afterwards(client, us, desk):
    client.force_login(us.lan.user)
    page = client.get("/cb/tin-bao/ghi/")
    press = page.context["form"]["press"].value()
    said = {"channel": "sms", "what": make.WHAT, "place": "", "who": "", "press": press}
    answers = [client.post("/cb/tin-bao/ghi/", said) for _ in range(2)]

    receipts = {answer.context["receipt"] for answer in answers}
    assert len(receipts) == 1
    tip = make.known(receipts.pop().replace(" ", ""), us.vy)
    assert (tip.channel, tip.typed_by_id) == ("sms", us.lan.pk)
    assert client.get(f"/cb/tin-bao/{tip.pk}/").status_code == 404
    assert set(reached(us.lan).values()) == {0}


def test_the_pages_of_the_desk_open_for_it(client, us, tip):
    client.force_login(us.vy.user)
    pages = ["", f"{tip.pk}/", f"{tip.pk}/tra-loi/", f"{tip.pk}/dau-hieu/", f"{tip.pk}/chuyen/"]
    whole = [client.get(f"/cb/tin-bao/{page}") for page in pages]
    client.force_login(us.minh.user)
    handed = client.get("/cb/tin-bao/").context["handed"][0]
    whole.append(client.get(f"/cb/tin-bao/chuyen/{handed.pk}/"))

    assert [page.status_code for page in whole] == [200] * 6
    assert make.WHAT in whole[1].content.decode()


def test_a_desk_is_kept_by_the_lead_of_some_agencies(us, desk):
    with pytest.raises(Refused):
        make.desk(us.mai)
    with pytest.raises(Refused):
        make.desk(us.minh)
    actions.close_desk(by=us.mai, now=clock.now())

    assert queries.desk() is None
