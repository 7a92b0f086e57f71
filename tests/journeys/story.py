"""The steps of one woman's way, each by the person whose step it is, as the pages offer it."""

import re

from tests.journeys import calendar
from tests.journeys.desk import Desk

ALIAS = "chị Thử"
PHONE = "0909 000 123"
POLICE = "Công an thành phố Cần Thơ"
SHELTER = "Ngôi nhà Bình yên"
OSSO = "Văn phòng OSSO Cần Thơ"
JOBS = "Trung tâm Dịch vụ việc làm thành phố Cần Thơ"
HEALTH = "Sở Y tế thành phố Cần Thơ"
NEEDS = ("Xác minh", "Nơi an toàn", "Giấy tờ và pháp lý", "Sinh kế")
ASKED = dict(zip(NEEDS, (POLICE, SHELTER, OSSO, JOBS), strict=True))
ANOTHER = "Đây là người khác, lưu hồ sơ mới"
CODE = re.compile(r"KN-\d\d-[0-9A-Z]{4}")
COUNSELLED = "Chị ấy mơ thấy căn nhà cũ"


def receives(lan: Desk, *needs: str, called: str = ALIAS) -> str:
    """Somebody calls; six questions later she has a file. Gives its code."""
    lan.opens("/cb/tiep-nhan/").writes("1. Gọi chị ấy thế nào", called)
    lan.writes("2. Gọi lại cho chị ấy", PHONE).answers(
        "Ai có thể nghe máy", "Chỉ người được hỗ trợ"
    )
    lan.writes("Giờ gọi an toàn", "13 đến 15 giờ").answers("3. Chị ấy cần gì", *needs)
    lan.answers("4. Chị ấy có đang nguy hiểm", "Có, nhưng chưa phải ngay lúc này")
    lan.answers("6. Chị ấy có đồng ý", "Chị ấy đồng ý cho ghi")
    lan.answers("Chị ấy đến bằng cách nào", "Gọi điện").presses("Lưu")
    is_somebody_else(lan)
    lan.hears("Đã tiếp nhận. Mã hồ sơ KN-")
    return CODE.search(lan.heading)[0]


def is_somebody_else(lan: Desk) -> None:
    """Files that may be hers were shown, perhaps: this is another person."""
    if lan.tab.get_by_role("button", name=ANOTHER).count():
        lan.presses(ANOTHER)


def agrees(lan: Desk, code: str, purpose: str, *agencies: str, packs: tuple[str, ...] = ()) -> None:
    """She says yes: for this purpose, these agencies may know these things."""
    lan.opens(f"/cb/ho-so/{code}/dong-y/").answers("Chia sẻ để làm gì", purpose)
    lan.answers("Cho nơi nào biết", *agencies).answers("Cho biết những gì", *packs)
    lan.answers("Người được hỗ trợ đồng ý", "Qua điện thoại").presses("Ghi sự đồng ý")
    lan.hears("Đã ghi sự đồng ý.")


def refers(lan: Desk, code: str, purpose: str, agency: str) -> None:
    """Another agency is asked, after a last look at what it will read."""
    lan.opens(f"/cb/ho-so/{code}/chuyen-gui/").follows(purpose)
    lan.takes(agency).presses("Xem lại trước khi gửi")
    lan.presses("Gửi chuyển gửi").hears("Đã gửi. Nơi nhận sẽ thấy ngay")


def takes_up(receiver: Desk, code: str) -> None:
    """The agency that is asked opens its queue, says yes, and begins."""
    receiver.opens("/cb/chuyen-gui/").takes(code)
    receiver.presses("Nhận").hears("Đã nhận. Nơi gửi sẽ thấy ngay.")
    receiver.presses("Đã liên hệ, bắt đầu hỗ trợ").hears("Đã ghi là đang hỗ trợ.")


