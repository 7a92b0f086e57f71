"""Scenes for the tests of the law."""

from datetime import datetime

from ketnoi.foundation.actor import System
from ketnoi.foundation.clock import ZONE
from ketnoi.law import actions

BY = System()


def moment(text: str) -> datetime:
    """A moment in Viet Nam, written 2026-11-20 22:15."""
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


def library() -> int:
    """The library as a release brings it."""
    return actions.load_facts(by=BY, now=moment("2026-11-23 08:00"))
