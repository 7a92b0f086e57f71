"""Somebody was invited to work far away: with keys alone, on a small phone, she asks first."""

import pytest

from tests.journeys import JOURNEY, seeing
from tests.journeys.keyboard import Keyboard

pytestmark = JOURNEY

HOMES = {"": ("Đi xa an toàn", 360), "/en": ("Going far away safely", 320)}


@pytest.mark.parametrize("home", HOMES)
def test_she_asks_six_questions_and_is_told_in_words_and_given_a_number(visitor, home):
    link, width = HOMES[home]
    reader, found = visitor(width=width, height=640, java_script_enabled=True), []
    hands = Keyboard(reader.opens(f"{home}/").tab)
    hands.goes_to(link).enters()
    topics = reader.tab.url
    found += seeing.faults(reader.tab) + seeing.overflow(reader.tab)
    reader.main.get_by_role("link").first.focus()
    hands.enters()
    question = reader.main.locator("fieldset").nth(1)
    question.locator("input").first.focus()
    hands.presses("Space")
    reader.main.locator("form button").focus()
    hands.enters()
    found += seeing.faults(reader.tab) + seeing.overflow(reader.tab) + seeing.too_small(reader.tab)

    assert topics.endswith(f"{home}/kien-thuc/")
    assert reader.tab.url.endswith(f"{home}/kien-thuc/hoi-truoc-khi-di/")
    assert reader.main.locator("section").count() == 6
    assert reader.main.locator("a[href='tel:111']").count() == 1
    assert reader.main.locator("a[href='tel:1900969680']").count() == 1
    assert (found, hands.lost) == ([], [])


def test_from_every_page_a_number_is_two_taps_away_at_most(visitor):
    reader = visitor(width=320, height=640, java_script_enabled=False)
    reader.opens("/")
    links = reader.main.locator("ul.ways a[href^='/']").evaluate_all("all => all.map(a => a.href)")
    for address in ["/", *links, "/kien-thuc/hoi-truoc-khi-di/", "/khong-co/"]:
        here = reader.opens(address).tab
        numbers = here.locator("a[href^='tel:']").count()
        leads_to_numbers = here.locator("a[href$='/duong-day-nong/']").count()

        assert numbers or leads_to_numbers, address
    assert reader.opens("/duong-day-nong/").tab.locator("a[href='tel:111']").count() == 1
