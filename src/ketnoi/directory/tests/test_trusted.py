"""Trusted addresses by commune: told coarsely, from a commune that was named and nothing else."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketnoi.directory import queries, rules
from ketnoi.directory.models import TrustedAddress
from ketnoi.directory.tests import make
from ketnoi.foundation.action import writing
from ketnoi.places import queries as places

PAGE = "/dia-chi-tin-cay/"


@given(st.floats(0, 3_000))
def test_a_distance_is_told_in_steps_and_never_too_small(km):
    told = rules.within(km)

    assert told in {*rules.STEPS_KM, None}
    assert told is None or km <= told


@pytest.fixture
def _addresses():
    make.network()
    mine = places.commune(make.MY_TU)
    same = [c for c in places.communes_of(mine.province) if c.pk != mine.pk]
    same.sort(key=lambda c: places.kilometres(c, mine))
    others = {
        "near": same[0],
        "far": same[-1],
        "away": places.communes_like("Hoàn Kiếm")[0].commune,
    }
    with writing():
        for key, commune in others.items():
            about = {"label": f"Địa chỉ {key}", "how_to_reach": "Hỏi xã.", "source": "thử"}
            TrustedAddress.objects.create(key=key, commune=commune, **about)


@pytest.mark.django_db
@pytest.mark.usefixtures("_addresses")
def test_the_nearest_come_first_in_coarse_words():
    found = queries.trusted_near(places.commune(make.MY_TU))

    assert [one.address.key for one in found] == ["my-tu", "near", "far", "away"]
    assert found[0].where == "cùng xã, phường"
    assert re.fullmatch(r"trong khoảng (10|20|50) km", found[1].where)
    assert found[3].where == "tỉnh, thành phố khác"
    assert {one.where for one in queries.trusted_near(None)} == {""}


@pytest.mark.django_db
@pytest.mark.usefixtures("_addresses")
def test_she_names_a_commune_and_nothing_of_it_stays(client):
    page = client.post(PAGE, {"commune": "huyện Mỹ Tú"})
    told = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.content.decode()))

    assert page.status_code == 200
    assert not page.cookies
    assert told.index("cùng xã, phường") < told.index("trong khoảng")
    assert "chưa kiểm tra" in told
    assert "geolocation" not in page.content.decode()
    assert 'href="tel:111"' in page.content.decode()


@pytest.mark.django_db
def test_a_commune_that_is_not_known_is_asked_again_in_a_sentence(client):
    strange, empty = client.post(PAGE, {"commune": "xã Không Có"}), client.post(PAGE, {})

    assert (strange.status_code, empty.status_code) == (422, 422)
    assert "Chưa tìm thấy xã này." in strange.content.decode()
    assert "xã Không Có" in strange.content.decode()
