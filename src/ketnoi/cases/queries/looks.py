"""Who looked into a file, for the officers who keep it and for the person it is about."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from ketnoi.agencies import queries as agencies
from ketnoi.cases.models import Case
from ketnoi.cases.queries.merged import within
from ketnoi.cases.terms import LOOKED_AT, RevealReason
from ketnoi.foundation.clock import ZONE
from ketnoi.foundation.trail.models import Line

REVEALED = "person.revealed"
SEEN = Q(facts__has_key="look") | Q(verb__in=[REVEALED, "emergency.opened"])


@dataclass(frozen=True)
class Look:
    """That somebody looked at something on a day, so many times: by role and agency, no name."""

    on: date
    who: str
    what: str
    times: int


def looked_at(case: Case, member: Any) -> list[Look]:
    """Every look into a file since it was begun, the newest day first, for her to take home."""
    found = Line.objects.visible_to(member).filter(SEEN, chain__in=within(case)).order_by("at")
    lines = list(found.only("at", "actor", "verb", "facts"))
    names = agencies.role_names({line.actor for line in lines})
    seen = Counter((_day(line), names.get(line.actor, _other(line)), _what(line)) for line in lines)
    ordered = sorted(seen.items(), key=lambda look: look[0][0], reverse=True)
    return [Look(*told, times=times) for told, times in ordered]


def _day(line: Line) -> date:
    return line.at.astimezone(ZONE).date()


def _what(line: Line) -> str:
    if line.verb != REVEALED:
        return str(LOOKED_AT.get(line.verb, LOOKED_AT["file.opened"]))
    reason = str(line.facts.get("reason", ""))
    why = RevealReason(reason).label if reason in RevealReason.values else reason
    return f"{LOOKED_AT[REVEALED]} ({why})" if why else str(LOOKED_AT[REVEALED])


def _other(line: Line) -> str:
    return _("Hệ thống") if line.actor == "system" else _("Người có đường dẫn dùng một lần")


def looks_at(case: Case, member: Any, *, limit: int = 100) -> list[Line]:
    """Who looked into the file, newest first."""
    found = Line.objects.visible_to(member).filter(chain__in=within(case)).looks()
    return list(found.order_by(*newest_first(case))[:limit])


def newest_first(case: Case) -> tuple[str, ...]:
    """One chain is in the order of its numbers; several are in the order of their moments."""
    return ("-seq",) if len(within(case)) == 1 else ("-at", "-seq")
