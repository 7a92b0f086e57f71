"""Where in the running demo an example of each kind of page lies."""

from datetime import datetime, timedelta

from ketnoi.foundation.clock import ZONE
from ketnoi.foundation.tests import papers
from ketnoi.intake.tests import answering
from ketnoi.linkage.tests import make as lists
from ketnoi.livelihood.tests import make as offers
from tests.journeys import calendar, giving, lending, living, moving, story, telling
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
        **_twins(lan),
        **_transfers(lan, profiles.sit("mai"), kim),
        "emergency": _emergency(lan, kim),
        **(talks := _talks(lan, yen)),
        **_funds(lan, profiles.sit("mai"), talks["planned"]),
        **_loans(lan, talks["planned"]),
        **lending.keeps_a_group(profiles.sit("mai")),
        **_office(kim),
        **giving.addresses(lan, profiles.sit("mai")),
        **telling.addresses(profiles.sit("mai"), profiles.sit("minh")),
        **_counselled(lan, profiles.sit("tam")),
        "list": _list(lan),
        **_partner(profiles.sit("vy")),
        "agreement": _agreement(lan),
        "callback": _callback(yen),
        **_calls(yen),
        "round": _round(dung),
    }


def _callback(yen: Desk) -> str:
    yen.opens("/cb/goi-lai/")
    return yen.main.locator(".row a[href*='/goi-lai/']").first.get_attribute("href") or ""


def _calls(yen: Desk) -> dict[str, str]:
    pad = _here(yen.opens("/cb/goi-lai/").presses("Có cuộc gọi đến"))
    called = f"{datetime.now(ZONE) - timedelta(hours=5):%d/%m/%Y %H:%M}"
    rows = answering.sheet(("0912345003", called, 12, "Khmer", "Có"), ("x", "", "", "", ""))
    sent = {"name": "a.xlsx", "mimeType": "application/octet-stream", "buffer": rows}
    yen.opens("/cb/cuoc-goi/nho/").tab.locator("input[type=file]").set_input_files(sent)
    return {"call": pad, "missed calls": _here(yen.presses("Đọc tệp"))}


def _agreement(lan: Desk) -> str:
    lan.opens("/cb/thoa-thuan/")
    return lan.main.locator(".row a").first.get_attribute("href") or ""


def _round(dung: Desk) -> str:
    dung.opens("/cb/dot-ghep/")
    return dung.main.locator(".row a").first.get_attribute("href") or ""


def _here(desk: Desk) -> str:
    return "/" + desk.tab.url.split("/", 3)[3]


def _files(lan: Desk) -> dict[str, str]:
    found = {"new": f"/cb/ho-so/{story.receives(lan, 'Sinh kế')}/"}
    for name, status in (("file", "active"), ("followed", "following"), ("closed", "closed")):
        lan.opens(f"/cb/ho-so/?status={status}")
        found[name] = lan.main.locator(".row a").first.get_attribute("href")
    story.proposes_the_end(lan, ending := story.receives(lan, "Sinh kế"))
    found["ending"] = f"/cb/ho-so/{ending}/"
    found["child"] = _child(lan, found["file"])
    found["attached"] = _attachments(lan, found["file"])
    lan.opens(f"{found['new']}chuyen-gui/?nhu-cau=safe_place").takes(story.SHELTER)
    return {**found, "asking of new": _here(lan)}


def _twins(lan: Desk) -> dict[str, str]:
    one, other, third = (story.receives(lan, "Sinh kế") for _ in range(3))
    lan.opens(f"/cb/ho-so/{one}/ho-so-trung/{third}/")
    lan.answers("Vì sao biết là một người", "Tiếp nhận hai lần").presses("Gộp hai hồ sơ")
    lan.opens(f"/cb/ho-so/{one}/").follows(f"Xem lại hoặc tách hồ sơ {third}")
    return {"twins": f"/cb/ho-so/{one}/ho-so-trung/{other}/", "merge": _here(lan)}


