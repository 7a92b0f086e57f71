"""Cards to print: what a telephone reads, what fingers read, and nothing that is not public."""

import re
from datetime import date
from unicodedata import category

import pytest
import segno
from hypothesis import given
from hypothesis import strategies as st

from ketnoi.directory.models import TrustedAddress
from ketnoi.directory.tests import make as network
from ketnoi.learning import rules

SHEETS = ("/kien-thuc/the/a4/", "/kien-thuc/the/a6/")


@given(st.lists(st.text(), max_size=3))
def test_fingers_read_short_lines_without_a_symbol(words):
    for line in rules.for_fingers(words).splitlines():
        assert len(line) <= rules.CELLS
        assert all(sign in " .," or category(sign)[0] in "LNM" for sign in line)


def test_a_picture_dials_the_number_and_says_nothing_else():
    one, other = rules.qr("111"), rules.qr("1900969680")
    drawn = segno.make("tel:111", error="m", micro=False).matrix

    assert one != other
    assert one.side == len(drawn) + 2 * rules.QUIET
    assert one.path.count("M") == sum(map(sum, drawn))


@pytest.fixture
def _network():
    network.network()


@pytest.mark.django_db
@pytest.mark.usefixtures("_network")
@pytest.mark.parametrize("address", SHEETS)
@pytest.mark.parametrize("home", ["", "/en", "/km"])
def test_a_sheet_carries_the_numbers_with_their_pictures(client, address, home):
    html = client.get(home + address).content.decode()

    assert "111" in html
    assert html.count("<path") >= 3
    assert "0377" not in html


@pytest.mark.django_db
@pytest.mark.usefixtures("_network")
def test_what_nobody_confirmed_is_not_printed_on_paper(client):
    before = client.get("/kien-thuc/the/a4/").content.decode()
    network.change(TrustedAddress.objects.get(), verified_on=date(2026, 11, 20))
    after = client.get("/kien-thuc/the/a4/").content.decode()

    assert "Địa chỉ tin cậy ở xã Mỹ Tú" not in before
    assert "Địa chỉ tin cậy ở xã Mỹ Tú" in after


@pytest.mark.django_db
@pytest.mark.usefixtures("_network")
def test_the_text_for_a_braille_printer_is_plain(client):
    answer = client.get("/kien-thuc/the/chu-noi/")
    lines = answer.content.decode().splitlines()

    assert answer.headers["Content-Type"].startswith("text/plain")
    assert answer.headers["Cache-Control"] == "no-store"
    assert "111" in lines
    assert all(len(line) <= rules.CELLS for line in lines)
    assert not re.search(r"[·:;“”()/&]", "".join(lines))
    assert client.get("/kien-thuc/the/a5/").status_code == 404
