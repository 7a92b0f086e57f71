"""What only a browser shows: leaving, locking, focus, reflow, and what a screen reader is told."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.http import HttpResponse
from django.urls import path

from ketnoi.site import urls
from ketnoi.site.tests import browser, make

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NEUTRAL = "/troi/"
GALLERY = "/cb/mau/"


@pytest.fixture
def weather(live_server, settings, monkeypatch):
    """A neutral page of our own in the place of the foreign one."""
    page = path(NEUTRAL.strip("/") + "/", lambda request: HttpResponse("<title>Troi</title>nang"))
    monkeypatch.setattr(urls, "urlpatterns", [page, *urls.urlpatterns])
    settings.ROOT_URLCONF = type("Addresses", (), vars(urls) | {"urlpatterns": urls.urlpatterns})
    settings.KETNOI_EXIT_URL = live_server.url + NEUTRAL
    return live_server.url + NEUTRAL


@pytest.fixture
def ours(client, live_server):
    make.signed_in(client, make.member())
    return browser.signed_in(client, live_server)


def test_after_leaving_going_back_never_shows_what_was_there(live_server, weather):
    with browser.chromium(width=360, height=640) as chromium:
        tab = chromium.new_page()
        for address in ("/", "/ho-tro/", "/an-toan/"):
            tab.goto(live_server.url + address)
        tab.get_by_role("link", name="Thoát nhanh").click()
        tab.wait_for_url(weather)

        for _press in range(5):
            tab.go_back(wait_until="commit")
            tab.wait_for_timeout(300)
            assert "Kết Nối" not in tab.title()
            assert tab.url in {weather, "about:blank"}


def test_the_page_is_blank_at_once_even_when_the_network_hangs(live_server, weather):
    with browser.chromium() as chromium:
        tab = chromium.new_page()
        tab.goto(live_server.url)
        tab.route("**/thoat/", lambda route: None)
        took = tab.evaluate(BLANK_AFTER)

    assert took < 100


def test_three_times_escape_leaves(live_server, weather):
    with browser.chromium() as chromium:
        tab = chromium.new_page()
        tab.goto(live_server.url)
        for _press in range(3):
            tab.keyboard.press("Escape")

        tab.wait_for_url(weather)


def test_without_script_the_link_leaves(live_server, weather):
    with browser.chromium(script=False) as chromium:
        tab = chromium.new_page()
        tab.goto(live_server.url)
        tab.get_by_role("link", name="Thoát nhanh").click()

        assert tab.url == weather


def test_before_leaving_nothing_is_stored(live_server):
    with browser.chromium() as chromium:
        tab = chromium.new_page()
        tab.goto(live_server.url)
        tab.goto(f"{live_server.url}/ho-tro/")

        assert tab.evaluate("sessionStorage.length + localStorage.length") == 0
        assert chromium.cookies() == []


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_the_gallery_is_sound_at_every_width(live_server, ours, width):
    with browser.chromium(width=width, cookies=ours) as chromium:
        tab = chromium.new_page()
        tab.goto(live_server.url + GALLERY)
        found = Axe().run(tab).response["violations"]
        overflow = tab.evaluate("document.documentElement.scrollWidth - innerWidth")

    assert [fault["id"] for fault in found] == []
    assert overflow <= 0


def test_on_a_wide_screen_ten_rows_are_in_sight(live_server, ours):
    with browser.chromium(cookies=ours) as chromium:
        tab = chromium.new_page()
        tab.goto(live_server.url + GALLERY)
        tab.evaluate("scrollTo(0, 0)")
        rows = tab.locator(".row").evaluate_all("rows => rows.map(r => r.getBoundingClientRect())")

    assert len([row for row in rows if row["bottom"] < 800]) >= 10
    assert {40 <= row["height"] <= 48 for row in rows} == {True}


def test_on_a_phone_everything_one_can_press_is_large(live_server, ours):
    with browser.chromium(width=360, height=740, cookies=ours) as chromium:
        tab = chromium.new_page()
        tab.goto(live_server.url + GALLERY)
        small = tab.evaluate(SMALL)

    assert small == []


def test_a_refused_form_puts_the_reader_at_the_summary(live_server, ours):
    with browser.chromium(cookies=ours, script=False) as chromium:
        tab = chromium.new_page()
        tab.goto(live_server.url + GALLERY)

        assert tab.locator(".problems:focus").count() == 1


def test_a_commune_is_found_while_typing_without_marks(live_server, ours):
    with browser.chromium(cookies=ours) as chromium:
        tab = chromium.new_page()
        tab.goto(live_server.url + GALLERY)
        tab.locator("#id_tried-commune_0").press_sequentially("my tu")
        tab.get_by_role("option").first.wait_for()
        found = Axe().run(tab).response["violations"]
        tab.keyboard.press("ArrowDown")
        tab.keyboard.press("Enter")
        taken = tab.input_value("#id_tried-commune_0"), tab.input_value("#id_tried-commune_1")
        tab.locator("#id_tried-commune_0").press_sequentially("x")

        assert "Mỹ Tú" in taken[0]
        assert taken[1].isdigit()
        assert tab.input_value("#id_tried-commune_1") == ""
        assert [fault["id"] for fault in found] == []


def test_locking_keeps_what_is_being_typed(live_server, ours):
    with browser.chromium(cookies=ours) as chromium:
        tab = chromium.new_page()
        tab.goto(live_server.url + GALLERY)
        tab.fill("#id_tried-alias", "Út")
        tab.get_by_role("button", name="Khóa màn hình").click()
        tab.get_by_label("Mật khẩu").fill(make.PASSWORD)
        tab.get_by_role("button", name="Mở lại").click()

        assert tab.input_value("#id_tried-alias") == "Út"


def test_a_page_left_alone_warns_then_locks_itself(live_server, ours):
    with browser.chromium(cookies=ours) as chromium:
        tab = chromium.new_page()
        tab.clock.install()
        tab.goto(live_server.url + GALLERY)
        tab.fill("#id_tried-alias", "Út")
        tab.clock.fast_forward("13:30")
        warning = tab.locator("#status").inner_text()
        tab.clock.fast_forward("02:00")
        tab.get_by_label("Mật khẩu").fill(make.PASSWORD)
        tab.get_by_role("button", name="Mở lại").click()

        assert "Màn hình sẽ khóa sau 2 phút." in warning
        assert tab.input_value("#id_tried-alias") == "Út"


def test_a_key_keeps_the_screen_open(live_server, ours):
    with browser.chromium(cookies=ours) as chromium:
        tab = chromium.new_page()
        tab.clock.install()
        tab.goto(live_server.url + GALLERY)
        tab.clock.fast_forward("13:30")
        tab.keyboard.press("Shift")
        tab.clock.fast_forward("12:30")

        assert tab.locator("#main").is_visible()
        assert tab.locator("#status").inner_text().strip() == ""


def test_without_network_a_page_left_alone_goes_dark_and_loses_nothing(live_server, ours):
    with browser.chromium(cookies=ours) as chromium:
        tab = chromium.new_page()
        tab.clock.install()
        tab.goto(live_server.url + GALLERY)
        tab.fill("#id_tried-alias", "Út")
        chromium.set_offline(True)
        tab.clock.fast_forward("15:30")
        dark = tab.locator("#main").is_hidden()
        chromium.set_offline(False)
        tab.clock.run_for(6000)
        tab.get_by_label("Mật khẩu").fill(make.PASSWORD)
        tab.get_by_role("button", name="Mở lại").click()

        assert dark
        assert tab.input_value("#id_tried-alias") == "Út"


def test_no_page_breaks_the_content_policy(live_server, ours):
    said = []
    with browser.chromium(cookies=ours) as chromium:
        tab = chromium.new_page()
        tab.on("console", lambda message: said.append(message.text))
        tab.on("pageerror", lambda error: said.append(str(error)))
        for address in (GALLERY, "/cb/tai-khoan/", "/cb/tro-giup/", "/cb/tai-khoan/bao-ve/", "/"):
            tab.goto(live_server.url + address)

    assert said == []


def test_a_passkey_opens_the_door(live_server, ours):
    with browser.chromium(cookies=ours) as chromium:
        tab = chromium.new_page()
        _with_authenticator(chromium, tab)
        home = live_server.url
        tab.goto(f"{home}/cb/tai-khoan/passkey/them/")
        tab.get_by_label("Mật khẩu").fill(make.PASSWORD)
        tab.get_by_role("button", name="Xác nhận").click()
        tab.get_by_role("button", name="Thêm passkey").wait_for()
        # Pressed before its script has come, the form is sent without a passkey and refused.
        tab.wait_for_load_state()
        tab.get_by_role("button", name="Thêm passkey").click()
        tab.wait_for_url("**/ma-du-phong/")
        tab.goto(f"{home}/cb/ra/")
        tab.get_by_role("button", name="Đăng xuất").click()
        tab.goto(f"{home}/cb/vao/?next=/cb/tro-giup/")
        tab.get_by_role("button", name="Dùng passkey của máy này").click()

        tab.wait_for_url(lambda url: "/vao/" not in url)
        tab.goto(f"{home}/cb/tro-giup/")
        assert tab.get_by_role("heading", name="Trợ giúp").count() == 1


BLANK_AFTER = """() => new Promise(done => {
  const start = performance.now();
  new MutationObserver(() => {
    if (!document.documentElement.innerText) done(performance.now() - start);
  }).observe(document.documentElement, { childList: true, subtree: true });
  document.querySelector('[data-exit]').click();
})"""
SMALL = """() => [...document.querySelectorAll('a, button, summary, input, select, textarea')]
  .filter(e => e.checkVisibility() && !e.closest('p, dd, dl, .problems, .steps, .skip'))
  .map(e => [e, (e.closest('label.choice') ?? e).getBoundingClientRect()])
  .filter(([e, box]) => box.width && box.height < 47.5 && !e.classList.contains('skip'))
  .map(([e, box]) => `${e.outerHTML.slice(0, 80)} ${box.height}`)"""


def _with_authenticator(chromium, tab):
    session = chromium.new_cdp_session(tab)
    session.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})
