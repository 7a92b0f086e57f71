"""The pages of savings groups."""

import re

import pytest

from ketnoi.agencies.tests import make as agencies
from ketnoi.lending.tests import make
from ketnoi.lending.tests import make_groups as groups
from ketnoi.lending.tests.test_pages import day, text_of, typed_on

pytestmark = pytest.mark.django_db


@pytest.fixture
def kim():
    return make.officer(name="Kim")


@pytest.fixture
def hers(client, kim):
    return agencies.signed_in(client, kim)


def test_a_group_begins_meets_lends_and_shares_out(hers, kim):
    there = hers.post(
        "/cb/to-tiet-kiem/", {"name": "Tổ bản Lũng", "share": "10.000", **day("opened_on")}
    )["Location"]
    for name in ("Hoa", "Lý"):
        assert hers.post(there, {"name": name}).status_code == 302
    meets = f"{there}hop/"
    typed = typed_on(hers, meets, shares_1="2", shares_2="1", **day("on"))
    for _twice in range(2):
        assert hers.post(meets, typed).status_code == 302
    text = text_of(hers, there)
    assert "30.000 đồng" in text
    [hoa, _ly] = re.findall(r'href="([^"]+/thanh-vien/[^"]+)"', text)

    lends = typed_on(hers, hoa, kind="borrowed", amount="15.000", **day("on"))
    assert hers.post(hoa, lends).status_code == 302
    assert "Còn 15.000 đồng đang cho vay" in text_of(hers, f"{there}chia/")
    for kind, amount in (("returned", "15.000"), ("cost", "300")):
        typed = typed_on(hers, hoa, kind=kind, amount=amount, **day("on"))
        assert hers.post(hoa, typed).status_code == 302
    text = text_of(hers, f"{there}chia/")
    assert "20.200 đồng" in text
    assert "10.100 đồng" in text
    assert hers.post(f"{there}chia/", typed_on(hers, f"{there}chia/")).status_code == 302
    assert hers.post(f"{hoa}roi/").status_code == 302
    assert "Hoa" not in text_of(hers, there)


def test_too_many_shares_are_said_and_nothing_typed_is_lost(hers, kim):
    group, _savers = groups.with_savers(kim)
    there = f"/cb/to-tiet-kiem/{group.pk}/hop/"

    page = hers.post(there, typed_on(hers, there, shares_1="9", shares_2="3", **day("on")))

    assert page.status_code == 422
    text = page.content.decode()
    assert "từ 1 đến 5 phần" in text
    assert 'value="3"' in text


def test_a_mistake_in_the_book_is_corrected(hers, kim):
    group, (hoa, *_rest) = groups.with_savers(kim)
    groups.wrote(hoa, "saved", 700, by=kim)
    text = text_of(hers, f"/cb/to-tiet-kiem/{group.pk}/")
    [there] = re.findall(r'href="([^"]+/but-toan/[^"]+)"', text)

    assert hers.post(there, typed_on(hers, there)).status_code == 302

    assert groups.sums(kim, group) == (0, 0, 0, 0)
    text = text_of(hers, f"/cb/to-tiet-kiem/{group.pk}/")
    assert "Bút toán đảo (1)" in text
    assert "/but-toan/" not in text


def test_another_agency_finds_no_group(client, kim):
    group, (hoa, *_rest) = groups.with_savers(kim)
    entry = groups.wrote(hoa, "saved", 700, by=kim)
    agencies.signed_in(client, make.officer("shelter"))

    assert client.get("/cb/to-tiet-kiem/").status_code == 200
    for part in ("", "hop/", "chia/", f"thanh-vien/{hoa.pk}/", f"but-toan/{entry.pk}/"):
        assert client.get(f"/cb/to-tiet-kiem/{group.pk}/{part}").status_code == 404
