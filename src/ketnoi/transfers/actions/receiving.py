"""The receiver: a packet is opened, looked at, and taken in as a new file; or nothing is kept."""

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import translation
from django.utils.translation import gettext as _

from ketnoi.cases import actions as cases
from ketnoi.cases.terms import Channel, NoteKind, Privacy, Risk
from ketnoi.foundation.action import Refused, action, note, together
from ketnoi.foundation.actor import System
from ketnoi.foundation.envelope import carried, spoken
from ketnoi.foundation.uploads import Fit, fit
from ketnoi.foundation.vietnamese import Unreadable
from ketnoi.foundation.vietnamese.dates import format_day
from ketnoi.law import queries as law
from ketnoi.people import actions as people
from ketnoi.places import queries as places
from ketnoi.transfers import access, queries, rules
from ketnoi.transfers.actions.sending import CODE, RECEIPT
from ketnoi.transfers.models import Arrival, Receipt, Taken
from ketnoi.transfers.rules.packet import Attached, Told

if TYPE_CHECKING:
    from ketnoi.cases.models import Case
    from ketnoi.people.models import Person


@action
def open_packet(*, data: bytes, code: str, by: Any, now: datetime) -> Arrival | None:
    """A packet is opened with the code that was told; what it holds is kept for a day, sealed.

    None for a whole file and a code that is another one; that it was tried is kept.
    """
    if not access.may_take_in(member=by):
        raise Refused(_("Vai của bạn không nhận hồ sơ."))
    if queries.wrong_codes_are_many(by, now=now):
        raise Refused(_("Đơn vị bạn đã hết lượt nhập mã hôm nay. Hãy thử lại ngày mai."))
    try:
        content = carried.reopen(data, _read(code))
        told = queries.opened(content)
    except carried.WrongCode:
        note("arrival.wrong_code", by=by, about=None)
        return None
    except carried.Unopened as no:
        raise Refused(_why_not(no)) from no
    _refuse_what_is_over(told, by=by, now=now)
    until = law.due(code="transfer.looked_at", start=now)
    arrival = Arrival(opener=by, key=people.make_key(), made_at=now, until=until)
    arrival.content = content.decode()
    arrival.save(force_insert=True)
    note("arrival.opened", by=by, about=arrival)
    return arrival


@together
def take_in(*, arrival: Arrival, by: Any, now: datetime) -> "Case":
    """Take it in: a new file of this agency with all that came along, or nothing at all."""
    if not access.may_take_in(member=by):
        raise Refused(_("Vai của bạn không nhận hồ sơ."))
    told = queries.opened(arrival.content.open())
    _refuse_what_is_over(told, by=by, now=now)
    papers = [(paper, _fit(paper)) for paper in told.attachments]
    origin, bodies = _words(told)
    person = _take_down(told, by=by, now=now)
    case = cases.open_case(
        person=person,
        channel=Channel.PARTNER,
        reasons=list(told.story or []),
        needs=list(told.need.needs) if told.need else [],
        risk=told.risk or Risk.UNKNOWN,
        commune=_commune(told.need.commune) if told.need else None,
        by=by,
        now=now,
    )
    for kind, body in bodies:
        said = {"body": body, "kind": kind, "privacy": Privacy.AGENCY}
        cases.write_note(case=case, **said, by=by, now=now)
    for paper, anew in papers:
        _attach(case, origin, paper, anew, by=by, now=now)
    _record_arrival(arrival=arrival, case=case, told=told, by=by, now=now)
    return case


@action
def drop_arrivals(*, by: System, now: datetime) -> int:
    """What was opened and not taken in goes, with the key it was sealed with."""
    gone = queries.gone_arrivals(by, now=now)
    for pk, key in gone:
        _forget(pk, key)
    note("arrival.dropped", by=by, about=None, count=len(gone))
    return len(gone)


@action
def _record_arrival(
    *, arrival: Arrival, case: "Case", told: Told, by: Any, now: datetime
) -> Receipt:
    """From where it came, and the code of receipt; a packet is taken in once in an installation."""
    taken = Taken(mark=_mark(told))
    try:
        with transaction.atomic():
            taken.save(force_insert=True)
    except IntegrityError as twice:
        raise Refused(_already()) from twice
    receipt = Receipt(
        case=case,
        holder_id=case.holder_id,
        taken=taken,
        code=spoken.of(bytes.fromhex(told.receipt), rules.receipt_words(told.packet), RECEIPT),
        origin=json.dumps([told.province, told.agency]),
        at=now,
        by=by,
    )
    receipt.save(force_insert=True)
    _forget(arrival.pk, arrival.key_id)
    note("transfer.taken_in", by=by, about=receipt)
    return receipt


