"""Trusted addresses by how near they are to a commune that somebody named; never to a person."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from ketnoi.directory import rules
from ketnoi.directory.models import TrustedAddress
from ketnoi.places import queries as places


@dataclass(frozen=True)
class Near:
    """A trusted address, and in coarse words how far its commune is."""

    address: TrustedAddress
    where: str


def near(found: list[TrustedAddress], commune: Any) -> list[Near]:
    """The nearest first: same commune, within some kilometres, same province, elsewhere."""
    ordered = sorted(found, key=lambda a: (_km(a, commune), a.label, str(a.pk)))
    return [Near(address, how_far(address.commune, commune)) for address in ordered]


def _km(address: TrustedAddress, commune: Any) -> float:
    return places.kilometres(address.commune, commune) if commune else 0.0


def how_far(there: Any, here: Any) -> str:
    """In coarse words how far one commune is from another; nothing where none was named."""
    if here is None or there is None:
        return ""
    if there.pk == here.pk:
        return _("cùng xã, phường")
    within = rules.within(places.kilometres(there, here))
    if within is not None:
        return _("trong khoảng %(km)d km") % {"km": within}
    is_same = there.province_id == here.province_id
    return _("cùng tỉnh, thành phố") if is_same else _("tỉnh, thành phố khác")
