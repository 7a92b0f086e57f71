"""The house of a shelter: its units, what is free, taken and kept; who stays tonight."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from ketnoi.cases import queries as cases
from ketnoi.directory import queries as directory
from ketnoi.foundation.clock import ZONE
from ketnoi.foundation.vietnamese.dates import format_moment
from ketnoi.protection import access, rules
from ketnoi.protection.models import Beds, NightCount, ShelterStay
from ketnoi.protection.terms import Unit

if TYPE_CHECKING:
    from ketnoi.agencies.models import Agency
    from ketnoi.directory.models import Hold


@dataclass(frozen=True)
class UnitNow:
    """A part of the house: how many places there are, who has them, what is kept."""

    unit: Unit
    places: int | None
    taken: int
    held: list["Hold"]

    @property
    def name(self) -> str:
        """What the unit is called."""
        return str(self.unit.label)

    @property
    def free(self) -> int | None:
        """Places nobody has; None while nobody said how many there are."""
        return rules.free_places(places=self.places, taken=self.taken, held=len(self.held))


@dataclass(frozen=True)
class House:
    """A shelter now. It has no address, and no commune."""

    agency: Any
    units: list[UnitNow]
    kept: list["Hold"]
    changed_at: datetime | None
    last_count: NightCount | None = None

    def unit(self, unit: str) -> UnitNow:
        """One part of the house."""
        return next(each for each in self.units if each.unit == unit)

    @property
    def taken(self) -> int:
        """Places somebody has."""
        return sum(each.taken for each in self.units)

    @property
    def places(self) -> int | None:
        """All places; None while nobody said how many there are."""
        every = [each.places for each in self.units]
        return None if None in every else sum(each or 0 for each in every)

    @property
    def free(self) -> int | None:
        """Places somebody can be taken into, less what is kept for other agencies."""
        return self.left()

    def left(self, *, asks: UUID | None = None) -> int | None:
        """The same for one who asks: what is kept for her is room for her."""
        others = [each for each in self.kept if each.agency_id != asks]
        return rules.all_free((each.free for each in self.units), kept=len(others))

    def has_room(self, unit: str, *, asks: UUID | None = None) -> bool:
        """Whether somebody can be taken in there."""
        return rules.has_room(unit=self.unit(unit).free, house=self.left(asks=asks))


def own_shelter(member: Any) -> "Agency | None":
    """The shelter whose house this member keeps, if she keeps one."""
    return member.agency if access.may_keep_house(member=member) else None


def house_of(member: Any, *, now: datetime) -> House:
    """The member's own shelter, as it stands now."""
    beds = Beds.objects.visible_to(member).filter(agency_id=member.agency_id)
    service = directory.beds_of(member.agency_id)
    holds = list(directory.holds_of(service, now=now)) if service else []
    return house(member.agency, beds, holds, last_count=_last_counts(member).get(member.agency_id))


def house(
    agency: Any, beds: Iterable[Beds], holds: list["Hold"], *, last_count: NightCount | None = None
) -> House:
    """A shelter out of its beds and of what is kept there."""
    by_unit = {each.unit: each for each in beds}
    held = defaultdict(list)
    for each in holds:
        held[each.unit].append(each)
    units = [
        UnitNow(
            unit=unit,
            places=by_unit[unit].places if unit in by_unit else None,
            taken=by_unit[unit].taken if unit in by_unit else 0,
            held=held[unit],
        )
        for unit in Unit
    ]
    changed_at = max((each.changed_at for each in by_unit.values()), default=None)
    return House(agency, units, held[""], changed_at, last_count)


def beds_to_choose(house: House) -> list[tuple[str, str]]:
    """What can be chosen when somebody comes: units with what is free there, and kept places."""
    words = _("{unit} – chỗ đang giữ đến {moment}")
    kept = [
        (str(hold.pk), words.format(unit=each.name, moment=format_moment(hold.until)))
        for each in house.units
        for hold in each.held
    ]
    return [*units_to_choose(house), *kept]


def units_to_choose(house: House) -> list[tuple[str, str]]:
    """Units by name, with how many places are free, as far as that is known."""
    return [(each.unit.value, _with_what_is_free(each)) for each in house.units]


def bed_chosen(house: House, chosen: str) -> dict[str, Any]:
    """The unit of what was chosen, and the place that was kept, if it was one."""
    held = {str(hold.pk): hold for each in house.units for hold in each.held}
    if hold := held.get(chosen):
        return {"unit": hold.unit, "hold": hold.pk}
    return {"unit": chosen}


def _with_what_is_free(unit: UnitNow) -> str:
    if unit.free is None:
        return unit.name
    words = _("{unit} – còn {free} chỗ") if unit.free else _("{unit} – hết chỗ")
    return words.format(unit=unit.name, free=unit.free)


def occupancy(member: Any, *, now: datetime) -> list[House]:
    """Every shelter that has said how many beds it has, for a coordinator; nothing says where one
    is."""
    beds, holds = defaultdict(list), defaultdict(list)
    counted = Beds.objects.visible_to(member).exclude(places=None).select_related("agency")
    for each in counted.order_by("agency__name"):
        beds[each.agency].append(each)
    for kept in directory.kept_places(now=now):
        holds[kept.service.agency_id].append(kept)
    counts = _last_counts(member)
    return [
        house(agency, found, holds[agency.pk], last_count=counts.get(agency.pk))
        for agency, found in beds.items()
    ]


@dataclass(frozen=True)
class Guest:
    """Who stays tonight, by code alone, and whether her file is open to the shelter still."""

    stay: ShelterStay
    opens: bool


def tonight(member: Any) -> list[Guest]:
    """Who stays in the member's own shelter; who came first stands first."""
    stays = list(running(member).order_by("admitted_at", "code"))
    files = cases.cases_visible_to(member).filter(pk__in=[each.case_id for each in stays])
    open_ones = set(files.values_list("pk", flat=True))
    return [Guest(each, opens=each.case_id in open_ones) for each in stays]


def running(member: Any) -> "QuerySet[ShelterStay]":
    """The stays in the member's own shelter that go on."""
    return ShelterStay.objects.visible_to(member).filter(agency_id=member.files, left_at=None)


def stay_in_house(member: Any, stay: str) -> ShelterStay | None:
    """A stay in the member's own shelter by its own code, whether it goes on or has ended."""
    if not access.may_keep_house(member=member):
        return None
    found = ShelterStay.objects.visible_to(member).filter(agency_id=member.files, code=stay)
    return found.select_related("agency").first()


def is_counted_tonight(house: House, *, now: datetime) -> bool:
    """Whether somebody went round this evening and nothing has changed since."""
    last = house.last_count
    night = rules.night_of(now.astimezone(ZONE))
    return last is not None and (last.night, last.taken) == (night, house.taken)


def may_set_places(member: Any) -> bool:
    """Whether this member may say how many places there are."""
    return access.may_set_places(member=member)


def _last_counts(member: Any) -> dict[UUID, NightCount]:
    found = NightCount.objects.visible_to(member).order_by("agency_id", "-at")
    return {each.agency_id: each for each in found.distinct("agency_id")}
