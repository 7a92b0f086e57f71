"""Where in the running demo a drive, a need, a pledge and the public form lie."""

from tests.journeys.desk import Desk


def addresses(lan: Desk, mai: Desk) -> dict[str, str]:
    """The drive of the story, a line of its book, and one drive that is over."""
    lan.opens("/cb/van-dong/").follows("Tổ may (dữ liệu giả)")
    found = {"drive": _here(lan)}
    lan.main.locator("a", has_text="Máy may").first.click()
    found["need"] = _here(lan)
    lan.main.locator("a", has_text="Doanh nghiệp").first.click()
    found["promised"] = _here(lan)
    found["pledge"] = _offered(lan, found["need"])
    mai.opens(found["need"])
    found["line"] = mai.main.locator("a[href*='/dong/']").first.get_attribute("href") or ""
    mai.opens("/cb/van-dong/").writes("Tên đợt vận động", "Đã xong").presses("Mở đợt vận động")
    found["over"] = _here(mai)
    mai.presses("Kết thúc đợt vận động")
    return {**found, "offer of help": f"/can-giup/{found['need'].split('/')[-2]}/"}


def _offered(lan: Desk, need: str) -> str:
    """Somebody called; nobody has called back."""
    lan.opens(f"{need}gop/").answers("Ai góp", "Tổ chức, hội nhóm").writes("Tên người", "Nhóm Mẫu")
    lan.writes("Số điện thoại", "0909 000 457").writes("Ngỏ lời bao nhiêu", "1")
    return _here(lan.presses("Ghi lời ngỏ"))


def _here(desk: Desk) -> str:
    desk.tab.wait_for_load_state()
    return "/" + desk.tab.url.split("/", 3)[3]
