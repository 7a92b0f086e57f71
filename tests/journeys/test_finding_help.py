"""A woman at home with a cheap phone and no script finds who can help, in her own language."""

import pytest

from tests.journeys import JOURNEY

pytestmark = JOURNEY

PHONE = {"width": 360, "height": 740, "java_script_enabled": False}
WORDS = {"": "vi", "/en": "en", "/km": "km"}
OF_THE_UNION = "0377 672 444"


@pytest.fixture
def woman(visitor):
    return visitor(**PHONE)


@pytest.mark.parametrize("home", WORDS)
def test_she_finds_a_place_by_need_and_commune(woman, home):
    woman.opens(f"{home}/ho-tro/")
    language = woman.tab.locator("html").get_attribute("lang")
    woman.main.locator("select").select_option("safe_place")
    woman.main.locator("[name=commune]").fill("my tu")
    woman.main.locator("form button").click()
    found = woman.main.locator("section")
    found.first.wait_for()

    assert language == WORDS[home]
    assert woman.tab.url.endswith(f"{home}/ho-tro/")
    assert found.count() >= 2
    assert "Mỹ Tú" in woman.main.inner_text()
    assert woman.main.locator("a[href^='tel:']").count() >= 1


@pytest.mark.parametrize("home", WORDS)
def test_a_number_is_two_taps_away_at_most_and_the_unsure_one_cannot_be_tapped(woman, home):
    woman.opens(f"{home}/")
    at_home = woman.main.locator("a[href='tel:111']").count()
    woman.main.locator("a[href$='/duong-day-nong/']").last.click()
    woman.tab.wait_for_load_state()
    numbers = woman.main.inner_text()

    assert at_home == 1
    assert woman.main.locator("a[href='tel:111']").count() == 1
    assert OF_THE_UNION in numbers
    assert woman.tab.locator("a[href*='377672444']").count() == 0


def test_she_changes_the_language_and_stays_on_the_same_page(woman):
    woman.opens("/an-toan/")
    woman.tab.get_by_role("link", name="English").click()
    english = woman.heading
    woman.tab.get_by_role("link", name="Tiếng Việt").click()

    assert english == "Using your phone safely"
    assert woman.heading == "Dùng điện thoại an toàn"


def test_when_nothing_fits_she_is_given_a_number_and_a_place(woman):
    woman.opens("/ho-tro/").writes("Bạn cần gì?", "thuyền buồm")
    woman.tab.get_by_label("Có người nói tiếng Khmer").check()
    woman.presses("Tìm")

    assert "Có 0 nơi" in woman.main.inner_text()
    assert woman.main.locator("a[href='tel:111']").count() == 1
    assert "Ủy ban nhân dân xã" in woman.main.inner_text()


def test_no_public_page_says_where_a_shelter_is(woman):
    woman.opens("/ho-tro/")
    woman.main.locator("select").select_option("safe_place")
    woman.presses("Tìm")
    shelter = woman.main.locator("section", has_text="Ngôi nhà Bình yên").first

    assert "Nơi ở được giữ kín. Địa chỉ báo khi tiếp nhận." in shelter.inner_text()
    assert "Nơi làm việc" not in shelter.text_content()
