"""Counting the statements of a request, and saying what each of them is for."""

from collections import Counter
from collections.abc import Callable
from typing import Any

NOT_COUNTED = ("BEGIN", "COMMIT", "ROLLBACK", "SET ", "SAVEPOINT", "RELEASE")
PAGE = "page"
OVERHEAD = {
    "session": '"django_session"',
    "user": 'FROM "auth_user"',
    "member": '"agencies_member"."user_id" = ',
    "context": "set_config('kn.",
    "trail": "kn.trail_append",
}
"""What every page of the staff side asks before its own questions, and how it is recognised."""


class Statements:
    """The statements of one request, as Django sends them."""

    def __init__(self) -> None:
        self.sent: list[str] = []

    def __call__(
        self, execute: Callable[..., Any], sql: Any, params: Any, many: bool, context: dict
    ) -> Any:
        """What Django calls in place of each execute."""
        if not str(sql).startswith(NOT_COUNTED):
            self.sent.append(str(sql))
        return execute(sql, params, many, context)

    def by_purpose(self) -> dict[str, int]:
        """How many serve the fixed overhead, by what for, and how many the page itself."""
        return dict(Counter(purpose(sql) for sql in self.sent))


def purpose(sql: str) -> str:
    """What a statement is for. The member is looked up once; later ones are the page's."""
    return next((name for name, mark in OVERHEAD.items() if mark in sql), PAGE)
