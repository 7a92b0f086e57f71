"""Life in a house of the demo: a note, something kept, a visitor, a way."""

from datetime import timedelta

from tests.journeys import calendar
from tests.journeys.desk import Desk

DAY = timedelta(days=1)


def moves_in(yen: Desk, code: str) -> str:
    """She is taken in; gives where the pages of her life in the house lie."""
    yen.opens(f"/cb/ho-so/{code}/tam-lanh/").writes("Nơi ở", "Phòng tầng hai")
    yen.question("Phòng").get_by_role("radio").first.check()
    yen.presses("Ghi việc vào tạm lánh").opens(f"/cb/ho-so/{code}/tam-lanh/")
    return "/" + yen.follows("Sống trong nhà").tab.url.split("/", 3)[3]


def notes(yen: Desk, house: str, words: str) -> None:
    """A sentence about the day, which the next shift must know."""
    yen.opens(f"{house}so-ngay/").answers("Về việc gì", "Ngủ").writes("Ghi một câu", words)
    yen.tab.get_by_label("Ca sau cần biết").check()
    yen.presses("Ghi vào sổ ngày").hears("Đã ghi.")


def keeps(yen: Desk, house: str, thing: str, words: str) -> None:
    """Something of hers is kept for her."""
    yen.opens(f"{house}do-dung/").answers("Thứ gì", thing).writes("Tả thế nào", words)
    yen.answers("Chị ấy xác nhận thế nào", "Chị ấy ký vào sổ")
    yen.presses("Ghi vào sổ giữ đồ").hears("Đã ghi món này")


def is_asked_for(yen: Desk, house: str, visitor: str) -> None:
    """Somebody wants to visit her tomorrow."""
    yen.opens(f"{house}tham/").writes("Ai muốn đến thăm", visitor)
    yen.answers("Là gì của chị ấy", "Cha, mẹ").writes_day("Muốn đến ngày", calendar.today() + DAY)
    yen.writes("Muốn đến lúc", "9:00").presses("Ghi người muốn đến thăm").hears("hỏi chị ấy")


def is_taken(yen: Desk, house: str) -> None:
    """She will be taken to the agency that holds her file."""
    yen.opens(f"{house}dua-don/").answers("Chiều đi", "Từ nhà tạm lánh đến nơi khác")
    yen.question("Nơi kia").get_by_role("radio").first.check()
    for question, hour in (("Ngày đi", "Giờ đi"), ("Phải đến ngày", "Phải đến trước")):
        yen.writes_day(question, calendar.today() + (1 if hour == "Giờ đi" else 2) * DAY)
        yen.writes(hour, "9:00")
    yen.writes("Ai lái xe, ai đi cùng", "Cô Hạnh").presses("Hẹn chuyến đi").hears("Đã hẹn")


def examples(yen: Desk, house: str) -> dict[str, str]:
    """One of each, and where it lies."""
    notes(yen, house, "Ngủ ngon")
    keeps(yen, house, "Giấy tờ", "Thẻ căn cước")
    is_asked_for(yen, house, "Bà Tư")
    is_taken(yen, house)
    kinds = {"thing": "do-dung", "visit": "tham", "ride": "dua-don"}
    found = {name: _first(yen.opens(f"{house}{part}/"), part) for name, part in kinds.items()}
    return {"living": house, **found}


def _first(yen: Desk, part: str) -> str:
    inside = yen.main.locator(f".content a[href*='/{part}/']").first
    return inside.get_attribute("href") or ""
