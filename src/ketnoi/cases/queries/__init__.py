"""What pages and other domains may ask about files, always through the one who asks."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import JSONObject

from ketnoi.cases import access
from ketnoi.cases.models import (
    Attachment,
    Case,
    CaseAccess,
    CaseState,
    Consent,
    Note,
    Wrap,
)
from ketnoi.cases.queries.asking import others_like as others_like
from ketnoi.cases.queries.asking import spoken_words as spoken_words
from ketnoi.cases.queries.breaking import WRONG_CODE as WRONG_CODE
from ketnoi.cases.queries.breaking import emergency as emergency
from ketnoi.cases.queries.breaking import has_overdue_review as has_overdue_review
from ketnoi.cases.queries.breaking import is_open as is_open
from ketnoi.cases.queries.breaking import is_reviewed as is_reviewed
from ketnoi.cases.queries.breaking import wrong_codes_are_many as wrong_codes_are_many
from ketnoi.cases.queries.counting import files_by_status as files_by_status
from ketnoi.cases.queries.looks import Look as Look
from ketnoi.cases.queries.looks import looked_at as looked_at
from ketnoi.cases.queries.looks import looks_at as looks_at
from ketnoi.cases.queries.looks import newest_first
from ketnoi.cases.queries.merged import both_locked as both_locked
from ketnoi.cases.queries.merged import cases_visible_to, led, open_in_lists, open_today
from ketnoi.cases.queries.merged import may_keep as may_keep
from ketnoi.cases.queries.merged import merged_files as merged_files
from ketnoi.cases.queries.merged import persons_within as persons_within
from ketnoi.cases.queries.merged import within as within
from ketnoi.cases.queries.waiting import awaited as awaited
from ketnoi.cases.queries.waiting import due_by_subject as due_by_subject
from ketnoi.cases.queries.waiting import everything_to_do as everything_to_do
from ketnoi.cases.queries.waiting import late_tasks as late_tasks
from ketnoi.cases.queries.waiting import lost_files as lost_files
from ketnoi.cases.queries.waiting import open_tasks as open_tasks
from ketnoi.cases.queries.waiting import task as task
from ketnoi.cases.queries.waiting import tasks_of as tasks_of
from ketnoi.cases.queries.waiting import tasks_of_kind as tasks_of_kind
from ketnoi.cases.queries.waiting import to_do as to_do
from ketnoi.cases.queries.waiting import waiting_by_agency as waiting_by_agency
from ketnoi.cases.terms import Likeness, Status
from ketnoi.foundation import clock
from ketnoi.foundation.trail.models import Line
from ketnoi.foundation.vietnamese import Unreadable
from ketnoi.foundation.vietnamese.papers import parse_paper
from ketnoi.foundation.vietnamese.phones import parse_phone
from ketnoi.people import queries as people

SHOWN = 30
REMINDED = "task.reminded"


def case_by_code(member: Any, code: str) -> Case | None:
    """A file by its code, if this member may open it; or the one it was merged into."""
    found = cases_visible_to(member, one=True).filter(code=code.strip().upper()).first()
    return open_today(member, found)


def held_case(member: Any, code: str) -> Case | None:
    """A file by its code, if this member's agency keeps it (or she took it down herself)."""
    found = case_by_code(member, code)
    return found if found and access.may_reveal(member=member, case=found) else None


def case_of(member: Any, pk: UUID) -> Case | None:
    """A file by its id, if this member may open it."""
    return cases_visible_to(member, one=True).filter(pk=pk).first()


def case_list(member: Any, *, status: str = "", mine: bool = False) -> QuerySet[Case]:
    """Files in which this member works, newest first."""
    found = Case.objects.visible_to(member).select_related("keeper", "holder", "commune")
    if mine or not member.files:
        found = found.filter(keeper_id=member.member_id) if member.member_id else found
    if status:
        found = found.filter(status=status)
    if status != Status.MERGED:
        found = found.filter(open_in_lists(member))
    return found.order_by("-received_at")


