"""Every public page there is leaves nothing: found by following links, not by a list."""

import re

import pytest
from django.conf import settings

from tests.languages.test_public_pages import pages

pytestmark = pytest.mark.django_db

SCRIPT = re.compile(r"<script[^>]*>(.*?)</script>", re.DOTALL)
ELSEWHERE = re.compile(r'(?:src|action|href)="(https?:)?//')
TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
KEPT = ("Set-Cookie", "ETag", "Last-Modified", "Expires")
ERRORS = {"/khong-co/": 404, "/ho-tro/khong-co/": 404, "/kien-thuc/khong-co/": 404}


def is_traceless(response) -> bool:
    """No cookie, nothing to keep, nobody told where she came from."""
    told = response.headers
    return (
        not response.cookies
        and not any(name in told for name in KEPT)
        and "Cookie" not in told.get("Vary", "")
        and told["Cache-Control"] == "no-store"
        and told["Referrer-Policy"] == "no-referrer"
    )


def test_every_public_page_is_traceless_and_stays_at_home(client):
    seen = {address: html for address, html in pages(client, "/") if "<html" in html}

    assert len(seen) > 20
    for address, html in seen.items():
        assert is_traceless(client.get(address)), address
        assert not ELSEWHERE.search(html), address
        assert "csrfmiddlewaretoken" not in html, address
        assert not any(script.strip() for script in SCRIPT.findall(html)), address
        assert TITLE.search(html)[1].strip(), address


@pytest.mark.parametrize("address", ERRORS)
def test_a_page_that_is_not_there_is_as_quiet(client, address):
    answer = client.get(address)
    html = answer.content.decode()

    assert answer.status_code == ERRORS[address]
    assert not answer.cookies
    assert answer.headers["Cache-Control"] == "no-store"
    assert "tel:" in html or 'href="/"' in html


def test_machines_that_index_are_told_nothing_of_what_is_where(client):
    told = client.get("/robots.txt").content.decode()

    assert "Disallow: /cb/" in told
    assert all(word not in told for word in ("kien-thuc", "goi-lai", "bao-tin", "an-toan"))


def test_the_way_out_leads_away_and_empties_the_cache(client):
    gone = client.get("/thoat/")

    assert gone.status_code == 303
    assert gone.headers["Location"] == settings.KETNOI_EXIT_URL
    assert gone.headers["Clear-Site-Data"] == '"cache"'
    assert not gone.cookies
