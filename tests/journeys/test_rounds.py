"""A round is announced with its seed, made by the worker, and her officer reads why in her file."""

from tests.journeys import JOURNEY, seeing, story
from tests.journeys.desk import Desk
from tests.journeys.keyboard import Keyboard

pytestmark = JOURNEY

PHONE = {"width": 360, "height": 740}
LONGEST = 40


def look(desk: Desk, found: list[str]) -> None:
    found.extend(seeing.faults(desk.tab) + seeing.overflow(desk.tab))


def tells_of_herself(lan: Desk) -> str:
    """She wants work by day and must not go to one commune."""
    code = story.receives(lan, "Sinh kế")
    lan.opens(f"/cb/ho-so/{code}/nghe/").answers("Làm được lúc nào", "Ban ngày")
    lan.main.get_by_role("combobox", name="Khoảng tuổi").select_option("Từ 25 đến 34 tuổi")
    lan.writes("Những xã, phường cần tránh", "Xã Mỹ Tú, TP Cần Thơ")
    lan.presses("Lưu").hears("Đã lưu.")
    return code


def begins(dung: Desk, found: list[str]) -> Keyboard:
    """With keys alone; the seed stands there before anything runs."""
    hands = Keyboard(dung.opens("/cb/dot-ghep/").tab)
    look(dung, found)
    hands.goes_to("Xem").enters()
    assert "Hạt giống" in dung.main.inner_text()
    look(dung, found)
    hands.goes_to("Bắt đầu ghép").enters()
    dung.hears("Đã bắt đầu ghép.")
    return hands


def waits_until_it_is_made(dung: Desk) -> str:
    """The worker makes it; the page says so when it is read again."""
    here = dung.tab.url
    for _second in range(LONGEST):
        said = dung.opens(here).main.inner_text()
        if "Đã ghép xong" in said:
            return said
        dung.tab.wait_for_timeout(1000)
    return said


def test_a_round_is_begun_with_keys_and_read_in_her_file_alone(at_desk):
    found: list[str] = []
    lan, dung = at_desk("lan"), at_desk("dung", **PHONE)
    code = tells_of_herself(lan)

    hands = begins(dung, found)
    said = waits_until_it_is_made(dung)
    look(dung, found)
    hers = lan.opens(f"/cb/ho-so/{code}/dot-ghep/").main.inner_text()
    look(lan, found)

    assert "Đã ghép xong" in said
    assert code not in said
    assert "Mỹ Tú" not in said
    assert "Đợt công bố" in hers
    assert (found, hands.lost) == ([], [])
