"""Somebody who is blocked from a file."""

from typing import Any

from ketnoi.blocking import actions
from ketnoi.blocking.models import Block
from ketnoi.cases.models import Case
from ketnoi.foundation import clock


def blocked(file: Case, *, by: Any, agency: Any = None, member: Any = None, **said: str) -> Block:
    """A whole agency, or one member, must not know of the file."""
    told = {"reason": "relative", "her_word": "wants", **said}
    home = agency or member.agency
    return actions.block(case=file, agency=home, member=member, by=by, now=clock.now(), **told)
