"""The copy of her data that she can read: everything the holder keeps of her, in plain words."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from ketnoi.agencies import queries as agencies
from ketnoi.agencies.terms import Purpose
from ketnoi.cases import queries as cases
from ketnoi.cases.terms import Reason
from ketnoi.conferences import queries as conferences
from ketnoi.foundation.clock import ZONE
from ketnoi.foundation.vietnamese.dates import format_day
from ketnoi.foundation.vietnamese.money import format_money
from ketnoi.identification import queries as identification
from ketnoi.lending import queries as lending
from ketnoi.livelihood import queries as livelihood
from ketnoi.osso import queries as osso
from ketnoi.people import queries as people
from ketnoi.people.terms import TieEnd
from ketnoi.protection import queries as protection
from ketnoi.referrals import queries as referrals
from ketnoi.reintegration import queries as reintegration
from ketnoi.support import queries as support
from ketnoi.transfers import queries as transfers

if TYPE_CHECKING:
    from datetime import datetime

    from ketnoi.cases.models import Case
    from ketnoi.people.models import Person

Lines = Iterator[tuple[str, str]]
MANY = 10_000


@dataclass(frozen=True)
class Part:
    """One part of the copy: a heading and its lines."""

    title: str
    lines: list[tuple[str, str]]
    is_printed_apart: bool = False


def copy_of(case: "Case", person: "Person", member: Any) -> list[Part]:
    """All of it, part by part; a part without a line is left out."""
    parts: list[tuple[str, Lines]] = [
        (_("Người được hỗ trợ"), _herself(person)),
        (_("Người thân"), _family(person, member)),
        (_("Hồ sơ"), _file(case)),
        *_merged(case, member),
        (_("Đã đồng ý cho ai biết điều gì"), _consents(case)),
        (_("Đã nói với nơi khác"), _told(case, member)),
        (_("Chuyển sang tỉnh khác"), _transfers(case, member)),
        (_("Hỗ trợ đã nhận"), _support(case, member)),
        (_("Vốn đã vay"), _loans(case, member)),
        (_("Tôi đang sống thế nào"), _lives(case, member)),
        (_("Kế hoạch"), _plan(case, member)),
        (_("Kế hoạch an toàn"), _safety_plan(case, member)),
        (_("Kết quả xác minh"), _decisions(case, member)),
        (_("Việc làm, học nghề"), chain(_work_profile(case, member), _placements(case, member))),
        (_("Thăm hỏi"), _visits(case, member)),
        (_("Họp về hồ sơ"), _talks(case, member)),
        (_("Việc đã giao"), _work(case, member)),
        (_("Văn phòng một cửa"), _one_stop(case, member)),
        (_("Ghi chú"), _notes(case, member)),
        (_("Ai đã xem hồ sơ"), _looks(case, member)),
    ]
    found = [Part(title, list(lines)) for title, lines in parts]
    apart = Part(_("Giấy tờ đính kèm"), list(_attachments(case, member)), is_printed_apart=True)
    return [part for part in (*found, apart) if part.lines]


def _merged(case: "Case", member: Any) -> Iterator[tuple[str, Lines]]:
    """Files of hers that were merged into this one, with what was written of her there."""
    for one in cases.within(case).values():
        known = people.person(member, one.person_id)
        if one.pk != case.pk and known is not None:
            told = chain(_herself(known), _file(one))
            yield _("Hồ sơ đã gộp, {code}").format(code=one.code), told


def _herself(person: "Person") -> Lines:
    if person.called:
        yield _("Cách gọi"), person.called.open()
    if person.name:
        yield _("Họ và tên"), person.name.open()
    if person.birth_year:
        yield _("Năm sinh"), str(person.birth_year)
    yield _("Giới tính"), person.get_sex_display()
    yield _("Ngôn ngữ"), person.get_language_display()
    for label, shown in (
        (_("Số điện thoại"), people.phones_to_show),
        (_("Giấy tờ"), people.papers_to_show),
        (_("Địa chỉ"), people.addresses_to_show),
    ):
        yield from _shown(label, shown, person)
    for one in people.representatives_of(person):
        yield one.get_relation_display(), one.name.open()


def _shown(label: str, show: Callable[..., people.Shown], person: "Person") -> Lines:
    for value, remark in show(person):
        yield label, f"{value} ({remark})" if remark else value


def _family(person: "Person", member: Any) -> Lines:
    """How they are called and what they are to her; what else is kept of them is theirs to ask."""
    for tie in people.family_of(member, person.pk):
        if tie.end_reason != TieEnd.MISTAKEN:
            said = [tie.relative.called.open(), tie.get_lives_display(), tie.get_carer_display()]
            said += [tie.get_end_reason_display()] if tie.ended_at else []
            yield tie.get_kind_display(), ". ".join(part for part in said if part)


def _file(case: "Case") -> Lines:
    yield _("Mã hồ sơ"), case.code
    yield _("Nơi giữ hồ sơ"), case.holder.name
    yield _("Tiếp nhận"), _day(case.received_at)
    yield _("Vì sao có hồ sơ"), ", ".join(str(Reason(code).label) for code in case.reasons)
    yield _("Nhu cầu"), ", ".join(str(Purpose(code).label) for code in case.needs)
    for state in cases.states_of(case):
        yield _day(state.at), state.get_status_display()


def _consents(case: "Case") -> Lines:
    for consent in cases.consents_of(case):
        words = f"{consent.get_purpose_display()}: {', '.join(consent.words)}"
        ended = consent.withdrawn_at
        until = _("rút lại {day}").format(day=_day(ended)) if ended else format_day(consent.until)
        yield consent.recipient.name, f"{words}. {_day(consent.given_at)} – {until}"


def _told(case: "Case", member: Any) -> Lines:
    for referral in referrals.referrals_of(case, member):
        if referral.sent_at:
            what = f"{referral.get_purpose_display()}, {_day(referral.sent_at)}"
            yield referral.to_agency.name, f"{what}. {referral.get_state_display()}"


def _transfers(case: "Case", member: Any) -> Lines:
    """Where her file was to go, what with it, and the words she agreed to."""
    for one in transfers.transfers_of(case, member):
        what = f"{', '.join(one.words)}. {_day(one.started_at)}. {one.get_state_display()}"
        said = one.wording.open() or one.basis_reason.open()
        yield f"{one.office.open()}, {one.province}", f"{what}. “{said}”"
    if (receipt := transfers.receipt_of(case, member)) is not None:
        yield _("Từ đâu"), ", ".join(reversed(transfers.origin_of(receipt)))


def _support(case: "Case", member: Any) -> Lines:
    for given in support.support_of(case, member):
        what = f"{given.record.get_kind_display()} {given.detail}".strip()
        yield format_day(given.record.given_on), f"{what}, {given.record.agency.name}"


def _loans(case: "Case", member: Any) -> Lines:
    """What was lent to her, and what is still to be paid back."""
    for loan in lending.loans_of(case, member):
        sums = _("vay {amount}, còn nợ {owed}").format(
            amount=format_money(loan.amount), owed=format_money(loan.owed)
        )
        said = [loan.get_purpose_display(), sums, loan.words.open()]
        yield (
            f"{loan.agency.name}, {format_day(loan.granted_on)}",
            ". ".join(str(part) for part in said if part),
        )


def _lives(case: "Case", member: Any) -> Lines:
    """How she said she lives, each time she was asked."""
    for one in support.assessments_of(case, member):
        for finding in one.findings if one.record.mistaken_at is None else []:
            said = [finding.get_area_display(), finding.get_level_display(), finding.words.open()]
            if finding.level or said[-1]:
                yield format_day(one.record.asked_on), ". ".join(str(s) for s in said if s)


def _plan(case: "Case", member: Any) -> Lines:
    """What she wants, and each step to it."""
    for aim in support.goals_of(case, member):
        yield aim.goal.get_area_display(), aim.goal.words.open()
        for step in aim.steps:
            said = [step.words.open(), step.get_outcome_display(), step.told.open()]
            yield step.agency.name, ". ".join(str(part) for part in said if part)


def _safety_plan(case: "Case", member: Any) -> Lines:
    """That there is one; what it says goes on a card, for a copy found at home would betray it."""
    if (plan := protection.plan_of(case, member)) is not None:
        words = _("Có {n} điều, in riêng thành thẻ nếu người được hỗ trợ muốn nhận.")
        yield _day(plan.written_at), words.format(n=len(protection.lines_of(plan)))


def _talks(case: "Case", member: Any) -> Lines:
    for talk in conferences.conferences_of(case, member):
        said = [talk.get_state_display(), talk.get_her_part_display(), talk.her_words.open()]
        said += [entry.body.open() for entry in conferences.minutes_of(talk, member)]
        yield _day(talk.starts_at), ". ".join(str(part) for part in said if part)


def _work(case: "Case", member: Any) -> Lines:
    for work in conferences.assignments_of(case, member):
        said = [work.get_kind_display(), work.words.open(), work.stands, work.outcome.open()]
        yield work.to_agency.name, ". ".join(str(part) for part in said if part)


def _one_stop(case: "Case", member: Any) -> Lines:
    """What she asked for there, when she was to come, and what was talked about."""
    for came in osso.walk_ins_of(case, member, everywhere=True):
        said = [came.get_country_display() if came.country else "", came.words.open()]
        yield _day(came.came_at), ". ".join(part for part in said if part) or "–"
    for wish in osso.wishes_of(case, member, everywhere=True):
        yield _day(wish.asked_at), f"{wish.get_category_display()}. {wish.get_state_display()}"
    for child in osso.children_of(case, member):
        if known := child.papers:
            said = [known.get_registered_display(), known.get_nationality_display()]
            yield child.title, ". ".join(said)
    yield from _meetings(case, member)


def _meetings(case: "Case", member: Any) -> Lines:
    for one in osso.appointments_of(case, member, everywhere=True):
        yield _day(one.starts_at), f"{one.get_category_display()}. {one.get_state_display()}"
    for held in osso.sessions_of(case, member, everywhere=True):
        if held.mistaken_at is None:
            what = f"{held.get_category_display()}. {held.get_channel_display()}"
            yield format_day(held.held_on), what


def _decisions(case: "Case", member: Any) -> Lines:
    for told in identification.decisions_of(case, member):
        decision = told.decision
        yield format_day(decision.decided_on), decision.get_status_display()


def _work_profile(case: "Case", member: Any) -> Lines:
    profile = livelihood.profile_of(case, member)
    if profile is None:
        return
    said = [*livelihood.phrases(livelihood.codes_of(profile)), profile.own_words.open()]
    yield _("Nghề và điều kiện"), ". ".join(filter(None, said)) or "–"
    avoided = [commune.label for commune in livelihood.avoided_places(case, member)]
    if avoided:
        yield _("Nơi cần tránh"), "; ".join(avoided)


def _placements(case: "Case", member: Any) -> Lines:
    for placement in livelihood.placements_of(cases.within(case), member):
        yield _day(placement.asked_at), placement.get_state_display()


def _visits(case: "Case", member: Any) -> Lines:
    for visit in reintegration.follow_ups_of(cases.within(case), member):
        if visit.done_at:
            yield _day(visit.done_at), reintegration.words_of(visit, member) or "–"


def _notes(case: "Case", member: Any) -> Lines:
    for note in cases.notes_of(case, member, limit=None):
        if note.mistaken_at is None:
            yield f"{_day(note.written_at)}, {note.author.name}", note.body.open()


def _attachments(case: "Case", member: Any) -> Lines:
    """Which papers there are; each is given as a copy of its own, printed from where it lies."""
    for paper in cases.attachments_of(case, member, limit=None):
        if paper.mistaken_at is None:
            what = [paper.get_kind_display(), paper.title.open(), paper.agency.name]
            what += [_("Đã xóa theo yêu cầu") if paper.is_erased else paper.get_media_display()]
            yield _day(paper.added_at), ". ".join(part for part in what if part)


def _looks(case: "Case", member: Any) -> Lines:
    lines = cases.looks_at(case, member, limit=MANY)
    names = agencies.member_names({line.actor for line in lines})
    for line in lines:
        yield _day(line.at), str(names.get(line.actor, ""))


def _day(moment: "datetime") -> str:
    return format_day(moment.astimezone(ZONE).date())
