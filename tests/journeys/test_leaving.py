"""Somebody comes into the room: one press, and nothing of it is left on the screen."""

from tests.journeys import JOURNEY

pytestmark = JOURNEY

BLANK_AFTER = """() => new Promise(done => {
  const start = performance.now();
  new MutationObserver(() => {
    if (!document.documentElement.innerText) done(performance.now() - start);
  }).observe(document.documentElement, { childList: true, subtree: true });
  document.querySelector("[data-exit]").click();
})"""
EVERY_FRAME = """(() => {
  const look = () => {
    const root = document.documentElement;
    if (root && !root.hidden) painted(document.title + (document.body?.innerText ?? ""));
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})()"""
LEFT_BEHIND = """async () => ({
  cookies: document.cookie.length,
  local: localStorage.length,
  session: sessionStorage.length,
  databases: (await indexedDB.databases()).length,
  caches: (await caches.keys()).length,
  workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""
TWO_FRAMES = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
SEEN = ("/", "/ho-tro/", "/ho-tro/viec-lam/", "/duong-day-nong/", "/an-toan/", "/en/", "/km/")
SEEN += (
    "/kien-thuc/",
    "/kien-thuc/giay-to/",
    "/dia-chi-tin-cay/",
    "/viec-lam/",
    "/kien-thuc/hoi-truoc-khi-di/",
)


def test_the_page_is_blank_at_once_though_the_other_side_hangs(visitor, weather):
    tab = visitor(width=360, height=640).opens("/an-toan/").tab
    with weather.hanging():
        took = tab.evaluate(BLANK_AFTER)

    assert took <= 100
    tab.wait_for_url(weather.url)


def test_five_times_back_shows_nothing_of_what_was_read(visitor, weather):
    tab, painted = visitor(width=360, height=640).tab, []
    tab.expose_function("painted", lambda text: painted.append(text))
    tab.add_init_script(EVERY_FRAME)
    for address in SEEN:
        tab.goto(address)
        tab.evaluate(TWO_FRAMES)
    tab.locator("[data-exit]").click()
    tab.wait_for_url(weather.url)
    was_seen, painted[:] = list(painted), []

    for _press in range(5):
        tab.go_back(wait_until="commit")
        tab.wait_for_url(lambda url: url in {weather.url, "about:blank"})
    assert len(set(was_seen)) >= len(SEEN)
    assert [text for text in painted if text not in {"", weather.says}] == []


def test_without_script_the_link_leaves(visitor, weather):
    tab = visitor(java_script_enabled=False).opens("/duong-day-nong/").tab
    tab.get_by_role("link", name="Thoát nhanh").click()

    assert tab.url == weather.url


def test_three_times_escape_leaves(visitor, weather):
    tab = visitor().opens("/ho-tro/").tab
    for _press in range(3):
        tab.keyboard.press("Escape")

    tab.wait_for_url(weather.url)


def test_reading_leaves_nothing_in_the_browser(visitor):
    reader = visitor()
    for address in SEEN:
        left = reader.opens(address).tab.evaluate(LEFT_BEHIND)

        assert set(left.values()) == {0}, (address, left)
    reader.opens("/ho-tro/").writes("Bạn cần gì?", "việc làm").presses("Tìm")
    assert set(reader.tab.evaluate(LEFT_BEHIND).values()) == {0}
    assert reader.tab.context.cookies() == []
    assert "viec" not in reader.tab.url
