"""What a partner sees of somebody who was proposed to it: codes, in words."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from ketnoi.foundation import clock, links
from ketnoi.foundation.actor import NETWORK, Guest
from ketnoi.foundation.guard.context import acting
from ketnoi.livelihood import terms
from ketnoi.livelihood.models import Candidate, PartnerLink, Placement

WORDS: dict[str, Any] = {
    terms.Part.WISHES: terms.Kind,
    terms.Part.SKILLS: terms.Skill,
    terms.Part.SCHOOLING: terms.Schooling,
    terms.Part.AGE: terms.AgeBand,
    terms.Part.HOURS: terms.Hours,
}


def candidates_of(member: Any) -> QuerySet[Candidate]:
    """Who was proposed to this member's agency, those that wait first."""
    found = Candidate.objects.visible_to(member).filter(agency_id=member.files)
    near = found.select_related("opportunity__commune__province", "answered_by")
    return near.order_by("-state", "-told_at", "number")


def candidate(member: Any, pk: UUID) -> Candidate | None:
    """One of them."""
    return candidates_of(member).filter(pk=pk).first()


def candidate_of(placement: Placement, member: Any) -> Candidate | None:
    """How a partner sees the person of a placement, for the two desks."""
    return Candidate.objects.visible_to(member).filter(placement=placement).first()


def placement_behind(candidate: Candidate | PartnerLink) -> Placement:
    """The placement a partner answered about, for the system that carries the answer."""
    with acting(NETWORK):
        return Placement.objects.visible_to(NETWORK).get(pk=candidate.placement_id)


def who_issued(link: PartnerLink) -> Any:
    """The officer who let a partner answer by a link, for the system that carries the answer."""
    with acting(NETWORK):
        return link.issued_by


def partner_links_of(placement: Placement, member: Any) -> list[PartnerLink]:
    """The links that were ever issued to its partner, the newest first."""
    found = PartnerLink.objects.visible_to(member).filter(placement=placement)
    return list(found.select_related("issued_by").order_by("-issued_at"))


def partner_link_by_token(token: str) -> PartnerLink | None:
    """The link that this token stands for, while it may be used; None for any other."""
    knocking = Guest(key=str(links.id_of(token)))
    with acting(knocking):
        found = PartnerLink.objects.visible_to(knocking).first()
    return found if found and found.lives(clock.now()) else None


def phrases(codes: Iterable[str]) -> list[str]:
    """What was told, in words: "Biết: May, Nấu ăn", "Cần gửi trẻ"."""
    told: dict[str, list[str]] = {}
    for code in codes:
        part, _colon, value = code.partition(":")
        told.setdefault(part, []).append(value)
    return [_phrase(part, told[part]) for part in terms.Part.values if part in told]


def _phrase(part: str, values: list[str]) -> str:
    if part == terms.Part.DISTANCE:
        return _("Đi được trong vòng {number} km").format(number=values[0])
    if part not in WORDS:
        return str(terms.Part(part).label)
    words = [str(WORDS[part](value).label) for value in values if value in WORDS[part].values]
    return f"{terms.TOLD[part]}: {', '.join(words)}"
