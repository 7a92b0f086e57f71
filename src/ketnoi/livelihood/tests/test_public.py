"""Work on offer as anybody reads it: nothing in it tells who takes part, or where few would be."""

import re
from datetime import timedelta

import pytest

from ketnoi.directory.tests import make as network
from ketnoi.foundation import clock
from ketnoi.foundation.action import writing
from ketnoi.livelihood import actions, queries
from ketnoi.livelihood.models import Opportunity
from ketnoi.livelihood.tests import make
from ketnoi.places import queries as places

pytestmark = pytest.mark.django_db
PAGE = "/viec-lam/"


@pytest.fixture
def dung():
    return make.job_centre()


@pytest.fixture
def my_tu():
    return places.commune(network.MY_TU)


def words(response):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def test_the_public_reads_what_the_work_is_and_not_whose(client, dung, my_tu):
    about = {"wage": 6_500_000, "has_childcare": True, "requirements": "Hỏi chị Tư"}
    about |= {"phone": "+84909000123"}
    make.opportunity(dung, places=6, commune=my_tu, partner="Xưởng may Kín", **about)
    told = words(client.get(PAGE))

    assert "May gia công" in told
    assert my_tu.label in told
    assert "6.500.000" in told
    assert "Có chỗ gửi trẻ" in told
    assert f"đến xem ngày {clock.today():%d/%m/%Y}" in told
    assert [w for w in ("Xưởng may Kín", "0909", "Hỏi chị Tư", "Dung") if w in told] == []


def test_a_title_that_names_the_employer_is_not_shown(client, dung):
    make.opportunity(dung, title="May cho Xưởng Kín", partner="Xưởng Kín")

    assert "Xưởng Kín" not in words(client.get(PAGE))


def test_nothing_moves_when_somebody_takes_a_place(client, dung, my_tu):
    offer = make.opportunity(dung, places=6, commune=my_tu)
    before = client.get(PAGE).content
    with writing():
        Opportunity.objects.filter(pk=offer.pk).update(taken=6, introduced=9)

    assert client.get(PAGE).content == before


def test_where_few_places_are_only_the_province_is_named_and_no_distance(client, dung, my_tu):
    make.opportunity(dung, places=4, commune=my_tu)
    few = words(client.post(PAGE, {"commune": "Mỹ Tú"}))
    make.opportunity(dung, places=1, commune=my_tu, title="Phụ bếp")
    enough = words(client.post(PAGE, {"commune": "Mỹ Tú"}))

    assert "cùng xã, phường" not in few
    assert few.count("Mỹ Tú") == enough.count("Mỹ Tú") - 2
    assert enough.count("cùng xã, phường") == 2


def test_what_nobody_went_to_see_or_is_over_is_not_told(client, dung):
    with writing():
        make.opportunity(dung, title="Chưa xem")
        Opportunity.objects.update(verified_on=None, verified_by=None)
    make.opportunity(dung, title="Đã hết hạn", until=clock.today() - timedelta(days=1))
    gone = make.opportunity(dung, title="Đã rút")
    actions.withdraw_opportunity(opportunity=gone, by=dung, now=clock.now())

    assert queries.public_offers(today=clock.today()) == []


def test_a_commune_nobody_knows_is_asked_again_and_nothing_stays(client):
    answer = client.post(PAGE, {"commune": "xã Không Có"})

    assert answer.status_code == 422
    assert not answer.cookies
    assert "Chưa tìm thấy xã này." in answer.content.decode()
    assert 'href="/duong-day-nong/"' in answer.content.decode()