def cases_of_persons(member: Any, persons: Iterable[UUID]) -> QuerySet[Case]:
    """Files of these persons."""
    return cases_visible_to(member).filter(person_id__in=list(persons))


@dataclass(frozen=True)
class Likely:
    """A file that may be that of the person who is looked for, and why."""

    case: Case
    why: tuple[str, ...]

    @property
    def words(self) -> list[str]:
        """The reasons as people read them."""
        return [str(Likeness(reason).label) for reason in self.why]


def likely_files(member: Any, *, code: str = "", **known: Any) -> list[Likely]:
    """Files that may be those of one person, the likeliest first; only what this member may open.

    `known` is what is known of her: name, birth_year, phone, paper. Counted and written down as a
    search; with too many within an hour it is refused.
    """
    return _files_of(member, code, people.find(member, **known) if any(known.values()) else [])


def surely_files(member: Any, *, code: str = "", phone: str = "", paper: str = "") -> list[Likely]:
    """Files by exact code, phone or paper, where somebody must not be sent away for searching."""
    return _files_of(member, code, people.alike(member, people.Asked(phone=phone, paper=paper)))


def alike_files(member: Any, **known: Any) -> list[Likely]:
    """Files like what is known of a person, for a page that leaves a line of its own."""
    return _files_of(member, "", people.alike(member, people.Asked(**known)))


def _files_of(member: Any, code: str, matches: list[people.Match]) -> list[Likely]:
    why = {match.person_id: match.why for match in matches}
    wanted = Q(person_id__in=list(why)) | Q(code=code) if code else Q(person_id__in=list(why))
    found = cases_visible_to(member).filter(wanted).order_by("-received_at")
    by_rank = {pk: rank for rank, pk in enumerate(why)}
    ranked = sorted(found[:SHOWN], key=lambda case: by_rank.get(case.person_id, -1))
    likely: dict[UUID, Likely] = {}
    for case, today in led(member, ranked):
        known = likely[today.pk].why if today.pk in likely else ()
        reasons = dict.fromkeys((*known, *_reasons(case, code, why)))
        likely[today.pk] = Likely(today, tuple(reasons))
    return list(likely.values())


def read_words(words: str) -> dict[str, str]:
    """What a line typed into the search can be: a file code, a phone number or a paper."""
    wanted = words.strip().upper()
    if wanted.startswith("KN"):
        return {"code": wanted}
    read = {"phone": lambda: parse_phone(words), "paper": lambda: parse_paper(words)[1]}
    return {kind: number for kind, how in read.items() if (number := _readable(how))}


def _readable(read: Callable[[], str]) -> str:
    try:
        return read()
    except Unreadable:
        return ""


def _reasons(case: Case, code: str, why: dict[UUID, tuple[str, ...]]) -> tuple[str, ...]:
    by_code = (Likeness.CODE.value,) if code and case.code == code else ()
    return (*by_code, *why.get(case.person_id, ()))


def takes_part(member: Any, case: Case) -> bool:
    """Whether the file was opened to this member's agency or to herself, and is not merged."""
    return case.merged_into_id is None and (
        CaseAccess.objects.filter(_lasting(), case=case)
        .filter(Q(member=None) | Q(member_id=member.member_id), agency_id=member.files)
        .exists()
    )


def holds(member: Any, case: Case) -> bool:
    """Whether this member's agency holds the file (or she took it down herself)."""
    return access.holds(member=member, case=case) or member.member_id == case.keeper_id


def may_write(member: Any, case: Case) -> bool:
    """Whether this member may write in the file, or attach a paper to it."""
    return access.may_write_note(
        member=member, case=case, takes_part=holds(member, case) or takes_part(member, case)
    )


def may_refer(member: Any, case: Case) -> bool:
    """Whether this member may ask other agencies for the person of this file."""
    return access.may_work(member=member, case=case)


def doors_of(case: Case) -> list[CaseAccess]:
    """Who else the file is open to, or one that was merged into it."""
    found = CaseAccess.objects.filter(_lasting(), case_id__in=within(case))
    return list(found.select_related("agency", "case").order_by("since"))