def _read(code: str) -> str:
    try:
        return spoken.read(code, CODE)
    except spoken.Mistyped as wrong:
        raise Refused(
            _("Mã này gõ nhầm ở đâu đó. Hãy nghe lại từng nhóm, rồi nhập lại.")
        ) from wrong


def _why_not(no: carried.Unopened) -> str:
    if isinstance(no, carried.Foreign):
        return _("Tệp này không phải tệp chuyển hồ sơ. Hãy chọn đúng tệp nơi gửi đã đưa.")
    if isinstance(no, carried.OtherVersion):
        return _(
            "Tệp này do phiên bản khác làm ra. Hãy cập nhật Kết Nối, hoặc nhờ nơi gửi làm lại."
        )
    return _("Tệp này bị hỏng hoặc thiếu. Hãy nhờ nơi gửi đưa lại tệp.")


def _refuse_what_is_over(told: Told, *, by: Any, now: datetime) -> None:
    if told.until <= now:
        raise Refused(_("Tệp này đã quá hạn. Hãy nhờ nơi gửi chuyển lại."))
    if Taken.objects.filter(pk=_mark(told)).exists():
        raise Refused(_already())


def _already() -> str:
    return _("Tệp này đã được nhận ở đây rồi nên không nhận lần nữa.")


def _mark(told: Told) -> str:
    return spoken.mark(told.packet)


def _fit(paper: Attached) -> Fit:
    try:
        return fit(paper.content)
    except Unreadable as no:
        raise Refused(
            _("Một giấy tờ trong tệp không đọc được nên chưa nhận gì. Hãy nhờ nơi gửi làm lại.")
        ) from no


def _take_down(told: Told, *, by: Any, now: datetime) -> "Person":
    contact, identity = told.contact, told.identity
    facts: dict[str, Any] = {}
    if contact:
        facts |= contact.model_dump(include={"called", "language", "needs_interpreter"})
    if identity:
        facts |= identity.model_dump(exclude={"representatives"})
    person = people.take_down_person(by=by, now=now, **facts)
    about = {"person": person, "by": by, "now": now}
    for phone in reversed(contact.phones if contact else []):
        people.note_phone(**about, **phone.model_dump())
    for address in reversed(contact.addresses if contact else []):
        place = {"commune": _commune(address.commune), "country": address.country}
        people.note_address(**about, **place, line=address.line)
    for paper in told.papers or []:
        people.note_paper(**about, **paper.model_dump())
    for one in reversed(identity.representatives if identity else []):
        people.name_representative(**about, **one.model_dump())
    return person


def _words(told: Told) -> tuple[str, list[tuple[str, str]]]:
    """Where it comes from, and the notes, each with its origin, the oldest first.

    In Vietnamese, whatever language the receiver works in: others read it.
    """
    origin = ", ".join(filter(None, [told.agency, told.province]))
    with translation.override("vi"):
        came = _("Hồ sơ chuyển đến từ {place}.").format(place=origin)
        work = [_("Việc làm, học nghề: {line}").format(line=line) for line in told.work or []]
        head = _("Ghi ngày {day}, {agency}:")
        bodies: list[tuple[str, str]] = [(NoteKind.OTHER, "\n".join([came, *work]))]
        for one in reversed(told.notes):
            from_where = head.format(day=format_day(one.on), agency=one.agency)
            bodies.append((one.kind, f"{from_where}\n{one.body}"))
    return origin, bodies


def _attach(
    case: "Case", origin: str, paper: Attached, anew: Fit, *, by: Any, now: datetime
) -> None:
    cases.attach(
        case=case,
        file=anew,
        kind=paper.kind,
        title=" · ".join(filter(None, [paper.title, format_day(paper.on), origin])),
        privacy=Privacy.AGENCY,
        by=by,
        now=now,
    )


def _commune(code: str) -> Any:
    return places.commune(code) if code else None


def _forget(pk: UUID, key: UUID) -> None:
    Arrival.objects.filter(pk=pk).delete()
    people.destroy_key(key_id=key)
