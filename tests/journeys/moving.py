"""The steps of a file that goes to another province, each by the person whose step it is."""

from pathlib import Path

from tests.journeys.desk import Desk

PROVINCE, OFFICE = "Thành phố Hồ Chí Minh", "Phòng Bảo trợ xã hội"
PACKS = ("Liên hệ", "Nhu cầu")


def begins(lan: Desk, code: str) -> Desk:
    """The words are shown, read to her, and she agrees."""
    lan.opens(f"/cb/ho-so/{code}/chuyen-tinh/")
    lan.main.get_by_label("Sang tỉnh nào").select_option(label=PROVINCE)
    lan.writes("Nơi nhận", OFFICE).answers("Vì sao chuyển", "Trở về quê")
    lan.answers("Gửi những gì", *PACKS)
    lan.answers("Người được hỗ trợ đồng ý bằng cách nào", "Nói trực tiếp")
    lan.presses("Tiếp tục").presses("Đã đọc, chị ấy đồng ý: gửi duyệt")
    return lan.hears("Đã gửi phụ trách duyệt.")


def approves(mai: Desk, code: str) -> Desk:
    """Another lead stands for it."""
    mai.opens(f"/cb/ho-so/{code}/chuyen-tinh/").presses("Duyệt")
    return mai.hears("Đã duyệt.")


def makes(lan: Desk, code: str) -> tuple[bytes, str]:
    """The packet is made and downloaded; gives it with the code that is shown once."""
    lan.opens(f"/cb/ho-so/{code}/chuyen-tinh/").presses("Làm tệp và mã")
    told = lan.main.locator("code").inner_text()
    with lan.tab.expect_download() as coming:
        lan.main.get_by_role("link", name="Tải tệp").click()
    assert coming.value.suggested_filename == "tep.bin"
    return Path(coming.value.path()).read_bytes(), told


def opens(kim: Desk, packet: bytes, told: str) -> Desk:
    """The other office opens the packet with the code it heard."""
    kim.opens("/cb/nhan-ho-so/").hands_in("Tệp chuyển hồ sơ", packet, name="tep.bin")
    return kim.writes("Mã mở tệp", told).presses("Mở tệp")