def consents_of(case: Case) -> list[Consent]:
    """Every yes she gave in this file, the newest first."""
    found = Consent.objects.filter(case_id__in=within(case))
    found = found.select_related("recipient", "given_to", "case")
    return list(found.order_by("-given_at"))


def consent_in(case: Case, pk: UUID) -> Consent | None:
    """One consent, looked up through its file."""
    found = Consent.objects.filter(case_id__in=within(case), pk=pk)
    return found.select_related("recipient", "case__key").first()


def consent_for(case: Case, *, purpose: str, agency_id: UUID, now: datetime) -> Consent | None:
    """The yes that covers telling this agency for this purpose, if it still holds."""
    found = Consent.objects.filter(case=case, purpose=purpose, recipient_id=agency_id)
    return next((c for c in found.order_by("-given_at") if c.holds(now)), None)


def agreed_recipients(case: Case, *, purpose: str, now: datetime) -> set[UUID]:
    """The agencies that she agreed may be told for this purpose, as far as her yes still holds."""
    found = Consent.objects.filter(case=case, purpose=purpose, withdrawn_at=None)
    return {consent.recipient_id for consent in found if consent.holds(now)}


def notes_of(case: Case, member: Any, *, limit: int | None = SHOWN) -> list[Note]:
    """Notes of the file that this member may read, newest first."""
    files = within(case)
    found = Note.objects.visible_to(member).filter(case_id__in=files)
    found = found.select_related("author", "agency")
    brought = found.annotate(wrap=wraps_of("seal", member))
    notes = list(
        brought.filter(Q(seal=None) | Q(wrap__isnull=False)).order_by("-written_at")[:limit]
    )
    for note in notes:
        note.case = files[note.case_id]
    return notes


def wraps_of(seal: str, member: Any) -> Subquery:
    """The key of a record, as far as it was closed for this member's agency, brought along."""
    told = JSONObject(to="to_id", closed="closed", opens=F("to__secret__wrapped"))
    closed_for_her = Wrap.objects.visible_to(member).filter(
        seal=OuterRef(seal), to__secret__isnull=False
    )
    return Subquery(closed_for_her.values(told=told)[:1])


def note_of_file(member: Any, code: str, pk: UUID) -> Note | None:
    """One note, looked up through its file."""
    case = case_by_code(member, code)
    return note_in(case, member, pk) if case else None


def note_in(case: Case, member: Any, pk: UUID) -> Note | None:
    """One note, looked up through its file."""
    return next((n for n in notes_of(case, member) if n.pk == pk), None)


def attachments_of(case: Case, member: Any, *, limit: int | None = SHOWN) -> list[Attachment]:
    """Papers attached to the file that this member may see, newest first, still sealed."""
    found = Attachment.objects.visible_to(member).filter(case_id__in=within(case)).defer("content")
    return list(found.select_related("author", "agency", "key").order_by("-added_at")[:limit])


def attachment_of_file(member: Any, code: str, pk: UUID) -> Attachment | None:
    """One attached paper, looked up through its file."""
    case = case_by_code(member, code)
    if case is None:
        return None
    found = Attachment.objects.visible_to(member).filter(case_id__in=within(case), pk=pk)
    return found.select_related("case", "key").first()


def states_of(case: Case) -> list[CaseState]:
    """Where the file stood, and since when."""
    return list(CaseState.objects.filter(case=case).select_related("by").order_by("at"))


def timeline(case: Case, member: Any, *, limit: int = 50) -> list[Line]:
    """What happened in the file, newest first, as far as this member may know it.

    That somebody was reminded is in the trail, and is nothing that happened to her.
    """
    found = Line.objects.visible_to(member).filter(chain__in=within(case)).done()
    return list(found.exclude(verb=REMINDED).order_by(*newest_first(case))[:limit])


def _lasting() -> Q:
    return Q(ended_at=None, since__isnull=False) & (Q(until=None) | Q(until__gt=clock.now()))
