"""The two sites: what the public one never does, and how the staff one opens."""

import pytest

PUBLIC = ("/", "/en/", "/km/", "/thoat/", "/khong-co/", "/robots.txt")

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", PUBLIC)
def test_a_public_page_leaves_nothing_behind(client, path):
    response = client.get(path)

    assert not response.cookies
    assert "Vary" not in response.headers
    assert "no-store" in response.headers["Cache-Control"]
