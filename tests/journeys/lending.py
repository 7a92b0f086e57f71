"""How somebody lends, and keeps the book of a group, at her screen."""

from datetime import date

from tests.journeys.desk import Desk


def lends(lan: Desk, file: str, first: date, words: str = "Trả sau Tết") -> None:
    """Three million from the fund of the Women's Union, in three parts, at 6.6 percent."""
    lan.opens(f"{file}vay/").writes("Số tiền vay", "3 triệu").writes("Lãi suất", "6,6")
    for label, answer in (
        ("Nguồn vốn", "Quỹ của Hội Liên hiệp Phụ nữ"),
        ("Vay để làm gì", "Chăn nuôi"),
    ):
        lan.tab.get_by_label(label).select_option(label=answer)
    lan.writes_day("Ngày trả đầu tiên", first).writes("Số lần trả", "3")
    lan.writes("Điều đã hẹn", words).presses("Ghi khoản vay")
    lan.hears("Đã ghi khoản vay và lịch trả.")


def keeps_a_group(mai: Desk) -> dict[str, str]:
    """A group with one member, who has put two shares into the box."""
    mai.opens("/cb/to-tiet-kiem/").writes("Tên tổ", "Tổ bản Lũng").writes("Một phần góp", "10.000")
    mai.presses("Lập tổ").writes("Tên gọi", "Hoa").presses("Ghi thành viên")
    group = "/" + mai.tab.url.split("/", 3)[3]
    mai.opens(f"{group}hop/").writes("1. Hoa", "2").presses("Ghi buổi họp")
    found = {"savings": group}
    for name, part in (("saver", "thanh-vien"), ("box", "but-toan")):
        link = mai.main.locator(f"a[href*='/{part}/']").first
        found[name] = link.get_attribute("href") or ""
    return found
