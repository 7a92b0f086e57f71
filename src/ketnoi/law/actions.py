"""What is done with the legal library: it is loaded from the files that come with a release."""

import tomllib
from datetime import datetime
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from ketnoi.foundation.action import Refused, action, note
from ketnoi.foundation.actor import Actor
from ketnoi.foundation.models import Holiday
from ketnoi.law import access, queries, rules
from ketnoi.law.models import Fact

DATA = Path(__file__).parent / "data"
HOLIDAYS = "holidays.toml"
WORDS = [f.name for f in Fact._meta.fields if f.name not in {"id", "code", "effective_from"}]


@action
def load_facts(*, by: Actor, now: datetime) -> int:
    """Make the library say what the files say: facts that left the files leave the library."""
    if not access.may_load(by=by):
        raise Refused(_("Chỉ quản trị mới nạp được thư viện pháp luật."))
    facts = [Fact(**row) for row in rules.facts_of(_sets())]
    Fact.objects.exclude(pk__in=[fact.pk for fact in facts]).delete()
    Fact.objects.bulk_create(
        facts, update_conflicts=True, unique_fields=["id"], update_fields=WORDS
    )
    closed = _load_holidays()
    queries.forget()
    note("law.loaded", by=by, about=facts[0], facts=len(facts), holidays=closed)
    return len(facts)


def _load_holidays() -> int:
    days = [Holiday(**row) for row in _file(DATA / HOLIDAYS)["holidays"]]
    Holiday.objects.bulk_create(
        days, update_conflicts=True, unique_fields=["on"], update_fields=["name", "source"]
    )
    return len(days)


def _sets() -> list[dict[str, Any]]:
    paths = sorted(path for path in DATA.glob("*.toml") if path.name != HOLIDAYS)
    return [part for path in paths for part in _file(path)["set"]]


def _file(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))