def decides(minh: Desk, code: str) -> None:
    """The police write down what they have established."""
    minh.opens("/cb/chuyen-gui/").takes(code).follows("Mở hồ sơ")
    minh.follows("Xác minh, xác định").answers("Kết luận", "Nạn nhân")
    minh.writes_day("Ngày kết luận", calendar.today())
    minh.tab.get_by_label("Giấy tờ").select_option("Giấy xác nhận của cơ quan Công an")
    minh.writes("Số văn bản", "000/DLG").answers("Căn cứ", "Cơ quan tiến hành tố tụng cung cấp")
    minh.presses("Ghi kết luận").hears("Đã ghi kết luận.")


def admits(yen: Desk, code: str, address: str) -> None:
    """The shelter takes her in; where, only it will ever read."""
    yen.opens("/cb/chuyen-gui/").takes(code).follows("Mở hồ sơ").follows("Tạm lánh")
    yen.question("Phòng").get_by_label("Phòng cho người ở một mình").first.check()
    yen.writes("Nơi ở", address)
    yen.presses("Ghi việc vào tạm lánh").hears("Nơi ở chỉ đơn vị bạn đọc được.")


def comes_at_night(yen: Desk) -> str:
    """Somebody stands at the door and has no file. Gives the code of the one that begins."""
    before = set(CODE.findall(yen.opens("/cb/tam-lanh/").main.inner_text()))
    yen.follows("Nhận người vào ngay").writes("Gọi chị ấy thế nào", ALIAS)
    yen.question("Phòng").get_by_label("Phòng cho người ở một mình").first.check()
    yen.presses("Nhận vào").hears("Đã nhận vào.")
    [code] = set(CODE.findall(yen.main.inner_text())) - before
    return code


def plans_for_danger(yen: Desk, code: str) -> None:
    """Her plan for danger is written down."""
    yen.opens(f"/cb/ho-so/{code}/ke-hoach-an-toan/")
    yen.writes("Chị ấy gọi được cho ai", "Cô Sáu 0909 000 111\nChú Ba")
    yen.writes("Điều gì báo trước", "Anh ấy uống rượu")
    yen.presses("Ghi kế hoạch").hears("Đã ghi kế hoạch an toàn.")


def counsels(tam: Desk, file: str) -> dict[str, str]:
    """A counsellor begins with her, and writes the first sitting. Gives where they lie."""
    tam.opens(f"{file}tham-van/").follows("Bắt đầu tham vấn")
    tam.answers("Chị ấy có đồng ý", "Đồng ý").presses("Bắt đầu")
    course = "/" + tam.tab.url.split("/", 3)[3]
    tam.tab.get_by_label("Bao nhiêu phút").select_option("45")
    tam.question("Chuyện về điều gì").get_by_label("Giấc ngủ").check()
    tam.answers("Chị ấy tự thấy mình thế nào", "2 – khó khăn")
    tam.writes("Ghi chú riêng", COUNSELLED).presses("Ghi buổi tham vấn")
    tam.hears("Đã ghi buổi tham vấn.")
    sitting = tam.main.locator("a[href*='/tham-van/buoi/']").first.get_attribute("href") or ""
    tam.opens(f"{file}tham-van/")
    telling = tam.main.locator("a[href*='/cho-biet/']").first.get_attribute("href") or ""
    return {"course": course, "sitting": sitting, "telling": telling}


def lets_go(yen: Desk, code: str) -> None:
    """She leaves the shelter, to somewhere that nobody writes down."""
    yen.opens(f"/cb/ho-so/{code}/tam-lanh/").follows("Ghi việc rời")
    yen.answers("Lý do rời", "Nơi về đã an toàn").answers("Đi đâu", "Đến nhà người thân")
    yen.presses("Ghi việc rời").hears("Đã ghi việc rời nơi tạm lánh.")


