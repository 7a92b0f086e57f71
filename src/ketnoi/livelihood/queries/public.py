"""What the public may know of work on offer: nothing moves in it when somebody takes part."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from ketnoi.directory import queries as directory
from ketnoi.livelihood import rules
from ketnoi.livelihood.models import Opportunity
from ketnoi.livelihood.terms import Kind
from ketnoi.places import queries as communes

TOLD = (Kind.JOB, Kind.TRAINING, Kind.LOAN, Kind.TOOLS, Kind.MARKET)
SHOWN = 40


@dataclass(frozen=True)
class Offer:
    """One line of the public page: no employer, no telephone, no places left, nobody's name."""

    about: Opportunity
    title: str
    place: str
    how_far: str


def public_offers(*, today: date, commune: Any = None) -> list[Offer]:
    """What somebody went to see and still stands, the nearest first where a commune was named.

    Whether places are left is not looked at: else who watches would see when one was taken.
    """
    stands = Q(until=None) | Q(until__gte=today)
    seen = Q(verified_on__isnull=False, withdrawn_at=None, kind__in=TOLD)
    near = ("commune__province", "agency__province")
    found = list(Opportunity.objects.filter(stands & seen).select_related(*near))
    named = _named(found)
    offers = [_told(one, named, commune) for one in found]
    ordered = sorted(offers, key=lambda o: (_rank(o, commune), str(o.about.pk)))
    return ordered[:SHOWN]


def _told(one: Opportunity, named: Mapping[str, bool], commune: Any) -> Offer:
    is_named = named[one.commune_id or ""]
    place = one.commune.label if is_named and one.commune else _province(one)
    says_who = one.partner.casefold() in one.title.casefold()
    title = str(one.get_kind_display()) if says_who else one.title
    far = directory.how_far(one.commune, commune) if is_named else ""
    return Offer(one, title, place, far)


def _named(found: list[Opportunity]) -> dict[str, bool]:
    """Which communes are named: those where enough places are offered altogether."""
    places: Counter[str] = Counter()
    for one in found:
        places[one.commune_id or ""] += one.places
    return {code: bool(code) and rules.names_the_commune(places=n) for code, n in places.items()}


def _province(one: Opportunity) -> str:
    province = one.commune.province if one.commune else one.agency.province
    return str(province or "")


def _rank(offer: Offer, commune: Any) -> tuple[float, str]:
    is_told = bool(offer.how_far) and commune is not None
    km = communes.kilometres(offer.about.commune, commune) if is_told else float("inf")
    return km, offer.title
