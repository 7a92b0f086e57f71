"""What pages may ask about the first conversation: drafts, and files she may have already."""

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4, uuid5

from ketnoi.cases import queries as files
from ketnoi.foundation.action import Refused
from ketnoi.foundation.crypto import tag
from ketnoi.foundation.vietnamese import Unreadable
from ketnoi.foundation.vietnamese.papers import Kind, parse_paper
from ketnoi.intake.models import Draft

if TYPE_CHECKING:
    from ketnoi.cases.models import Case

CODES = "KN-"
LOOKED_UP = ("called", "birth", "known", "number")
"""What of the first conversation says who she may be."""


def drafts_of(member: Any, *, now: datetime) -> list[Draft]:
    """The drafts this member wrote in the last day."""
    found = Draft.objects.visible_to(member).filter(author_id=member.member_id, until__gt=now)
    return list(found.select_related("key").order_by("-made_at"))


def draft(member: Any, pk: str, *, now: datetime) -> dict[str, Any] | None:
    """What was typed into a draft, for its author while it lasts."""
    found = next((d for d in drafts_of(member, now=now) if str(d.pk) == pk), None)
    return json.loads(found.answers.open()) if found else None


def gone_drafts(by: Any, *, now: datetime) -> list[tuple[UUID, UUID]]:
    """Drafts whose day is over (for the system's own rounds): their ids and keys."""
    found = Draft.objects.visible_to(by).filter(until__lte=now)
    return list(found.values_list("pk", "key_id"))


def likely(member: Any, answers: dict[str, Any]) -> list[files.Likely]:
    """Files of one's own agency that may be hers already, before a new one begins."""
    birth, paper = answers["birth"], paper_in(answers["known"])
    exactly = {
        "phone": answers["number"] or "",
        "paper": paper[1] if paper else "",
        "code": "" if paper else answers["known"],
    }
    by_name = {"name": answers["called"], "birth_year": birth.year if birth else None}
    try:
        return files.likely_files(member, **exactly, **by_name)
    except Refused:
        # Too many searches within the hour: nobody is sent away for that, and numbers still tell.
        return files.surely_files(member, **exactly)


def looked_up(answers: dict[str, Any]) -> str:
    """A keyed mark of what was looked up: it says nothing, and changes with what was typed."""
    return str(tag("intake", json.dumps([answers[name] for name in LOOKED_UP])))


def paper_in(known: str) -> tuple[Kind, str] | None:
    """The kind and number of the paper that was written down, if it is one and no file code.

    A code of digits alone could be the number of a passport.
    """
    if known.upper().startswith(CODES):
        return None
    try:
        return parse_paper(known)
    except Unreadable:
        return None


def begun(member: Any, once: str) -> "Case | None":
    """The file that this very page has begun already."""
    if not once:
        return None
    return files.cases_of_persons(member, [person_of(member, once)]).first()


def person_of(member: Any, once: str) -> UUID:
    """The person a page begins: the same when it is sent twice."""
    return uuid5(member.pk, once) if once else uuid4()