def helps(kim: Desk, code: str) -> None:
    """The one-stop office writes down what it gave."""
    kim.opens("/cb/chuyen-gui/").takes(code).follows("Mở hồ sơ").follows("Ghi việc đã hỗ trợ")
    kim.tab.get_by_label("Loại hỗ trợ").select_option("Giấy tờ, hộ tịch")
    kim.writes("Số giờ", "1,5").presses("Ghi hỗ trợ").hears("Đã ghi hỗ trợ.")


def finds_work(dung: Desk, lan: Desk, code: str) -> None:
    """The job centre proposes, she is asked first, then the employer; she begins."""
    dung.opens("/cb/chuyen-gui/").takes(code).follows("Đề xuất cơ hội")
    dung.question("Cơ hội").get_by_role("radio").first.check()
    dung.presses("Đề xuất").hears("Người được hỗ trợ sẽ được hỏi ý kiến trước.")
    lan.does(code, "Hỏi ý kiến về cơ hội")
    lan.answers("Người được hỗ trợ trả lời", "Đồng ý").presses("Ghi câu trả lời")
    lan.hears("Đã ghi câu trả lời của người được hỗ trợ.")
    dung.does(code, "Hỏi nơi nhận việc")
    dung.answers("Nơi nhận trả lời", "Nhận").presses("Ghi câu trả lời")
    dung.hears("Đã ghi câu trả lời của nơi nhận.")
    dung.writes_day("Ngày bắt đầu", calendar.today()).presses("Ghi ngày bắt đầu")
    dung.hears("Đã ghi ngày bắt đầu.")


def reports(receiver: Desk, code: str) -> None:
    """The agency that was asked says how it ended."""
    receiver.opens("/cb/chuyen-gui/").takes(code).follows("Báo kết quả")
    receiver.answers("Kết quả", "Đạt").presses("Báo kết quả")
    receiver.hears("Đã ghi. Nơi gửi sẽ thấy ngay.")


def confirms(lan: Desk, code: str) -> None:
    """Who asked agrees, request by request."""
    while lan.must_do(code, "Xác nhận kết quả").count():
        lan.does(code, "Xác nhận kết quả")
        lan.presses("Xác nhận kết quả").hears("Đã xác nhận kết quả.")


def follows(lan: Desk, code: str) -> None:
    """She lives her own life again; from now on she is asked how it goes."""
    lan.opens(f"/cb/ho-so/{code}/").unfolds("Việc khác của hồ sơ").presses("Chuyển sang theo dõi")
    lan.hears("Đã lên lịch thăm hỏi sau 1, 3, 6 và 12 tháng.")


def visits(lan: Desk, code: str, month: int, how_it_goes: str) -> None:
    """She is asked how it goes, and her answer is written down."""
    lan.opens(f"/cb/ho-so/{code}/tham-hoi/").takes(f"Sau {month} tháng")
    lan.answers("Thăm hỏi bằng cách nào", "Gọi điện")
    lan.answers("Cuộc sống của chị ấy bây giờ", how_it_goes)
    lan.answers("Có chuyện gì xảy ra không", "Không có").presses("Ghi lần thăm hỏi")
    lan.hears("Đã ghi lần thăm hỏi.")


def proposes_the_end(lan: Desk, code: str) -> None:
    """Support can end, says the officer responsible."""
    lan.opens(f"/cb/ho-so/{code}/").unfolds("Việc khác của hồ sơ").follows("Kết thúc hỗ trợ")
    lan.answers("Vì sao kết thúc", "Cuộc sống đã ổn định").presses("Đề nghị kết thúc")
    lan.hears("Đã gửi đề nghị cho phụ trách đơn vị xem lại.")


def closes(lan: Desk, mai: Desk, code: str) -> None:
    """Support ends: one officer proposes it, a lead agrees."""
    proposes_the_end(lan, code)
    mai.does(code, "Xem lại việc kết thúc hỗ trợ")
    mai.presses("Đồng ý kết thúc").hears("Đã kết thúc hỗ trợ.")


