"""A packet is opened: what it holds, in words for whoever is to take it in."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from pydantic import ValidationError

from ketnoi.cases.terms import Pack, Reason, Risk
from ketnoi.foundation.clock import ZONE
from ketnoi.foundation.envelope.carried import Damaged
from ketnoi.foundation.trail.models import Line
from ketnoi.foundation.vietnamese.phones import format_phone
from ketnoi.law import queries as law
from ketnoi.places import queries as places
from ketnoi.transfers.rules.packet import Told

if TYPE_CHECKING:
    from ketnoi.transfers.models import Arrival

WRONG_CODE = "arrival.wrong_code"
DAY = timedelta(days=1)
Lines = Iterator[tuple[str, str]]


@dataclass(frozen=True)
class Opened:
    """One part of a packet as a page shows it."""

    title: str
    lines: list[tuple[str, str]]


def opened(content: str | bytes) -> Told:
    """A packet. Raises Damaged for what does not follow the format."""
    try:
        return Told.model_validate_json(content)
    except ValidationError as error:
        raise Damaged from error


def wrong_codes_are_many(member: Any, *, now: datetime) -> bool:
    """Whether this member's agency tried too many wrong codes within a day."""
    most = law.fact("transfer.wrong_codes", on=now.astimezone(ZONE).date()).value
    tried = Line.objects.filter(chain=member.agency_id, verb=WRONG_CODE, at__gt=now - DAY)
    return tried.count() >= (most or 0)


def listed(arrival: "Arrival") -> tuple[Told, list[Opened]]:
    """What was opened, part by part; a part without a line is left out."""
    told = opened(arrival.content.open())
    parts: list[tuple[str, Lines]] = [
        (str(Pack.CONTACT.label), _contact(told)),
        (str(Pack.NEED.label), _need(told)),
        (str(Pack.IDENTITY.label), _identity(told)),
        (str(Pack.PAPERS.label), ((str(p.kind.label), p.number) for p in told.papers or [])),
        (str(Pack.WORK.label), ((str(Pack.WORK.label), line) for line in told.work or [])),
        (_("Hồ sơ"), _file(told)),
    ]
    found = [Opened(title, [line for line in lines if line[1]]) for title, lines in parts]
    return told, [part for part in found if part.lines]


def _contact(told: Told) -> Lines:
    if told.contact is None:
        return
    yield _("Cách gọi"), told.contact.called
    yield _("Ngôn ngữ"), str(told.contact.language.label)
    for phone in told.contact.phones:
        yield _("Số điện thoại"), f"{format_phone(phone.number)} ({phone.who_answers.label})"
    for address in told.contact.addresses:
        yield _("Địa chỉ"), ", ".join(filter(None, [address.line, _commune(address.commune)]))


def _need(told: Told) -> Lines:
    if told.need is not None:
        yield _("Cần gì"), ", ".join(str(need.label) for need in told.need.needs)
        yield _("Ở xã, phường"), _commune(told.need.commune)


def _identity(told: Told) -> Lines:
    if told.identity is None:
        return
    yield _("Họ và tên"), told.identity.name
    yield _("Năm sinh"), str(told.identity.birth_year or "")
    yield _("Giới tính"), str(told.identity.sex.label)
    for one in told.identity.representatives:
        yield str(one.relation.label), one.name


def _file(told: Told) -> Lines:
    yield _("Nguy cơ"), str(Risk(told.risk).label) if told.risk else ""
    yield _("Lý do lập hồ sơ"), ", ".join(str(Reason(one).label) for one in told.story or [])
    yield _("Ghi chú"), str(len(told.notes) or "")
    yield _("Giấy tờ đính kèm"), str(len(told.attachments) or "")


def _commune(code: str) -> str:
    found = places.commune(code) if code else None
    return found.label if found else code
