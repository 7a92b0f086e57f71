"""The legal library as staff read it."""

import pytest

from ketnoi.agencies.tests import make as agencies
from ketnoi.law import queries
from ketnoi.law.tests import make

pytestmark = pytest.mark.django_db
PAGE = "/cb/phap-luat/"


@pytest.fixture
def signed_in(client):
    queries.forget()
    make.library()
    member = agencies.member()
    client.force_login(member.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def test_each_fact_says_its_article_its_days_and_how_far_it_was_checked(signed_in):
    page = signed_in.get(PAGE, {"q": "xac minh thong tin"}).content.decode()

    assert "Điều 27 (sửa bởi Luật 86/2025/QH15)" in page
    assert "có hiệu lực từ 01/07/2025" in page
    assert "nguồn thứ cấp" in page


def test_rules_of_the_network_are_called_so(signed_in):
    page = signed_in.get(PAGE, {"q": "chuyen gui khan"}).content.decode()

    assert "quy ước của mạng lưới" in page
    assert "áp dụng từ" in page


def test_article_37_is_one_table(signed_in):
    page = signed_in.get(PAGE).content.decode()

    assert page.count("Điều 37: ai được hỗ trợ gì") == 1
    assert "Nhu cầu thiết yếu: nạn nhân là" not in page


def test_nothing_found_is_said(signed_in):
    page = signed_in.get(PAGE, {"q": "kỳ lân biển"}).content.decode()

    assert "Chưa tìm thấy điều nào" in page


def test_a_strange_kind_is_said_and_not_searched(signed_in):
    response = signed_in.get(PAGE, {"kind": "x"})

    assert response.status_code == 422


def test_the_library_is_for_members(client):
    assert client.get(PAGE).status_code == 302
    assert client.post(PAGE).status_code in {302, 403, 405}
