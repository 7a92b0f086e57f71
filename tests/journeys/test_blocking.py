"""Somebody who must not know of a file: it is gone at her next click, and nothing says why."""

import pytest

from tests.journeys import JOURNEY, story
from tests.journeys.desk import Desk
from tests.journeys.test_consent import asks_the_shelter
from tests.journeys.test_strangers import told

pytestmark = JOURNEY


@pytest.fixture
def lan(at_desk) -> Desk:
    return at_desk("lan")


@pytest.fixture
def mai(at_desk) -> Desk:
    return at_desk("mai")


@pytest.fixture
def yen(at_desk) -> Desk:
    return at_desk("yen")


def blocks(lan: Desk, code: str, name: str) -> Desk:
    """Lan says that somebody must not know of the file, and why."""
    lan.opens(f"/cb/ho-so/{code}/nguoi-xem/").follows("Ai không được xem hồ sơ này")
    lan.main.get_by_label("Chặn ai").select_option(label=name)
    lan.answers("Vì sao", "Người nhà của người gây hại")
    lan.answers("Người được hỗ trợ muốn thế nào", "Đã hỏi, người được hỗ trợ muốn chặn")
    return lan.presses("Chặn")


def meets(desk: Desk, code: str) -> set[str]:
    """Where somebody comes across the file: its page, her lists, today, the search."""
    met = {"page"} if told(desk, f"/cb/ho-so/{code}/")[0] == 200 else set()
    met |= {"files"} if desk.opens("/cb/ho-so/").row(code).count() else set()
    met |= {"today"} if desk.must_do(code).count() else set()
    found = desk.opens("/cb/ho-so/tim/").sends("words", code).row(code)
    return met | ({"search"} if found.count() else set())


def test_for_a_blocked_colleague_the_file_is_gone_at_her_next_click(lan, mai):
    code = story.receives(lan, "Sinh kế")
    everywhere = {"page", "files", "today", "search"}
    assert meets(mai, code) == everywhere

    blocks(lan, code, "Mai").hears("Đã chặn. Người bị chặn không được báo.")

    assert told(mai, f"/cb/ho-so/{code}/") == told(mai, "/cb/ho-so/KN-26-0000/")
    assert meets(mai, code) == set()
    lan.presses("Bỏ chặn Mai").hears("Đã bỏ chặn.")
    assert meets(mai, code) == everywhere
    assert "chặn" not in mai.opens(f"/cb/ho-so/{code}/").main.inner_text()


def test_whoever_helps_elsewhere_is_blocked_as_well(lan, yen):
    code = asks_the_shelter(lan)
    asked = lan.tab.url
    story.takes_up(yen, code)

    blocks(lan, code, "Yến").hears("Đã chặn. Người bị chặn không được báo.")

    assert told(yen, asked) == told(yen, f"/cb/ho-so/{code}/")
    assert told(yen, asked)[0] == 404
    assert not yen.opens("/cb/chuyen-gui/").row(code).count()


def test_the_officer_who_is_responsible_hands_over_first(lan):
    code = story.receives(lan, "Sinh kế")

    blocks(lan, code, "Lan")

    assert "Hãy giao cho người khác trước, rồi chặn." in lan.main.inner_text()
