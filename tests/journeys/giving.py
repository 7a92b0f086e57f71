"""Where in the running demo a drive, a need, a pledge and the public form lie."""

from tests.journeys.desk import Desk


def addresses(lan: Desk, mai: Desk) -> dict[str, str]:
    """The drive of the story, a line of its book, and one drive that is over."""
    lan.opens("/cb/van-dong/").follows("Tổ may (dữ liệu giả)")
    found = {"drive": _here(lan)}
    lan.main.locator("a", has_text="Máy may").first.click()
    found["need"] = _here(lan)
    lan.main.locator("a", has_text="Doanh nghiệp").first.click()
    found["pledge"] = _here(lan)
    mai.opens(found["need"])
    found["line"] = mai.main.locator("a[href*='/dong/']").first.get_attribute("href") or ""
    mai.opens("/cb/van-dong/").writes("Tên đợt vận động", "Đã xong").presses("Mở đợt vận động")
    found["over"] = _here(mai)
    mai.presses("Kết thúc đợt vận động")
    return {**found, "offer of help": f"/can-giup/{found['need'].split('/')[-2]}/"}


def _here(desk: Desk) -> str:
    desk.tab.wait_for_load_state()
    return "/" + desk.tab.url.split("/", 3)[3]