def _transfers(lan: Desk, mai: Desk, kim: Desk) -> dict[str, str]:
    """One that waits for a lead, one on its way, one that is looked at, one that came."""
    proposed, *others = (story.receives(lan, "Sinh kế") for _ in range(4))
    moving.begins(lan, proposed)
    packets = []
    for code in others:
        moving.begins(lan, code)
        moving.approves(mai, code)
        packets.append(moving.makes(lan, code))
    moving.opens(kim, *packets[1])
    arrival = _here(kim)
    moving.opens(kim, *packets[2]).presses("Nhận")
    way = {"proposed": proposed, "moving": others[0]}
    found = {name: f"/cb/ho-so/{code}/chuyen-tinh/" for name, code in way.items()}
    return {**found, "arrival": arrival, "arrived": _here(kim).removesuffix("ma-da-nhan/")}


def _child(lan: Desk, file: str) -> str:
    lan.opens(f"{file}gia-dinh/").answers("Là gì của chị ấy", "Con").writes("Gọi là gì", "Tí")
    lan.presses("Thêm người thân")
    return _here(lan)


def _attachments(lan: Desk, file: str) -> str:
    lan.opens(f"{file}giay-to/tep/").hands_in("Tệp", papers.picture())
    lan.answers("Loại giấy tờ", "Quyết định, kết luận").presses("Lưu giấy tờ")
    return _here(lan)


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
    mistaken = _support(yen, f"/cb/ho-so/{code}/")
    kim.opens("/cb/chuyen-gui/?huong=di").takes("Bản nháp")
    found |= {"helped": f"/cb/ho-so/{code}/", "sent": found["asked"], "draft": _here(kim)}
    return {**found, "support": mistaken}


def _support(yen: Desk, file: str) -> str:
    yen.opens(f"{file}ho-tro/")
    yen.tab.get_by_label("Loại hỗ trợ").select_option("Tâm lý")
    yen.presses("Ghi hỗ trợ").opens(f"{file}ho-tro/").follows("Đánh dấu ghi nhầm")
    return _here(yen)


def _work_of_others(lan: Desk, yen: Desk, minh: Desk, dung: Desk) -> dict[str, str]:
    yen.opens("/cb/").takes("Xem lại việc tạm lánh")
    minh.opens("/cb/chuyen-gui/").takes("Đang hỗ trợ").follows("Mở hồ sơ")
    lan.opens("/cb/").takes("Hỏi ý kiến về cơ hội")
    found = {"placement": _here(lan), "offer": _offer(dung), "to check": _to_check(dung)}
    stay = _here(yen).removesuffix("tam-lanh/")
    house = _here(yen.follows("Ghi việc rời")).removesuffix("roi-di/")
    yen.opens("/cb/").takes("Nơi khác có thể đang hỗ trợ một người bạn biết")
    lan.opens("/cb/").takes("Hai nơi cùng hỗ trợ một người")
    return found | {
        "approach": _here(yen),
        "introduction": _here(lan),
        "stay": stay,
        "house": house,
        "night": _night(yen),
        "verifying": _here(minh),
        "job": _job(lan, dung),
    }


def _night(yen: Desk) -> str:
    """Somebody who came at night, with a plan for danger."""
    code = story.comes_at_night(yen)
    story.plans_for_danger(yen, code)
    return f"/cb/ho-so/{code}/"


def _job(lan: Desk, dung: Desk) -> str:
    code = story.receives(lan, "Sinh kế")
    story.agrees(lan, code, "Sinh kế", story.JOBS)
    story.refers(lan, code, "Sinh kế", story.JOBS)
    story.takes_up(dung, code)
    return _here(dung)


def _list(lan: Desk) -> str:
    rows = [("Nguyễn Thị Thử", "1995", "", "", ""), ("", "1995", "", "", "")]
    sent = {"name": "a.xlsx", "mimeType": "application/octet-stream", "buffer": lists.sheet(rows)}
    lan.opens("/cb/danh-sach/").tab.locator("input[type=file]").set_input_files(sent)
    return _here(lan.presses("Gửi tệp để xem trước"))


