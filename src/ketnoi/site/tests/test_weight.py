"""How heavy the site is on a slow line: compressed bytes of what every page brings along."""

from pathlib import Path

import brotli
import pytest

STATIC = Path(__file__).parents[1] / "static"
PUBLIC_STYLE = ("ui/base.css", "ui/public.css")
STAFF_STYLE = ("ui/base.css", "ui/staff.css")
PUBLIC_SCRIPT = ("exit.js",)


def weight(names):
    return sum(len(brotli.compress((STATIC / name).read_bytes())) for name in names)


@pytest.mark.parametrize(
    ("names", "most"),
    [
        (PUBLIC_STYLE, 6_000),
        (STAFF_STYLE, 10_000),
        (PUBLIC_SCRIPT, 1_000),
        (("ui/typeahead.js",), 2_000),
        (("lock.js",), 2_000),
        (("passkey.js",), 1_000),
    ],
)
def test_what_every_page_brings_along_stays_light(names, most):
    assert weight(names) <= most


@pytest.mark.django_db
def test_the_first_public_page_fits_in_thirty_kilobytes_and_three_requests(client):
    page = client.get("/").content
    brought = page.count(b"/tinh/")

    assert len(page) + weight(PUBLIC_STYLE + PUBLIC_SCRIPT) <= 30_000
    assert brought == 3
