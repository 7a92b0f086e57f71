"""Who may say which programs are told something."""

from typing import Any

from ketnoi.agencies.terms import MANAGES_MEMBERS


def may_keep_webhooks(*, by: Any) -> bool:
    """Who manages the members of an agency says which of its programs are told."""
    return by.role in MANAGES_MEMBERS
