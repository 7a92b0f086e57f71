"""How somebody lends at her screen."""

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
