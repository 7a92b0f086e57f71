"""Somebody asks to be called, on a telephone without script; whoever calls finds what to say.

What is on the telephone is looked at before the last press and after it: no cookie, no storage.
"""

from playwright.sync_api import Error

from tests.journeys import JOURNEY, seeing

pytestmark = JOURNEY

PHONE = {"width": 360, "height": 740, "java_script_enabled": False}
NAME, NUMBER = "Chị Lụa Thử", "0909 000 913"


def steps(desk):
    """Which step of how many the page says it is."""
    return [line for line in desk.main.inner_text().splitlines() if line.startswith("Bước ")][:1]


def asks(her, look):
    """Up to the last step, looking at each page."""
    her.opens("/").follows("Nhờ gọi lại")
    look()
    her.presses("Bắt đầu")
    look()
    her.writes("Chúng tôi gọi bạn là gì", NAME).presses("Tiếp tục")
    look()
    her.presses("Tiếp tục")
    look()
    her.writes("Gọi số nào thì an toàn", NUMBER).presses("Tiếp tục")
    look()
    her.answers("Ai có thể nghe máy số này", "Chỉ mình tôi")
    her.writes("Câu để bạn nhận ra chúng tôi", "lúa chín").presses("Tiếp tục")
    look()


def test_each_step_is_sound_for_whoever_hears_the_page(visitor):
    # With script: what measures sometimes never ends where pages have none.
    her, found = visitor(width=360, height=740), []
    asks(her, lambda: found.extend(seeing.faults(her.tab) + seeing.too_small(her.tab)))

    assert found == []


def test_four_steps_nothing_kept_before_the_last_and_a_kind_page_after_back(visitor, at_desk):
    her = visitor(**PHONE)
    found, seen = [], []

    def look():
        seen.extend(steps(her))
        found.extend(seeing.overflow(her.tab))

    asks(her, look)
    address = her.tab.url
    yen = at_desk("yen").opens("/cb/goi-lai/")
    before = NAME in yen.main.inner_text()
    her.presses("Gửi lời nhờ")
    look()
    thanked = her.heading
    after = NAME in yen.opens("/cb/goi-lai/").main.inner_text()
    # A browser asks before it sends such a page once more; whoever says yes meets a kind page.
    try:
        her.tab.go_back()
    except Error:
        # The page that asks stands a moment later than the refusal is heard.
        her.tab.wait_for_timeout(1000)
        her.tab.reload()
    told = her.tab.content()

    assert list(dict.fromkeys(seen)) == [f"Bước {step} trên 4" for step in range(1, 5)]
    assert address.endswith("/goi-lai/")
    assert (before, after) == (False, True)
    assert thanked == "Chúng tôi đã nhận lời nhờ"
    assert "Lời nhờ này đã gửi rồi" in told
    assert NAME not in told
    assert her.tab.context.cookies() == []
    assert found == []
