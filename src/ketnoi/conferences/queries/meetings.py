"""Conferences of a file: who was invited, what is on the agenda, who came, what was decided."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from ketnoi.agencies import queries as agencies
from ketnoi.cases import queries as cases
from ketnoi.conferences import access
from ketnoi.conferences.models import (
    AgendaItem,
    Assignment,
    Attendance,
    Conference,
    ConferenceEvent,
    Invitee,
    Minutes,
)
from ketnoi.conferences.queries.inside import file, taking_part
from ketnoi.conferences.terms import Step
from ketnoi.foundation.guard.hiding import shut_out

if TYPE_CHECKING:
    from ketnoi.agencies.models import Member
    from ketnoi.cases.models import Case

CONFIRMED = Exists(ConferenceEvent.objects.filter(conference=OuterRef("pk"), step=Step.CONFIRMED))


def conferences_of(case: "Case", member: Any) -> list[Conference]:
    """The conferences of a file that this member may know of, the latest first."""
    found = of_file(Conference, case, member).annotate(is_confirmed=CONFIRMED)
    return list(found.order_by("-starts_at"))


def conference_of_file(member: Any, code: str, pk: UUID) -> Conference | None:
    """One conference, looked up through its file."""
    case = file(member, code)
    if case is None:
        return None
    found = of_file(Conference, case, member).annotate(is_confirmed=CONFIRMED)
    return found.select_related("called_by", "holder").filter(pk=pk).first()


def conference_to_run(member: Any, code: str, pk: UUID) -> Conference | None:
    """One conference that this member may move, call off, or write the minutes of."""
    found = conference_of_file(member, code, pk)
    return found if found and access.may_run(member=member, conference=found) else None


def of_file(model: Any, case: "Case", member: Any) -> QuerySet:
    """Rows of a file whose words this member can read."""
    found = model.objects.visible_to(member).filter(case_id__in=cases.within(case))
    brought = found.select_related("case__key").annotate(wrap=cases.wraps_of("seal", member))
    return brought.filter(wrap__isnull=False)


def _at(model: Any, conference: Conference, member: Any) -> QuerySet:
    return model.objects.visible_to(member).filter(conference=conference)


def _words(model: Any, conference: Conference, member: Any) -> QuerySet:
    brought = _at(model, conference, member).annotate(wrap=cases.wraps_of("seal", member))
    return brought.filter(wrap__isnull=False).select_related("case__key")


def invitees_of(conference: Conference, member: Any) -> list[Invitee]:
    """Who was invited, and what they said."""
    found = _at(Invitee, conference, member).select_related("agency", "answered_by")
    return list(found.order_by("agency__name"))


def invitee(conference: Conference, member: Any) -> Invitee | None:
    """The invitation of this member's agency, if it has one."""
    return _at(Invitee, conference, member).filter(agency_id=member.files).first()


def agenda_of(conference: Conference, member: Any) -> list[AgendaItem]:
    """What is to be talked about, in order."""
    found = _words(AgendaItem, conference, member).select_related("agency", "proposed_by")
    return list(found.order_by("position"))


def events_of(conference: Conference, member: Any) -> list[ConferenceEvent]:
    """What happened to it, oldest first."""
    return list(_at(ConferenceEvent, conference, member).select_related("by").order_by("at"))


def minutes_of(conference: Conference, member: Any) -> list[Minutes]:
    """The minutes, and their corrections in order."""
    found = _words(Minutes, conference, member).select_related("author", "agency")
    return list(found.order_by("is_correction", "written_at"))


def came_to(conference: Conference, member: Any) -> list[Attendance]:
    """Who came."""
    found = _at(Attendance, conference, member).select_related("member__agency")
    return list(found.order_by("presence", "member__name"))


def decisions_of(conference: Conference, member: Any) -> list[Assignment]:
    """The work that was decided there."""
    found = _words(Assignment, conference, member).filter(instead_of=None)
    return list(found.select_related("to_agency", "to_member").order_by("due_at", "pk"))


def people_of(conference: Conference) -> "list[Member]":
    """Who may have come: officers of the holder and of the invited, but nobody who is kept out."""
    kept_out = shut_out(conference.case_id)
    homes = {conference.holder_id, *conference.invited} - kept_out.agencies
    found = agencies.everybody().filter(agency_id__in=homes).select_related("agency")
    ready = [m for m in found if m.role in access.WORKS and m.pk not in kept_out.members]
    return sorted(ready, key=lambda m: (m.agency.name, m.name))


def author_of(conference: Conference) -> UUID | None:
    """Who wrote the minutes."""
    found = Minutes.objects.filter(conference=conference, is_correction=False)
    return found.values_list("author_id", flat=True).first()


def confirmed(conference: Conference) -> bool:
    """Whether a second person confirmed the minutes."""
    return ConferenceEvent.objects.filter(conference=conference, step=Step.CONFIRMED).exists()


def confirmers(conference: Conference) -> "list[Member]":
    """Who was there, did not write the minutes, and takes part still: other agencies first."""
    inside, kept_out = taking_part(conference.case), shut_out(conference.case_id).members
    author = author_of(conference)
    came = Attendance.objects.filter(conference=conference, member__isnull=False)
    people = [row.member for row in came.select_related("member").order_by("member__name", "pk")]
    ready = [
        m
        for m in people
        if m.pk not in {author, *kept_out} and m.agency_id in inside and m.left_at is None
    ]
    return sorted(ready, key=lambda m: m.agency_id == conference.holder_id)


def may_confirm(member: Any, conference: Conference) -> bool:
    """Whether this member may confirm the minutes."""
    who = confirmers(conference)
    return access.may_confirm(
        member=member,
        author_id=author_of(conference),
        was_there=any(m.pk == member.pk for m in who),
        nobody_else=not who and member.files == conference.holder_id,
    )


def may_correct(member: Any, conference: Conference) -> bool:
    """Whether this member may add a correction."""
    came = Attendance.objects.filter(conference=conference, member_id=member.member_id)
    return access.may_correct(
        member=member, author_id=author_of(conference), was_there=came.exists()
    )
