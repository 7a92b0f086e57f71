"""A blind officer works by ear: every page says what it is, what stands on it, what happened."""

import re

import pytest

from tests.journeys import JOURNEY, seeing, story
from tests.journeys.desk import Desk

pytestmark = JOURNEY

LANDMARKS = {"banner", "main", "contentinfo"}
STATES = ("Xong.", "Đang làm.", "Chưa làm.", "Chưa làm được.")
OUTLINE = "all => all.map(h => Number(h.localName[1]))"


@pytest.fixture
def lan(at_desk) -> Desk:
    return at_desk("lan")


@pytest.fixture
def pages(lan):
    """The pages of a working day, with one file that is under way."""
    code = story.receives(lan, "Nơi an toàn")
    story.agrees(lan, code, "Nơi an toàn", story.SHELTER)
    story.refers(lan, code, "Nơi an toàn", story.SHELTER)
    own = ("", "dong-y/", "ghi-chu/", "thong-tin/", "chuyen-gui/", "ho-tro/", "tham-hoi/")
    own += ("xac-minh/", "tam-lanh/", "nguoi-xem/", "ket-thuc/", "so-dien-thoai/", "xem/ten/")
    top = (
        "/cb/",
        "/cb/ho-so/",
        "/cb/chuyen-gui/",
        "/cb/tiep-nhan/",
        "/cb/sinh-ke/",
        "/cb/danh-ba/",
    )
    return [*top, *(f"/cb/ho-so/{code}/{page}" for page in own), lan.tab.url]


def outline(desk: Desk) -> list[int]:
    return desk.tab.locator("h1, h2, h3, h4").evaluate_all(OUTLINE)


def is_in_order(levels: list[int]) -> bool:
    """One heading of the page comes first, and no level is left out on the way down."""
    steps = zip(levels, levels[1:], strict=False)
    return levels[0] == 1 and levels.count(1) == 1 and all(b <= a + 1 for a, b in steps)


def test_headings_and_landmarks_lead_through_every_page(lan, pages):
    titles = set()
    for address in pages:
        snapshot = lan.opens(address).tab.locator("body").aria_snapshot()
        found = set(re.findall(r"^- (\w+)", snapshot, re.MULTILINE))
        titles.add(lan.tab.title())

        assert is_in_order(outline(lan)), address
        assert found >= LANDMARKS, address
        assert 'navigation "Các phần"' in snapshot
    assert len(titles) == len(pages), sorted(titles)


def test_the_task_list_of_a_file_says_the_state_of_each_step_in_words(lan, pages):
    [file] = [
        page for page in pages if page.endswith("/") and page.count("/") == 4 and "KN-" in page
    ]
    lan.opens(file)
    steps = lan.main.locator(".steps").get_by_role("listitem")
    said = [steps.nth(at).aria_snapshot() for at in range(steps.count())]

    assert len(said) == 7
    assert all(any(state in line for state in STATES) for line in said), said
    assert "Nơi an toàn" in said[3]
    assert "Đang làm." in said[3]
    assert f"chờ {story.SHELTER}" in said[3]


def test_what_was_saved_is_said_in_one_short_sentence(lan):
    code = story.receives(lan, "Sinh kế")
    lan.opens(f"/cb/ho-so/{code}/ghi-chu/").answers("Ghi về việc gì", "Gọi điện")
    lan.writes("Nội dung", "Chị khỏe.").presses("Lưu ghi chú").hears("Đã lưu ghi chú.")
    regions = lan.tab.locator("[role=status], [aria-live]").all_inner_texts()

    assert max(len(text) for text in regions) <= 200
    assert [text.strip() for text in regions if text.strip()] == ["Đã lưu ghi chú."]


def test_after_a_mistake_the_title_says_so_first_and_the_field_says_why(lan):
    lan.opens("/cb/tiep-nhan/").writes("2. Gọi lại cho chị ấy", "12").presses("Lưu")
    field = lan.main.get_by_label("2. Gọi lại cho chị ấy")
    why = field.evaluate(
        "f => f.getAttribute('aria-describedby').split(' ')"
        ".map(id => document.getElementById(id).innerText).join(' ')"
    )

    assert lan.tab.title().startswith("Lỗi: Tiếp nhận")
    assert field.get_attribute("aria-invalid") == "true"
    assert "Lỗi:" in why
    assert "10 chữ số" in why
    assert lan.tab.evaluate("document.activeElement.className") == "problems"


def test_time_left_is_said_in_words_and_never_by_colour_alone(lan):
    times = lan.opens("/cb/").main.locator(".deadline time").all_inner_texts()

    assert len(times) > 5
    assert all(re.match(r"(còn|quá) \d+ (phút|giờ|ngày)|vừa quá hạn", text) for text in times)


def test_an_officer_reads_her_pages_in_english_and_goes_back(at_desk):
    binh = at_desk("binh")
    binh.opens("/cb/tai-khoan/").presses("English")
    faults, languages = [], []
    for page in ("/cb/", "/cb/ho-so/", "/cb/chuyen-gui/", "/cb/tiep-nhan/"):
        binh.opens(page)
        faults += seeing.faults(binh.tab)
        languages.append(binh.tab.locator("html").get_attribute("lang"))
    heading = binh.opens("/cb/").heading
    binh.opens("/cb/tai-khoan/").main.locator("button[value=vi]").click()
    binh.tab.wait_for_load_state()

    assert faults == []
    assert set(languages) == {"en"}
    assert heading == "Today's work"
    assert binh.opens("/cb/").heading == "Việc hôm nay"
