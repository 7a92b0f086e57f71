"""What the program answers, to the last byte: status, headers, cookies, body, and what follows."""

from collections.abc import Iterable
from io import BytesIO
from typing import Any

from django.test import Client
from openpyxl import load_workbook

from tests.promises.asking import Ask
from tests.promises.canaries import BACKEND
from tests.promises.still import still, undone

Answer = tuple[Any, ...]
REDIRECTS = {301, 302, 303}
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class Reader:
    """A browser in which somebody is signed in. Each question is asked of the same moment."""

    def __init__(self, member: Any) -> None:
        self.client = Client(raise_request_exception=False)
        self.client.force_login(member.user, backend=BACKEND)
        self.cookies = self.client.cookies.copy()

    def answers(self, asks: Iterable[Ask]) -> dict[Ask, Answer]:
        """What each question is answered; nothing that a question did is kept."""
        return {ask: self._answer(ask) for ask in asks}

    def _answer(self, ask: Ask) -> Answer:
        self.client.cookies = self.cookies.copy()
        with undone(), still("answer"):
            sent = self.client.get if ask.method == "GET" else self.client.post
            response = sent(ask.url, dict(ask.typed)) if ask.typed else sent(ask.url)
            answer = _bytes_of(response)
            if ask.method == "POST" and response.status_code in REDIRECTS:
                # What the page has to say is said on the next one.
                answer += _bytes_of(self.client.get(response.headers["Location"]))
        return answer


def _bytes_of(response: Any) -> Answer:
    headers = tuple(sorted(response.headers.items()))
    body = b"".join(response.streaming_content) if response.streaming else response.content
    if response.headers.get("Content-Type") == EXCEL:
        # The parts of a workbook say when they were packed, and are as long as that packs.
        headers = tuple(pair for pair in headers if pair[0] != "Content-Length")
        body = _cells(body)
    return response.status_code, headers, str(response.cookies), body


def _cells(body: bytes) -> bytes:
    """Everything that a workbook says: each sheet, line by line."""
    book = load_workbook(BytesIO(body))
    lines = [(sheet.title, *line) for sheet in book for line in sheet.iter_rows(values_only=True)]
    return "\n".join(map(repr, lines)).encode()


def differences(one: dict[Ask, Answer], other: dict[Ask, Answer]) -> list[str]:
    """Which questions were answered differently, and the first place where."""
    return [f"{ask}\n{_where(one[ask], other[ask])}" for ask in one if one[ask] != other[ask]]


def _where(one: Answer, other: Answer) -> str:
    # The body says more than the length that its headers tell.
    for a, b in reversed(list(zip(one, other, strict=False))):
        if a != b:
            x, y = (_readable(v) for v in (a, b))
            at = next((n for n, (c, d) in enumerate(zip(x, y, strict=False)) if c != d), 0)
            return f"  {x[max(at - 80, 0) : at + 120]!r}\n  {y[max(at - 80, 0) : at + 120]!r}"
    return f"  {len(one)} and {len(other)} answers"


def _readable(value: Any) -> str:
    return value.decode(errors="backslashreplace") if isinstance(value, bytes) else str(value)
