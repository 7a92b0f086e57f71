"""The two sites: what the public one never does, and what both say when something is missing."""

import pytest
from django.urls import reverse

from ketnoi.site.tests import make

PUBLIC = ("/", "/en/", "/km/", "/ho-tro/", "/thoat/", "/khong-co/", "/robots.txt")

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", PUBLIC)
def test_a_public_page_leaves_nothing_behind(client, path):
    response = client.get(path)

    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")
    assert "no-store" in response.headers["Cache-Control"]
    assert "manifest" not in response.text


@pytest.mark.parametrize(("path", "language"), [("/", "vi"), ("/en/", "en"), ("/km/", "km")])
def test_the_address_says_which_language_a_public_page_speaks(client, path, language):
    response = client.get(path)

    assert f'<html lang="{language}">' in response.text
    assert [c for c in ("/en/", "/km/") if f'href="{c}"' not in response.text] == []


def test_the_first_stops_of_the_tab_key_are_skip_and_exit(client):
    text = client.get("/").text

    assert text.index('class="skip"') < text.index('class="exit"') < text.index('class="mark"')


def test_leaving_goes_to_a_neutral_place_and_clears_the_cache(client, settings):
    response = client.get("/thoat/")

    assert response.status_code == 303
    assert response.headers["Location"] == settings.KETNOI_EXIT_URL
    assert response.headers["Clear-Site-Data"] == '"cache"'
    assert response.headers["Cache-Control"] == "no-store"


def test_leaving_works_when_everything_else_is_broken(rf):
    from ketnoi.site import views

    assert views.broken(rf.get(reverse("exit"))).status_code == 303


def test_a_form_sent_by_another_site_is_refused(client):
    response = client.post("/ho-tro/", {}, headers={"Sec-Fetch-Site": "cross-site"})

    assert response.status_code == 403
    assert not response.cookies


@pytest.mark.parametrize("origin", ["https://example.org", "http://testserver.example.org"])
def test_an_older_browser_says_by_the_origin_where_a_form_comes_from(client, origin):
    assert client.post("/ho-tro/", {}, headers={"Origin": origin}).status_code == 403


@pytest.mark.parametrize("said", [{"Sec-Fetch-Site": "same-origin"}, {"Origin": "null"}, {}])
def test_a_form_of_this_site_needs_no_cookie(client, said):
    from ketnoi.site.public import comes_from_here

    request = client.post("/ho-tro/", {}, headers=said).wsgi_request

    assert comes_from_here(request)
    assert "kn-form" not in request.COOKIES


@pytest.mark.parametrize(("path", "side"), [("/khong-co/", "public"), ("/cb/khong-co/", "staff")])
def test_a_missing_page_says_so_on_its_own_side(client, path, side):
    response = client.get(path)

    assert response.status_code == 404
    assert f'<body class="{side}' in response.text
    assert "Không có trang này" in response.text


def test_robots_are_kept_out_of_the_staff_side(client):
    assert "Disallow: /cb/" in client.get("/robots.txt").text


def test_the_gallery_shows_every_component(client):
    response = client.get("/cb/mau/")

    assert response.status_code == 200
    assert "<title>Lỗi: Mẫu – Kết Nối</title>" in response.text


def test_the_menu_leaves_out_what_is_for_other_roles(client):
    text = make.signed_in(client, make.member()).get("/cb/tro-giup/").text

    assert ">Việc hôm nay</a>" in text
    assert ">Điều phối</a>" not in text


def test_the_menu_says_where_the_reader_is(client):
    text = make.signed_in(client, make.member()).get("/cb/tro-giup/").text

    assert 'aria-current="page">Trợ giúp</a>' in text
    assert text.count('aria-current="page"') == 2
