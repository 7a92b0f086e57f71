"""Beds: how many there are, that one is taken, kept or free again, and what the network is told."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.utils.translation import gettext as _

from ketnoi.directory import actions as directory
from ketnoi.directory import queries as services
from ketnoi.foundation.action import Refused, action, note, part
from ketnoi.foundation.clock import ZONE
from ketnoi.foundation.vietnamese.dates import format_moment
from ketnoi.law import queries as law
from ketnoi.protection import access, queries, rules
from ketnoi.protection.models import Beds, NightCount
from ketnoi.protection.terms import Unit

if TYPE_CHECKING:
    from ketnoi.directory.models import Hold, Service


@dataclass(frozen=True)
class Locked:
    """A house that nobody else changes until this step ends."""

    service: "Service | None"
    beds: dict[str, Beds]
    now: queries.House


@action
def set_places(*, places: dict[str, int], by: Any, now: datetime) -> queries.House:
    """The lead says how many places each unit has: never fewer than are taken or kept."""
    if not access.may_set_places(member=by):
        raise Refused(_("Chỉ người phụ trách nhà tạm lánh mới ghi số chỗ."))
    locked = lock_house(agency=by.agency, now=now)
    _refuse_fewer_than_are_used(locked.now, places)
    for unit, beds in locked.beds.items():
        beds.places, beds.changed_at = places[unit], now
        beds.save(update_fields=["places", "changed_at"])
    tell_network(locked=locked, by=by, now=now)
    told = [f"{unit}:{places[unit]}" for unit in Unit.values]
    note("beds.set", by=by, about=locked.beds[Unit.WOMEN], places=told)
    return locked.now


@action
def keep_bed(*, unit: str, hours: int, by: Any, now: datetime) -> "Hold":
    """A place is kept for somebody on the way; when the hours are over it is free by itself."""
    if not access.may_keep_house(member=by):
        raise Refused(_("Chỉ nhà tạm lánh mới giữ chỗ ở đây."))
    until = now + timedelta(hours=hours)
    if not now < until <= law.due(code=rules.KEPT, start=now):
        raise Refused(_("Không giữ chỗ lâu như vậy được. Hãy chọn ít giờ hơn."))
    locked = lock_house(agency=by.agency, now=now)
    if locked.service is None:
        raise Refused(_("Đơn vị chưa có dịch vụ nơi an toàn trong danh bạ nên chưa giữ chỗ được."))
    if locked.now.unit(unit).free is None:
        raise Refused(_("Chưa ghi có bao nhiêu chỗ. Hãy nhờ người phụ trách ghi số chỗ trước."))
    _refuse_without_room(locked.now, unit)
    hold = directory.keep_bed(service=locked.service, unit=unit, until=until, by=by, now=now)
    note("beds.kept", by=by, about=locked.beds[unit], hours=hours)
    return hold


@action
def count_night(*, by: Any, now: datetime) -> NightCount:
    """Somebody went round the house and found it as the book says: the network hears it again."""
    if not access.may_keep_house(member=by):
        raise Refused(_("Chỉ nhà tạm lánh mới ghi việc đếm đêm."))
    locked = lock_house(agency=by.agency, now=now)
    seen = queries.house_of(by, now=now)
    if queries.is_counted_tonight(seen, now=now):
        raise Refused(_("Đêm nay đã đếm rồi và từ đó không có gì đổi."))
    night = rules.night_of(now.astimezone(ZONE))
    counted = NightCount(agency_id=by.agency_id, night=night, taken=seen.taken, at=now, by=by)
    counted.save(force_insert=True)
    tell_network(locked=locked, by=by, now=now)
    note("beds.counted", by=by, about=counted, taken=seen.taken)
    return counted


@part
def lock_house(*, agency: Any, now: datetime) -> Locked:
    """The house as it stands, from here to the end of this step.

    First the service, as whoever has a place kept does, then the units in one order: nobody waits
    in a circle, and of two who want the last bed the second sees it taken.
    """
    service = directory.lock_beds(agency_id=agency.pk)
    found = Beds.objects.filter(agency=agency)
    if found.count() < len(Unit):
        units = [Beds(agency=agency, unit=unit, changed_at=now) for unit in Unit]
        Beds.objects.bulk_create(units, ignore_conflicts=True)
    beds = {each.unit: each for each in found.select_for_update().order_by("unit")}
    if len(beds) < len(Unit):
        # The database shows the book of a house to those who work in it.
        raise Refused(_("Chỉ nhà tạm lánh mới giữ chỗ ở đây."))
    holds = list(services.holds_of(service, now=now)) if service else []
    return Locked(service, beds, queries.house(agency, beds.values(), holds))


@part
def take_bed(
    *, locked: Locked, unit: str, hold: UUID | None, asks: UUID, by: Any, now: datetime
) -> None:
    """One place of a unit is hers: a free one, the one that was kept for her, or one more where
    nobody has said how many there are."""
    kept = next((each for each in locked.now.unit(unit).held if each.pk == hold), None)
    if hold and kept is None:
        raise Refused(_("Chỗ này không còn được giữ nữa. Hãy chọn lại phòng."))
    if kept is not None:
        directory.fill_bed(hold=kept, by=by, now=now)
    else:
        _refuse_without_room(locked.now, unit, asks=asks)
        if locked.service is not None:
            directory.fill_hold(service=locked.service, agency_id=asks, by=by, now=now)
    move_count(locked=locked, unit=unit, by_how_many=1, now=now)


@part
def change_bed(*, locked: Locked, unit: str, to: str, now: datetime) -> None:
    """One place for another of the same house: what is kept for other agencies stays kept."""
    wanted = locked.now.unit(to)
    if not rules.has_room(unit=wanted.free, house=None):
        raise Refused(_("{unit}: hết chỗ. Hãy chọn phòng khác.").format(unit=wanted.name))
    move_count(locked=locked, unit=unit, by_how_many=-1, now=now)
    move_count(locked=locked, unit=to, by_how_many=1, now=now)


@part
def free_bed(*, locked: Locked, unit: str, now: datetime) -> None:
    """A place is free again."""
    move_count(locked=locked, unit=unit, by_how_many=-1, now=now)


@part
def move_count(*, locked: Locked, unit: str, by_how_many: int, now: datetime) -> None:
    """What is taken in a unit, one more or one less."""
    beds = locked.beds[unit]
    beds.taken, beds.changed_at = beds.taken + by_how_many, now
    beds.save(update_fields=["taken", "changed_at"])


@part
def tell_network(*, locked: Locked, by: Any, now: datetime) -> None:
    """What others read of room here follows from the beds; it is typed nowhere a second time."""
    places = [each.places for each in locked.beds.values()]
    if locked.service is None or None in places:
        return
    taken = sum(each.taken for each in locked.beds.values())
    total = sum(each or 0 for each in places)
    directory.tell_beds(service=locked.service, places=total, taken=taken, by=by, now=now)


def _refuse_without_room(house: queries.House, unit: str, *, asks: UUID | None = None) -> None:
    """Stop with a sentence that says where there is room, or what to do when there is none."""
    if house.has_room(unit, asks=asks):
        return
    name, rest = house.unit(unit).name, [each.name for each in house.units if each.free]
    if rest and house.left(asks=asks):
        where = ", ".join(rest)
        raise Refused(_("{unit}: hết chỗ. Còn chỗ ở: {where}.").format(unit=name, where=where))
    if rest:
        last = [each for each in house.kept if each.agency_id != asks][-1]
        said = _("Chỗ còn lại đang giữ cho {agency} đến {moment}. Hãy gọi hỏi nơi ấy trước.")
        when = format_moment(last.until)
        raise Refused(said.format(agency=last.agency.name, moment=when))
    raise Refused(_("Cả nhà đã hết chỗ. Người phụ trách thêm chỗ được ở mục Số chỗ."))


def _refuse_fewer_than_are_used(house: queries.House, places: dict[str, int]) -> None:
    for each in house.units:
        used = each.taken + len(each.held)
        if places[each.unit] < used:
            said = _("{unit}: đang có {count} chỗ có người hoặc được giữ, nên không ghi ít hơn.")
            raise Refused(said.format(unit=each.name, count=used))
    used = house.taken + sum(len(each.held) for each in house.units) + len(house.kept)
    if sum(places.values()) < used:
        said = _("Cả nhà đang có {count} chỗ có người hoặc được giữ, nên không ghi ít hơn.")
        raise Refused(said.format(count=used))
