"""A drive from its first need to the day on which nobody knows any more who gave."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from ketnoi.agencies.tests import make as agencies
from ketnoi.drives import actions, queries
from ketnoi.drives.actions import Refused
from ketnoi.drives.models import Drive, Need, Pledge
from ketnoi.drives.tests import make
from ketnoi.foundation import clock
from ketnoi.foundation.action import writing
from ketnoi.foundation.actor import NETWORK, Visitor
from ketnoi.foundation.guard.context import acting

pytestmark = pytest.mark.django_db


@pytest.fixture
def us():
    return make.team()


@pytest.fixture
def drive(us):
    return make.drive(us.lan)


def lines():
    with acting(Visitor()):
        return [(line.need.kind, line.place) for line in queries.lines(today=clock.today())]


def test_the_public_sees_a_need_after_a_lead_who_did_not_write_it_has_looked(us, drive):
    need = make.need(drive, us.mai)
    other = agencies.member(us.lan.agency, role="lead")
    for by in (us.lan, us.mai):
        with pytest.raises(Refused):
            actions.verify_need(need=need, by=by, now=clock.now())
    before = lines()

    actions.verify_need(need=need, by=other, now=clock.now())

    assert before == []
    assert lines() == [("sewing_machine", "Xã Mỹ Tú, TP Cần Thơ")]


def test_where_few_need_it_the_public_is_told_the_province_only(us, drive):
    make.public(drive, us.lan, us.mai, 4)
    make.public(drive, us.lan, us.mai, 5, kind="rice")
    make.public(drive, us.lan, us.mai, 40, kind="phone", commune=None)

    assert set(lines()) == {
        ("sewing_machine", "Thành phố Cần Thơ"),
        ("rice", "Xã Mỹ Tú, TP Cần Thơ"),
        ("phone", "Thành phố Cần Thơ"),
    }


def test_what_is_promised_or_over_is_not_asked_for_any_more(us, drive):
    need = make.public(drive, us.lan, us.mai, 6)
    make.agreed(make.pledged(need, us.lan, 6), us.lan, 6)
    last = make.public(drive, us.lan, us.mai, 6, kind="rice", until=clock.today())

    with acting(Visitor()):
        tomorrow = queries.lines(today=make.in_days(1))

    assert lines() == [("rice", last.place)]
    assert tomorrow == []


def test_an_offer_of_the_public_counts_after_a_call_and_is_read_by_the_agency_alone(us, drive):
    need = make.public(drive, us.lan, us.mai, 12)
    key = uuid4()
    make.offered(need, 3, key=key)
    make.offered(need, 3, key=key)
    [offer] = make.offers(need, us.lan)
    stands = make.known(need, us.lan).missing

    pledge = make.agreed(make.opened(offer, us.lan), us.lan, 2)

    other = agencies.member(agencies.agency("osso"))
    assert (stands, make.known(need, us.lan).missing) == (12, 10)
    assert (pledge.name.open(), pledge.phone.open()) == (make.NAME, make.PHONE)
    assert make.offers(need, other) == []
    assert make.offers(need, Visitor()) == []


def test_what_was_sealed_is_not_in_the_database(us, drive):
    need = make.public(drive, us.lan, us.mai)
    make.offered(need)

    with acting(us.lan), connection.cursor() as cursor:
        cursor.execute("SELECT name, phone FROM drives_pledge")
        [row] = cursor.fetchall()

    assert make.NAME.encode() not in bytes(row[0])
    assert b"912345678" not in bytes(row[1])


def test_too_many_offers_within_an_hour_are_refused_in_a_plain_sentence(us, drive):
    need = make.public(drive, us.lan, us.mai, 50)
    for _ in range(20):
        make.offered(need, 1)

    with pytest.raises(Refused, match="nhiều người cùng gửi"):
        make.offered(need, 1)

    assert len(make.offers(need, us.lan)) == 20


def test_half_of_a_pledge_comes_and_the_rest_is_withdrawn(us, drive):
    need = make.public(drive, us.lan, us.mai, 12)
    pledge = make.agreed(make.pledged(need, us.lan, 5), us.lan, 5)
    make.came(need, us.lan, 2, pledge)

    about = {"pledge": pledge, "ending": "withdrawn", "key": uuid4()}
    actions.end_pledge(**about, by=us.lan, now=clock.now())

    ended, now = make.opened(pledge, us.lan), make.known(need, us.lan)
    assert (ended.state, ended.agreed, ended.stock, ended.promised) == ("ended", 5, 2, 0)
    assert (now.missing, now.promised, now.stock) == (10, 0, 2)
    assert (ended.name.open(), ended.phone.open()) == ("", "")


def test_one_giver_does_not_bring_what_another_promised(us, drive):
    need = make.public(drive, us.lan, us.mai, 12)
    shop, club = (make.agreed(make.pledged(need, us.lan, 3), us.lan, 3) for _ in range(2))

    with pytest.raises(Refused, match="chỉ còn chờ 3"):
        make.came(need, us.lan, 4, shop)

    make.came(need, us.lan, 3, club)
    assert make.opened(shop, us.lan).promised == 3


def test_goods_go_to_one_place(us, drive):
    need = make.public(drive, us.lan, us.mai, 12)
    make.came(need, us.lan, 4)
    for where in ({"went_to": None}, {"programme": "Tổ may"}):
        with pytest.raises(Refused, match="một trong hai"):
            make.went(need, us.lan, 2, **where)

    entry = make.went(need, us.lan, 2, went_to=None, programme="Tổ may")

    assert entry.programme == "Tổ may"
    assert make.known(need, us.lan).given == 2


def test_a_sentence_is_read_by_the_public_after_a_second_person_has_looked(us, drive):
    make.public(drive, us.lan, us.mai)
    few, many = (
        make.told(drive, us.lan, 3, "Ba chị có máy may."),
        make.told(drive, us.lan, 9, "Mở tổ."),
    )
    dropped = make.told(drive, us.mai, 9, "Chị Út ở ấp Hai.")
    with pytest.raises(Refused):
        actions.check_evidence(evidence=few, by=us.lan, now=clock.now())
    for one in (few, many):
        actions.check_evidence(evidence=one, by=us.mai, now=clock.now())
    actions.drop_evidence(evidence=dropped, by=us.lan, now=clock.now())

    with acting(Visitor()):
        told = {one.sentence: one.reached for one in queries.told()}

    assert told == {"Ba chị có máy may.": None, "Mở tổ.": 9}


def over(us, drive):
    with acting(us.lan):
        for need in queries.needs_of(drive, us.lan):
            if need.ended_at is None:
                actions.end_need(need=need, key=uuid4(), by=us.lan, now=clock.now())
    return actions.end_drive(drive=drive, by=us.mai, now=clock.now())


def test_a_drive_ends_when_nothing_is_needed_and_then_forgets_who_gave(us, drive):
    need = make.public(drive, us.lan, us.mai)
    pledge = make.agreed(make.pledged(need, us.lan, 3), us.lan, 3)
    make.came(need, us.lan, 3, pledge)
    with pytest.raises(Refused, match="Thôi cần"):
        actions.end_drive(drive=drive, by=us.mai, now=clock.now())
    over(us, drive)
    with pytest.raises(Refused):
        actions.forget_givers(drive=drive, by=us.lan, now=clock.now())

    actions.forget_givers(drive=drive, by=us.mai, now=clock.now())

    known = make.opened(pledge, us.lan)
    assert (known.name.open(), known.phone.open(), known.stock) == ("", "", 3)
    assert lines() == []


def test_the_system_forgets_by_itself_after_half_a_year(us, drive):
    need = make.public(drive, us.lan, us.mai)
    pledge = make.agreed(make.pledged(need, us.lan, 3), us.lan, 3)
    make.came(need, us.lan, 3, pledge)
    over(us, drive)

    soon = actions.go_round(by=NETWORK, now=clock.now() + timedelta(days=179))
    due = actions.go_round(by=NETWORK, now=clock.now() + timedelta(days=181))

    assert (soon, due) == (0, 1)
    assert make.opened(pledge, us.lan).name.open() == ""


HARMS = [
    "UPDATE drives_need SET missing = missing + 1",
    "UPDATE drives_need SET outside = outside - 1, missing = missing + 1",
    "UPDATE drives_pledge SET promised = promised + 1",
    "UPDATE drives_goodsentry SET amount = amount + 1",
    "DELETE FROM drives_goodsentry",
    "DELETE FROM drives_need",
    "UPDATE drives_need SET made_by_id = verified_by_id",
]


@pytest.mark.parametrize("harm", HARMS)
def test_raw_sql_cannot_make_the_book_wrong(us, drive, harm):
    need = make.public(drive, us.lan, us.mai)
    make.agreed(make.pledged(need, us.lan, 3), us.lan, 3)
    refused = pytest.raises(DatabaseError)

    with writing(), acting(us.lan), refused, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(harm)


def test_a_visitor_reads_only_what_is_public_and_adds_only_an_offer(us, drive):
    hidden = make.need(drive, us.lan)
    need = make.public(drive, us.lan, us.mai)
    with acting(us.lan):
        full = Pledge(agency=us.lan.agency, need=need, giver="person", offered=1, key=uuid4())
        full.offered_at, full.state, full.agreed = clock.now(), "confirmed", 1

    with writing(), acting(Visitor()):
        seen = set(Need.objects.values_list("pk", flat=True))
        changed = Need.objects.update(is_public=False) + Drive.objects.update(is_public=False)
        with pytest.raises(DatabaseError), transaction.atomic():
            full.save(force_insert=True)

    assert (seen, changed) == ({need.pk}, 0)
    assert hidden.pk != need.pk


def test_whoever_counts_makes_others_wait(us, drive):
    need = make.public(drive, us.lan, us.mai)
    pledge = make.agreed(make.pledged(need, us.lan, 3), us.lan, 3)
    for do in (
        lambda: make.came(need, us.lan, 1, pledge),
        lambda: make.came(need, us.lan, 1),
        lambda: make.went(need, us.lan, 1),
    ):
        with CaptureQueriesContext(connection) as asked:
            do()
        said = [query["sql"] for query in asked]
        locks = [at for at, sql in enumerate(said) if "FOR UPDATE" in sql and "drives_need" in sql]
        moves = [at for at, sql in enumerate(said) if 'INSERT INTO "drives_goodsentry"' in sql]
        assert locks[0] < moves[0]
