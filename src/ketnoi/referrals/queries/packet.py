"""The packet: a frozen copy of exactly what she agreed to tell, in words for people."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.utils import translation
from django.utils.translation import gettext as _

from ketnoi.agencies.terms import Purpose
from ketnoi.cases.terms import Basis, Pack
from ketnoi.foundation.vietnamese.phones import format_phone
from ketnoi.people import queries as people

if TYPE_CHECKING:
    from ketnoi.cases.models import Case
    from ketnoi.people.models import Person
    from ketnoi.referrals.models import Referral

Told = list[list[str]]


def of(
    *,
    case: "Case",
    referral: "Referral",
    member: Any,
    packs: list[str] | None = None,
    words: str = "",
) -> dict[str, Told]:
    """What these packs (those of the request) tell now; empty lines are left out.

    words: what she says besides, put under the first of them.

    In Vietnamese, whatever language the sender works in: others read it.
    """
    with translation.override("vi"):
        told = _told(case, referral, member, referral.packs if packs is None else packs)
        if words:
            next(iter(told.values())).append([_("Ghi thêm"), words])
        return told


def _told(case: "Case", referral: "Referral", member: Any, packs: list[str]) -> dict[str, Told]:
    person = people.people_visible_to(member).get(pk=case.person_id)
    tell: dict[str, Callable[[], Told]] = {
        Pack.CONTACT: lambda: _contact(person),
        Pack.NEED: lambda: _need(case, referral),
        Pack.IDENTITY: lambda: _identity(person),
        Pack.RISK: lambda: [[_("Nguy cơ"), case.get_risk_display()]],
        Pack.PAPERS: lambda: [[what, number] for number, what in people.papers_to_show(person)],
    }
    told = {pack: tell[pack]() if pack in tell else [] for pack in packs}
    return {pack: [line for line in lines if line[1]] for pack, lines in told.items()}


def _contact(person: "Person") -> Told:
    lines = [[_("Cách gọi"), person.called.open()], [_("Ngôn ngữ"), person.get_language_display()]]
    if person.needs_interpreter:
        lines.append([_("Phiên dịch"), _("Cần phiên dịch")])
    for phone in people.phones_of(person):
        message = _("được nhắn tin") if phone.message_ok else _("không nhắn tin")
        safe = [phone.get_who_answers_display(), phone.safe_hours.open(), message]
        lines.append(
            [
                _("Số gọi an toàn"),
                f"{format_phone(phone.number.open())} ({'; '.join(filter(None, safe))})",
            ]
        )
    return lines


def _need(case: "Case", referral: "Referral") -> Told:
    lines = [[_("Nhu cầu"), str(Purpose(referral.purpose).label)]]
    if case.commune is not None:
        lines.append([_("Ở xã, phường"), str(case.commune)])
    lines.append([_("Lời nhắn"), referral.message.open()])
    if referral.basis != Basis.CONSENT:
        lines.append([referral.get_basis_display(), referral.basis_reason.open()])
    return lines


def _identity(person: "Person") -> Told:
    about = _("khoảng") + " " if person.birth_is_guess else ""
    year = f"{about}{person.birth_year}" if person.birth_year else ""
    return [
        [_("Họ và tên"), person.name.open()],
        [_("Năm sinh"), year],
        [_("Giới tính"), person.get_sex_display()],
    ]
