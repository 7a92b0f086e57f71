"""What pages and other domains may ask about places."""

from dataclasses import dataclass

from django.db.models import Case, Q, QuerySet, When

from ketnoi.places import rules
from ketnoi.places.models import Commune, FormerPlace, Province
from ketnoi.places.rules import Meaning

SHORTEST, LONGEST = 2, 100
# An old district is found ward by ward, and many of its wards may have become one commune.
WARDS_OF_A_COMMUNE = 10


@dataclass(frozen=True)
class Match:
    """A commune that was looked for, and the old name under which it was found."""

    commune: Commune
    was: str = ""

    @property
    def value(self) -> str:
        """Its code."""
        return self.commune.code

    @property
    def label(self) -> str:
        """Its name as an address says it."""
        return self.commune.label


def provinces() -> QuerySet[Province]:
    """The provinces of today, in Vietnamese order."""
    return Province.objects.filter(until=None).order_by("sort_key")


def communes_of(province: Province | str) -> QuerySet[Commune]:
    """The communes of a province today, in Vietnamese order."""
    return Commune.objects.filter(province=province, until=None).order_by("sort_key", "code")


def commune(code: str) -> Commune | None:
    """One commune by its code, with its province."""
    return Commune.objects.select_related("province").filter(code=code).first()


def communes_like(
    text: str, *, province: Province | str | None = None, limit: int = 10
) -> list[Match]:
    """Communes somebody may mean by what she typed, old names too; those of the province first."""
    if len(text.strip()) < SHORTEST:
        return []
    for meaning in rules.meanings(text[:LONGEST]):
        if found := _found(meaning, province, limit):
            return found
    return []


def kilometres(here: Commune, there: Commune) -> float:
    """How far the centres of two communes are apart, as the crow flies."""
    return rules.kilometres(_point(here), _point(there))


def _point(commune: Commune) -> tuple[float, float]:
    return float(commune.latitude), float(commune.longitude)


def _found(meaning: Meaning, province: Province | str | None, limit: int) -> list[Match]:
    today = [] if meaning.only_former else _today(meaning, province)[:limit]
    matches = {commune.pk: Match(commune) for commune in today}
    for former in _before(meaning, province)[: limit * WARDS_OF_A_COMMUNE]:
        matches.setdefault(former.commune_id, Match(former.commune, _was(former, meaning)))
    home = getattr(province, "pk", province)
    return sorted(matches.values(), key=lambda m: m.commune.province_id != home)[:limit]


def _today(meaning: Meaning, province: Province | str | None) -> QuerySet[Commune]:
    first, *others = meaning.parts
    within = Q(words__contains=f" {first}")
    for part in others:
        within &= Q(words__contains=f" {part}") | Q(province__words__contains=f" {part}")
    found = Commune.objects.filter(within, until=None).select_related("province")
    return found.order_by(_far("province", province), *_rank(meaning, "name"), "sort_key", "code")


def _before(meaning: Meaning, province: Province | str | None) -> QuerySet[FormerPlace]:
    within = Q()
    for part in meaning.parts:
        within &= Q(words__contains=f" {part}")
    found = FormerPlace.objects.filter(within).select_related("commune__province")
    far, rank = _far("commune__province", province), _rank(meaning, "commune_name")
    return found.order_by(far, *rank, "share", "commune__sort_key", "code")


def _rank(meaning: Meaning, name: str) -> tuple[Case, Case]:
    """How the first part fits: as whole name, beginning, name above it, word; with its marks."""
    first = meaning.parts[0]
    whole = Q(folded=first) | Q(words__startswith=f" {first},")
    begins = Q(folded__startswith=first) | Q(words__startswith=f" {first}")
    above = Q(words__contains=f" {first},")
    fits = Case(When(whole, then=0), When(begins, then=1), When(above, then=2), default=3)
    return fits, Case(When(**{f"{name}__icontains": meaning.spelled}, then=0), default=1)


def _far(column: str, province: Province | str | None) -> Case:
    return Case(When(**{column: province}, then=0), default=1)


def _was(former: FormerPlace, meaning: Meaning) -> str:
    ward, _comma, _above = former.words.partition(",")
    named_itself = f" {meaning.parts[0]}" in ward
    return former.was if named_itself else former.was_within
