"""Who read is written nowhere on the server either: no log, no table, no file of the program."""

from http.client import HTTPConnection

from tests.journeys import JOURNEY

pytestmark = JOURNEY

# Another end of the same wire, so that it can be told from whoever else asks in a test.
HERS, FORWARDED = "127.0.0.77", "203.0.113.77"
FORM = "application/x-www-form-urlencoded"
ASKED = (
    ("GET", "/", ""),
    ("GET", "/kien-thuc/giay-to/", ""),
    ("GET", "/khong-co/", ""),
    ("GET", "/thoat/", ""),
    ("POST", "/ho-tro/", "need=safe_place"),
    ("POST", "/kien-thuc/hoi-truoc-khi-di/", "haste=yes"),
    ("POST", "/kien-thuc/hoi-truoc-khi-di/", ""),
    ("PUT", "/an-toan/", ""),
)


def ask(program, method: str, address: str, body: str) -> int:
    """One request from her address, as a proxy would pass it on too."""
    line = HTTPConnection(program.host, source_address=(HERS, 0), timeout=20)
    told = {"Content-Type": FORM, "X-Forwarded-For": FORWARDED, "X-Real-IP": FORWARDED}
    line.request(method, address, body=body, headers=told)
    answer = line.getresponse()
    answer.read()
    line.close()
    assert "Set-Cookie" not in answer.headers
    return answer.status


def test_no_file_of_the_program_holds_the_address_of_who_read(program):
    statuses = [ask(program, *asked) for asked in ASKED]
    folder = program.folder.parent
    traces = [HERS.encode(), FORWARDED.encode()]
    found = [
        path.relative_to(folder)
        for path in folder.rglob("*")
        if path.is_file() and any(trace in path.read_bytes() for trace in traces)
    ]

    assert statuses == [200, 200, 404, 303, 200, 200, 422, 405]
    assert found == []
