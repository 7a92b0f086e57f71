"""Agencies join the network, with their names through time."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from ketnoi.agencies import access
from ketnoi.agencies.actions.keys import give_keys
from ketnoi.agencies.models import Agency, AgencyName
from ketnoi.foundation.action import Refused, action, note
from ketnoi.foundation.actor import Actor
from ketnoi.places import queries as places

NETWORK = Path(__file__).parents[1] / "data" / "network.toml"


@action
def load_network(*, by: Actor) -> int:
    """The organisations of the article join, with their names of then and of now."""
    if not access.may_add_agencies(by=by):
        raise Refused(_("Chỉ quản trị mới thêm được đơn vị."))
    rows = tomllib.loads(NETWORK.read_text())["agency"]
    for row in rows:
        _load_agency(**row)
    note(
        "network.loaded",
        by=by,
        about=Agency.objects.get(key=rows[0]["key"]),
        count=len(rows),
    )
    return len(rows)


def _load_agency(*, key: str, names: list[dict[str, Any]], **facts: Any) -> None:
    province = next((p for p in places.provinces() if p.name == facts.get("province")), None)
    commune = _commune(facts.pop("commune", ""), province)
    predecessor = facts.pop("predecessor", None)
    agency, _new = Agency.objects.update_or_create(
        key=key,
        defaults={
            **facts,
            "province": province,
            "commune": commune,
            "predecessor": Agency.objects.get(key=predecessor) if predecessor else None,
        },
    )
    give_keys(agency=agency)
    for named in names:
        AgencyName.objects.update_or_create(agency=agency, name=named["name"], defaults=named)


@action
def add_agency(
    *, key: str, name: str, function: str, level: str, by: Actor, **details: Any
) -> Agency:
    """An organisation joins the network."""
    if not access.may_add_agencies(by=by):
        raise Refused(_("Chỉ quản trị mới thêm được đơn vị."))
    agency, is_new = Agency.objects.update_or_create(
        key=key,
        defaults={"name": name, "function": function, "level": level, **details},
    )
    give_keys(agency=agency)
    note("agency.added" if is_new else "agency.updated", by=by, about=agency, key=key)
    return agency


def _commune(name: str, province: Any) -> Any:
    matches = places.communes_like(name, province=province, limit=1) if name else []
    return matches[0].commune if matches else None


@action
def record_name(
    *,
    agency: Agency,
    name: str,
    since: date | None,
    until: date | None,
    source: str,
    by: Actor,
) -> AgencyName:
    """An agency was called this, from one day to another."""
    record, _new = AgencyName.objects.update_or_create(
        agency=agency,
        name=name,
        defaults={"since": since, "until": until, "source": source},
    )
    note("agency.named", by=by, about=agency)
    return record