def _partner(vy: Desk) -> dict[str, str]:
    vy.opens("/cb/sinh-ke/gioi-thieu/")
    candidate = vy.main.locator("a[href*='/gioi-thieu/']").first.get_attribute("href")
    rows = [{"title": "Ủi", "commune": ""}, {"title": "", "places": "nhiều"}]
    sent = {"name": "a.xlsx", "mimeType": "application/octet-stream", "buffer": offers.sheet(rows)}
    vy.opens("/cb/sinh-ke/danh-sach/").tab.locator("input[type=file]").set_input_files(sent)
    vy.answers("Dòng không ghi loại", "Việc làm").presses("Đọc tệp")
    return {"candidate": candidate or "", "offers": _here(vy)}


def _to_check(dung: Desk) -> str:
    return _on_any_page(dung.opens("/cb/sinh-ke/"), "Ghi đã kiểm tra")


def _offer(dung: Desk) -> str:
    return _on_any_page(dung.opens("/cb/sinh-ke/"), "Rút cơ hội")


def _on_any_page(desk: Desk, link: str) -> str:
    """Where the first link of this name leads, on whichever page of the list it is."""
    links = desk.main.get_by_role("link", name=link)
    while not links.count():
        desk.follows("Trang sau")
    return links.first.get_attribute("href") or ""


def _directory(yen: Desk, quan: Desk) -> dict[str, str]:
    yen.opens("/cb/danh-ba/")
    hotline = yen.main.locator("a[href*='/danh-ba/so/']").first.get_attribute("href")
    yen.follows("Chỗ ở an toàn")
    quan.opens("/cb/don-vi/")
    member = quan.main.locator("th a[href^='/cb/don-vi/']").first
    return {"service": _here(yen), "hotline": hotline, "member": member.get_attribute("href")}


def _talks(lan: Desk, yen: Desk) -> dict[str, str]:
    code = story.shared_with(lan, yen)
    file, found = f"/cb/ho-so/{code}/", {}
    story.gives_work(lan, code, story.SHELTER, "Gọi trạm y tế xã")
    lan.takes("Gọi trạm y tế xã")
    found = {"shared": file, "work": _here(lan), **_plan(lan, code)}
    found |= living.examples(yen, living.moves_in(yen, code))
    for name in ("meeting", "met"):
        story.calls(lan, code, story.SHELTER)
        found[name] = _here(lan)
    story.meets_now(lan)
    story.writes_minutes(lan, "Yến")
    return found


def _plan(lan: Desk, code: str) -> dict[str, str]:
    """A file with an assessment, and a step that lies with the shelter."""
    story.is_asked(lan, code, "Lúc tiếp nhận", Thu_nhập="Khó:")
    lan.follows("Đánh dấu ghi nhầm")
    found = {"planned": f"/cb/ho-so/{code}/", "assessed": _here(lan)}
    story.wants(lan, code, "Em muốn học may")
    found["goal"] = _here(lan)
    story.plans(lan, story.SHELTER, "Ghi tên lớp may")
    lan.takes("Ghi tên lớp may")
    return {**found, "step": _here(lan)}


def _office(kim: Desk) -> dict[str, str]:
    """A file at the one-stop office with a child without papers, and appointments of others."""
    found = {"meets": _here(kim.does("Buổi hẹn"))}
    found["missed"] = _here(kim.does("Gọi lại sau khi lỡ hẹn")).removesuffix("goi-lai/")
    found["office"] = _here(kim.does("Xếp các nhu cầu một cửa"))
    wish = kim.main.locator("a[href*='/nhu-cau/']").first
    found["wish"] = wish.get_attribute("href") or ""
    _child(kim, found["office"].removesuffix("mot-cua/"))
    kim.opens(found["office"])
    nothing_noted = kim.main.locator("section, .card", has_not_text="Quốc tịch")
    child = nothing_noted.locator("a[href*='/mot-cua/con/']").first
    found["papers of a child"] = child.get_attribute("href") or ""
    kim.opens(f"{found['office']}tu-van/").answers("Gặp thế nào", "Qua điện thoại")
    kim.tab.get_by_label("Tư vấn về việc gì").select_option("Tâm lý")
    link = kim.presses("Ghi buổi tư vấn").main.locator("a[href*='/ghi-nham/']").first
    return {**found, "held": link.get_attribute("href") or ""}


