"""Where in the running demo an example of each kind of page lies."""

from tests.journeys import story
from tests.journeys.desk import Desk
from tests.journeys.profiles import Profiles


def addresses(profiles: Profiles) -> dict[str, str]:
    """The examples by name: some are found as a reader finds them, some are made."""
    lan, yen, kim, minh, dung, quan = map(
        profiles.sit, ("lan", "yen", "kim", "minh", "dung", "quan")
    )
    return {
        **_files(lan),
        **_requests(lan, yen, kim),
        **_work_of_others(lan, yen, minh, dung),
        **_directory(yen, quan),
    }


def _here(desk: Desk) -> str:
    return "/" + desk.tab.url.split("/", 3)[3]


def _files(lan: Desk) -> dict[str, str]:
    found = {"new": f"/cb/ho-so/{story.receives(lan, 'Sinh kế')}/"}
    for name, status in (("file", "active"), ("followed", "following"), ("closed", "closed")):
        lan.opens(f"/cb/ho-so/?status={status}")
        found[name] = lan.main.locator(".row a").first.get_attribute("href")
    lan.opens(f"{found['new']}chuyen-gui/?nhu-cau=safe_place").takes(story.SHELTER)
    return {**found, "asking of new": _here(lan)}


def _requests(lan: Desk, yen: Desk, kim: Desk) -> dict[str, str]:
    found = {}
    for name in ("asked", "serving"):
        code = story.receives(lan, "Nơi an toàn")
        story.agrees(lan, code, "Nơi an toàn", story.SHELTER)
        lan.opens(f"/cb/ho-so/{code}/chuyen-gui/?nhu-cau=safe_place").takes(story.SHELTER)
        found["asking"] = _here(lan)
        story.refers(lan, code, "Nơi an toàn", story.SHELTER)
        found[name] = _here(lan)
    story.takes_up(yen, code)
    kim.opens("/cb/chuyen-gui/?huong=di").takes("Bản nháp")
    return {**found, "helped": f"/cb/ho-so/{code}/", "sent": found["asked"], "draft": _here(kim)}


def _work_of_others(lan: Desk, yen: Desk, minh: Desk, dung: Desk) -> dict[str, str]:
    yen.opens("/cb/").takes("Xem lại việc tạm lánh")
    minh.opens("/cb/chuyen-gui/").takes("Đang hỗ trợ").follows("Mở hồ sơ")
    dung.opens("/cb/chuyen-gui/").takes("Đang hỗ trợ")
    lan.opens("/cb/").takes("Hỏi ý kiến về cơ hội")
    stay = _here(yen).removesuffix("tam-lanh/")
    return {"stay": stay, "verifying": _here(minh), "job": _here(dung), "placement": _here(lan)}


def _directory(yen: Desk, quan: Desk) -> dict[str, str]:
    yen.opens("/cb/danh-ba/")
    hotline = yen.main.locator("a[href*='/danh-ba/so/']").first.get_attribute("href")
    yen.follows("Chỗ ở an toàn")
    quan.opens("/cb/don-vi/")
    member = quan.main.locator("a[href^='/cb/don-vi/']:not([href$='/moi/'])").first
    return {"service": _here(yen), "hotline": hotline, "member": member.get_attribute("href")}
