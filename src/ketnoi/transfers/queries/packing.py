"""A packet is filled: exactly the packs that were chosen, from what the file says now."""

from base64 import b64encode
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.utils import translation
from django.utils.translation import gettext as _

from ketnoi.cases import queries as cases
from ketnoi.cases.terms import Pack
from ketnoi.foundation.clock import ZONE
from ketnoi.foundation.vietnamese.dates import format_day
from ketnoi.livelihood import queries as livelihood
from ketnoi.people import queries as people
from ketnoi.transfers.rules.packet import Told

if TYPE_CHECKING:
    from datetime import datetime

    from ketnoi.cases.models import Case
    from ketnoi.people.models import Person
    from ketnoi.transfers.models import Transfer

Words = dict[str, Any]


def packed(
    transfer: "Transfer", case: "Case", member: Any, *, name: str, receipt: str, now: "datetime"
) -> bytes:
    """What the receiver reads, as bytes. `receipt` is the key of the code of receipt."""
    person = people.people_visible_to(member).get(pk=case.person_id)
    tell: dict[str, tuple[str, Callable[[], Any]]] = {
        Pack.CONTACT: ("contact", lambda: _contact(person)),
        Pack.NEED: ("need", lambda: {"needs": case.needs, "commune": case.commune_id or ""}),
        Pack.IDENTITY: ("identity", lambda: _identity(person)),
        Pack.RISK: ("risk", lambda: case.risk),
        Pack.PAPERS: ("papers", lambda: _papers(person)),
        Pack.WORK: ("work", lambda: _work(case, member)),
        Pack.STORY: ("story", lambda: case.reasons),
    }
    told = {tell[pack][0]: tell[pack][1]() for pack in transfer.packs if pack in tell}
    made = Told.model_validate(
        {
            "packet": name,
            "receipt": receipt,
            "made_at": now,
            "until": transfer.lapses_at,
            "province": str(case.holder.province or ""),
            "agency": case.holder.name,
            "reason": transfer.reason,
            "packs": transfer.packs,
            "notes": _notes(transfer, case, member),
            "attachments": _attachments(transfer, case, member),
            **told,
        }
    )
    return made.model_dump_json(exclude_none=True).encode()


def _contact(person: "Person") -> Words:
    return {
        "called": person.called.open(),
        "language": person.language,
        "needs_interpreter": person.needs_interpreter,
        "phones": [
            {
                "number": phone.number.open(),
                "who_answers": phone.who_answers,
                "safe_hours": phone.safe_hours.open(),
                "message_ok": phone.message_ok,
            }
            for phone in people.phones_of(person)
        ],
        "addresses": [
            {
                "commune": one.commune_id or "",
                "country": one.country,
                "line": one.line.open(),
            }
            for one in people.addresses_of(person)
        ],
    }


def _identity(person: "Person") -> Words:
    return {
        "name": person.name.open(),
        "birth_year": person.birth_year,
        "birth_is_guess": person.birth_is_guess,
        "sex": person.sex,
        "representatives": [
            {"name": s.name.open(), "relation": s.relation, "may_be_danger": s.may_be_danger}
            for s in people.representatives_of(person)
        ],
    }


def _papers(person: "Person") -> list[Words]:
    return [
        {
            "kind": p.kind,
            "number": p.number.open(),
            "country": p.country,
            "original": p.original,
        }
        for p in people.papers_of(person)
    ]


def _work(case: "Case", member: Any) -> list[str]:
    """In Vietnamese, whatever language the sender works in: others read it."""
    with translation.override("vi"):
        known = livelihood.codes_of(livelihood.profile_of(case, member))
        placements = livelihood.placements_of(cases.within(case), member)
        return [*livelihood.phrases(known), *(_placement(one) for one in placements)]


def _placement(one: Any) -> str:
    words = [one.opportunity.title, str(one.get_state_display())]
    if one.started_on:
        words.append(_("từ {day}").format(day=format_day(one.started_on)))
    return " · ".join(words)[:300]


def _notes(transfer: "Transfer", case: "Case", member: Any) -> list[Words]:
    chosen = set(transfer.notes) if Pack.STORY in transfer.packs else set()
    return [
        {
            "kind": note.kind,
            "on": note.written_at.astimezone(ZONE).date(),
            "agency": note.agency.name,
            "body": note.body.open(),
        }
        for note in cases.notes_of(case, member, limit=None)
        if note.pk in chosen and not note.mistaken_at
    ]


def _attachments(transfer: "Transfer", case: "Case", member: Any) -> list[Words]:
    """Which papers may go along was asked when they were chosen; a wrong one stays here."""
    found = (cases.attachment_of_file(member, case.code, pk) for pk in transfer.attachments)
    return [
        {
            "kind": paper.kind,
            "on": paper.added_at.astimezone(ZONE).date(),
            "title": paper.title.open(),
            "content": b64encode(paper.paper()),
        }
        for paper in found
        if paper is not None and not paper.mistaken_at and not paper.is_erased
    ]
