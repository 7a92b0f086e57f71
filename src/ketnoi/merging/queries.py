"""What pages may ask about two files of one person, always through the one who asks."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.utils.translation import gettext as _

from ketnoi.agencies.terms import Purpose
from ketnoi.cases import queries as cases
from ketnoi.cases.terms import Reason as FileReason
from ketnoi.foundation import clock, trail
from ketnoi.foundation.vietnamese.dates import format_day
from ketnoi.merging import access, rules
from ketnoi.merging.models import Merge
from ketnoi.merging.terms import OF_FILE, OF_PERSON, Field
from ketnoi.people import queries as people
from ketnoi.referrals import queries as referrals

if TYPE_CHECKING:
    from ketnoi.cases.models import Case
    from ketnoi.people.models import Person

COMPARED = "merge.compared"
FILE_COLUMNS = ("risk", "commune_id", "reasons", "needs", "restricted_at")
PERSON_COLUMNS = tuple(name for names in OF_PERSON.values() for name in names)


@dataclass(frozen=True)
class Choice:
    """A thing the two files say differently, what each says, and which is ticked beforehand."""

    field: str
    label: str
    ours: str
    theirs: str
    suggested: str


@dataclass(frozen=True)
class Line:
    """One line of the two files side by side."""

    label: str
    ours: str
    theirs: str
    is_same: bool = False


@dataclass(frozen=True)
class Pair:
    """Two files and the records of the person each is about."""

    into: "Case"
    away: "Case"
    hers: "Person"
    theirs: "Person"

    @property
    def stamp(self) -> str:
        """Which state of both files a page was drawn from."""
        versions = (self.into, self.hers, self.away, self.theirs)
        return ".".join(str(record.version) for record in versions)


def own_case(member: Any, code: str) -> "Case | None":
    """A file by its code that this member may merge another one into."""
    case = cases.case_by_code(member, code)
    return case if case and cases.may_refer(member, case) else None


def likely_twins(case: "Case", member: Any) -> list[cases.Likely]:
    """Files she may merge that are probably about the same person, the likeliest first."""
    person = people.person(member, case.person_id)
    if person is None or person.erased_at:
        return []
    phones, papers = people.phones_of(person), people.papers_of(person)
    known = {
        "name": person.name.open() or person.called.open(),
        "birth_year": person.birth_year,
        "phone": phones[0].number.open() if phones else "",
        "paper": papers[0].number.open() if papers else "",
    }
    found = cases.alike_files(member, **known)
    return [one for one in found if may_merge(member, case, one.case)]


def may_merge(member: Any, into: "Case", away: "Case") -> bool:
    """Whether this member may merge the second file into the first."""
    keeps = cases.may_refer(member, into) and cases.may_refer(member, away)
    return access.may_merge(into=into, away=away, keeps_both=keeps)


def may_undo(member: Any, merge: Merge) -> bool:
    """Whether this member may take a merge back."""
    both = (merge.case, merge.other)
    return access.may_undo(keeps_both=all(cases.may_keep(member, case) for case in both))


def proposed(member: Any, code: str, other: str) -> Merge | None:
    """Two files that may be about one person, not merged yet; a look at both of them.

    None for a file that is not there and for one she may not merge: nothing tells them apart.
    """
    into, away = own_case(member, code), own_case(member, other)
    if into is None or away is None or not may_merge(member, into, away):
        return None
    trail.look(COMPARED, by=member, about=away)
    return Merge(case=into, other=away, holder_id=into.holder_id)


def pair_of(into: "Case", away: "Case", member: Any) -> Pair | None:
    """Both files with the records of the person, as far as both can still be read."""
    hers = people.person(member, into.person_id)
    theirs = people.person(member, away.person_id)
    if hers is None or theirs is None or hers.erased_at or theirs.erased_at:
        return None
    return Pair(into, away, hers, theirs)


def merges_of(case: "Case", member: Any) -> list[Merge]:
    """What was merged into this file and not taken back, the latest first."""
    found = Merge.objects.visible_to(member).filter(case=case, undone_at=None)
    return list(found.select_related("other", "by").order_by("-at"))


def merge_of_file(member: Any, code: str, pk: UUID) -> Merge | None:
    """One merge, looked up through the file that goes on."""
    case = own_case(member, code)
    found = Merge.objects.visible_to(member).filter(case=case, pk=pk)
    return found.select_related("case__key", "other", "by").first() if case else None


def person_values(person: "Person") -> rules.Values:
    """What her record says once, column by column."""
    sealed = {name: getattr(person, name).open() for name in ("called", "name")}
    return {name: sealed.get(name, getattr(person, name)) for name in PERSON_COLUMNS}


def file_values(case: "Case") -> rules.Values:
    """What a file says in clear, column by column."""
    plain = {"commune_id": str(case.commune_id) if case.commune_id else None}
    plain["restricted_at"] = case.restricted_at.isoformat() if case.restricted_at else None
    return {name: plain.get(name, getattr(case, name)) for name in FILE_COLUMNS} | plain


def given_back(merge: Merge, pair: Pair) -> tuple[rules.Values, rules.Values, list[str]]:
    """What her record and the file get back, and which columns somebody corrected since."""
    changes = merge.changes
    person, kept = rules.given_back(changes.get("person", {}), person_values(pair.hers))
    file, kept_too = rules.given_back(changes.get("file", {}), file_values(pair.into))
    return person, file, [*kept, *kept_too]


def labels(columns: list[str]) -> list[str]:
    """What columns are called on a page, each thing once."""
    known = {name: field for field, names in (OF_PERSON | OF_FILE).items() for name in names}
    others = {
        "reasons": _("Lý do"),
        "needs": _("Cần gì"),
        "restricted_at": _("Chỉ giữ, không chia sẻ"),
    }
    said = [str(known[c].label) if c in known else others[c] for c in columns]
    return list(dict.fromkeys(said))


def choices_of(pair: Pair) -> list[Choice]:
    """Where the two files say different things of which one is kept."""
    both = [(field, _said(field, pair.into, pair.hers), _said(field, pair.away, pair.theirs))
            for field in Field]  # fmt: skip
    ours = person_values(pair.hers) | file_values(pair.into)
    other = person_values(pair.theirs) | file_values(pair.away)
    found = []
    for field, mine, theirs in both:
        columns = (OF_PERSON | OF_FILE)[field]
        if any(ours[c] != other[c] for c in columns):
            ticked = rules.suggested(field, ours[columns[0]], other[columns[0]])
            found.append(Choice(field, str(field.label), mine, theirs, ticked))
    return found


def side_by_side(pair: Pair, member: Any) -> list[Line]:
    """Both files, line by line: what is said once, and how much there is of everything else.

    Sealed numbers are not shown, only whether both have the same one.
    """
    said = [(str(f.label), _said(f, pair.into, pair.hers), _said(f, pair.away, pair.theirs))
            for f in Field]  # fmt: skip
    lines = [Line(label, one, other, is_same=one == other) for label, one, other in said]
    return [*lines, *_numbers(pair), *_lists(pair, member)]


def are_tied(pair: Pair, member: Any) -> bool:
    """Whether the two are written down as relatives of each other, now or before."""
    both = {pair.hers.pk, pair.theirs.pk}
    ties = [t for pk in both for t in people.family_of(member, pk)]
    return any({tie.person_id, tie.relative_id} == both for tie in ties)


def would_share(into: "Case", away: "Case") -> bool:
    """Whether one file is kept without sharing while the other is open by a yes of hers."""
    open_by_yes = any(door.basis == "consent" for c in (into, away) for door in cases.doors_of(c))
    return open_by_yes and bool(into.restricted_at or away.restricted_at)


def _said(field: Field, case: "Case", person: "Person") -> str:
    words = {
        Field.CALLED: lambda: person.called.open(),
        Field.NAME: lambda: person.name.open(),
        Field.BIRTH: lambda: _year(person),
        Field.SEX: lambda: person.get_sex_display(),
        Field.LANGUAGE: lambda: person.get_language_display(),
        Field.INTERPRETER: lambda: _("Có") if person.needs_interpreter else _("Không"),
        Field.RISK: lambda: case.get_risk_display(),
        Field.COMMUNE: lambda: str(case.commune or ""),
    }
    return words[field]() or _("chưa ghi")


def _year(person: "Person") -> str:
    if person.birth_year is None:
        return ""
    year = str(person.birth_year)
    return _("khoảng {year}").format(year=year) if person.birth_is_guess else year


def _numbers(pair: Pair) -> list[Line]:
    found = []
    for label, numbers_of in (
        (_("Số điện thoại"), people.phones_of),
        (_("Giấy tờ"), people.papers_of),
    ):
        ours, theirs = numbers_of(pair.hers), numbers_of(pair.theirs)
        shared = {n.number_tag for n in ours if n.number} & {n.number_tag for n in theirs}
        found.append(Line(label, _many(ours), _many(theirs), is_same=bool(shared)))
    return found


def _lists(pair: Pair, member: Any) -> list[Line]:
    both = ((pair.into, pair.hers), (pair.away, pair.theirs))
    told = [_list_words(case, person, member) for case, person in both]
    return [Line(label, told[0][label], told[1][label]) for label in told[0]]


def _list_words(case: "Case", person: "Person", member: Any) -> dict[str, str]:
    doors = (door.agency.name for door in cases.doors_of(case))
    speakers = (one.get_relation_display() for one in people.representatives_of(person))
    ties = (tie.get_kind_display() for tie in people.family_of(member, person.pk))
    return {
        _("Địa chỉ"): _many(people.addresses_of(person)),
        _("Người đại diện"): _listed(speakers),
        _("Con và người phụ thuộc"): _listed(ties),
        _("Vì sao có hồ sơ"): _listed(str(FileReason(code).label) for code in case.reasons),
        _("Cần gì"): _listed(str(Purpose(code).label) for code in case.needs),
        _("Tiếp nhận"): format_day(case.received_at.astimezone(clock.ZONE).date()),
        _("Trạng thái"): case.get_status_display(),
        _("Phụ trách"): case.keeper.name,
        _("Ghi chú"): _many(cases.notes_of(case, member)),
        _("Giấy tờ đính kèm"): _many(cases.attachments_of(case, member)),
        _("Chuyển gửi"): _many(referrals.referrals_of(case, member)),
        _("Đang mở cho"): _listed(doors),
    }


def _many(records: list[Any]) -> str:
    return str(len(records)) if records else "–"


def _listed(words: Any) -> str:
    return ", ".join(sorted(words)) or "–"
