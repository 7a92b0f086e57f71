"""Another agency's file: there is nothing there, and nothing that says there was."""

import pytest

from tests.journeys import JOURNEY, story
from tests.journeys.desk import Desk
from tests.journeys.test_consent import asks_the_shelter

pytestmark = JOURNEY

PAGES = ("", "dong-y/", "ghi-chu/", "nguoi/", "thong-tin/", "chuyen-gui/", "nguoi-xem/")
PAGES += ("xac-minh/", "tam-lanh/", "ho-tro/", "tham-hoi/", "xem/ten/")


@pytest.fixture
def kim(at_desk) -> Desk:
    return at_desk("kim")


def told(desk: Desk, address: str) -> tuple[int, str]:
    """How the program answers, with the address itself taken out."""
    answer = desk.tab.goto(address)
    return answer.status, desk.tab.locator("body").aria_snapshot()


def test_a_file_of_others_looks_like_a_file_that_never_was(at_desk, kim):
    code = story.receives(at_desk("lan"), "Sinh kế")

    for page in PAGES:
        theirs = told(kim, f"/cb/ho-so/{code}/{page}")
        nobodys = told(kim, f"/cb/ho-so/KN-26-0000/{page}")

        assert theirs == nobodys
        assert theirs[0] == 404
        assert code not in kim.tab.title()


def test_a_request_between_others_can_neither_be_read_nor_answered(at_desk, kim):
    lan = at_desk("lan")
    code = asks_the_shelter(lan)
    address = lan.tab.url
    read = told(kim, address)
    kim.opens("/cb/")
    answered = kim.tab.evaluate(
        """async (address) => {
          const said = new FormData(document.querySelector("#lock"));
          return (await fetch(address + "nhan/", { method: "POST", body: said })).status;
        }""",
        address,
    )

    assert read[0] == 404
    assert code not in read[1]
    assert answered == 404
    assert "Đã gửi" in lan.opens(address).state


def test_in_the_lists_and_the_search_of_others_there_is_no_trace(at_desk, kim):
    code = story.receives(at_desk("lan"), "Sinh kế")
    lists = [
        kim.opens(page).main.inner_text() for page in ("/cb/", "/cb/ho-so/", "/cb/chuyen-gui/")
    ]
    kim.opens("/cb/ho-so/tim/").writes("Mã hồ sơ, số điện thoại", code).presses("Tìm")

    assert code not in "".join(lists)
    assert "0 hồ sơ" in kim.main.inner_text()