def _counselled(lan: Desk, tam: Desk) -> dict[str, str]:
    """A course with a sitting, a file without one, a danger, and a group that met once."""
    tam.opens("/cb/ho-so/")
    links = tam.main.locator(".row a")
    file, alone = (links.nth(n).get_attribute("href") or "" for n in (0, 1))
    found = {"counselled": file, "alone": alone, **story.counsels(tam, file)}
    code = story.receives(lan, "Sinh kế")
    lan.opens(f"/cb/ho-so/{code}/nguy-hiem/").answers("Nguy hiểm gì", "Trẻ em đang gặp nguy hiểm")
    link = lan.presses("Báo nguy hiểm").main.locator("a[href*='/nguy-hiem/']").first
    return {**found, "danger": link.get_attribute("href") or "", **_group(tam, file)}


def _group(tam: Desk, file: str) -> dict[str, str]:
    tam.opens("/cb/tham-van/nhom/").answers("Nhóm về điều gì", "Làm mẹ")
    tam.writes("Gặp ở phòng nào", "phòng số 2").writes("Bao nhiêu chỗ", "6")
    tam.writes_day("Bắt đầu từ ngày", calendar.today()).presses("Mở nhóm")
    group = _here(tam)
    tam.follows("Thêm một người").writes("Mã hồ sơ", file.strip("/").split("/")[-1])
    tam.answers("Chị ấy có đồng ý", "Không, giữ riêng").presses("Ghi chỗ")
    tam.tab.get_by_label("Bao nhiêu phút").select_option("60")
    link = tam.presses("Ghi buổi của nhóm").main.locator("a[href*='/buoi/']").first
    return {"group": group, "group meeting": link.get_attribute("href") or ""}


def _funds(lan: Desk, mai: Desk, file: str) -> dict[str, str]:
    """A fund of Lan's agency with an entry, and a promise from it."""
    mai.opens("/cb/quy/").writes("Tên quỹ", "Quỹ khởi nghiệp")
    mai.tab.get_by_label("Nguồn").select_option(label="Đóng góp, tài trợ")
    mai.presses("Mở quỹ")
    found = {"fund": _here(mai)}
    mai.writes("Số tiền", "5 triệu").writes("Số chứng từ", "PT 01").presses("Ghi tiền vào")
    found["entry"] = mai.main.locator("a[href*=but-toan]").first.get_attribute("href") or ""
    lan.opens(f"{file}tien/").writes("Số tiền", "1 triệu")
    lan.tab.get_by_label("Từ quỹ nào").select_option(label="Quỹ khởi nghiệp")
    lan.tab.get_by_label("Cho việc gì").select_option(label="Học nghề")
    lan.presses("Hứa chi")
    pressed = lan.main.locator("form[action$='/thoi/']").first.get_attribute("action") or ""
    return {**found, "promise": pressed.removesuffix("thoi/")}


def _loans(lan: Desk, file: str) -> dict[str, str]:
    """A loan of Lan's agency with a payment, and another one that is to be forgiven."""
    found = {}
    for name in ("to forgive", "loan"):
        lending.lends(lan, file, calendar.in_a_year())
        found[name] = _here(lan)
    lan.writes("Số tiền", "100 nghìn").presses("Ghi lần trả")
    paid = lan.main.locator("a[href*='/dinh-chinh/']").first.get_attribute("href")
    lan.opens(f"{found['to forgive']}xoa-no/")
    lan.tab.get_by_label("Chuyện gì đã xảy ra").select_option(label="Chuyện gia đình")
    wish = lan.presses("Gửi đề nghị").main.locator("a[href*='/vay/xoa/']").first
    found["to forgive"] = wish.get_attribute("href") or ""
    return {**found, "paid back": paid or ""}


def _emergency(lan: Desk, kim: Desk) -> str:
    code = story.receives(lan, "Nơi an toàn")
    kim.opens("/cb/khan-cap/")
    kim.tab.get_by_label("Mã hồ sơ").fill(code)
    kim.tab.get_by_label("Tính mạng đang bị đe dọa").check()
    kim.tab.get_by_label("Chuyện gì đang xảy ra").fill("Có người đe dọa.")
    kim.presses("Mở hồ sơ khẩn cấp")
    kim.opens("/cb/").takes("Xác nhận lần mở khẩn cấp")
    return _here(kim).removesuffix("xac-nhan/")
