"""A neighbour tells of something on a telephone, without script, and reads the answer."""

from tests.journeys import JOURNEY, seeing

pytestmark = JOURNEY

PHONE = {"width": 360, "height": 740}
NO_SCRIPT = {**PHONE, "java_script_enabled": False}
ASKED = "main textarea, main input:not([type=hidden]), main select"
AT_MOST = 3


def seen(reader, tab):
    """What is wrong on a page, seen in a tab with script: what looks for it is one."""
    reader.set_content(tab.content())
    return seeing.faults(reader) + seeing.overflow(reader)


def test_a_neighbour_tells_and_reads_the_answer_with_a_receipt(visitor, at_desk):
    somebody = visitor(**NO_SCRIPT).opens("/bao-tin/")
    reader = visitor(**PHONE).opens("/bao-tin/").tab
    found = seen(reader, somebody.tab)
    questions = somebody.tab.locator(ASKED).count()
    somebody.writes("Bạn thấy điều gì?", "Xe lạ ở bến đò (dữ liệu giả)")
    somebody.tab.wait_for_timeout(2500)
    somebody.presses("Gửi")
    found += seen(reader, somebody.tab)
    receipt, kept = somebody.tab.locator("#receipt").inner_text(), somebody.tab.context.cookies()
    mai = at_desk("mai").opens("/cb/tin-bao/")
    mai.main.get_by_role("row", name="Đọc").last.get_by_role("link").click()
    told = mai.main.inner_text()
    mai.follows("Trả lời người báo tin").writes("Trả lời người báo tin", "Cảm ơn bạn, xe màu gì?")
    mai.presses("Gửi trả lời")
    somebody.follows("Thử mã ở trang đọc trả lời")
    found += seen(reader, somebody.tab)
    somebody.writes("Mã 16 chữ số", receipt)
    somebody.tab.wait_for_timeout(2500)
    somebody.presses("Đọc trả lời")
    found += seen(reader, somebody.tab)

    assert questions <= AT_MOST
    assert len(receipt.replace(" ", "")) == 16
    assert "Xe lạ ở bến đò" in told
    assert "xe màu gì" in somebody.main.inner_text()
    assert "tra-loi" in somebody.tab.url and receipt not in somebody.tab.url
    assert (kept, found) == ([], [])
