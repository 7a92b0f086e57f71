"""Belongings: received and given back with two words each, once, and accounted for at the end."""

import pytest
from django.db import DatabaseError, transaction

from ketnoi.agencies.tests import make as agencies
from ketnoi.dwelling import actions, queries
from ketnoi.dwelling.models import Belonging, HandBack
from ketnoi.dwelling.tests import make
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused, writing
from ketnoi.foundation.guard.context import acting
from ketnoi.protection.tests import make as shelters

pytestmark = pytest.mark.django_db


@pytest.fixture
def yen():
    return shelters.officer("shelter", name="Yến")


@pytest.fixture
def nga(yen):
    return agencies.member(yen.agency, role="lead", name="Nga")


@pytest.fixture
def stay(yen):
    return make.living(yen)


def kept(stay, by):
    return make.seen_by(by, lambda: [(t.kind, t.kept) for t in queries.kept_of(stay, by)])


def leaving(stay, by, **kept):
    now = clock.now()
    about = {"left_at": now, "left_reason": "her_wish", "left_to": "home", "by": by, "now": now}
    return actions.leave_house(stay=stay, kept=kept, **about)


def test_a_thing_is_given_back_once_with_the_word_of_both(stay, yen, nga):
    thing = make.received(stay, yen)
    back = make.given(thing, nga)

    assert (back.by, back.her_word, kept(stay, yen)) == (nga, "signed", [])
    for seen in (0, 1):
        with pytest.raises(Refused, match="Người khác vừa ghi"):
            make.given(thing, yen, seen=seen)


def test_money_is_given_back_in_parts_and_never_more_than_there_is(stay, yen):
    thing = make.received(stay, yen, "money", "Tiền trong ví", amount=500_000)
    make.given(thing, yen, 200_000)

    with pytest.raises(Refused, match="Người khác vừa ghi"):
        make.given(thing, yen, 200_000)
    with pytest.raises(Refused, match="nhiều hơn"):
        make.given(thing, yen, 300_001, seen=200_000)
    assert kept(stay, yen) == [("money", 300_000)]
    make.given(thing, yen, 300_000, seen=200_000)
    assert kept(stay, yen) == []


def test_the_database_refuses_that_more_is_given_than_was_received(stay, yen):
    thing = make.received(stay, yen)
    with pytest.raises(DatabaseError), transaction.atomic(), writing(), acting(yen):
        Belonging.objects.filter(pk=thing.pk).update(given=2)


@pytest.mark.parametrize(("kind", "amount"), [("money", None), ("phone", 5), ("money", 0)])
def test_money_has_an_amount_and_nothing_else_has(stay, yen, kind, amount):
    with pytest.raises(Refused, match="Tiền thì ghi số tiền"):
        make.received(stay, yen, kind, amount=amount)


def test_what_was_written_by_mistake_is_struck_unless_it_was_given(stay, yen):
    wrong, right = make.received(stay, yen), make.received(stay, yen, "phone", "Máy cũ")
    make.given(right, yen)

    actions.strike_belonging(belonging=wrong, by=yen, now=clock.now())

    assert kept(stay, yen) == []
    for thing in (wrong, right):
        with pytest.raises(Refused, match="không gạch được"):
            actions.strike_belonging(belonging=thing, by=yen, now=clock.now())


def test_she_does_not_leave_before_everything_is_accounted_for(stay, yen):
    papers, phone = make.received(stay, yen), make.received(stay, yen, "phone", "Máy cũ")

    with pytest.raises(Refused, match="còn giữ đồ"):
        leaving(stay, yen, **{str(papers.pk): "signed"})
    assert len(kept(stay, yen)) == 2
    leaving(stay, yen, **{str(papers.pk): "said", str(phone.pk): "collects"})

    with acting(yen):
        left = queries.stay_in_house(yen, stay.code)
        [behind] = queries.left_behind(yen)
        assert left.left_at and (behind.pk, behind.stays_why) == (phone.pk, "collects")
        assert HandBack.objects.get().her_word == "said"


def test_papers_do_not_stay_because_the_house_wants_so(stay, yen):
    papers = make.received(stay, yen)
    for why in ("missing", "debt"):
        with pytest.raises(Refused, match="Giấy tờ là của chị ấy"):
            actions.keep_on(belonging=papers, why=why, by=yen, now=clock.now())


def test_what_stayed_is_given_back_after_she_left_and_the_file_was_closed(stay, yen):
    phone = make.received(stay, yen, "phone", "Máy cũ")
    leaving(stay, yen, **{str(phone.pk): "collects"})
    with acting(yen):
        case = stay.case
    shelters.shut(case)

    make.given(make.seen_by(yen, lambda: queries.left_behind(yen))[0], yen)

    assert make.seen_by(yen, lambda: queries.left_behind(yen)) == []


def test_nobody_outside_the_house_reads_or_gives(stay, yen):
    thing = make.received(stay, yen)
    with acting(yen):
        holder = stay.case.keeper
    for other in (holder, shelters.officer("shelter"), agencies.member(role="coordinator")):
        with acting(other):
            assert not Belonging.objects.exists()
        with pytest.raises(Refused):
            make.given(thing, other)
