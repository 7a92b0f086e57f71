"""She comes to the office with her family, and is heard once for everything."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from ketnoi.cases import actions as cases
from ketnoi.cases.terms import Reason, TaskKind
from ketnoi.foundation.action import Refused, action, note, together
from ketnoi.foundation.clock import ZONE
from ketnoi.law import queries as law
from ketnoi.osso import queries, rules
from ketnoi.osso.actions.desk import ask_for, refuse_outsiders
from ketnoi.osso.actions.papers import note_child_papers
from ketnoi.osso.models import WalkIn, Wish
from ketnoi.osso.terms import PURPOSE_OF, Category, WishState
from ketnoi.people import actions as people
from ketnoi.people import queries as persons
from ketnoi.people.terms import Country, LivesWith

if TYPE_CHECKING:
    from ketnoi.cases.models import Case
    from ketnoi.people.models import Person

PAGE = "osso:desk"


@together
def receive_walk_in(
    *,
    case: "Case",
    once: str,
    categories: list[str],
    words: str,
    country: str,
    back_year: int | None,
    her: dict[str, Any],
    family: list[dict[str, Any]],
    by: Any,
    now: datetime,
) -> WalkIn:
    """All she says in one conversation is written down, or nothing of it.

    her: language, needs_interpreter, addresses, papers. family: for each relative what she or he
    is, addresses, papers, and for a child where it was born and registered. Sent twice, the page
    (`once`) is written down once.
    """
    if begun := queries.walked_in(by, case, once):
        return begun
    if her or family:
        _describe(case, her, family, by=by, now=now)
    if queries.may_describe(by, case):
        _describe_file(case, categories, by=by, now=now)
    return record_walk_in(
        case=case,
        once=once,
        categories=categories,
        words=words,
        country=country,
        back_year=back_year,
        by=by,
        now=now,
    )


@action
def record_walk_in(
    *,
    case: "Case",
    once: str,
    categories: list[str],
    words: str,
    country: str,
    back_year: int | None,
    by: Any,
    now: datetime,
) -> WalkIn:
    """That she came, and which services she asked for; each of them waits to be sorted."""
    refuse_outsiders(case, by)
    about = {"case": case, "holder_id": case.holder_id, "agency_id": by.agency_id}
    walk_in = WalkIn(
        pk=queries.walk_in_of(by, once),
        **about,
        country=country,
        back_year=back_year,
        words=words,
        came_at=now,
        received_by=by,
    )
    walk_in.save(force_insert=True)
    cases.begin_support(case=case, by=by, now=now)
    known = {w.category for w in queries.wishes_of(case, by) if w.state == WishState.WAITS}
    fresh = [category for category in categories if category not in known]
    Wish.objects.bulk_create(
        Wish(**about, walk_in=walk_in, category=category, asked_at=now) for category in fresh
    )
    if fresh and not known:
        ask_for(
            place=queries.of_file(case),
            kind=TaskKind.SORT_WISHES,
            page=PAGE,
            subject=case.code,
            agency_id=by.agency_id,
            member_id=by.pk,
            due_at=law.due(code=rules.WISHES, start=now),
            now=now,
        )
    note("osso.walked_in", by=by, about=walk_in, categories=categories)
    return walk_in


def _describe(
    case: "Case", her: dict[str, Any], family: list[dict[str, Any]], *, by: Any, now: datetime
) -> None:
    person = persons.person(by, case.person_id)
    if person is None:
        raise Refused(_("Chỉ đơn vị giữ hồ sơ mới ghi được về chị ấy và gia đình."))
    spoken = {name: her[name] for name in ("language", "needs_interpreter") if her.get(name)}
    if spoken:
        person = people.describe_person(person=person, version=person.version, by=by, **spoken)
    _write_down(person, her, by=by, now=now)
    for relative in family:
        _take_down(case, person, relative, by=by, now=now)


def _take_down(
    case: "Case", person: "Person", said: dict[str, Any], *, by: Any, now: datetime
) -> None:
    """A relative of hers; of a child also where it was born and registered."""
    facts = dict(said["about"])
    is_abroad = any(place["country"] != Country.VN for place in said["addresses"])
    if is_abroad and facts["lives"] == LivesWith.UNKNOWN:
        facts["lives"] = LivesWith.ABROAD
    tie = people.add_relative(person=person, by=by, now=now, **facts)
    _write_down(tie.relative, said, by=by, now=now)
    if persons.may_be_child(tie, on=now.astimezone(ZONE).date()):
        note_child_papers(case=case, tie=tie, by=by, now=now, **said["child"])


def _write_down(person: "Person", said: dict[str, Any], *, by: Any, now: datetime) -> None:
    for place in said.get("addresses", []):
        people.note_address(person=person, by=by, now=now, **place)
    for paper in said.get("papers", []):
        people.note_paper(person=person, by=by, now=now, **paper)


def _describe_file(case: "Case", categories: list[str], *, by: Any, now: datetime) -> None:
    """Why the file is kept and what she needs, as other pages read it."""
    purposes = [PURPOSE_OF[Category(category)].value for category in categories]
    needs = list(dict.fromkeys([*case.needs, *purposes]))
    reasons = list(dict.fromkeys([*case.reasons, Reason.RETURNED_MIGRANT.value]))
    if (needs, reasons) != (case.needs, case.reasons):
        changed = cases.describe_case(
            case=case, version=case.version, needs=needs, reasons=reasons, by=by, now=now
        )
        case.version, case.needs, case.reasons = changed.version, needs, reasons