def shared_with(lan: Desk, yen: Desk) -> str:
    """A file in which the shelter takes part. Gives its code."""
    code = receives(lan, "Nơi an toàn")
    agrees(lan, code, "Nơi an toàn", SHELTER)
    refers(lan, code, "Nơi an toàn", SHELTER)
    takes_up(yen, code)
    return code


def gives_work(by: Desk, code: str, to: str, words: str) -> None:
    """A piece of work for an agency that takes part, until tomorrow."""
    by.opens(f"/cb/ho-so/{code}/").follows("Giao việc")
    by.tab.get_by_label("Giao cho ai").select_option(label=to)
    by.answers("Loại việc", "Gọi điện").writes("Việc cần làm", words)
    by.writes_day("Xong trước hết ngày", calendar.today()).presses("Giao việc")
    by.hears("Đã giao. Việc nằm trong Việc hôm nay của nơi được giao.")


def is_asked(lan: Desk, code: str, when: str, **levels: str) -> None:
    """She says how she lives: for some parts a step of the scale, by its first words."""
    lan.opens(f"/cb/ho-so/{code}/").follows("Chị ấy sống thế nào").follows("Hỏi và ghi lại")
    lan.answers("Hỏi vào dịp nào", when)
    for part, level in levels.items():
        first = re.compile(f"^{re.escape(level)}")
        lan.question(part.replace("_", " ")).get_by_label(first).check()
    lan.presses("Ghi đánh giá").hears("Đã ghi đánh giá.")


def wants(lan: Desk, code: str, words: str) -> None:
    """What she wants is written down in her words, and a page for its first step opens."""
    lan.opens(f"/cb/ho-so/{code}/").follows("Kế hoạch")
    lan.answers("Về điều gì", "Học hành, tay nghề").writes("Chị ấy mong muốn điều gì", words)
    lan.presses("Ghi mong muốn").hears("Đã ghi. Bây giờ hãy ghi bước đầu tiên.")


def plans(lan: Desk, to: str, words: str) -> None:
    """A step to it, for an agency that takes part, until a year from now."""
    lan.writes("Việc cần làm", words)
    lan.tab.get_by_label("Nơi làm").select_option(label=to)
    lan.writes_day("Xong trước hết ngày", calendar.in_a_year()).presses("Thêm bước")
    lan.hears("Đã ghi bước này.")


def calls(lan: Desk, code: str, *invited: str, topic: str = "Chỗ ở tháng tới") -> None:
    """Agencies are invited to talk about the file, in a year."""
    lan.opens(f"/cb/ho-so/{code}/").follows("Họp về hồ sơ")
    lan.writes_day("Ngày họp", calendar.in_a_year()).writes("Giờ họp", "14 giờ 30")
    lan.answers("Cách họp", "Qua điện thoại").answers("Mời nơi nào", *invited)
    lan.answers("Người được hỗ trợ có dự không", "Đã hỏi, người đó nhờ nói thay")
    lan.writes("Điều người đó nhờ nói thay", "Cháu muốn học may").writes("Nội dung họp", topic)
    lan.presses("Gọi họp").hears("Đã gọi họp. Nơi được mời thấy ngay")


def meets_now(lan: Desk) -> None:
    """It is held at once instead."""
    lan.follows("Đổi ngày họp").writes_day("Ngày họp", calendar.today())
    lan.writes("Giờ họp", calendar.this_minute()).answers("Vì sao đổi", "Lý do khác")
    lan.presses("Đổi ngày").hears("Đã đổi ngày. Mọi nơi được hỏi lại.")


def writes_minutes(lan: Desk, *came: str) -> None:
    """Who came, what was said; no decision."""
    lan.follows("Ghi biên bản")
    for name in came:
        lan.question("Ai có mặt").get_by_label(f"{name},").first.check()
    lan.writes("Biên bản", "Đã bàn chỗ ở.").presses("Ghi biên bản")
    lan.hears("Đã ghi biên bản.")
