"""What is done with the directory: it is loaded once, described and confirmed by its agencies."""

import tomllib
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from ketnoi.agencies import queries as agencies
from ketnoi.directory import access, queries, rules
from ketnoi.directory.models import (
    Capacity,
    Hold,
    Hotline,
    Schedule,
    Service,
    ServiceAtLocation,
    TrustedAddress,
)
from ketnoi.foundation.action import Refused, action, note, part
from ketnoi.foundation.actor import Actor
from ketnoi.foundation.clock import ZONE
from ketnoi.places import queries as places

DATA = Path(__file__).parent / "data"


@action
def load_directory(*, by: Actor, now: datetime) -> int:
    """Bring the directory of a release in; what agencies confirmed or described since stays."""
    if not access.may_load(by=by):
        raise Refused(_("Chỉ quản trị mới nạp được danh bạ."))
    for row in _rows("hotlines.toml", "hotlines"):
        _put(model=Hotline, row=row)
    services = [_put(model=Service, row=row) for row in _rows("services.toml", "services")]
    for row in _rows("services.toml", "trusted_addresses"):
        _put(model=TrustedAddress, row=row)
    loaded = len([service for service in services if service])
    note("directory.loaded", by=by, about=Hotline.objects.get(key="111"), services=loaded)
    return loaded


@action
def verify_service(*, service: Service, by: Any, now: datetime) -> Service:
    """Her own agency says that the entry is right today."""
    return _confirm(entry=service, by=by, now=now, verb="service.verified")


@action
def verify_hotline(*, hotline: Hotline, by: Any, now: datetime) -> Hotline:
    """Her own agency says that this number answers; from now on it can be dialled."""
    hotline.dialable = True
    return _confirm(entry=hotline, by=by, now=now, verb="hotline.verified")


@action
def describe_service(*, service: Service, by: Any, now: datetime, **facts: Any) -> Service:
    """Her own agency says what it offers, and so confirms it; a shelter's has no address."""
    for name, value in facts.items():
        setattr(service, name, value)
    try:
        return _confirm(entry=service, by=by, now=now, verb="service.described")
    except rules.AddressOfAShelter:
        raise Refused(_("Mục này không ghi địa chỉ. Hãy chỉ ghi cách liên hệ.")) from None


@action
def report_capacity(*, service: Service, places: int, taken: int, by: Any, now: datetime) -> Any:
    """Her own agency says how many places there are now, and how many are taken."""
    if not access.may_confirm(member=by, entry=service):
        raise Refused(_("Chỉ cán bộ của đơn vị này xác nhận được."))
    if queries.is_counted(service):
        raise Refused(_("Số chỗ ở đây theo sổ chỗ của nhà tạm lánh. Hãy sửa ở mục Nhà tạm lánh."))
    if taken > places:
        raise Refused(_("Số chỗ đã có người không thể nhiều hơn số chỗ. Hãy xem lại."))
    said = Capacity(service=service, places=places, taken=taken, at=now, by=by)
    said.save(force_insert=True)
    note("service.capacity_reported", by=by, about=service, places=places, taken=taken)
    return said


@action
def hold_place(*, service: Service, hours: int, by: Any, now: datetime) -> Hold:
    """One place is kept for her agency for some hours; others see one place less."""
    if not access.may_hold(member=by, service=service):
        raise Refused(_("Chỉ cán bộ hồ sơ của đơn vị khác giữ được chỗ ở đây."))
    if not rules.may_be_held(hours):
        raise Refused(_("Chỉ giữ được nhiều nhất 8 giờ."))
    # Of two who want the last place one waits here, and then finds it kept.
    Service.objects.select_for_update().get(pk=service.pk)
    room = queries.room_of(service, now=now)
    if room.free is None:
        raise Refused(_("Nơi này chưa báo còn bao nhiêu chỗ. Hãy gọi hỏi trước."))
    if queries.holds_of(service, now=now).filter(agency_id=by.agency_id).exists():
        raise Refused(_("Đơn vị bạn đang giữ một chỗ ở đây rồi."))
    if room.free <= 0:
        raise Refused(_("Không còn chỗ để giữ. Hãy chọn nơi khác."))
    until = now + timedelta(hours=hours)
    hold = Hold(service=service, agency_id=by.agency_id, since=now, until=until, by=by)
    hold.save(force_insert=True)
    note("service.place_held", by=by, about=service, hours=hours)
    return hold


