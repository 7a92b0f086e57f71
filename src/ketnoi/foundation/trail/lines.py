"""Writing lines: what was done, and what was only looked at."""

import json
import re
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, connections, models

Fact = str | int | bool | None | UUID | date | datetime | list[str]
CODE = re.compile(r"[\w.:+/\-]{0,64}", re.ASCII)
APPEND = "SELECT kn.trail_append(%s, %s, %s, %s, %s, %s, %s, %s)"
NETWORK_CHAIN = UUID(int=0)


class WordsInTrail(ValueError):
    """A trail fact must be a code, a number or an id: words about a person stay in the file."""


def append(
    verb: str,
    *,
    by: Any,
    about: models.Model | None,
    shared: bool,
    facts: dict[str, Fact],
    using: str = DEFAULT_DB_ALIAS,
) -> None:
    """Write one line at the end of the chain that the record belongs to."""
    chain, holder = _chain(about, by)
    subject = f"{about._meta.label}:{about.pk}" if about is not None else ""
    plain = json.dumps({k: _plain(v) for k, v in facts.items()}, sort_keys=True)
    with connections[using].cursor() as cursor:
        cursor.execute(
            APPEND, [chain, by.actor, by.agency_id, holder, verb, subject, plain, shared]
        )


def look(verb: str, *, by: Any, about: models.Model | None = None, **facts: Fact) -> None:
    """Write that somebody looked. Comes before the page: no line, no page."""
    append(verb, by=by, about=about, shared=False, facts={**facts, "look": True})


def _chain(about: models.Model | None, by: Any) -> tuple[UUID, UUID | None]:
    if about is not None and hasattr(about, "trail_chain"):
        return about.trail_chain()
    return by.agency_id or NETWORK_CHAIN, by.agency_id


def _plain(value: Fact) -> Any:
    if isinstance(value, bool | int) or value is None:
        return value
    if isinstance(value, list):
        return [_plain(v) for v in value]
    text = value.isoformat() if isinstance(value, date) else str(value)
    if not CODE.fullmatch(text):
        raise WordsInTrail("a trail fact must be a code, a number or an id")
    return text
