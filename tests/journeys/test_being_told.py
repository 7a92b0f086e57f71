"""A member on the road chooses how she is told: on a phone, with keys alone, and on this device."""

import re
import time

import pytest

from tests.journeys import JOURNEY
from tests.journeys.desk import Desk
from tests.journeys.keyboard import Keyboard
from tests.journeys.seeing import faults, overflow, too_small

pytestmark = JOURNEY

PAGE = "/cb/tai-khoan/cach-bao/"
PATIENCE = 20
ENDPOINT = "https://push.vidu.vn/may-cua-lan"
# No push service is asked in a test: what a browser would be given by one is put in its place.
GIVEN = f"""(() => {{
  const given = {{
    endpoint: "{ENDPOINT}",
    unsubscribe: async () => sessionStorage.removeItem("given") ?? true,
  }};
  Object.assign(PushManager.prototype, {{
    subscribe: async () => sessionStorage.setItem("given", "yes") ?? given,
    getSubscription: async () => sessionStorage.getItem("given") && given,
  }});
}})()"""
WORKERS = "async () => (await navigator.serviceWorker.getRegistrations()).map(each => each.scope)"
SHOWN = """async () => {
  const worker = await navigator.serviceWorker.getRegistration("/cb/");
  const shown = await worker.getNotifications();
  return shown.map(each => [each.title, each.body]);
}"""
PHONE = {"width": 360, "height": 640}


@pytest.fixture
def looked_at():
    """What was wrong on the pages on the way."""
    return []


def sees(desk, looked_at):
    looked_at += [*faults(desk.tab), *too_small(desk.tab), *overflow(desk.tab)]


def code_sent(program, number_of_codes):
    """The code as the demo writes it into a file in place of a phone."""
    path = program.folder / "mail" / "sms.log"
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        lines = path.read_text().splitlines() if path.exists() else []
        codes = [m.group() for line in lines if (m := re.match(r"\d{6}(?= là mã)", line))]
        if len(codes) > number_of_codes:
            return codes[-1]
        time.sleep(0.2)
    raise AssertionError("no code came")


def test_a_number_is_chosen_with_keys_alone_on_a_phone(at_desk, program, looked_at):
    desk = at_desk("kim", **PHONE)
    hands = Keyboard(desk.opens("/cb/tai-khoan/").tab)
    hands.goes_to("Cách báo việc mới").enters()
    sees(desk, looked_at)
    hands.goes_to("Đổi địa chỉ").enters()
    hands.goes_to("Thư điện tử để báo").presses("Control+a").types("kim@vidu.vn")
    hands.goes_to("Lưu").enters()
    desk.opens(PAGE)
    hands.goes_to("Báo qua Tin nhắn SMS").enters()
    sees(desk, looked_at)
    hands.goes_to("Số di động").types("0912 345 678")
    hands.goes_to("Gửi mã").enters()
    sees(desk, looked_at)
    hands.goes_to("Mã gồm 6 chữ số").types(code_sent(program, 0))
    hands.goes_to("Xác nhận").enters()
    desk.hears("Từ nay bạn được báo qua số này.")
    sees(desk, looked_at)
    hands.goes_to("Tắt thư báo").enters()
    desk.hears("Đã tắt thư báo.")
    hands.goes_to("Thôi báo qua Tin nhắn SMS").enters()
    desk.hears("Đã thôi báo theo cách này.")

    assert hands.lost == []
    assert looked_at == []


def test_this_device_tells_her_until_she_says_otherwise(profiles, looked_at):
    profile = profiles.open(**PHONE)
    profile.grant_permissions(["notifications"])
    tab = profile.new_page()
    tab.add_init_script(GIVEN)
    desk = Desk(tab).signs_in("Dung").opens("/cb/don-vi/thu/")
    desk.writes("Thư điện tử để báo", "dung@vidu.vn").presses("Lưu")
    desk.opens(PAGE).presses("Báo trên máy này")
    desk.hears("Từ nay máy này báo khi bạn có việc mới.")
    sees(desk, looked_at)
    [scope] = tab.evaluate(WORKERS)
    assert scope.endswith("/cb/")
    woken(profile, tab)

    assert tab.evaluate(SHOWN) == [["Bạn có 1 việc mới", ""]]
    desk.presses("Thôi báo trên máy này")
    desk.hears("Máy này thôi báo.")
    assert tab.evaluate(WORKERS) == []
    assert desk.main.get_by_text("Một máy, thêm lúc").count() == 0
    assert looked_at == []


def woken(profile, tab):
    """What a push service does: it wakes the worker, with nothing in its hands."""
    workers, known = profile.new_cdp_session(tab), []
    workers.on(
        "ServiceWorker.workerRegistrationUpdated",
        lambda told: known.extend(told["registrations"]),
    )
    workers.send("ServiceWorker.enable")
    tab.wait_for_timeout(500)
    scope = known[-1]["scopeURL"]
    told = {
        "origin": scope.removesuffix("/cb/"),
        "registrationId": known[-1]["registrationId"],
        "data": "",
    }
    workers.send("ServiceWorker.deliverPushMessage", told)
    tab.wait_for_timeout(500)


def test_a_browser_without_a_push_service_says_so_and_keeps_no_worker(profiles):
    profile = profiles.open()
    profile.grant_permissions(["notifications"])
    tab = profile.new_page()
    tab.add_init_script("PushManager.prototype.subscribe = async () => { throw new Error(); }")
    desk = Desk(tab).signs_in("Minh").opens(PAGE)
    desk.main.get_by_role("button", name="Báo trên máy này").click()
    desk.hears("Chưa bật được.")

    assert tab.evaluate(WORKERS) == []


def test_a_browser_that_blocks_says_how_to_allow_it(profiles):
    tab = profiles.open().new_page()
    tab.add_init_script("Notification.requestPermission = async () => 'denied'")
    desk = Desk(tab).signs_in("Minh").opens(PAGE)
    desk.main.get_by_role("button", name="Báo trên máy này").click()

    desk.hears("Máy này đang chặn lời báo.")
    assert tab.evaluate(WORKERS) == []


def test_without_script_the_page_says_so_and_the_rest_works(at_desk):
    desk = at_desk("minh", java_script_enabled=False)
    desk.opens(PAGE)

    assert desk.main.get_by_text("Cách này cần JavaScript").is_visible()
    assert desk.main.get_by_role("button", name="Báo trên máy này").count() == 0
    assert desk.main.get_by_role("link", name="Báo qua Zalo").is_visible()


def test_the_public_pages_stay_without_a_worker(profiles):
    """The device tells her at her desk; whoever reads a public page there has no worker on it."""
    profile = profiles.open()
    profile.grant_permissions(["notifications"])
    tab = profile.new_page()
    tab.add_init_script(GIVEN)
    desk = Desk(tab).signs_in("Yến").opens("/cb/don-vi/thu/")
    desk.writes("Thư điện tử để báo", "yen@vidu.vn").presses("Lưu")
    desk.opens(PAGE).presses("Báo trên máy này")
    desk.hears("Từ nay máy này báo khi bạn có việc mới.")
    desk.opens("/ho-tro/")

    assert tab.evaluate("navigator.serviceWorker.controller") is None
    matched = "async () => (await navigator.serviceWorker.getRegistration()) ?? null"
    assert tab.evaluate(matched) is None