@action
def release_place(*, hold: Hold, by: Any, now: datetime) -> Hold:
    """A place that was kept is free again."""
    if not access.may_release(member=by, hold=hold):
        raise Refused(_("Chỉ đơn vị được giữ chỗ hoặc đơn vị cho giữ chỗ mới bỏ được."))
    fresh = Hold.objects.select_for_update().get(pk=hold.pk)
    if fresh.ended_at or fresh.until <= now:
        raise Refused(_("Chỗ này không còn được giữ nữa."))
    fresh.ended_at, fresh.ended_by = now, by
    fresh.save(update_fields=["ended_at", "ended_by"])
    note("service.place_released", by=by, about=hold.service)
    return fresh


@part
def use_hold(*, service: Service, agency_id: UUID, by: Any, now: datetime) -> int:
    """What was kept for an agency is kept no longer: its request was answered with yes.

    Where beds are counted it is kept until she is there, and her bed takes its place.
    """
    if queries.is_counted(service):
        return 0
    return fill_hold(service=service, agency_id=agency_id, by=by, now=now)


@part
def fill_hold(*, service: Service, agency_id: UUID, by: Any, now: datetime) -> int:
    """She is there for whom an agency had a place kept: it is kept no longer."""
    held = queries.holds_of(service, now=now).filter(agency_id=agency_id, unit="")
    return held.update(ended_at=now, ended_by_id=by.member_id)


@part
def lock_beds(*, agency_id: UUID) -> Service | None:
    """From here to the end of this step nobody has a place of this shelter kept or told."""
    service = queries.beds_of(agency_id)
    if service is not None:
        Service.objects.select_for_update(of=("self",)).get(pk=service.pk)
    return service


@part
def tell_beds(*, service: Service, places: int, taken: int, by: Any, now: datetime) -> Capacity:
    """What the network is told of the places of a shelter, as its own beds say."""
    said = Capacity(service=service, places=places, taken=taken, counted=True, at=now, by=by)
    said.save(force_insert=True)
    return said


@part
def keep_bed(*, service: Service, unit: str, until: datetime, by: Any, now: datetime) -> Hold:
    """A shelter keeps one of its own places for somebody who is on the way."""
    hold = Hold(
        service=service, agency_id=service.agency_id, unit=unit, since=now, until=until, by=by
    )
    hold.save(force_insert=True)
    return hold


@part
def fill_bed(*, hold: Hold, by: Any, now: datetime) -> None:
    """Whoever was on the way is there: the place is kept no longer."""
    hold.ended_at, hold.ended_by = now, by
    hold.save(update_fields=["ended_at", "ended_by"])


@part
def _confirm(*, entry: Any, by: Any, now: datetime, verb: str) -> Any:
    if not access.may_confirm(member=by, entry=entry):
        raise Refused(_("Chỉ cán bộ của đơn vị này xác nhận được."))
    entry.verified_on = now.astimezone(ZONE).date()
    entry.verified_by = by
    entry.hide_after = rules.hide_after(verified_on=entry.verified_on)
    entry.save()
    note(verb, by=by, about=entry)
    return entry


@part
def _put(*, model: Any, row: dict[str, Any]) -> Any:
    """A new entry; an old one only where nobody has confirmed it. None without its agency."""
    hours, place = row.pop("hours", []), row.pop("place", None)
    if not _find_others(model, row):
        return None
    entry = model.objects.filter(key=row["key"]).first() or model()
    if entry.verified_by_id is None and entry.verified_on is None:
        for name, value in row.items():
            setattr(entry, name, value)
        entry.save()
        _put_hours(entry=entry, hours=hours)
        if place is not None:
            ServiceAtLocation.objects.get_or_create(service=entry, **_commune(place))
    return entry


@part
def _put_hours(*, entry: Any, hours: list[dict[str, Any]]) -> None:
    owner = "hotline" if isinstance(entry, Hotline) else "service"
    if not isinstance(entry, TrustedAddress):
        entry.schedules.all().delete()
    for line in hours:
        Schedule.objects.create(**{owner: entry}, **line)


def _find_others(model: Any, row: dict[str, Any]) -> bool:
    """Put the records a row names in place of their keys; say whether all are there."""
    if agency_key := row.pop("agency", None):
        row["agency"] = agencies.agencies().filter(key=agency_key).first()
    if hotline_key := row.pop("hotline", None):
        row["hotline"] = Hotline.objects.filter(key=hotline_key).first()
    if model is TrustedAddress:
        row["commune_id"] = _commune(row.pop("commune")).get("commune_id")
        return row["commune_id"] is not None
    return model is Hotline or row.get("agency") is not None


def _commune(code: str) -> dict[str, Any]:
    found = places.commune(code)
    return {"commune_id": found.pk} if found else {}


def _rows(file: str, part_name: str) -> list[dict[str, Any]]:
    return tomllib.loads((DATA / file).read_text(encoding="utf-8"))[part_name]
