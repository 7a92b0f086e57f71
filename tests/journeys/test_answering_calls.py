"""A call is answered on a phone with keys alone: 113 first, and no end without an outcome."""

from tests.journeys import JOURNEY, seeing
from tests.journeys.keyboard import Keyboard

pytestmark = JOURNEY

PHONE = {"width": 360, "height": 740}
NOTES = "có tiếng đàn ông, nói thật nhỏ"
NEEDED = "Hãy chọn kết quả để kết thúc cuộc gọi."


def test_a_call_ends_only_with_an_outcome(visitor):
    yen = visitor(**PHONE).signs_in("Yến")
    hands, found = Keyboard(yen.opens("/cb/goi-lai/").tab), []

    def look():
        found.extend(seeing.faults(yen.tab) + seeing.overflow(yen.tab))

    look()
    hands.goes_to("Có cuộc gọi đến").enters()
    first, address = yen.main.inner_text(), yen.tab.url
    look()
    hands.goes_to("Ghi chú").types(NOTES)
    hands.goes_to("Kết thúc cuộc gọi").enters()
    refused = yen.main.inner_text()
    kept = yen.main.get_by_label("Ghi chú").input_value()
    look()
    hands.goes_to("Kết quả cuộc gọi").types("Người")
    hands.goes_to("Kết thúc cuộc gọi").enters()
    yen.hears("Cuộc gọi đã có kết quả.")
    read = yen.opens(address).main.inner_text()
    look()

    assert first.index("gọi 113") < first.index("Ghi chú")
    assert NEEDED in refused and kept == NOTES
    assert "Người gọi cúp máy" in read
    assert (found, hands.lost) == ([], [])
